import type { Issue } from "../issue/issue.ts";
import type { Evaluation } from "../policy/evaluation.ts";
import type { PreparedPolicy } from "../policy/prepare.ts";
import type { Scenario } from "../policy/scenario.ts";
import type { CleaningCounts } from "../roster/import-cleaning-log.ts";
import type { CellRepair } from "../roster/mapping/mapping.ts";
import type { Roster } from "../roster/roster.ts";
import type { SimulatedFigures } from "../simulation/simulated-figures.ts";
import type { StressRun } from "../simulation/stress.ts";

/** What the reader of a report chooses. */
export interface ReportChoice {
  readonly language: "zh" | "en";
  /** Names and codes of enterprises replaced by numbers. */
  readonly masked: boolean;
  /** Only this department's measures; absent: all. */
  readonly department?: string;
}

/** A picture of a chart, in the order in which the pictures are to stand. */
export interface ReportChart {
  readonly png: Uint8Array;
  readonly description: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Everything a report says; every sheet is a pure function of it. */
export interface ReportInput extends ReportChoice {
  readonly prepared: PreparedPolicy;
  readonly roster: Roster;
  readonly scenario: Scenario;
  readonly evaluation: Evaluation;
  /** Absent: the recorded part alone. */
  readonly simulated?: SimulatedFigures;
  /** Stress cases of the same scenario, where they were run. */
  readonly stress?: StressRun;
  /** Issues of the import; those of the evaluation stand in it. */
  readonly issues: readonly Issue[];
  /** Cells tidied by the import, and those left as typed. */
  readonly cleaning: CleaningCounts;
  /** Cells read otherwise than they stand in the file. */
  readonly repairs: readonly CellRepair[];
  readonly charts: readonly ReportChart[];
  readonly run: ReportRun;
}

/** What an auditor needs to make the same report again. */
export interface ReportRun {
  readonly fileName: string;
  readonly rulePackHash: string;
  readonly fingerprint: string;
  readonly seed: number;
  readonly trials: number;
  readonly softwareVersion: string;
  /** ISO text with zone. */
  readonly writtenAt: string;
}
