import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { xicheng202371 } from "../rules/xicheng-2023-71/policy.ts";
import { evaluateRoster, evaluationPlan } from "../src/core/policy/evaluate.ts";
import { preparePolicy } from "../src/core/policy/prepare.ts";
import { publishedScenario, type Scenario } from "../src/core/policy/scenario.ts";
import { totalsOf, type Sums } from "../src/core/policy/totals.ts";
import type { Roster } from "../src/core/roster/roster.ts";
import { readColumns } from "./columns-folder.ts";
import { importers, type Importer } from "./importers.ts";

/** What one child process found; the first of its times is the cold one. */
export interface Evaluated {
  readonly milliseconds: readonly number[];
  /** 分 by measure, kind of amount and year. */
  readonly lines: Readonly<Record<string, number>>;
  readonly triggers: Readonly<Record<string, number>>;
  /** Sum over enterprises, 分. */
  readonly enterprises: number;
}

/** Sums from an evaluation plan of a roster that it has summed before, milliseconds by scenario. */
export interface FromPlan {
  /** One rate moved, 60 places of a slider. */
  readonly oneMoved: readonly number[];
  /** Every rate and amount of the policy moved, 20 times. */
  readonly allMoved: readonly number[];
  /** 分 by measure, kind of amount and year under the moved rate that the peer takes. */
  readonly lines: Evaluated["lines"];
}

export interface Evaluations {
  readonly published: Evaluated;
  readonly moved: Evaluated;
  /** Absent in a peer, which has no plan. */
  readonly plan?: FromPlan;
  readonly peakMegabytes: number;
}

export interface Imported {
  readonly milliseconds: readonly number[];
  readonly rows: number;
  readonly peakMegabytes: number;
}

const MEGABYTE = 1024 * 1024;
/** Linux starts a child's maxRSS at what its parent held; the mark of its own memory begins anew. */
function peakMegabytes(): number {
  const status = process.platform === "linux" ? readFileSync("/proc/self/status", "utf8") : "";
  const own = /^VmHWM:\s+(\d+)/m.exec(status)?.[1];
  return (own === undefined ? process.resourceUsage().maxRSS : Number(own)) / 1024;
}
const movedScenario: Scenario = { ...publishedScenario, values: { "m06.补助比例": 0.25 } };

function linesOf({ measures }: Sums): Evaluated["lines"] {
  const lines = measures.flatMap((line, index) =>
    (["committed", "statutory", "unverified"] as const).flatMap((kind) =>
      [...line[kind]].map(([year, amount]) => [`${xicheng202371.measures[index]?.id}.${kind}.${year}`, amount]),
    ),
  );
  return Object.fromEntries(lines) as Evaluated["lines"];
}

/** Time on the clock, as the peer takes it. */
function millisecondsOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Every published rate and amount times a factor; amounts in whole 元. */
function allMoved(factor: number): Scenario["values"] {
  const moved = xicheng202371.parameters.flatMap(({ key, space, type, value }) => {
    const moves = space !== "simulation" && typeof value === "number" && (type === "yuan" || type === "share");
    return moves ? [[key, type === "yuan" ? Math.round(value * factor) : value * factor]] : [];
  });
  return Object.fromEntries(moved) as Scenario["values"];
}

function fromPlan(roster: Roster): FromPlan {
  const plan = evaluationPlan(preparePolicy(xicheng202371), roster);
  const sums = (values: Scenario["values"]): number =>
    millisecondsOf(() => void plan.sums({ ...publishedScenario, values }));
  sums({});
  return {
    oneMoved: Array.from({ length: 60 }, (_, place) => sums({ "m06.补助比例": 0.1 + place / 1000 })),
    allMoved: Array.from({ length: 20 }, (_, place) => sums(allMoved(0.5 + place / 100))),
    lines: linesOf(plan.sums(movedScenario)),
  };
}

function evaluated(roster: Roster, scenario: Scenario, runs: number): Evaluated {
  const prepared = preparePolicy(xicheng202371);
  const milliseconds: number[] = [];
  const run = () => {
    const start = performance.now();
    const evaluation = evaluateRoster(prepared, roster, scenario);
    const totals = totalsOf(xicheng202371, evaluation, scenario);
    milliseconds.push(performance.now() - start);
    return { evaluation, totals };
  };
  let last = run();
  for (let count = 1; count < runs; count++) last = run();
  const triggers = [...last.evaluation.recordedTriggers].flatMap((count, index) =>
    count > 0 ? [[xicheng202371.measures[index]?.id, count]] : [],
  );
  return {
    milliseconds,
    lines: linesOf(last.totals),
    triggers: Object.fromEntries(triggers),
    enterprises: last.totals.enterprises.amount.reduce((sum, amount) => sum + amount, 0),
  };
}

async function evaluate(folder: string, runs: number): Promise<Evaluations> {
  const roster = await readColumns(folder);
  return {
    published: evaluated(roster, publishedScenario, runs),
    moved: evaluated(roster, movedScenario, runs),
    plan: fromPlan(roster),
    peakMegabytes: peakMegabytes(),
  };
}

const importBy =
  (importer: Importer) =>
  async (file: string): Promise<Imported> => {
    const bytes = new Uint8Array(await readFile(file));
    const start = performance.now();
    const rows = await importers[importer](bytes);
    return { milliseconds: [performance.now() - start], rows, peakMegabytes: peakMegabytes() };
  };

/** Memory of a process before it does anything: what peaks are to be read against. */
const idle = async (): Promise<Imported> => ({
  milliseconds: [],
  rows: 0,
  peakMegabytes: process.memoryUsage().rss / MEGABYTE,
});

/** What a child process can be asked for, by name. */
export const jobs: Readonly<Record<string, (target: string, runs: number) => Promise<Evaluations | Imported>>> = {
  evaluate,
  ours: importBy("ours"),
  exceljs: importBy("exceljs"),
  sheetjs: importBy("sheetjs"),
  idle,
};
