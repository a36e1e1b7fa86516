import type { Parameter, ParameterValue, Reading } from "../../core/policy/policy.ts";
import type { Scenario } from "../../core/policy/scenario.ts";
import { amended, historyOf, recorded, redone, undone } from "./history.ts";
import type { History } from "./history.ts";
import { editCount, withAsOf, withBudget, withReading, withRun, withValue } from "./scenario-edit.ts";
import type { BudgetPlace } from "./scenario-edit.ts";

/** The scenario on the desk, with every edit that led to it. */
export class ScenarioState {
  #history: History<Scenario>;
  #sliding: string | undefined;

  constructor(first: Scenario) {
    this.#history = $state.raw(historyOf(first));
  }

  readonly current: Scenario = $derived.by(() => this.#history.present);
  readonly edits = $derived.by(() => editCount(this.#history.present));
  readonly canUndo = $derived.by(() => this.#history.past.length > 0);
  readonly canRedo = $derived.by(() => this.#history.future.length > 0);

  set(parameter: Parameter, value: ParameterValue): void {
    this.#sliding = undefined;
    this.#record(withValue(this.current, parameter, value));
  }

  /** One slide of one slider is one edit, however many values it passes. */
  slide(parameter: Parameter, value: ParameterValue): void {
    const next = withValue(this.current, parameter, value);
    this.#history = this.#sliding === parameter.key ? amended(this.#history, next) : recorded(this.#history, next);
    this.#sliding = parameter.key;
  }

  endSlide(): void {
    this.#sliding = undefined;
  }

  choose(reading: Reading, option: string): void {
    this.#sliding = undefined;
    this.#record(withReading(this.current, reading, option));
  }

  /** Sets the as-of date, ISO text, or leaves it to the roster. */
  setAsOf(asOf: string | undefined): void {
    this.#sliding = undefined;
    this.#record(withAsOf(this.current, asOf));
  }

  /** Sets budgets in 元, or takes them away, as one edit. */
  setBudgets(budgets: readonly (BudgetPlace & { readonly amount: number | undefined })[]): void {
    this.#sliding = undefined;
    this.#record(budgets.reduce((scenario, { amount, ...place }) => withBudget(scenario, place, amount), this.current));
  }

  /** Sets how many trials are run, or from which seed. */
  setRun(run: Pick<Scenario, "trials" | "seed">): void {
    this.#sliding = undefined;
    this.#record(withRun(this.current, run));
  }

  resetAll(): void {
    this.#sliding = undefined;
    this.#record({ ...this.current, values: {}, readings: {} });
  }

  undo(): void {
    this.#sliding = undefined;
    this.#history = undone(this.#history);
  }

  redo(): void {
    this.#sliding = undefined;
    this.#history = redone(this.#history);
  }

  #record(next: Scenario): void {
    if (JSON.stringify(next) !== JSON.stringify(this.current)) this.#history = recorded(this.#history, next);
  }
}
