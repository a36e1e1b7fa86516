import { basename } from "node:path";
import { isMainThread } from "node:worker_threads";
import { ScenarioError } from "../core/policy/scenario-file.ts";
import { SheetTooLongError } from "../core/report/sheet-length.ts";
import { normaliseCode } from "../core/roster/credit-code.ts";
import { fieldOf } from "../core/roster/fields.ts";
import { MappingError } from "../core/roster/mapping/mapping-file.ts";
import { SimulationMemoryError } from "../core/simulation/trial-collector.ts";
import { policyUnder } from "../core/policy/added-measure.ts";
import { createEngine } from "../engine/in-process.ts";
import type { Engine } from "../engine/port.ts";
import { PartError } from "../engine/result-part.ts";
import { readArguments, usage, UsageError, type Arguments } from "./arguments.ts";
import { serveMainThread } from "./block-thread.ts";
import { compare } from "./compare.ts";
import { explanationLines } from "./explain-text.ts";
import { difference } from "./difference.ts";
import { bytesOf, mappingIn, RefusedFileError, say, tell, write, writeJson } from "./files.ts";
import { givenIn, type Given } from "./given.ts";
import { policyIn } from "./policy.ts";
import { reopen } from "./reopen.ts";
import { sensitivity } from "./sensitivity.ts";
import { merge, simulate } from "./simulate.ts";
import { solve } from "./solve.ts";

/** Exit codes: 0 explained, 1 no enterprise was accepted, 2 a code that no row of the roster names. */
async function explain(words: Arguments): Promise<number> {
  const { published, scenario, bytes, fileName, mapping } = await givenIn(words);
  const name = basename(words.file);
  const engine = createEngine(published);
  const card = await engine.load(bytes, fileName, undefined, mapping);
  if ("refused" in card || card.codes.length === 0) {
    tell(words.file, card.issues);
    say(`${name}: 没有可用的企业行 (no enterprise was accepted)`);
    return 1;
  }
  const code = normaliseCode(words.uscc ?? "");
  const explanation = await engine.explain(scenario, code);
  if (!explanation) {
    const remedy = "请核对代码；若该行被拒绝，用 check 查看原因";
    throw new UsageError(`--uscc: ${name} 的各表都没有 ${code}。${remedy} (no accepted row has this code)`);
  }
  process.stdout.write(`${explanationLines(policyUnder(published, scenario), explanation).join("\n")}\n`);
  return 0;
}

async function check(words: Arguments): Promise<number> {
  const given = await givenIn(words);
  const engine = createEngine(given.published);
  const card = await engine.load(given.bytes, given.fileName, undefined, given.mapping);
  tell(words.file, card.issues);
  if (words.errors !== undefined) await writeErrors(engine, given, words.errors);
  return "refused" in card || card.issues.some(({ refusesRow }) => refusesRow) ? 1 : 0;
}

/** Writes the roster with its problem cells marked; a file that cannot be read has no cells to mark. */
async function writeErrors(engine: Engine, given: Given, out: string): Promise<void> {
  const { bytes, fileName, mapping, scenario } = given;
  const request = { bytes, fileName, mapping, scenario, language: "zh" } as const;
  const made = await engine.errorWorkbook(request);
  if (made instanceof Uint8Array) await write(out, made);
}

/** Writes how a roster would be read, and asks about what is not certain; 1 where the file was refused. */
async function mapping(words: Arguments): Promise<number> {
  const { file, mapping: known, json } = words;
  const engine = createEngine(await policyIn(words));
  const found = await engine.inspect(await bytesOf(file), basename(file), undefined, await mappingIn(known));
  if ("refused" in found) {
    tell(file, found.issues);
    return 1;
  }
  await writeJson(json, found.mapping);
  for (const { sheet, columns } of found.sheets) {
    for (const { column, header, taken, alternatives } of columns) {
      const likely = alternatives.map(({ table, field }) => fieldOf(table, field).label).join("、");
      if (!taken && likely !== "") say(`${sheet}!${column} ${header}: ${likely} ?`);
    }
  }
  for (const { sheet, cell, before, after } of found.repairs) say(`${sheet}!${cell}: ${before} → ${after} ?`);
  return 0;
}

async function template(words: Arguments): Promise<number> {
  await write(words.file, await createEngine(await policyIn(words)).template());
  return 0;
}

/** This program's bundle: its own threads run it again. */
const bundle = new URL(import.meta.url);

const commands = {
  simulate: (words: Arguments) => simulate(words, bundle),
  merge,
  explain,
  sensitivity: (words: Arguments) => sensitivity(words, bundle),
  solve: (words: Arguments) => solve(words, bundle),
  check,
  compare: (words: Arguments) => compare(words, bundle),
  diff: difference,
  mapping,
  reopen,
  template,
} as const;

async function main(words: readonly string[]): Promise<number> {
  try {
    const given = readArguments(words);
    return await commands[given.command](given);
  } catch (error) {
    if (error instanceof RefusedFileError) {
      say(error.message);
      return 1;
    }
    if (error instanceof UsageError) say(`${error.message}\n${usage}`);
    else if (error instanceof ScenarioError) say(`scenario: ${error.message}`);
    else if (error instanceof SimulationMemoryError) say(`--trials: ${error.message}`);
    else if (error instanceof SheetTooLongError) say(`--report: ${error.message}`);
    else if (error instanceof MappingError) say(`--mapping: ${error.message}`);
    else if (error instanceof PartError) say(error.message);
    else throw error;
    return 2;
  }
}

if (isMainThread) process.exitCode = await main(process.argv.slice(2));
else serveMainThread();
