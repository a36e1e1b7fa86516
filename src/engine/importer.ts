import type { PreparedPolicy } from "../core/policy/prepare.ts";
import { stakedIssues } from "../core/policy/staked-issues.ts";
import { writeErrorWorkbook } from "./error-workbook-request.ts";
import { evaluateUnder } from "./evaluate-under.ts";
import type { HeldRoster } from "./held-roster.ts";
import type { InspectedWorkbook } from "./inspected-workbook.ts";
import type { Engine } from "./port.ts";

/**
 * The part of the engine that reads a workbook while someone decides how; nothing is loaded.
 * @param loaded the roster, where one was loaded: what its issues decide is asked, too
 */
export const importerOf = (
  prepared: PreparedPolicy,
  inspected: InspectedWorkbook,
  loaded: () => HeldRoster | undefined,
): Pick<Engine, "inspect" | "proposeSheet" | "tryMapping" | "repairs" | "stakes" | "errorWorkbook"> => ({
  inspect: (bytes, fileName, task, known) => inspected.inspect(bytes, fileName, task, known),
  proposeSheet: async (choice) => inspected.proposeSheet(choice),
  tryMapping: async (mapping) => inspected.tryMapping(mapping),
  repairs: async (mapping) => inspected.repairs(mapping),
  async stakes(scenario, task, of = "trial") {
    task?.signal?.throwIfAborted();
    const held = of === "roster" ? loaded() : undefined;
    const found = held ?? (of === "trial" ? inspected.tried : undefined);
    if (!found) return undefined;
    const { roster, issues } = found;
    const evaluation = held
      ? await held.evaluated(scenario, task)
      : roster && (await evaluateUnder(prepared, roster, scenario, task));
    return stakedIssues(issues, roster && evaluation && { roster, evaluation });
  },
  errorWorkbook: (request, task) => writeErrorWorkbook(prepared, request, inspected.read, task),
});
