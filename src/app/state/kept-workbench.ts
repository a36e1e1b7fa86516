import type { Policy } from "../../core/policy/policy.ts";
import { publishedScenario } from "../../core/policy/scenario.ts";
import { restoredScenario, type KeptScenario } from "./kept-scenario.ts";
import { wholeScenario, workbenchOf, type SavedScenario, type Workbench } from "./workbench.ts";

/** The scenario on the desk as it has always been kept, and the saved ones beside it. */
interface KeptBench extends KeptScenario {
  readonly saved?: readonly { readonly id?: unknown; readonly scenario?: KeptScenario }[];
  readonly opened?: unknown;
  readonly baseline?: unknown;
}

/** The scenarios as text for the browser's store. */
export const keptText = (bench: Workbench): string => {
  const { saved, opened, baseline } = bench;
  return JSON.stringify({ ...wholeScenario(bench), saved, opened, baseline });
};

/** The scenarios of an earlier visit; what this policy does not know or permit is left out of them. */
export function restoredWorkbench(text: string | null, policy: Policy): Workbench {
  if (text === null) return workbenchOf(publishedScenario);
  const kept = JSON.parse(text) as KeptBench;
  const saved = (kept.saved ?? []).flatMap(({ id, scenario }): SavedScenario[] =>
    typeof id === "string" && scenario ? [{ id, scenario: restoredScenario(scenario, policy) }] : [],
  );
  const idOf = (id: unknown): string | undefined => saved.find((each) => each.id === id)?.id;
  const [opened, baseline] = [idOf(kept.opened), idOf(kept.baseline)];
  return {
    ...workbenchOf(restoredScenario(kept, policy)),
    saved,
    ...(opened !== undefined && { opened }),
    ...(baseline !== undefined && { baseline }),
  };
}
