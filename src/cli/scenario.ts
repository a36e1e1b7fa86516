import { parseIsoDay } from "../core/date/day.ts";
import type { Policy } from "../core/policy/policy.ts";
import { parseScenario } from "../core/policy/scenario-file.ts";
import { publishedScenario, type Scenario } from "../core/policy/scenario.ts";
import { UsageError, type Arguments } from "./arguments.ts";
import { textOf } from "./files.ts";
import { scenarioIn } from "./reopen.ts";

/** A scenario file, or a report or a sheet of its parameters by the end of its name. */
const scenarioFrom = async (published: Policy, file: string): Promise<Scenario> =>
  /\.(xlsx|xls|csv|tsv)$/iu.test(file)
    ? await scenarioIn(published, file)
    : parseScenario(published, await textOf(file));

/** The scenario of a command line; --as-of wins. */
export async function scenarioOf(published: Policy, words: Pick<Arguments, "scenario" | "asOf">): Promise<Scenario> {
  const scenario = words.scenario === undefined ? publishedScenario : await scenarioFrom(published, words.scenario);
  if (words.asOf === undefined) return scenario;
  if (Number.isNaN(parseIsoDay(words.asOf))) {
    throw new UsageError(`--as-of: found ${words.asOf}, allowed is a date such as 2026-06-30`);
  }
  return { ...scenario, asOf: words.asOf };
}
