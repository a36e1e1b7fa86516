import axe from "axe-core";
import { mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";
import sample from "../../samples/hand-check-30.xlsx?url";
import App from "../../src/app/App.svelte";
import "../../src/app/styles/tokens.css";
import "../../src/app/styles/base.css";
import { createWorkerEngine } from "../../src/engine/worker-client.ts";
import type { Engine } from "../../src/engine/port.ts";

let app: Record<string, unknown>;
let engine: Engine;

function open(trials: number, hash = "#risk"): void {
  location.hash = hash;
  engine = createWorkerEngine(xicheng202371);
  app = mount(App, { target: document.body, props: { policy: xicheng202371, engine, sample, trials } });
}

const text = (selector: string): string =>
  (document.querySelector(selector)?.textContent ?? "").replaceAll(/\s+/gu, " ");
const soon = { timeout: 50_000, interval: 20 };
const button = (name: RegExp): HTMLButtonElement | undefined =>
  [...document.querySelectorAll<HTMLButtonElement>("button")].find(({ textContent }) => name.test(textContent));

function enter(field: string, value: string): void {
  const input = document.querySelector<HTMLInputElement>(`main input[id$=${field}]`);
  if (!input) throw new Error(`the page must have a field for ${field}`);
  input.value = value;
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

beforeEach(() => localStorage.clear());
afterEach(async () => {
  await unmount(app);
  engine.close();
});

it("shows the first trials as the first of all, then all of them, with a table and a text for every chart", async () => {
  open(5000);
  await vi.waitFor(() => expect(text("main h1")).toMatch(/前 [12],\d00 次试验，共 5,000 次/u), soon);
  expect(text("main .state")).toContain("不是全部");
  await vi.waitFor(() => expect(text("main h1")).toContain("（5,000 次试验）"), soon);
  expect(text("main .state")).toContain("5,000 次试验，种子 1");
  const figures = [...document.querySelectorAll("main figure")];
  expect(figures.length).toBeGreaterThanOrEqual(3);
  for (const details of document.querySelectorAll<HTMLDetailsElement>("main figure details")) details.open = true;
  await vi.waitFor(() => expect(document.querySelectorAll("main figure details:not(:has(tbody tr))").length).toBe(0));
  for (const figure of figures) {
    expect(figure.querySelector("[role=img]")?.getAttribute("aria-label")).not.toBe("");
    expect(figure.querySelectorAll("tbody tr").length).toBeGreaterThan(0);
  }
});

it("stops at once when asked, keeps the first trials as such, and runs again", async () => {
  open(1_000_000);
  await vi.waitFor(() => expect(document.querySelector("main figure")).not.toBeNull(), soon);
  button(/停止模拟/u)?.click();
  await vi.waitFor(() => expect(text("main .state")).toContain("模拟已停止"));
  expect(text("main h1")).toContain("共 1,000,000 次");
  button(/重新模拟/u)?.click();
  await vi.waitFor(() => expect(button(/停止模拟/u)).toBeDefined());
});

it("runs anew for another seed and number of trials, which undo takes back, and refuses what is out of range", async () => {
  open(500);
  await vi.waitFor(() => expect(text("main h1")).toContain("（500 次试验）"), soon);
  const before = text("main h1");
  enter("trials", "1e9");
  await vi.waitFor(() => expect(text("main .settings")).toContain("0 至 10,000,000"));
  enter("trials", "250");
  await vi.waitFor(() => expect(text("main .state")).toContain("250 次试验，种子 1"), soon);
  enter("seed", "7");
  await vi.waitFor(() => expect(text("main .state")).toContain("250 次试验，种子 7"), soon);
  button(/^撤销$/u)?.click();
  await vi.waitFor(() => expect(text("main .state")).toContain("250 次试验，种子 1"), soon);
  button(/^撤销$/u)?.click();
  await vi.waitFor(() => expect(text("main h1")).toBe(before), soon);
});

it("tells the overview's reader what is expected beside what is committed", async () => {
  open(500, "#overview");
  await vi.waitFor(() => expect(text("main h1")).toContain("（500 次试验）"), soon);
  expect(text("main h1")).toMatch(/已触发的政策应付 .*政策期预期支出 [\d,.]+ 万元，P95 [\d,.]+ 万元/u);
});

it.each(["light", "dark"])("has no barrier that axe can find in the %s theme", async (theme) => {
  localStorage.setItem("cesuan.theme", theme);
  open(250);
  await vi.waitFor(() => expect(document.querySelector("main section table")).not.toBeNull(), soon);
  const { violations } = await axe.run();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});
