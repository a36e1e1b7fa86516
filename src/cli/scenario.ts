import { parseIsoDay } from "../core/date/day.ts";
import type { Policy } from "../core/policy/policy.ts";
import { parseScenario } from "../core/policy/scenario-file.ts";
import { publishedScenario, type Scenario } from "../core/policy/scenario.ts";
import { UsageError, type Arguments } from "./arguments.ts";
import { textOf } from "./files.ts";
import { scenarioIn } from "./reopen.ts";

const isSheet = (file: string): boolean => /\.(xlsx|xls|csv|tsv)$/iu.test(file);

/** Whether a word names a file that may hold a scenario. */
export const isScenarioFile = (word: string): boolean => isSheet(word) || /\.json$/iu.test(word);

/** A scenario file, or a report or a sheet of its parameters by the end of its name. */
const scenarioFrom = async (published: Policy, file: string): Promise<Scenario> =>
  isSheet(file) ? await scenarioIn(published, file) : parseScenario(published, await textOf(file));

/** The scenario of a command line; --as-of wins. */
export async function scenarioOf(published: Policy, words: Pick<Arguments, "scenario" | "asOf">): Promise<Scenario> {
  const scenario = words.scenario === undefined ? publishedScenario : await scenarioFrom(published, words.scenario);
  return asOfDay(scenario, words.asOf);
}

/** The scenario as of the day of --as-of, where there is one. @throws UsageError for what is no date */
export function asOfDay(scenario: Scenario, asOf: string | undefined): Scenario {
  if (asOf === undefined) return scenario;
  if (Number.isNaN(parseIsoDay(asOf))) {
    throw new UsageError(`--as-of: found ${asOf}, allowed is a date such as 2026-06-30`);
  }
  return { ...scenario, asOf };
}
