import { basename } from "node:path";
import { isMainThread } from "node:worker_threads";
import { evaluateRoster } from "../core/policy/evaluate.ts";
import { explainEnterprise } from "../core/policy/explanation/explain-enterprise.ts";
import { preparePolicy } from "../core/policy/prepare.ts";
import { ScenarioError } from "../core/policy/scenario-file.ts";
import { rosterTemplate } from "../core/report/roster-template.ts";
import { normaliseCode } from "../core/roster/credit-code.ts";
import { SimulationMemoryError } from "../core/simulation/trial-collector.ts";
import { PartError } from "../engine/result-part.ts";
import { writeWorkbook } from "../spreadsheet/write-report.ts";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";
import { readArguments, usage, UsageError, type Arguments } from "./arguments.ts";
import { serveMainThread } from "./block-thread.ts";
import { explanationLines } from "./explain-text.ts";
import { load, say, scenarioOf, tell, write } from "./files.ts";
import { merge, simulate } from "./simulate.ts";

/** Exit codes: 0 explained, 1 no enterprise was accepted, 2 a code that no row of the roster names. */
async function explain(words: Arguments): Promise<number> {
  const scenario = await scenarioOf(words);
  const { roster, issues } = await load(words.file);
  if (!roster || roster.tables.enterprises.rowCount === 0) {
    tell(words.file, issues);
    say(`${basename(words.file)}: 没有可用的企业行 (no enterprise was accepted)`);
    return 1;
  }
  const prepared = preparePolicy(xicheng202371);
  const evaluation = evaluateRoster(prepared, roster, scenario);
  const code = normaliseCode(words.uscc ?? "");
  const explanation = explainEnterprise(prepared, roster, scenario, evaluation, code);
  if (!explanation) {
    const remedy = "请核对代码；若该行被拒绝，用 check 查看原因";
    throw new UsageError(
      `--uscc: ${basename(words.file)} 的各表都没有 ${code}。${remedy} (no accepted row has this code)`,
    );
  }
  process.stdout.write(`${explanationLines(xicheng202371, explanation).join("\n")}\n`);
  return 0;
}

async function check({ file }: Arguments): Promise<number> {
  const { roster, issues } = await load(file);
  tell(file, issues);
  const refused = issues.some(({ refusesRow }) => refusesRow);
  return roster && !refused ? 0 : 1;
}

async function template({ file }: Arguments): Promise<number> {
  await write(file, await writeWorkbook(rosterTemplate("zh")));
  return 0;
}

/** This program's bundle: its own threads run it again. */
const bundle = new URL(import.meta.url);

const commands = {
  simulate: (words: Arguments) => simulate(words, bundle),
  merge,
  explain,
  check,
  template,
} as const;

async function main(words: readonly string[]): Promise<number> {
  try {
    const given = readArguments(words);
    return await commands[given.command](given);
  } catch (error) {
    if (error instanceof UsageError) say(`${error.message}\n${usage}`);
    else if (error instanceof ScenarioError) say(`scenario: ${error.message}`);
    else if (error instanceof SimulationMemoryError) say(`--trials: ${error.message}`);
    else if (error instanceof PartError) say(error.message);
    else throw error;
    return 2;
  }
}

if (isMainThread) process.exitCode = await main(process.argv.slice(2));
else serveMainThread();
