import type { Policy } from "../core/policy/policy.ts";
import { otherPolicyIn } from "../core/policy/scenario-file.ts";
import { findOrigin } from "../core/report/find-report-parts.ts";
import { reopenReport, type ReopenedReport } from "../core/report/reopen-report.ts";
import { readWorkbook } from "../spreadsheet/read-workbook.ts";
import type { Task } from "../spreadsheet/task.ts";
import { rulePackHash } from "./fingerprint.ts";
import type { LoadRefusal } from "./port.ts";

/** A report opened again. */
export interface ReopenedFile extends ReopenedReport {
  /** Written under other rules than these; undefined where the file does not say. */
  readonly ofOtherPolicy?: boolean;
}

/**
 * The scenario that a report, or a sheet of its parameters, says; one that says none, or one of
 * another policy, is refused.
 * @throws AbortError when cancelled
 */
export async function reopenFile(
  policy: Policy,
  bytes: Uint8Array,
  fileName: string,
  task?: Task,
): Promise<ReopenedFile | LoadRefusal> {
  const workbook = await readWorkbook(bytes, fileName, task);
  if ("refused" in workbook) return { refused: true, issues: [workbook.refused] };
  const other = otherPolicyIn(policy, findOrigin(workbook)?.scenario ?? "");
  if (other) {
    const words = { found: other.title, expected: policy.title };
    return { refused: true, issues: [{ code: "other-policy", severity: "error", ...words }] };
  }
  const found = reopenReport(policy, workbook, fileName.replace(/\.[^.]*$/u, ""));
  if (!found) return { refused: true, issues: [{ code: "not-a-report", severity: "error", found: fileName }] };
  const { origin } = found;
  return { ...found, ...(origin && { ofOtherPolicy: origin.packHash !== rulePackHash(policy) }) };
}
