import axe from "axe-core";
import { mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";
import disordered from "../../samples/disordered-roster.xlsx?url";
import demo from "../../samples/demo-district.xlsx?url";
import App from "../../src/app/App.svelte";
import { createEngine } from "../../src/engine/in-process.ts";
import type { Engine } from "../../src/engine/port.ts";
import { readWorkbook } from "../../src/spreadsheet/read-workbook.ts";
import "../../src/app/styles/tokens.css";
import "../../src/app/styles/base.css";

let app: Record<string, unknown>;
let engine: Engine;

async function open(sample: string): Promise<HTMLElement> {
  location.hash = "#roster";
  engine = createEngine(xicheng202371);
  app = mount(App, { target: document.body, props: { policy: xicheng202371, engine, sample } });
  await eventually(() => expect(cell(0, 0).textContent).toMatch(/\S/));
  return found("[role=grid]");
}

function found(selector: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`the page must show ${selector}`);
  return element;
}

const cell = (row: number, column: number): HTMLElement => found(`[data-row="${row}"][data-column="${column}"]`);
/** The machine may be slow. */
const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 20_000, interval: 50 });
const text = (element: HTMLElement): string => (element.textContent ?? "").replaceAll(/\s+/gu, " ").trim();
const cursor = (grid: HTMLElement): string => (grid.getAttribute("aria-activedescendant") ?? "").replace(/^[^-]*-/, "");

beforeEach(() => localStorage.clear());
afterEach(() => unmount(app));

it("draws only the cells in view of a table with thousands of rows, and any row after scrolling", async () => {
  const grid = await open(demo);
  const total = Number(grid.getAttribute("aria-rowcount")) - 1;
  expect(total).toBeGreaterThan(2500);
  expect(grid.querySelectorAll("[data-row]").length).toBeLessThan(1200);
  grid.scrollTop = grid.scrollHeight;
  const [last] = (await engine.window({ table: "enterprises", search: "" }, total - 1, 1)).rows;
  await eventually(() => expect(text(cell(total - 1, 0))).toBe(`${last?.sheetRow} ${last?.title}`));
});

it("draws all cells of a row and of the head in one line, in the order of their columns", async () => {
  await open(demo);
  for (const row of [-1, 0, 3]) {
    const boxes = [0, 1].map((column) => cell(row, column).getBoundingClientRect());
    expect(new Set(boxes.map(({ top }) => top)).size).toBe(1);
    expect(boxes.map(({ left }) => left)).toEqual(boxes.map(({ left }) => left).toSorted((a, b) => a - b));
  }
});

it("moves by keys, draws a selection and puts it on the clipboard as lines of cells", async () => {
  const grid = await open(demo);
  grid.focus();
  await userEvent.keyboard("{ArrowDown}{ArrowRight}");
  expect(cursor(grid)).toBe("1-1");
  await userEvent.keyboard("{Shift>}{ArrowDown}{ArrowLeft}{/Shift}{Control>}c{/Control}");
  await eventually(() => expect(text(found(".line"))).toContain("已复制 2 行 × 2 列"));
  const pasted = document.body.appendChild(document.createElement("textarea"));
  pasted.focus();
  await userEvent.keyboard("{Control>}v{/Control}");
  const { rows } = await engine.window({ table: "enterprises", search: "" }, 1, 2);
  expect(pasted.value.replaceAll("\r", "")).toBe(rows.map(({ title, cells }) => `${title}\t${cells[0]}`).join("\n"));
  pasted.remove();
});

it("goes to the last row and the last column by one key each", async () => {
  const grid = await open(demo);
  grid.focus();
  const last = Number(grid.getAttribute("aria-rowcount")) - 2;
  await userEvent.keyboard("{Control>}{End}{/Control}");
  await eventually(() => expect(text(cell(last, 0))).not.toBe(""));
  expect(cursor(grid)).toBe(`${last}-${Number(grid.getAttribute("aria-colcount")) - 1}`);
  await userEvent.keyboard("{Home}{PageUp}");
  expect(Number(cursor(grid).split("-")[0])).toBeLessThan(last - 3);
});

it("shows the rows that the search finds and no others", async () => {
  await open(demo);
  const field = found("input[type=search]");
  await userEvent.fill(field, "I65");
  const { total } = await engine.window({ table: "enterprises", search: "I65" }, 0, 0);
  await eventually(() => expect(found("[role=grid]").getAttribute("aria-rowcount")).toBe(String(total + 1)));
});

async function problemOfAnAcceptedRow(): Promise<readonly [HTMLElement, HTMLElement]> {
  for (const item of document.querySelectorAll("li")) {
    const [, sheet = "", row] = /「(.+?)」(?:[A-Z]+|第 )(\d+)/.exec(text(item)) ?? [];
    const button = item.querySelector("button");
    if (button && row !== undefined && (await engine.find(sheet, Number(row)))) return [item, button];
  }
  throw new Error("the sample must have a problem in a row that was accepted");
}

it("leads from a problem to its marked cell, with what is wrong beside it", async () => {
  await open(demo);
  await eventually(() => expect(found(".profile")).not.toBeNull());
  const [item, button] = await problemOfAnAcceptedRow();
  const message = text(item)
    .replace(/^(错误|提示) ?/, "")
    .slice(0, 12);
  button.click();
  await eventually(() => expect(text(found(".line .mark"))).toContain(message));
  expect(document.activeElement).toBe(found("[role=grid]"));
  await eventually(() => expect(document.querySelector(".cursor.marked")).not.toBeNull());
});

it("saves each profile of the roster as a picture and as a workbook with the counts that it shows", async () => {
  await open(demo);
  await eventually(() => expect(document.querySelectorAll(".profile table")).toHaveLength(4));
  const saved: { readonly name: string; readonly blob: Blob }[] = [];
  const blobs = new Map<string, Blob>();
  const make = vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    const address = `#${blobs.size}`;
    if (blob instanceof Blob) blobs.set(address, blob);
    return address;
  });
  const click = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    const blob = blobs.get(this.hash);
    if (blob) saved.push({ name: this.download, blob });
  });
  const pressAll = (name: string): void => {
    const buttons = [...document.querySelectorAll<HTMLButtonElement>(".profile button")];
    buttons.filter((button) => text(button) === name).forEach((button) => button.click());
  };
  pressAll("存为图片");
  await eventually(() => expect(saved).toHaveLength(4));
  for (const { blob } of saved) {
    const picture = await createImageBitmap(blob);
    expect([picture.width, picture.height > 200]).toEqual([1184, true]);
  }
  pressAll("存为 Excel");
  await eventually(() => expect(saved).toHaveLength(8));
  expect(new Set(saved.map(({ name }) => name)).size).toBe(8);
  make.mockRestore();
  click.mockRestore();
  const [book] = saved.filter(({ name }) => name === "划型.xlsx");
  const bytes = new Uint8Array((await book?.blob.arrayBuffer()) ?? []);
  const read = await readWorkbook(bytes, "划型.xlsx");
  if ("refused" in read) throw new Error("the workbook must be readable");
  const shown = [...(document.querySelectorAll(".profile table")[0]?.querySelectorAll("td.number") ?? [])];
  const counts = shown.map((each) => Number((each.textContent ?? "").replaceAll(",", "")));
  expect(counts).toHaveLength(5);
  expect(Array.from(read.sheets[0]?.columns[1]?.values ?? []).slice(-5)).toEqual(counts);
});

it.each(["light", "dark"])("has no barrier that axe can find in the %s theme", async (theme) => {
  localStorage.setItem("cesuan.theme", theme);
  await open(disordered);
  const { violations } = await axe.run();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});
