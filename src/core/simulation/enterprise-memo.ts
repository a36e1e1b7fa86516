import { Eligibility, type Ledger } from "../policy/ledger.ts";
import type { PreparedPolicy } from "../policy/prepare.ts";
import { fieldOf } from "../roster/fields.ts";
import type { ForecastPlan } from "./forecast-plan.ts";
import type { TakeUp } from "./take-up.ts";
import type { LiveTrials } from "./live-trials.ts";
import type { TrialCells } from "./trial-cells.ts";

/** What an enterprise's events change, by cell: the same in every trial in which the same happens to it. */
export interface Difference {
  readonly measure: number;
  readonly year: number;
  readonly planning: number;
  readonly statutory: number;
  readonly unverified: number;
}

/**
 * Remembers what became of enterprises to which the same happened, across trials and blocks. Where an amount hangs on
 * the trial as well (a grown contribution, a size that grows, a claim that is drawn) nothing is remembered.
 */
export class EnterpriseMemo {
  private readonly known = new Map<string, readonly Difference[]>();
  private readonly hangsOnTrial: ReadonlySet<string>;
  private readonly ignored: ReadonlySet<string>;
  private readonly sizeHangs: Uint8Array;

  constructor(prepared: PreparedPolicy, plan: ForecastPlan, takeUp: TakeUp) {
    this.sizeHangs = plan.sizeHangs;
    const grown = new Set(plan.context.policy.yearLookups.map(({ name }) => name));
    this.hangsOnTrial = new Set(
      prepared.measures.flatMap(({ measure, gross, limits, rules }) => {
        const amounts = [gross, ...limits.map(({ amount }) => amount)];
        const onGrowth = amounts.some(({ checked }) => [...checked.names].some((name) => grown.has(name)));
        const byTrial = measure.table === "enterprises" && (onGrowth || !takeUp.isFull(measure.id));
        return byTrial ? rules.flatMap(({ date }) => [...date.checked.names]) : [];
      }),
    );
    // the expiry of a title decides nothing for an enterprise without new rows
    this.ignored = new Set(
      plan.reviews.flatMap(({ process }) =>
        process.expiry === undefined ? [] : [fieldOf("enterprises", process.expiry).label],
      ),
    );
  }

  /** What happened to an enterprise in a trial as a text, or undefined where its money hangs on the trial. */
  signature({ enterprise, arrived, written }: LiveTrials, position: number): string | undefined {
    if (arrived[position] === 1 || this.sizeHangs[enterprise[position] ?? -1] === 1) return undefined;
    let text = String(enterprise[position]);
    for (const [label, { set, values }] of written.columns) {
      if (set[position] !== 1 || this.ignored.has(label)) continue;
      if (this.hangsOnTrial.has(label)) return undefined;
      text += `|${label}=${values[position]}`;
    }
    return text;
  }

  recall(signature: string): readonly Difference[] | undefined {
    return this.known.get(signature);
  }

  remember(signature: string, differences: readonly Difference[]): void {
    this.known.set(signature, differences);
  }
}

/** Adds a remembered difference to a trial. */
export function addDifferences(differences: readonly Difference[], trial: number, cells: TrialCells): void {
  for (const { measure, year, planning, statutory, unverified } of differences) {
    cells.addAmount(cells.planning, measure, year, trial, planning);
    cells.addAmount(cells.statutory, measure, year, trial, statutory);
    cells.addAmount(cells.unverified, measure, year, trial, unverified);
  }
}

/** Sums payments of one enterprise into differences; what comes to nothing is left out. */
export class DifferenceSum {
  private readonly sums = new Map<number, { -readonly [K in keyof Difference]: Difference[K] }>();

  /** Adds a payment of a ledger; `sign` −1 takes it out. FALSE payments are none. */
  add(ledger: Ledger, entry: number, sign: 1 | -1): void {
    const eligibility = ledger.eligibility[entry];
    if (eligibility === Eligibility.false) return;
    const [measure, year] = [ledger.measure[entry] ?? 0, ledger.year[entry] ?? 0];
    const key = measure * 10_000 + year;
    const sum = this.sums.get(key) ?? { measure, year, planning: 0, statutory: 0, unverified: 0 };
    this.sums.set(key, sum);
    const net = sign * (ledger.net[entry] ?? 0);
    if (eligibility === Eligibility.true) {
      sum.planning += net;
      sum.statutory += sign * (ledger.statutory[entry] ?? 0);
    } else sum.unverified += net;
  }

  differences(): Difference[] {
    return [...this.sums.values()].filter(
      ({ planning, statutory, unverified }) => planning !== 0 || statutory !== 0 || unverified !== 0,
    );
  }
}
