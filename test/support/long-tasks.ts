import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright";
import type { Browser, Page } from "playwright";
import { build, preview } from "vite";
import { browserSwitches, findBrowser } from "./find-browser.ts";
import { longTaskSteps } from "./long-task-steps.ts";
import { pageMark, tasksOf, type PageTask, type TraceEvent } from "./page-tasks.ts";

/**
 * What keeps the page from answering: `npm run long-tasks -- ROSTER.xlsx` drives the built page and prints the longest
 * tasks of its main thread by step. Processor time says what the page asks for; the time by the clock moves with the
 * machine's load. `--keep` writes each step's trace, with samples of the code by name, to open in the browser's tools.
 */
const site = ".cache/long-tasks/page";
const traces = ".cache/long-tasks/traces";
const [roster = "samples/demo-district.xlsx"] = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const isKept = process.argv.includes("--keep");
const LIMIT = 50;
const categories = [
  "toplevel",
  "devtools.timeline",
  "blink.user_timing",
  ...(isKept ? ["disabled-by-default-v8.cpu_profiler"] : []),
];

async function traced(browser: Browser, page: Page, step: () => Promise<void>): Promise<Buffer> {
  await browser.startTracing(page, { categories });
  await step();
  await page.evaluate((mark) => performance.mark(mark), pageMark);
  return await browser.stopTracing();
}

const eventsIn = (trace: Buffer): readonly TraceEvent[] =>
  (JSON.parse(trace.toString("utf8")) as { traceEvents: readonly TraceEvent[] }).traceEvents;

function line(name: string, tasks: readonly PageTask[]): string {
  const over = (measure: "cpu" | "wall"): string => String(tasks.filter((task) => task[measure] > LIMIT).length);
  const longest = tasks.slice(0, 4).map(({ wall, cpu }) => `${cpu.toFixed(0)} (${wall.toFixed(0)})`);
  const columns = [`${over("cpu")} (${over("wall")})`, ...longest];
  return name.padEnd(24) + columns.map((text) => text.padStart(13)).join("");
}

await mkdir(traces, { recursive: true });
await build({ build: { outDir: site, emptyOutDir: true, minify: !isKept }, logLevel: "error" });
const server = await preview({ build: { outDir: site }, preview: { port: 4301 }, logLevel: "error" });
const address = server.resolvedUrls?.local[0] ?? "http://localhost:4301/";
const { executablePath, env } = await findBrowser();
const browser = await chromium.launch({ executablePath, args: [...browserSwitches], env: { ...process.env, ...env } });
const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
page.on("pageerror", (error) => process.stderr.write(`${String(error)}\n`));
process.stdout.write(`milliseconds of processor (and by the clock)\n${"step".padEnd(24)}    over ${LIMIT}  longest\n`);
for (const { name, run } of longTaskSteps(address, roster)) {
  const trace = await traced(browser, page, () => run(page));
  if (isKept) await writeFile(join(traces, `${name.replaceAll(" ", "-")}.json`), trace);
  process.stdout.write(`${line(name, tasksOf(eventsIn(trace)))}\n`);
}
await browser.close();
await server.close();
