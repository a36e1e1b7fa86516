import { closeSync, existsSync, openSync, appendFileSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { cpus, totalmem } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { largeColumns } from "../samples/large-columns.ts";
import { writeLargeWorkbook } from "../samples/large-workbook.ts";
import { fieldsOf } from "../src/core/roster/fields.ts";
import { inNode } from "./child-process.ts";
import { writeColumns } from "./columns-folder.ts";
import { buildPage } from "./in-chromium.ts";
import { jobs, type Imported } from "./jobs.ts";
import { measureEvaluation } from "./measure-evaluation.ts";
import { measureImport } from "./measure-import.ts";
import { measureSimulation } from "./measure-simulation.ts";
import { tableText, type ResultLine } from "./result-table.ts";

const CACHE = resolve(".cache/bench");
const COLUMNS = 40;
const leftOut = fieldsOf("enterprises")
  .slice(COLUMNS)
  .map(({ id }) => id);

async function columnsOf(firms: number): Promise<string> {
  const folder = join(CACHE, `columns-${firms}`);
  if (existsSync(folder)) return folder;
  await rm(`${folder}.new`, { recursive: true, force: true });
  await writeColumns(largeColumns(firms), `${folder}.new`);
  await rename(`${folder}.new`, folder);
  return folder;
}

function writeWorkbookFile(rows: number, file: string): void {
  const target = openSync(file, "w");
  writeLargeWorkbook(rows, (piece) => appendFileSync(target, piece), leftOut);
  closeSync(target);
}

async function measureAll(isQuick: boolean): Promise<ResultLine[]> {
  const lines: ResultLine[] = [];
  const report = (found: readonly ResultLine[]): void => {
    lines.push(...found);
    process.stderr.write(`${tableText(found)}\n\n`);
  };
  const idle = await inNode<Imported>("idle", "");
  report([{ work: "a process that does nothing", by: "node", milliseconds: [], peakMegabytes: idle.peakMegabytes }]);
  for (const firms of [10_000, 100_000]) {
    report(await measureEvaluation(firms, await columnsOf(firms), isQuick ? 1 : 3));
  }
  report(await measureSimulation(isQuick));
  const folder = join(CACHE, "page");
  await mkdir(folder, { recursive: true });
  await buildPage(folder);
  for (const rows of [20_000, 100_000]) {
    const file = `roster-${rows}.xlsx`;
    writeWorkbookFile(rows, join(folder, file));
    report(await measureImport(rows, folder, file, isQuick ? 1 : 3, rows < 100_000 || !isQuick));
  }
  return lines;
}

async function runJob([name = "", target = "", runs = "1"]: readonly string[]): Promise<void> {
  const job = jobs[name];
  if (!job) throw new Error(`there is no job ${name}`);
  process.stdout.write(JSON.stringify(await job(target, Number(runs))));
}

const { values, positionals } = parseArgs({
  options: { quick: { type: "boolean", default: false }, job: { type: "boolean", default: false } },
  allowPositionals: true,
});
if (values.job) await runJob(positionals);
else {
  const lines = await measureAll(values.quick);
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? "?"}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;
  process.stdout.write(`${machine}\n${tableText(lines)}\n`);
  await mkdir("bench/results", { recursive: true });
  await writeFile("bench/results/latest.json", `${JSON.stringify({ machine, quick: values.quick, lines }, null, 2)}\n`);
}
