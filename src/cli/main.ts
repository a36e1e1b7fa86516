import { readFile, writeFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { parseIsoDay } from "../core/date/day.ts";
import type { Issue } from "../core/issue/issue.ts";
import { describeIssue } from "../core/issue/issue-text.ts";
import { evaluateRoster } from "../core/policy/evaluate.ts";
import { explainEnterprise } from "../core/policy/explanation/explain-enterprise.ts";
import { preparePolicy } from "../core/policy/prepare.ts";
import { publishedScenario, type Scenario } from "../core/policy/scenario.ts";
import { parseScenario, ScenarioError } from "../core/policy/scenario-file.ts";
import { rosterTemplate } from "../core/report/roster-template.ts";
import { normaliseCode } from "../core/roster/credit-code.ts";
import { importRoster } from "../core/roster/import-roster.ts";
import type { Roster } from "../core/roster/roster.ts";
import { writeReport } from "../engine/report-request.ts";
import { exposureResult } from "../engine/result.ts";
import { readWorkbook } from "../spreadsheet/read-workbook.ts";
import { writeWorkbook } from "../spreadsheet/write-report.ts";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";
import { explanationLines } from "./explain-text.ts";
import { readArguments, usage, UsageError, type Arguments } from "./arguments.ts";

/** A roster file as far as it could be read. */
interface Loaded {
  readonly roster?: Roster;
  readonly issues: readonly Issue[];
}

/** A path as the caller means it: npm runs scripts in the project's folder, not in the caller's. */
const pathOf = (file: string): string => resolve(process.env["INIT_CWD"] ?? ".", file);

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

function tell(file: string, issues: readonly Issue[]): void {
  for (const issue of issues) {
    const { message, remedy } = describeIssue(issue, "zh");
    say(`${basename(file)}: ${issue.severity === "error" ? "错误" : "提示"}: ${message} ${remedy}`);
  }
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(pathOf(file));
  } catch (error) {
    throw new UsageError(`cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function write(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(pathOf(file), content);
  } catch (error) {
    throw new UsageError(`cannot write ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function load(file: string): Promise<Loaded> {
  const workbook = await readWorkbook(await bytesOf(file), basename(file));
  return "refused" in workbook ? { issues: [workbook.refused] } : importRoster(workbook);
}

async function scenarioOf(words: Arguments): Promise<Scenario> {
  const scenario =
    words.scenario === undefined
      ? publishedScenario
      : parseScenario(xicheng202371, new TextDecoder().decode(await bytesOf(words.scenario)));
  if (words.asOf === undefined) return scenario;
  if (Number.isNaN(parseIsoDay(words.asOf))) {
    throw new UsageError(`--as-of: found ${words.asOf}, allowed is a date such as 2026-06-30`);
  }
  return { ...scenario, asOf: words.asOf };
}

async function simulate(words: Arguments): Promise<number> {
  const scenario = await scenarioOf(words);
  const { roster, issues } = await load(words.file);
  tell(words.file, issues);
  if (!roster || roster.tables.enterprises.rowCount === 0) {
    say(`${basename(words.file)}: 没有可用的企业行，未产生结果 (no enterprise was accepted)`);
    return 1;
  }
  if ((words.trials ?? scenario.trials ?? 1000) > 0)
    say("本版本只计算已承诺部分，不做模拟 (recorded part only, 0 trials)");
  const prepared = preparePolicy(xicheng202371);
  const evaluation = evaluateRoster(prepared, roster, scenario);
  tell(words.file, evaluation.issues);
  const seed = words.seed ?? scenario.seed ?? 1;
  const result = exposureResult({
    policy: xicheng202371,
    roster,
    issues,
    scenario,
    evaluation,
    seed,
    entities: words.entities,
  });
  const text = `${JSON.stringify(result, null, 1)}\n`;
  if (words.json === undefined) process.stdout.write(text);
  else await write(words.json, text);
  if (words.report !== undefined) {
    const choice = { language: "zh", masked: false, scenario, seed, charts: [] } as const;
    const request = { ...choice, writtenAt: new Date().toISOString() };
    const loaded = { roster, fileName: basename(words.file), issues };
    await write(words.report, await writeReport(prepared, loaded, request, evaluation));
  }
  return 0;
}

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

const commands = { simulate, explain, check, template } as const;

async function main(words: readonly string[]): Promise<number> {
  try {
    const given = readArguments(words);
    return await commands[given.command](given);
  } catch (error) {
    if (error instanceof UsageError) say(`${error.message}\n${usage}`);
    else if (error instanceof ScenarioError) say(`scenario: ${error.message}`);
    else throw error;
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
