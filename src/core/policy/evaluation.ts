import type { Fen } from "../money/money.ts";
import type { Day } from "../date/day.ts";
import type { Issue, IssueCode } from "../issue/issue.ts";
import type { AllocationLedger, FundLedger, Ledger, PoolLedger } from "./ledger.ts";
import type { TableId } from "../roster/fields.ts";

/** What the recorded triggers of a roster come to under one scenario. */
export interface Evaluation {
  readonly asOf: Day;
  /** Where the default as-of date stands, absent if the scenario or the caller set it. */
  readonly asOfSource?: { readonly sheet: string; readonly row: number };
  readonly ledger: Ledger;
  readonly pools: { readonly planning: readonly PoolLedger[]; readonly statutory: readonly PoolLedger[] };
  readonly funds: readonly FundLedger[];
  /** Who was paid of those that compete for places or money. */
  readonly allocations: {
    readonly planning: readonly AllocationLedger[];
    readonly statutory: readonly AllocationLedger[];
  };
  /** TRUE triggers by measure (enterprise-years for m04), length `policy.measures.length`. */
  readonly recordedTriggers: Int32Array;
  /** Recorded triggers after the as-of date, not counted. */
  readonly afterAsOf: readonly RecordedTrigger[];
  /** Projects without 验收日期. */
  readonly pipeline: number;
  readonly atStake: readonly AtStake[];
  /** Size class by enterprise: 0 large, 1 medium, 2 small, 3 micro, 4 unclassified. */
  readonly sizeClass: Uint8Array;
  /** Counts for articles that pay nothing, by article number. */
  readonly coverage: ReadonlyMap<number, number>;
  /** Absent columns that were read as a fixed value. */
  readonly assumptionsMade: readonly { readonly column: string; readonly readAs: string }[];
  /** Warnings that only the policy can see, of accepted rows. */
  readonly issues: readonly Issue[];
}

export interface RecordedTrigger {
  readonly measure: number;
  readonly enterprise: number;
  readonly table: TableId;
  readonly row: number;
  readonly date: Day;
}

/** Money that one doubtful cell decides, planning basis: its best value less its worst (defined at `stakeSteps`). */
export interface AtStake {
  readonly code: IssueCode;
  readonly enterprise: number;
  readonly table: TableId;
  readonly row: number;
  /** Header of the doubtful column, absent for a whole row. */
  readonly column?: string;
  readonly amount: Fen;
}
