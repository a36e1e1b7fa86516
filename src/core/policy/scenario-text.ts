import { policyUnder } from "./added-measure.ts";
import { rulePackHash } from "./pack-hash.ts";
import type { Policy } from "./policy.ts";
import type { Scenario } from "./scenario.ts";

/**
 * A scenario as the text of an `exposure-scenario/1` file (section 9), which `parseScenario` reads back to the same
 * scenario: money in 元, shares as fractions, dates ISO text; edits in the order they were made. It names
 * the policy that it departs from: its id decides where it can be opened, its hash says which edition it was.
 */
export function scenarioText(policy: Policy, scenario: Scenario): string {
  const { name, asOf, values, ...rest } = scenario;
  const { parameters } = policyUnder(policy, scenario);
  const published = new Set(parameters.filter(({ space }) => space === "parameter").map(({ key }) => key));
  const entries = Object.entries(values);
  const file = {
    format: "exposure-scenario/1",
    policy: { id: policy.id, title: policy.title, hash: rulePackHash(policy) },
    name,
    asOf,
    parameters: Object.fromEntries(entries.filter(([key]) => published.has(key))),
    assumptions: Object.fromEntries(entries.filter(([key]) => !published.has(key))),
    ...rest,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
