import type { PreparedPolicy } from "../core/policy/prepare.ts";
import type { HeldRoster } from "./held-roster.ts";
import type { Engine } from "./port.ts";
import { writeDepartmentReports, writeReport } from "./report-request.ts";

/** What writes reports over the roster held; `held` throws if there is none. */
export const reportsOf = (
  prepared: PreparedPolicy,
  held: () => HeldRoster,
): Pick<Engine, "report" | "departmentReports"> => ({
  async report(request, task) {
    task?.signal?.throwIfAborted();
    const evaluation = await held().evaluated(request.scenario, task);
    return await writeReport(prepared, held(), request, evaluation, task);
  },
  async departmentReports(request, task) {
    task?.signal?.throwIfAborted();
    const evaluation = await held().evaluated(request.scenario, task);
    return await writeDepartmentReports(prepared, held(), request, evaluation, task);
  },
});
