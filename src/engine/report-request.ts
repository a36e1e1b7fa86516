import { preparedUnder } from "../core/policy/added-measure.ts";
import type { Issue } from "../core/issue/issue.ts";
import type { Evaluation } from "../core/policy/evaluation.ts";
import type { PreparedPolicy } from "../core/policy/prepare.ts";
import type { Scenario } from "../core/policy/scenario.ts";
import type { ReportChart, ReportChoice, ReportInput } from "../core/report/report-input.ts";
import { scenarioReport } from "../core/report/scenario-report.ts";
import type { CleaningLog } from "../core/roster/import-cleaning-log.ts";
import type { CellRepair } from "../core/roster/mapping/mapping.ts";
import type { Roster } from "../core/roster/roster.ts";
import type { SimulatedFigures } from "../core/simulation/simulated-figures.ts";
import type { StressRun } from "../core/simulation/stress.ts";
import { packParts } from "../spreadsheet/part-package.ts";
import type { Progress, Task } from "../spreadsheet/task.ts";
import { writeWorkbook } from "../spreadsheet/write-report.ts";
import { partOf } from "./comparer.ts";
import { fingerprintOf, rulePackHash } from "./fingerprint.ts";
import { softwareVersion } from "./software-version.ts";

/** What a report is asked for: the reader's choice, the scenario, and pictures of charts where there are any. */
export interface ReportRequest extends ReportChoice {
  readonly scenario: Scenario;
  /** Seed of the run; absent: the scenario's, else 1. */
  readonly seed?: number;
  /** What the same scenario was simulated to; absent: the recorded part alone. */
  readonly simulated?: SimulatedFigures;
  /** Its stress cases, where they were run. */
  readonly stress?: StressRun;
  readonly charts: readonly ReportChart[];
  /** ISO text with zone: the engine has no clock. */
  readonly writtenAt: string;
}

/** Reports of several departments, each with its own charts and name. */
export interface DepartmentReportsRequest extends Omit<ReportRequest, "department" | "charts"> {
  readonly departments: readonly {
    readonly department: string;
    readonly fileName: string;
    readonly charts: readonly ReportChart[];
  }[];
}

/** A roster with the name and the issues it came with. */
export interface LoadedRoster {
  readonly roster: Roster;
  readonly fileName: string;
  readonly issues: readonly Issue[];
  readonly cleaning: CleaningLog;
  /** Cells that were read otherwise than they stand in the file: edits and repairs someone consented to. */
  readonly repairs: readonly CellRepair[];
}

/** The workbook of a report as bytes; `evaluation` is that of the request's scenario. @throws AbortError when cancelled */
export async function writeReport(
  prepared: PreparedPolicy,
  loaded: LoadedRoster,
  request: ReportRequest,
  evaluation: Evaluation,
  task?: Task,
): Promise<Uint8Array> {
  task?.onProgress?.({ step: "report", done: 0 });
  return await writeWorkbook(
    scenarioReport(reportInput(preparedUnder(prepared, request.scenario), loaded, request, evaluation)),
    task,
  );
}

/** One workbook a department, as a zip of them; progress names the department. @throws AbortError when cancelled */
export async function writeDepartmentReports(
  prepared: PreparedPolicy,
  loaded: LoadedRoster,
  { departments, ...request }: DepartmentReportsRequest,
  evaluation: Evaluation,
  task?: Task,
): Promise<Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const { department, fileName, charts } of departments) {
    const part = task && partOf(task, files.size, departments.length);
    const named = part && { ...part, onProgress: (progress: Progress) => part.onProgress?.(of(department, progress)) };
    files.set(fileName, await writeReport(prepared, loaded, { ...request, department, charts }, evaluation, named));
  }
  return packParts(files);
}

const of = (department: string, { what, ...progress }: Progress): Progress => ({
  ...progress,
  what: what === undefined || what === "" ? department : `${department} · ${what}`,
});

function reportInput(
  prepared: PreparedPolicy,
  { roster, fileName, issues, cleaning, repairs }: LoadedRoster,
  request: ReportRequest,
  evaluation: Evaluation,
): ReportInput {
  const { policy } = prepared;
  const { scenario, language, masked, department, simulated, stress, charts, writtenAt } = request;
  const seed = simulated?.seed ?? request.seed ?? scenario.seed ?? 1;
  const trials = simulated?.trials ?? 0;
  const run = { policy, rosterHash: roster.hash, scenario, asOf: evaluation.asOf, seed, trials };
  return {
    language,
    masked,
    ...(department !== undefined && { department }),
    prepared,
    roster,
    scenario,
    evaluation,
    ...(simulated && { simulated }),
    ...(stress && { stress }),
    issues,
    cleaning: cleaning.counts,
    repairs,
    charts,
    run: {
      fileName,
      rulePackHash: rulePackHash(policy),
      fingerprint: fingerprintOf(run),
      seed,
      trials,
      softwareVersion,
      writtenAt,
    },
  };
}
