import type { PreparedPolicy } from "../core/policy/prepare.ts";
import { stakedIssues } from "../core/policy/staked-issues.ts";
import { writeErrorWorkbook } from "./error-workbook-request.ts";
import { evaluateUnder } from "./evaluate-under.ts";
import type { InspectedWorkbook } from "./inspected-workbook.ts";
import type { Engine } from "./port.ts";

/** The part of the engine that reads a workbook while someone decides how; nothing is loaded. */
export const importerOf = (
  prepared: PreparedPolicy,
  inspected: InspectedWorkbook,
): Pick<Engine, "inspect" | "proposeSheet" | "tryMapping" | "repairs" | "stakes" | "errorWorkbook"> => ({
  inspect: (bytes, fileName, task, known) => inspected.inspect(bytes, fileName, task, known),
  proposeSheet: async (choice) => inspected.proposeSheet(choice),
  tryMapping: async (mapping) => inspected.tryMapping(mapping),
  repairs: async (mapping) => inspected.repairs(mapping),
  async stakes(scenario, task) {
    task?.signal?.throwIfAborted();
    const { tried } = inspected;
    if (!tried) return undefined;
    const { roster, issues } = tried;
    const evaluation = roster && (await evaluateUnder(prepared, roster, scenario, task));
    return stakedIssues(issues, roster && evaluation && { roster, evaluation });
  },
  errorWorkbook: (request, task) => writeErrorWorkbook(prepared, request, inspected.read, task),
});
