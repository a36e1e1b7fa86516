import { parseIsoDay, yearOf } from "../date/day.ts";
import type { Fen } from "../money/money.ts";
import type { Ledger } from "../policy/ledger.ts";
import type { Policy } from "../policy/policy.ts";
import type { Scenario } from "../policy/scenario.ts";
import { isFirmsOwn, ledgerOfFirm } from "./firm-trials.ts";
import { budgetedLine, type TrialFrame } from "./line-figures.ts";
import { recordedShares, type Share } from "./line-shares.ts";
import { Summariser, type Summary } from "./summary.ts";
import { cellYears } from "./trial-cells.ts";
import type { TrialCollector } from "./trial-collector.ts";

/** What a firm gets in one period over all trials, planning basis, 分. */
export interface FirmRange extends Pick<Summary, "mean" | "se" | "p5" | "p50" | "p95"> {
  /** Of recorded triggers alone. */
  readonly committed: Fen;
  /** Share of trials in which it gets anything. */
  readonly chance: number;
}

/** A line of a firm's table. */
export interface FirmLine {
  /** Budget years of the term. */
  readonly byYear: ReadonlyMap<number, FirmRange>;
  readonly term: FirmRange;
}

/** One firm over the trials of the district. */
export interface FirmFigures {
  readonly seed: number;
  readonly trials: number;
  /** By index into `policy.measures`: those that pay it anything in some trial, or by recorded triggers. */
  readonly measures: ReadonlyMap<number, FirmLine>;
  readonly total: FirmLine;
  /** Measures whose money is shared with other claimants, by index: in no figure. */
  readonly leftOut: readonly number[];
}

/** What a firm's figures are taken of. */
export interface FirmRun {
  readonly policy: Policy;
  readonly scenario: Scenario;
  /** The recorded part of the district under the same scenario. */
  readonly ledger: Ledger;
  readonly seed: number;
  /** Row in 企业, or `NO_FIRM`. */
  readonly firm: number;
}

/** A firm's figures over all trials of a run of its own blocks. */
export function firmFigures({ policy, scenario, ledger, seed, firm }: FirmRun, collected: TrialCollector): FirmFigures {
  const years = cellYears(policy);
  const own = ledgerOfFirm(ledger, policy.measures, firm);
  const recorded = recordedShares(policy, scenario, own, years);
  const frame: TrialFrame = {
    collected,
    measures: policy.measures.length,
    trials: collected.trials,
    lastYear: yearOf(parseIsoDay(policy.termEnd)),
    summariser: new Summariser(collected.trials),
  };
  const shares = recorded.measures.map((amounts, measure): Share => ({
    measure,
    part: (amount) => amount,
    recorded: amounts,
  }));
  const lines = shares.flatMap((share): [number, FirmLine][] => {
    const line = lineOf(frame, [share]);
    return line.term.chance > 0 || line.term.committed > 0 ? [[share.measure, line]] : [];
  });
  return {
    seed,
    trials: collected.trials,
    measures: new Map(lines),
    total: lineOf(frame, shares),
    leftOut: policy.measures.flatMap((one, measure) => (isFirmsOwn(one) || one.kind === "fund" ? [] : [measure])),
  };
}

/** A line whose chance of any payment is that of passing a budget of nothing. */
function lineOf(frame: TrialFrame, shares: readonly Share[]): FirmLine {
  const { first, count } = frame.collected.years;
  const years = Array.from({ length: count }, (_, slot) => first + slot).filter((year) => year <= frame.lastYear);
  const line = budgetedLine(frame, shares, new Map(years.map((year) => [year, 0])));
  const committed = (year: number): Fen => shares.reduce((sum, { recorded }) => sum + (recorded[year - first] ?? 0), 0);
  const range = ({ mean, se, p5, p50, p95 }: Summary, sum: Fen, chance: number): FirmRange => ({
    mean,
    se,
    p5,
    p50,
    p95,
    committed: sum,
    chance,
  });
  return {
    byYear: new Map(
      years.flatMap((year): [number, FirmRange][] => {
        const summary = line.byYear.get(year);
        return summary ? [[year, range(summary, committed(year), line.overBudget.get(year) ?? 0)]] : [];
      }),
    ),
    term: range(
      line.term,
      years.reduce((sum, year) => sum + committed(year), 0),
      line.overBudgets ?? 0,
    ),
  };
}
