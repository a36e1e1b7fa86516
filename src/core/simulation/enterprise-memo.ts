import type { PreparedPolicy } from "../policy/prepare.ts";
import { Candidates } from "./candidates.ts";
import type { EventPlan, ForecastPlan } from "./forecast-plan.ts";
import type { Groups } from "./groups.ts";
import { LifeMemory } from "./life-memory.ts";
import { lifeParts, type LifePart } from "./life-parts.ts";
import { lagOf, type LiveTrials, type TrialCourse } from "./live-trials.ts";
import { RandomStream } from "./random-stream.ts";
import { cellYears, lastYearOfTerm } from "./trial-cells.ts";
import { PartMoney } from "./part-money.ts";

/**
 * Remembers what became of enterprises to which the same happened, across trials and blocks: their lives by what may
 * have happened, their money by what did. Where money hangs on the trial in a way that is not remembered (a size that
 * grows, claims that are drawn) an enterprise is priced anew in every trial.
 */
export class EnterpriseMemo {
  /** What may be priced apart of the rest of a life. */
  readonly parts: readonly LifePart[];
  readonly #money = new Map<LifePart, PartMoney>();
  private readonly lastYear: number;
  private readonly events: ReadonlyMap<number, EventPlan>;
  private readonly draws = new RandomStream();
  /** Room for what a block draws, used again by the next one. */
  readonly drawing = new Candidates();

  /** @param lives may be known from a run in which the same was drawn */
  constructor(
    prepared: PreparedPolicy,
    private readonly plan: ForecastPlan,
    readonly lives = new LifeMemory(2 * plan.context.bound.rowCount("enterprises")),
  ) {
    this.parts = lifeParts(prepared);
    this.lastYear = lastYearOfTerm(cellYears(prepared.policy));
    this.events = new Map(plan.events.map((event) => [event.index, event]));
  }

  /** What is known of a part's money under the prices of this forecast. */
  moneyOf(part: LifePart): PartMoney {
    const lives = this.lives.ofPart(part, this.plan.context.bound);
    const known = this.#money.get(part);
    const money = known?.lives === lives ? known : new PartMoney(lives, this.lastYear);
    this.#money.set(part, money);
    return money;
  }

  /** Lives whose money is remembered, each once a part. */
  get remembered(): number {
    return this.parts.reduce((sum, part) => sum + this.moneyOf(part).count, 0);
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

  /** The place among signatures of what happened to an enterprise in a trial; undefined where that is the trial's own. */
  signature({ enterprise, arrived, written }: LiveTrials, position: number): number | undefined {
    const isNew = arrived[position] === 1;
    const row = enterprise[position] ?? -1;
    if (!isNew && this.plan.sizeHangs[row] === 1) return undefined;
    const { bySignature, cells } = this.lives;
    let place = isNew ? this.plan.enterpriseKeys.length + row : row;
    for (const [label, { set, values }] of written.columns) {
      if (set[position] === 1) place = bySignature.step(place, cells.of(label, values[position] ?? Number.NaN).code);
    }
    return place;
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
