import type { PreparedPolicy } from "../core/policy/prepare.ts";
import type { Scenario } from "../core/policy/scenario.ts";
import { errorMarks } from "../core/report/error-marks.ts";
import { importRoster } from "../core/roster/import-roster.ts";
import type { Mapping } from "../core/roster/mapping/mapping.ts";
import { errorWorkbook } from "../spreadsheet/error-workbook.ts";
import type { readWorkbook } from "../spreadsheet/read-workbook.ts";
import type { Task } from "../spreadsheet/task.ts";
import { evaluateUnder } from "./evaluate-under.ts";
import type { LoadRefusal } from "./port.ts";

/** The file whose problems are to be marked, how it is read, and under which scenario money is at stake. */
export interface ErrorWorkbookRequest {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly mapping?: Mapping | undefined;
  readonly scenario: Scenario;
  readonly language: "zh" | "en";
}

/** The file with its problem cells marked, or why it could not be read. @throws AbortError when cancelled */
export async function writeErrorWorkbook(
  prepared: PreparedPolicy,
  { bytes, fileName, mapping, scenario, language }: ErrorWorkbookRequest,
  read: typeof readWorkbook,
  task?: Task,
): Promise<Uint8Array | LoadRefusal> {
  const workbook = await read(bytes, fileName, task);
  if ("refused" in workbook) return { refused: true, issues: [workbook.refused] };
  task?.onProgress?.({ step: "check", done: 0 });
  const { roster, issues } = importRoster(workbook, mapping);
  const evaluation = roster && (await evaluateUnder(prepared, roster, scenario, task));
  const evaluated = roster && evaluation ? { evaluated: { roster, evaluation } } : {};
  const marks = errorMarks({ workbook, mapping, issues, ...evaluated }, language);
  task?.onProgress?.({ step: "report", done: 0 });
  return await errorWorkbook({ bytes, fileName, workbook }, marks, language, task);
}
