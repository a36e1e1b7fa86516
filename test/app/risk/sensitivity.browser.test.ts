import axe from "axe-core";
import { mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import sample from "../../../samples/hand-check-30.xlsx?url";
import App from "../../../src/app/App.svelte";
import { createWorkerEngine } from "../../../src/engine/worker-client.ts";
import type { Engine } from "../../../src/engine/port.ts";

const policy = { ...xicheng202371, assumptionRanges: xicheng202371.assumptionRanges.slice(0, 3) };
let app: Record<string, unknown>;
let engine: Engine;
const soon = { timeout: 50_000, interval: 20 };
const text = (section: string): string =>
  document.querySelector(`section.${section}`)?.textContent.replaceAll(/\s+/gu, " ") ?? "";
const button = (section: string, name: RegExp): HTMLButtonElement | undefined =>
  [...document.querySelectorAll<HTMLButtonElement>(`section.${section} button`)].find(({ textContent }) =>
    name.test(textContent),
  );

function enter(selector: string, value: string): void {
  const field = document.querySelector<HTMLInputElement | HTMLSelectElement>(selector);
  if (!field) throw new Error(`no ${selector}`);
  field.value = value;
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }));
}

beforeEach(async () => {
  localStorage.clear();
  location.hash = "#risk";
  engine = createWorkerEngine(xicheng202371);
  app = mount(App, { target: document.body, props: { policy, engine, sample, trials: 100 } });
  await vi.waitFor(
    () => expect(document.querySelector("main .state")?.textContent).toContain("100 次试验，种子"),
    soon,
  );
});
afterEach(async () => {
  await unmount(app);
  engine.close();
});

it("asks for a limit before it seeks; the answer is applied with one press, and is then of an earlier scenario", async () => {
  expect(button("goal", /求解/u)?.disabled).toBe(true);
  enter("section.goal .wide select", "m05c.单项上限");
  enter("section.goal label:nth-of-type(2) select", "committed");
  enter("section.goal input", "0");
  await vi.waitFor(() => expect(button("goal", /求解/u)?.disabled).toBe(false));
  button("goal", /求解/u)?.click();
  await vi.waitFor(() => expect(text("goal")).toContain("没有解"), soon);
  expect(text("goal")).not.toContain("修改前的情景");
  const [line] = await engine.totals([{ name: "", values: {}, readings: {}, budgets: {} }]);
  const committed = [...(line?.committed.values() ?? [])].reduce((sum, amount) => sum + amount, 0);
  enter("section.goal input", String((committed - 100_000) / 1_000_000));
  button("goal", /求解/u)?.click();
  await vi.waitFor(() => expect(button("goal", /采用/u)).toBeDefined(), soon);
  button("goal", /采用/u)?.click();
  await vi.waitFor(() => expect(text("goal")).toContain("修改前的情景"), soon);
  expect(button("goal", /采用/u)?.disabled).toBe(true);
});

it("draws a bar an assumption, and lists the screening's effects", async () => {
  button("sensitivity", /龙卷风/u)?.click();
  await vi.waitFor(() => expect(document.querySelector("section.sensitivity figure")).not.toBeNull(), soon);
  expect(text("sensitivity")).toMatch(/影响最大：10%|没有一个假设/u);
  button("sensitivity", /运行筛选/u)?.click();
  await vi.waitFor(() => expect(text("sensitivity")).toContain("6 条轨迹"), soon);
  expect(document.querySelectorAll("section.sensitivity tbody tr")).toHaveLength(3);
});

it("fills the grid and the affordable set; axe finds no barrier in any answer", { timeout: 180_000 }, async () => {
  const long = { timeout: 150_000, interval: 50 };
  enter("section.grid form > label:last-of-type select", "3");
  button("grid", /计算/u)?.click();
  await vi.waitFor(() => expect(document.querySelector("section.grid figure")).not.toBeNull(), long);
  enter("section.affordable input.limit", "100000");
  await vi.waitFor(() => expect(button("affordable", /求最大组合/u)?.disabled).toBe(false));
  button("affordable", /求最大组合/u)?.click();
  await vi.waitFor(() => expect(document.querySelector("section.affordable .answer")).not.toBeNull(), long);
  button("sensitivity", /龙卷风/u)?.click();
  await vi.waitFor(() => expect(document.querySelector("section.sensitivity figure")).not.toBeNull(), long);
  for (const theme of ["light", "dark"]) {
    enter("header select[aria-label=外观]", theme);
    const { violations } = await axe.run();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  }
});
