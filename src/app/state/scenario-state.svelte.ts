import { SvelteMap } from "svelte/reactivity";
import { policyUnder, type AddedMeasure } from "../../core/policy/added-measure.ts";
import type { Parameter, ParameterValue, Policy, Reading } from "../../core/policy/policy.ts";
import type { Ground, Scenario } from "../../core/policy/scenario.ts";
import { amended, historyOf, recorded, redone, rewritten, undone } from "./history.ts";
import type { History } from "./history.ts";
import { editCount, withAdded, withAsOf, withBudget, withReading, withRun, withValue } from "./scenario-edit.ts";
import type { BudgetPlace } from "../../core/policy/budget-place.ts";
import { isKept, openedFrom, openedScenario, wholeScenario, withGround, withoutCells } from "./workbench.ts";
import type { Workbench } from "./workbench.ts";

/** The scenario on the desk and the saved ones, with every edit that led to them. */
export class ScenarioState {
  #history: History<Workbench>;
  #sliding: string | undefined;
  readonly #published: Policy;
  /** Added measures as they are being written, by id, while something keeps them from being used. */
  readonly drafts = new SvelteMap<string, AddedMeasure>();

  constructor(first: Workbench, published: Policy) {
    this.#history = $state.raw(historyOf(first));
    this.#published = published;
  }

  readonly bench: Workbench = $derived.by(() => this.#history.present);
  /** What figures are of: without the grounds of edits, which move none. */
  readonly current: Scenario = $derived.by(() => this.#history.present.current);
  readonly #added = $derived.by(() => this.current.added);
  /** The policy as published with the measures that the scenario on the desk adds. */
  readonly policy: Policy = $derived.by(() => policyUnder(this.#published, this.#added ? { added: this.#added } : {}));
  /** The scenario on the desk with the grounds of its edits: for files, reports and saving. */
  readonly whole: Scenario = $derived.by(() => wholeScenario(this.#history.present));
  /** The saved scenario that the one on the desk departs from, as it was saved. */
  readonly opened: Scenario | undefined = $derived.by(() => openedScenario(this.#history.present));
  readonly edits = $derived.by(() => editCount(this.current));
  readonly isKept = $derived.by(() => isKept(this.#history.present));
  readonly canUndo = $derived.by(() => this.#history.past.length > 0 || this.drafts.size > 0);
  readonly canRedo = $derived.by(() => this.#history.future.length > 0);

  set(parameter: Parameter, value: ParameterValue): void {
    this.#edit(withValue(this.current, parameter, value));
  }

  /** One slide of one slider is one edit, however many values it passes. */
  slide(parameter: Parameter, value: ParameterValue): void {
    const next = { ...this.bench, current: withValue(this.current, parameter, value) };
    this.#history = this.#sliding === parameter.key ? amended(this.#history, next) : recorded(this.#history, next);
    this.#sliding = parameter.key;
  }

  endSlide(): void {
    this.#sliding = undefined;
  }

  choose(reading: Reading, option: string): void {
    this.#edit(withReading(this.current, reading, option));
  }

  /** Sets the as-of date, ISO text, or leaves it to the roster. */
  setAsOf(asOf: string | undefined): void {
    this.#edit(withAsOf(this.current, asOf));
  }

  /** Sets budgets in 元, or takes them away, as one edit. */
  setBudgets(budgets: readonly (BudgetPlace & { readonly amount: number | undefined })[]): void {
    this.#edit(budgets.reduce((scenario, { amount, ...place }) => withBudget(scenario, place, amount), this.current));
  }

  /**
   * Adds, rewrites and takes away measures, as one edit.
   * @param typing the field that is being typed in: its keystrokes are one edit, as a slide is
   */
  setAdded(added: readonly AddedMeasure[], typing?: string): void {
    const next = { ...this.bench, current: withAdded(this.current, added) };
    if (typing !== undefined && typing === this.#sliding) this.#history = amended(this.#history, next);
    else this.#record(next);
    this.#sliding = typing;
  }

  /** Sets how many trials are run, or from which seed. */
  setRun(run: Pick<Scenario, "trials" | "seed">): void {
    this.#edit(withRun(this.current, run));
  }

  resetAll(): void {
    this.#edit({ ...withAdded(this.current, []), values: {}, readings: {} });
  }

  /** Brings back the saved scenario that the one on the desk was opened from, whole; nothing where there is none. */
  resetToSaved(): void {
    this.arrange((bench) => (bench.opened === undefined ? bench : openedFrom(bench, bench.opened)));
  }

  /** Says why a parameter (by key) or a reading (by name) was changed. */
  ground(key: string, ground: Ground): void {
    this.arrange((bench) => withGround(bench, key, ground));
  }

  /** Saves, opens, orders: any step of `workbench.ts`, as one edit. */
  arrange(step: (bench: Workbench) => Workbench): void {
    this.#record(step(this.bench));
  }

  /** Another roster came: edits of the cells of the one before are no steps any more. */
  forgetCells(): void {
    this.#history = rewritten(this.#history, withoutCells);
  }

  /** Takes back the last edit; before it, what was written and cannot be used. */
  undo(): void {
    this.#sliding = undefined;
    if (this.drafts.size > 0) {
      this.drafts.clear();
      return;
    }
    this.#history = undone(this.#history);
  }

  redo(): void {
    this.#sliding = undefined;
    this.#history = redone(this.#history);
  }

  #edit(current: Scenario): void {
    this.#record({ ...this.bench, current });
  }

  #record(next: Workbench): void {
    this.#sliding = undefined;
    if (JSON.stringify(next) !== JSON.stringify(this.bench)) this.#history = recorded(this.#history, next);
  }
}
