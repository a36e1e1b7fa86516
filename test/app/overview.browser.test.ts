import axe from "axe-core";
import { mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";
import sample from "../../samples/demo-district.xlsx?url";
import App from "../../src/app/App.svelte";
import { amountText } from "../../src/app/text/amount.ts";
import "../../src/app/styles/tokens.css";
import "../../src/app/styles/base.css";
import type { Scenario } from "../../src/core/policy/scenario.ts";
import { publishedScenario } from "../../src/core/policy/scenario.ts";
import { sumOf, totalsOf } from "../../src/core/policy/totals.ts";
import { createEngine } from "../../src/engine/in-process.ts";

let app: Record<string, unknown>;

function open(hash: string, props: { sample?: string } = { sample }): void {
  location.hash = hash;
  app = mount(App, { target: document.body, props: { policy: xicheng202371, engine: createEngine(), ...props } });
}

async function sampleTotals(scenario: Scenario = publishedScenario) {
  const engine = createEngine();
  const bytes = new Uint8Array(await (await fetch(sample)).arrayBuffer());
  await engine.load(bytes, "demo-district.xlsx");
  return totalsOf(xicheng202371, await engine.evaluate(scenario), scenario);
}

const text = (selector: string): string =>
  (document.querySelector(selector)?.textContent ?? "").replaceAll(/\s+/gu, " ");
const cells = (): HTMLButtonElement[] => [...document.querySelectorAll<HTMLButtonElement>("td button")];
const computed = (): Promise<void> =>
  vi.waitFor(() => expect(cells().length).toBeGreaterThan(0), { timeout: 30_000, interval: 50 });

beforeEach(() => localStorage.clear());
afterEach(() => unmount(app));

it("opens with the sample's committed and statutory totals in its sentence and no difference between the ways", async () => {
  const { total } = await sampleTotals();
  open("#overview");
  await computed();
  const figures = [...document.querySelectorAll("h1 b")].map((figure) => figure.textContent);
  expect(sumOf(total.committed)).toBeGreaterThan(0);
  expect([figures[0], figures[2]]).toEqual([
    amountText(sumOf(total.committed), "万元"),
    amountText(sumOf(total.statutory), "万元"),
  ]);
  expect(text(".identity")).toContain("差额 0.00");
});

it("lists payments that sum to the cell that was picked", async () => {
  open("#overview");
  await computed();
  const filled = cells().filter((cell) => cell.textContent !== "–");
  const cell = filled.at(0);
  cell?.click();
  await vi.waitFor(() => expect(document.querySelector("tfoot")).not.toBeNull());
  expect(document.querySelectorAll("tfoot tr:first-child td")[1]?.textContent).toBe(cell?.textContent);
});

it("follows an edit of a rate to the total of the edited scenario", async () => {
  open("#overview");
  await computed();
  const { total } = await sampleTotals({ ...publishedScenario, values: { "m06.补助比例": 0.01 } });
  const edited = amountText(sumOf(total.committed), "万元");
  expect(text("h1 b")).not.toBe(edited);
  document.querySelector<HTMLButtonElement>("header button:last-child")?.click();
  await vi.waitFor(() => expect(document.querySelector("aside")).not.toBeNull());
  const search = document.querySelector<HTMLInputElement>("aside input[type=search]");
  if (!search) throw new Error("the drawer must have a search field");
  search.value = "m06.补助比例";
  search.dispatchEvent(new Event("input", { bubbles: true }));
  const field = await vi.waitFor(() => {
    const found = document.querySelectorAll<HTMLInputElement>("aside .parameter input[type=text]");
    expect(found.length).toBe(1);
    return found[0];
  });
  if (!field) throw new Error("the drawer must show the rate");
  field.value = "1";
  field.dispatchEvent(new Event("change", { bubbles: true }));
  await vi.waitFor(() => expect(text("h1 b")).toBe(edited), { timeout: 30_000 });
});

it("keeps the loaded roster when a file is refused, and says why", async () => {
  open("#roster");
  await vi.waitFor(() => expect(text("h1")).toContain("demo-district.xlsx"), { timeout: 30_000 });
  const files = new DataTransfer();
  files.items.add(new File(["not a workbook"], "notes.xlsx"));
  document.querySelector(".drop")?.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true }));
  await vi.waitFor(() => expect(text("h2.refused")).toContain("notes.xlsx"), { timeout: 30_000 });
  expect(text("h1")).toContain("demo-district.xlsx");
});

it("invites a roster when there is none", () => {
  open("#overview", {});
  expect(text("h1")).toContain("还没有名册");
});

it.each([
  ["#overview", "light"],
  ["#overview", "dark"],
  ["#roster", "light"],
  ["#roster", "dark"],
] as const)("has no barrier that axe can find on %s in the %s theme", async (hash, theme) => {
  localStorage.setItem("cesuan.theme", theme);
  open(hash);
  await vi.waitFor(() => expect(document.querySelector("main table")).not.toBeNull(), { timeout: 30_000 });
  cells().at(-1)?.click();
  const { violations } = await axe.run();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});
