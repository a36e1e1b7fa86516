import { preparePolicy } from "../core/policy/prepare.ts";
import type { Evaluation } from "../core/policy/evaluation.ts";
import { departmentsOf } from "../core/policy/cells.ts";
import type { Policy } from "../core/policy/policy.ts";
import type { ReportChoice } from "../core/report/report-input.ts";
import { writeReport, type LoadedRoster, type ReportRequest } from "../engine/report-request.ts";
import { UsageError, type Arguments } from "./arguments.ts";
import { write } from "./files.ts";

/** A run as its reports need it. */
interface ReportedRun extends Pick<ReportRequest, "scenario" | "seed" | "simulated" | "stress"> {
  readonly published: Policy;
  readonly loaded: LoadedRoster;
  readonly evaluation: Evaluation;
}

/** @throws UsageError for a department that the policy does not know, with those it knows */
export function checkDepartment({ department }: Arguments, policy: Policy): void {
  const known = departmentsOf(policy);
  if (department !== undefined && !known.includes(department))
    throw new UsageError(`--department: found ${department}, known are ${known.join("、")}`);
}

/** Writes the report that a command line asks for; with `--by-department` one more a department, named after it. */
export async function writeReports(words: Arguments, file: string, run: ReportedRun, policy: Policy): Promise<void> {
  const { published, loaded, evaluation, ...request } = run;
  const prepared = preparePolicy(published);
  const writtenAt = new Date().toISOString();
  const reportOf = (department: string | undefined): Promise<Uint8Array> => {
    const choice: ReportChoice = {
      language: "zh",
      masked: words.masked,
      ...(department !== undefined && { department }),
    };
    return writeReport(prepared, loaded, { ...choice, ...request, charts: [], writtenAt }, evaluation);
  };
  await write(file, await reportOf(words.department));
  for (const department of words.byDepartment ? departmentsOf(policy) : []) {
    await write(departmentFile(file, department), await reportOf(department));
  }
}

/** OUT.xlsx of a department: OUT-区发展改革委.xlsx. */
const departmentFile = (file: string, department: string): string =>
  `${file.replace(/\.xlsx$/i, "")}-${department}.xlsx`;
