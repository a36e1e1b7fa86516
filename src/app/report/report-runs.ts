import { isoDay, type Day } from "../../core/date/day.ts";
import { departmentsOf } from "../../core/policy/cells.ts";
import { departmentName } from "../../core/policy/department-name.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { ReportChart, ReportChoice } from "../../core/report/report-input.ts";
import type { Engine, Task } from "../../engine/port.ts";
import type { ReportRequest } from "../../engine/report-request.ts";
import type { Exposure } from "../state/exposure.svelte.ts";
import { reportText } from "./report-text.ts";

/** What every report of one moment is made of. */
export interface ReportMaterial {
  readonly result: Exposure;
  readonly request: Omit<ReportRequest, keyof ReportChoice | "charts">;
}

/** Name of a report's file, the department in the report's language. */
export function reportName(policy: Policy, { language, department }: ReportChoice, asOf: Day): string {
  const shown = department && departmentName(policy, department, language);
  return reportText[language].fileName(isoDay(asOf), shown);
}

/** One workbook as it is chosen. */
export async function oneReport(
  engine: Engine,
  { result, request }: ReportMaterial,
  choice: ReportChoice,
  drawing: string,
  task: Task,
): Promise<Uint8Array> {
  const charts = await picturesOf(result, choice, drawing, task);
  return await engine.report({ ...choice, ...request, charts }, task);
}

/** A workbook of every department, together as one archive. */
export async function reportsOfAll(
  engine: Engine,
  { result, request }: ReportMaterial,
  { language, masked }: ReportChoice,
  drawing: string,
  task: Task,
): Promise<Uint8Array> {
  const departments = [];
  for (const department of departmentsOf(result.policy)) {
    const choice = { language, masked, department };
    const charts = await picturesOf(result, choice, drawing, task);
    const fileName = reportName(result.policy, choice, result.evaluation.asOf);
    departments.push({ department, fileName, charts });
  }
  return await engine.departmentReports({ language, masked, ...request, departments }, task);
}

/** @param drawing what the progress says meanwhile */
async function picturesOf(
  result: Exposure,
  choice: ReportChoice,
  drawing: string,
  task: Task,
): Promise<readonly ReportChart[]> {
  task.signal?.throwIfAborted();
  task.onProgress?.({ step: "report", done: 0, what: drawing });
  const { reportPictures } = await import("./report-pictures.ts");
  const charts = await reportPictures(result.policy, result, choice);
  task.signal?.throwIfAborted();
  return charts;
}
