import { isSettledApart } from "../policy/allocation.ts";
import type { CompiledMeasure, PreparedPolicy } from "../policy/prepare.ts";
import type { Candidates } from "./candidates.ts";
import type { EventPlan, ForecastPlan } from "./forecast-plan.ts";
import type { Groups } from "./groups.ts";
import { LifeMemory } from "./life-memory.ts";
import type { LifeMoney } from "./life-money.ts";
import { lagOf, type LiveTrials, type TrialCourse } from "./live-trials.ts";
import { RandomStream } from "./random-stream.ts";
import { namesOf } from "./row-prices.ts";

/**
 * Remembers what became of enterprises to which the same happened, across trials and blocks: their lives by what may
 * have happened, their money by what did. Where money hangs on the trial in a way that is not remembered (a size that
 * grows, claims that are drawn) an enterprise is priced anew in every trial.
 */
export class EnterpriseMemo {
  /** From the first life on that is not forgotten; see `moneyOf`. */
  #money: (LifeMoney | null | undefined)[] = [];
  #first = 0;
  /** Measures of enterprises whose amounts read what a trial grows. */
  readonly growing: readonly CompiledMeasure[];
  /** Columns whose dates make triggers of those measures. */
  readonly growingDates: ReadonlySet<string>;
  private readonly events: ReadonlyMap<number, EventPlan>;
  private readonly draws = new RandomStream();

  /** @param lives may be known from a run in which the same was drawn */
  constructor(
    prepared: PreparedPolicy,
    private readonly plan: ForecastPlan,
    readonly lives = new LifeMemory(2 * plan.context.bound.rowCount("enterprises")),
  ) {
    const grown = new Set(plan.context.policy.yearLookups.map(({ name }) => name));
    this.growing = together(prepared.measures, (measure) => namesOf(measure).some((name) => grown.has(name)));
    this.growingDates = new Set(
      this.growing.flatMap(({ rules }) => rules.flatMap(({ date }) => [...date.checked.names])),
    );
    this.events = new Map(plan.events.map((event) => [event.index, event]));
  }

  /** What a life changes, by its number; null where that hangs on the trial, undefined where it is not known yet. */
  moneyOf(life: number): LifeMoney | null | undefined {
    this.#forget();
    return life < this.#first ? null : this.#money[life - this.#first];
  }

  /** Remembers what a life changes. @param life a number that `moneyOf` does not know yet */
  remember(life: number, money: LifeMoney | null): void {
    this.#money[life - this.#first] = money;
  }

  /** Lives whose money is remembered. */
  get remembered(): number {
    this.#forget();
    return this.#money.length;
  }

  /** Follows the memory of lives, which is bounded. */
  #forget(): void {
    if (this.#first === this.lives.forgotten) return;
    this.#first = this.lives.forgotten;
    this.#money = [];
  }

  /** By group, the place in the tree of what may happen to it; −1 where its life is a trial's own. */
  placesOf(groups: Groups, candidates: Candidates, course: TrialCourse): Int32Array {
    return groups.enterprise.map((enterprise, group) => {
      const isNew = groups.arrived[group] === 1;
      if (!isNew && this.plan.sizeHangs[enterprise] === 1) return -1;
      const root = isNew ? this.plan.enterpriseKeys.length + enterprise : enterprise;
      return this.placeOf(root, groups, group, candidates, course);
    });
  }

  /** What happened to an enterprise in a trial as a text, or undefined where its money hangs on the trial. */
  signature({ enterprise, arrived, written }: LiveTrials, position: number): string | undefined {
    const isNew = arrived[position] === 1;
    if (!isNew && this.plan.sizeHangs[enterprise[position] ?? -1] === 1) return undefined;
    let text = `${isNew ? "+" : ""}${enterprise[position]}`;
    for (const [label, { set, values }] of written.columns) {
      if (set[position] === 1) text += `|${label}=${values[position]}`;
    }
    return text;
  }

  private placeOf(
    root: number,
    { enterprise, trial, starts, candidates }: Groups,
    group: number,
    { columns: { process, month, serial } }: Candidates,
    { reviews, firstTrial }: TrialCourse,
  ): number {
    const [row, inTrial] = [enterprise[group] ?? -1, trial[group] ?? 0];
    let place = this.lives.tree.step(root, reviews.bits(row, inTrial));
    for (let i = starts[group] ?? 0; i < (starts[group + 1] ?? 0); i++) {
      const at = candidates[i] ?? -1;
      const index = process[at] ?? 0;
      const event = this.events.get(index);
      if (!event && !this.isRenewalOrArrival(index)) continue;
      place = this.lives.tree.step(place, index * this.plan.horizon.monthCount + (month[at] ?? 0));
      if (!event?.process.then) continue;
      const lag = lagOf(this.plan, event, row, firstTrial + inTrial, this.draws);
      place = this.lives.tree.step(place, (serial[at] ?? 0) < 0 ? 0 : (lag ?? 0) + 1);
    }
    return place;
  }

  private isRenewalOrArrival(index: number): boolean {
    const { kind } = this.plan.context.policy.processes[index] ?? {};
    return kind === "review" || kind === "arrival";
  }
}

/** Measures of enterprises for which a condition holds, with those that cannot be priced without them. */
function together(
  measures: readonly CompiledMeasure[],
  holds: (measure: CompiledMeasure) => boolean,
): CompiledMeasure[] {
  const ofEnterprises = measures.filter(
    ({ measure }) => measure.table === "enterprises" && measure.kind === "grant" && !isSettledApart(measure),
  );
  const tied = ({ measure: a }: CompiledMeasure, { measure: b }: CompiledMeasure): boolean =>
    a.after?.measure === b.id ||
    b.after?.measure === a.id ||
    (a.chain?.group !== undefined && a.chain.group === b.chain?.group);
  const found = new Set(ofEnterprises.filter(holds));
  for (const known of found) for (const measure of ofEnterprises) if (tied(known, measure)) found.add(measure);
  return [...found];
}
