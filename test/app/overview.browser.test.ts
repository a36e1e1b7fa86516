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
import { readWorkbook } from "../../src/spreadsheet/read-workbook.ts";

let app: Record<string, unknown>;

function open(hash: string, props: { sample?: string } = { sample }): void {
  location.hash = hash;
  app = mount(App, {
    target: document.body,
    props: { policy: xicheng202371, engine: createEngine(xicheng202371), ...props },
  });
}

async function sampleTotals(scenario: Scenario = publishedScenario) {
  const engine = createEngine(xicheng202371);
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

const open30 = { timeout: 30_000 };
const button = (name: RegExp): HTMLButtonElement | undefined =>
  [...document.querySelectorAll<HTMLButtonElement>("main button")].find(({ textContent }) => name.test(textContent));

it("narrows every other table to a department picked in the legend, combines it with a year, and Escape takes both back", async () => {
  const { departments } = await sampleTotals();
  open("#overview");
  await computed();
  const whole = text(".sum .total");
  const [name, line] = [...departments].find(([, { committed }]) => sumOf(committed) > 0) ?? [];
  if (name === undefined || !line) throw new Error("the sample must owe something in some department");
  [...document.querySelectorAll<HTMLButtonElement>("figure ul button")]
    .find(({ textContent }) => textContent.includes(name))
    ?.click();
  await vi.waitFor(() => expect(text("section .sum .total")).toBe(amountText(sumOf(line.committed), "万元")));
  const year = [...line.committed.keys()][0] ?? 0;
  const column = [...document.querySelectorAll("main > .overview section thead th")].findIndex(
    ({ textContent }) => textContent === String(year),
  );
  document.querySelectorAll<HTMLButtonElement>("main > .overview section .sum button")[column - 1]?.click();
  await vi.waitFor(() => expect(text(".inside")).toContain(amountText(line.committed.get(year) ?? 0, "万元")));
  expect([...document.querySelectorAll(".chip")].map(({ textContent }) => textContent)).toEqual([
    `${name}×`,
    `${year}×`,
  ]);
  await vi.waitFor(() => expect(document.querySelector("tfoot")).not.toBeNull());
  window.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
  await vi.waitFor(() => expect(document.querySelector(".chip")).toBeNull());
  expect(document.querySelector("tfoot")).toBeNull();
  expect(text(".sum .total")).toBe(whole);
});

it("takes one member of the filter back by its chip and keeps the others", async () => {
  open("#overview");
  await computed();
  button(/只看期后/u)?.click();
  await vi.waitFor(() => expect(document.querySelector(".chip")).not.toBeNull());
  cells().at(-1)?.click();
  document.querySelector<HTMLButtonElement>("figure ul button")?.click();
  await vi.waitFor(() => expect(document.querySelectorAll(".chip").length).toBe(2));
  document.querySelector<HTMLButtonElement>(".chip")?.click();
  await vi.waitFor(() => expect(document.querySelectorAll(".chip").length).toBe(1));
  expect(text(".chip")).toContain("期后");
});

it("saves a chart as a workbook that reads back to the total, and as a picture", async () => {
  const { total } = await sampleTotals();
  open("#overview");
  await computed();
  const saved: { readonly name: string; readonly bytes: Promise<ArrayBuffer> }[] = [];
  const made: Blob[] = [];
  const create = URL.createObjectURL;
  URL.createObjectURL = (blob: Blob) => {
    made.push(blob);
    return create(blob);
  };
  const keep = (event: Event): void => {
    const link = event.target;
    const blob = made.at(-1);
    if (!(link instanceof HTMLAnchorElement) || !link.download || !blob) return;
    event.preventDefault();
    saved.push({ name: link.download, bytes: blob.arrayBuffer() });
  };
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    this.addEventListener("click", keep);
    this.dispatchEvent(new MouseEvent("click", { cancelable: true }));
  };
  try {
    button(/存为 Excel/u)?.click();
    await vi.waitFor(() => expect(saved.length).toBe(1), open30);
    button(/存为图片/u)?.click();
    await vi.waitFor(() => expect(saved.length).toBe(2), open30);
  } finally {
    URL.createObjectURL = create;
    HTMLAnchorElement.prototype.click = click;
  }
  expect(saved.map(({ name }) => name.split(".").at(-1))).toEqual(["xlsx", "png"]);
  const [book, picture] = await Promise.all(saved.map(async ({ bytes }) => new Uint8Array(await bytes)));
  expect([...(picture ?? []).slice(1, 4)]).toEqual([..."PNG"].map((sign) => sign.charCodeAt(0)));
  const workbook = await readWorkbook(book ?? new Uint8Array(), "chart.xlsx");
  if ("refused" in workbook) throw new Error("the saved workbook must be readable");
  const sums = workbook.sheets[0]?.columns.map((column) => column?.values.at(-1) ?? 0) ?? [];
  expect(sums.at(-1)).toBe(sumOf(total.committed) / 100);
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

it("invites a roster when there is none", async () => {
  open("#overview", {});
  await expect.poll(() => text("h1")).toContain("还没有名册");
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
