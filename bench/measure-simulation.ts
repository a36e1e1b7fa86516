import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { xicheng202371 } from "../rules/xicheng-2023-71/policy.ts";
import { evaluateRoster } from "../src/core/policy/evaluate.ts";
import { preparePolicy } from "../src/core/policy/prepare.ts";
import { publishedScenario, type Scenario } from "../src/core/policy/scenario.ts";
import { importRoster } from "../src/core/roster/import-roster.ts";
import type { Roster } from "../src/core/roster/roster.ts";
import { blockCount } from "../src/core/simulation/block-record.ts";
import { BlockRun } from "../src/core/simulation/block-run.ts";
import { Candidates } from "../src/core/simulation/candidates.ts";
import { drawBlock } from "../src/core/simulation/draw-block.ts";
import { forecastOf } from "../src/core/simulation/forecast.ts";
import { claimColumns, sortedClaims, type TrialClaims } from "../src/core/simulation/pool-claims.ts";
import { payPoolTrials } from "../src/core/simulation/pool-trials.ts";
import { streamOf } from "../src/core/simulation/random-stream.ts";
import { keyHash } from "../src/core/simulation/key-hash.ts";
import { Summariser } from "../src/core/simulation/summary.ts";
import { TrialCells } from "../src/core/simulation/trial-cells.ts";
import { readWorkbook } from "../src/spreadsheet/read-workbook.ts";
import { missingNumpy } from "./child-process.ts";
import { median, type ResultLine } from "./result-table.ts";

const SAMPLE = "samples/demo-district.xlsx";
const PEER = "bench/peer_simulation.py";
const SEED = 1;
const CELLS = 155;
const TRIALS = 10_000;
const LOANS = 2851;
/** First blocks that are drawn to no account. */
const UNCOUNTED = 10;
const prepared = preparePolicy(xicheng202371);
const run = promisify(execFile);

/** Processor time of some work, ms: the machine may have other things to do. */
async function processorTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function repeated(times: number, work: () => unknown): Promise<number[]> {
  const milliseconds: number[] = [];
  for (let count = 0; count < times; count++) milliseconds.push(await processorTime(work));
  return milliseconds;
}

async function sampleRoster(): Promise<Roster> {
  const workbook = await readWorkbook(new Uint8Array(await readFile(SAMPLE)), SAMPLE);
  if ("refused" in workbook) throw new Error(`${SAMPLE} was refused: ${workbook.refused.code}`);
  const { roster } = importRoster(workbook);
  if (!roster) throw new Error(`${SAMPLE} has no enterprise`);
  return roster;
}

function runOf(roster: Roster, scenario: Scenario, before?: BlockRun): BlockRun {
  const evaluation = evaluateRoster(prepared, roster, scenario);
  return new BlockRun(prepared, roster, { scenario, evaluation, seed: SEED }, before);
}

function simulateAll(blocks: BlockRun, trials: number): void {
  for (let block = 0; block < blockCount(trials); block++) blocks.record(block);
}

/** Whole runs of the sample, then prices moved. */
async function wholeRuns(roster: Roster, trials: number): Promise<ResultLine[]> {
  const size = `${trials.toLocaleString("en-US")} trials of the sample`;
  const by = "cesuan";
  let first = runOf(roster, publishedScenario);
  const fresh = await repeated(1, () => {
    first = runOf(roster, publishedScenario);
    simulateAll(first, trials);
  });
  const moved = async (key: string, values: readonly number[]): Promise<ResultLine> => {
    const milliseconds: number[] = [];
    for (const value of values) {
      const scenario = { ...publishedScenario, values: { [key]: value } };
      milliseconds.push(await processorTime(() => simulateAll(runOf(roster, scenario, first), trials)));
    }
    return { work: `${key} moved, ${size}, nothing drawn anew`, by, milliseconds };
  };
  return [
    { work: `${size}, drawn and priced`, by, milliseconds: fresh },
    await moved("m06.补助比例", [0.25, 0.2, 0.15]),
    await moved("m14.资金池规模", [4e7, 3e7, 2e7]),
    await moved("m10.档次金额.市级专精特新", [1e5, 1.5e5, 3e5]),
  ];
}

/** The drawing of a block of 250 trials; cells that a naive draw would ask for. */
async function drawing(roster: Roster, rounds: number): Promise<{ line: ResultLine; naive: number[] }> {
  const evaluation = evaluateRoster(prepared, roster, publishedScenario);
  const { plan } = forecastOf(prepared, roster, publishedScenario, evaluation, SEED);
  const block = { first: 0, count: 250 };
  const candidates = new Candidates();
  // a run of 10,000 trials draws 40 such blocks, all but the first few of them compiled, into the same columns
  const milliseconds = await repeated(rounds + UNCOUNTED, () => drawBlock(plan, block, candidates));
  const naive = plan.events.map(({ enterprises }) => enterprises.length * plan.horizon.monthCount * block.count);
  return {
    line: {
      work: "draws of 250 trials of the sample",
      by: "cesuan",
      milliseconds: milliseconds.slice(UNCOUNTED),
      note: `${candidates.count} events`,
    },
    naive,
  };
}

async function quantiles(rounds: number): Promise<ResultLine> {
  const stream = streamOf(SEED, keyHash("quantiles"), keyHash(""));
  const cells = Array.from({ length: CELLS }, () =>
    Float64Array.from({ length: TRIALS }, () => Math.round(stream.uniform() ** 4 * 1e9)),
  );
  const summariser = new Summariser(TRIALS);
  const milliseconds = await repeated(rounds + 1, () => {
    for (const cell of cells) summariser.summarise(cell);
  });
  return {
    work: `exact figures with quantiles, ${CELLS} cells × ${TRIALS} trials`,
    by: "cesuan",
    milliseconds: milliseconds.slice(1),
    note: "target 1.8 × np.quantile",
  };
}

/** Claims of 1.3 % of the loans a year over five years, sorted as a run keeps them. */
function randomClaims(asOf: number): TrialClaims {
  const stream = streamOf(SEED, keyHash("claims"), keyHash(""));
  const columns = claimColumns(Math.round(TRIALS * LOANS * 0.013 * 5));
  for (let at = 0; at < columns.day.length; at++) {
    const amount = Math.round(stream.uniform() * 2e8);
    columns.trial[at] = at % TRIALS;
    columns.day[at] = asOf + Math.floor(stream.uniform() * 1800);
    columns.order[at] = at;
    columns.eligibility[at] = 1;
    for (const name of ["planning", "statutory", "gross"] as const) columns[name][at] = amount;
  }
  return sortedClaims(columns, TRIALS);
}

/** A pool over 60 months: what is paid after its size or a cap was moved. */
async function pool(roster: Roster, rounds: number): Promise<ResultLine> {
  const evaluation = evaluateRoster(prepared, roster, publishedScenario);
  const forecast = forecastOf(prepared, roster, publishedScenario, evaluation, SEED);
  const [recorded] = forecast.pools;
  if (!recorded) throw new Error("the sample has no pool");
  const { firstMonth } = forecast.plan.horizon;
  const claims = randomClaims(forecast.plan.context.asOf);
  const milliseconds = await repeated(rounds, () => {
    const cells = new TrialCells(prepared.measures.length, forecast.years, TRIALS);
    payPoolTrials(recorded, claims, { first: firstMonth, count: 60 }, forecast.plan.context.termEnd, cells);
  });
  return {
    work: `pool paid, ${TRIALS} trials × 60 months, ${LOANS} loans, ${claims.day.length} claims, both bases`,
    by: "cesuan",
    milliseconds,
    note: "target 10 ms",
  };
}

/** The command line on the sample with one worker and with two: wall time, and the same bits. */
async function workers(trials: number): Promise<ResultLine[]> {
  const texts: string[] = [];
  const lines: ResultLine[] = [];
  const folder = await mkdtemp(join(tmpdir(), "bench-"));
  for (const count of [1, 2]) {
    const start = performance.now();
    const args = ["src/cli/launch.mjs", "simulate", SAMPLE, "--trials", String(trials), "--workers", String(count)];
    const file = join(folder, `workers-${count}.json`);
    await run(process.execPath, [...args, "--json", file], { maxBuffer: 1 << 28 });
    const milliseconds = [performance.now() - start];
    texts.push(await readFile(file, "utf8"));
    lines.push({ work: `command line, ${trials} trials, ${count} workers (wall)`, by: "cesuan", milliseconds });
  }
  await rm(folder, { recursive: true });
  if (texts[0] !== texts[1]) throw new Error("one worker and two gave different results");
  const [one, two] = lines.map(({ milliseconds }) => median(milliseconds));
  const note = `${((one ?? 0) / (two ?? 1)).toFixed(2)} × one worker's speed with import, same bits; target 1.7 on an idle machine`;
  return lines.map((line, index) => (index === 1 ? { ...line, note } : line));
}

/** What numpy takes for the same: naive draws, sums over stored events, quantiles. */
async function peers(naive: readonly number[], events: number, rounds: number) {
  const task = JSON.stringify({ naive, events, cells: CELLS, trials: TRIALS, rounds });
  const { stdout } = await run("python3", [PEER, task]);
  return JSON.parse(stdout) as Readonly<Record<"draws" | "bincount" | "quantile", readonly number[]>>;
}

function withRatio(line: ResultLine, peer: readonly number[]): ResultLine {
  const ratio = median(peer) / median(line.milliseconds);
  return { ...line, note: [`${ratio.toFixed(1)} × numpy's speed`, line.note].filter(Boolean).join("; ") };
}

/** Drawing, pricing, prices moved, quantiles, the pool and workers; processor time unless a line says otherwise. */
export async function measureSimulation(isQuick: boolean): Promise<ResultLine[]> {
  const rounds = isQuick ? 1 : 3;
  const roster = await sampleRoster();
  const { line: draws, naive } = await drawing(roster, rounds);
  const figures = await quantiles(rounds);
  const ours = [...(await wholeRuns(roster, 1000)), ...(isQuick ? [] : await wholeRuns(roster, TRIALS))];
  const rest = [await pool(roster, rounds), ...(await workers(isQuick ? 500 : 2000))];
  const missing = await missingNumpy();
  if (missing !== undefined) {
    const peer = { work: "draws, sums and quantiles", by: "numpy", milliseconds: [], note: `did not run: ${missing}` };
    return [draws, figures, peer, ...ours, ...rest];
  }
  const found = await peers(naive, 4 * Number.parseInt(draws.note ?? "0", 10), rounds);
  return [
    withRatio({ ...draws, note: `${draws.note}; target 25 × naive draws` }, found.draws),
    { work: "naive draws of the same events", by: "numpy", milliseconds: found.draws },
    withRatio(figures, found.quantile),
    { work: "np.quantile alone, seven levels", by: "numpy", milliseconds: found.quantile },
    ...ours,
    {
      work: "np.bincount over the events of 1,000 trials, no rules",
      by: "numpy",
      milliseconds: found.bincount,
    },
    ...rest,
  ];
}
