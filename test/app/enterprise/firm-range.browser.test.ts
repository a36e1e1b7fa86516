import axe from "axe-core";
import { mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import sample from "../../../samples/hand-check-30.xlsx?url";
import App from "../../../src/app/App.svelte";
import "../../../src/app/styles/tokens.css";
import "../../../src/app/styles/base.css";
import { createEngine } from "../../../src/engine/in-process.ts";

let app: Record<string, unknown>;
const range = 'section[aria-label="模拟区间"], section[aria-label="Simulated range"]';
const patience = { timeout: 60_000, interval: 50 };

function open(trials: number): void {
  location.hash = "#enterprise/91110102999990117A";
  const props = { policy: xicheng202371, engine: createEngine(xicheng202371), sample, trials };
  app = mount(App, { target: document.body, props });
}

const text = (): string => (document.querySelector(range)?.textContent ?? "").replaceAll(/\s+/gu, " ");
const says = (words: string): Promise<void> => vi.waitFor(() => expect(text()).toContain(words), patience);

beforeEach(() => localStorage.clear());
afterEach(() => unmount(app));

it("shows a firm's own part of the district's trials, by year and measure, with what is left out", async () => {
  open(250);
  await says("取自全区同一批 250 次试验（种子 1）");
  expect(text()).toMatch(
    /五年期预期 [\d.]+ 万元，P5 至 P95 为 [\d.]+ 万元 至 [\d.]+ 万元，得到任何支付的概率 100\.0%/u,
  );
  expect(text()).toContain("综合服务奖励、担保代偿风险补偿");
  const summary = document.querySelector<HTMLElement>('section[aria-label="模拟区间"] figure summary');
  summary?.click();
  // what was recognised in 2024 is paid whatever comes: 12.34万元
  const year = await vi.waitFor(() => {
    const row = [...document.querySelectorAll<HTMLTableRowElement>('section[aria-label="模拟区间"] figure tr')].find(
      ({ cells }) => cells[0]?.textContent.trim() === "2024",
    );
    if (!row) throw new Error("the table must have 2024");
    return row;
  }, patience);
  expect([...year.cells].map(({ textContent }) => textContent.trim())).toEqual([
    "2024",
    ...Array<string>(5).fill("12.3"),
    "100.0%",
  ]);
});

it("says that there is none where no trials are asked for", async () => {
  open(0);
  await says("情景没有要求试验");
});

it.each([
  ["light", "zh"],
  ["dark", "en"],
])("has no barrier that axe can find, %s, %s", async (theme, language) => {
  localStorage.setItem("cesuan.theme", theme);
  localStorage.setItem("cesuan.language", language);
  open(250);
  await vi.waitFor(() => expect(document.querySelector(`:is(${range}) figure`)).not.toBeNull(), patience);
  for (const details of document.querySelectorAll("details")) details.open = true;
  const { violations } = await axe.run();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});
