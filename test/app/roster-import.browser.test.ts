import axe from "axe-core";
import { deleteDB } from "idb";
import { mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";
import demo from "../../samples/demo-district.xlsx?url";
import disordered from "../../samples/disordered-roster.xlsx?url";
import App from "../../src/app/App.svelte";
import { KeptWork } from "../../src/app/state/kept-work.ts";
import type { Engine } from "../../src/engine/port.ts";
import { createWorkerEngine } from "../../src/engine/worker-client.ts";
import { A, B } from "../support/imported-roster.ts";
import "../../src/app/styles/tokens.css";
import "../../src/app/styles/base.css";

const database = "import-test";
let app: Record<string, unknown>;
let kept: KeptWork;
let engine: Engine;

async function start(): Promise<void> {
  location.hash = "#roster";
  kept = await KeptWork.open(database);
  engine = createWorkerEngine();
  app = mount(App, { target: document.body, props: { policy: xicheng202371, engine, sample: demo, kept } });
  await headline("家");
}

async function end(): Promise<void> {
  await unmount(app);
  engine.close();
  kept.close();
}

const text = (selector: string): string => document.querySelector(selector)?.textContent ?? "";
const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 40_000, interval: 50 });
const headline = (part: string): Promise<void> => eventually(() => expect(text("h1")).toContain(part));
const focused = (): string => (document.activeElement?.textContent ?? "").trim();

function drop(file: File): void {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
}

async function dropDisordered(): Promise<void> {
  drop(new File([await (await fetch(disordered)).arrayBuffer()], "各科室名册.xlsx"));
  await headline("5 张工作表中读取 4 张");
}

/** A roster whose third header only resembles one. */
const doubtful = (name: string): File =>
  new File([`企业全称,社会信用代码,营业总收入\n甲,${A},5000\n乙,${B},6000\n`], `${name}.csv`);

async function revenues(): Promise<readonly number[]> {
  const columns = await engine.numbers("enterprises");
  return [...(columns.find(({ field }) => field.id === "revenue")?.values ?? [])];
}

const isErrorButton = ({ textContent }: HTMLElement): boolean => textContent.includes("下载标错的名册");

beforeEach(async () => {
  localStorage.clear();
  await deleteDB(database);
  await deleteDB(`${database}-layouts`);
  await start();
});
afterEach(end);

it("leads from a disordered file of several sheets to its figures by the Enter key alone", async () => {
  await dropDisordered();
  await eventually(() => expect(focused()).toBe("下一步"));
  await userEvent.keyboard("{Enter}");
  await headline("列。请核对每列");
  await eventually(() => expect(focused()).toBe("下一步"));
  await userEvent.keyboard("{Enter}");
  await headline("可采用");
  await userEvent.keyboard("{Enter}");
  await headline("各科室名册.xlsx：企业 60 家");
  location.hash = "#overview";
  await eventually(() => expect(text("h1 b")).toMatch(/\d/));
});

it("leaves the roster, its figures and what is kept as they were when it is cancelled by Escape", async () => {
  await eventually(() => expect(text(".profile")).not.toBe(""));
  const before = text("h1");
  await dropDisordered();
  await userEvent.keyboard("{Enter}");
  await headline("列。请核对每列");
  await userEvent.keyboard("{Escape}");
  await eventually(() => expect(text("h1")).toBe(before));
  const other = await KeptWork.open(database);
  other.close();
  expect(other.roster).toBeUndefined();
  location.hash = "#overview";
  await eventually(() => expect(text("h1 b")).toMatch(/\d/));
});

it("reads another sheet once it is given a role, and none of it once that is taken back", async () => {
  await dropDisordered();
  const role = (): HTMLSelectElement | null => document.querySelector("select[aria-label^='用工情况']");
  await userEvent.selectOptions(role() ?? document.body, "");
  await headline("5 张工作表中读取 3 张");
  await userEvent.selectOptions(role() ?? document.body, "employment");
  await headline("5 张工作表中读取 4 张");
  expect(document.querySelector<HTMLSelectElement>("select.row[aria-label^='用工情况']")?.value).toBe("4");
});

it("asks about a header that only resembles one, and reads it so again in the next file of this layout", async () => {
  drop(doubtful("一月"));
  await headline("1 张工作表中读取 1 张");
  await userEvent.keyboard("{Enter}");
  await eventually(() => expect(document.activeElement?.getAttribute("aria-invalid")).toBe("true"));
  await userEvent.keyboard("{Enter}");
  expect(text("h1")).toContain("3 列中读取 2 列");
  await userEvent.keyboard("{ArrowDown}");
  await headline("3 列中读取 3 列");
  await userEvent.keyboard("{Enter}");
  await headline("可采用 2 行");
  await userEvent.keyboard("{Enter}");
  await headline("一月.csv：企业 2 家");
  const read = await revenues();
  expect(read).toHaveLength(2);
  await vi.waitFor(async () =>
    expect(await kept.layouts.known()).toMatchObject({ sheets: [{ table: "enterprises" }] }),
  );

  drop(doubtful("二月"));
  await headline("可采用 2 行");
  expect(text("main")).toContain("这种版式以前确认过");
  await userEvent.keyboard("{Enter}");
  await headline("二月.csv：企业 2 家");
  expect(await revenues()).toEqual(read);
  await eventually(() => expect(text(".profile")).not.toBe(""));
  await end();
  await start();
  await headline("二月.csv");
  expect(await revenues()).toEqual(read);
});

it("gives the file back with its problem cells marked, as it would be read, before it is accepted", async () => {
  const made = vi.spyOn(engine, "errorWorkbook");
  await dropDisordered();
  await userEvent.keyboard("{Enter}");
  await headline("列。请核对每列");
  await userEvent.keyboard("{Enter}");
  await headline("可采用");
  await vi.waitFor(() => expect(text("main")).toContain("下载标错的名册"));
  await userEvent.click([...document.querySelectorAll("button")].find(isErrorButton) ?? document.body);
  await eventually(() => expect(made.mock.settledResults[0]?.type).toBe("fulfilled"));
  const bytes: unknown = made.mock.settledResults[0]?.value;
  if (!(bytes instanceof Uint8Array)) throw new Error("there is no workbook");
  const marked = await engine.inspect(bytes, "标错.xlsx");
  if ("refused" in marked) throw new Error("the marked workbook was refused");
  expect(marked.sheets.map(({ sheet }) => sheet).at(-1)).toBe("错误汇总");
  expect(marked.sheets).toHaveLength(6);
  await eventually(() => expect([...document.querySelectorAll("button")].some(isErrorButton)).toBe(true));
});

/** 企业 with one code in which a zero was keyed as the letter O. */
const slipped = (): File =>
  new File([`企业名称,统一社会信用代码,营业总额\n甲,${A},5000\n乙,${B.replaceAll("0", "O")},6000\n`], "代码.csv");

it("reads a damaged code as repaired once someone consents, and not after consent is taken back", async () => {
  drop(slipped());
  await headline("1 张工作表中读取 1 张");
  await userEvent.keyboard("{Enter}");
  await headline("请核对每列");
  for (const field of document.querySelectorAll<HTMLSelectElement>("select[aria-invalid=true]"))
    await userEvent.selectOptions(field, "");
  const next = [...document.querySelectorAll("button")].find(({ textContent }) => textContent === "下一步");
  await userEvent.click(next ?? document.body);
  const damaged = B.replaceAll("0", "O");
  const issues = (): string => [...document.querySelectorAll("li > span")].map((each) => each.textContent).join();
  const box = (): Element => document.querySelector("li input[type=checkbox]") ?? document.body;
  await eventually(() => expect(issues()).toContain(damaged));
  for (const isDamaged of [false, true, false]) {
    await userEvent.click(box());
    await eventually(() => {
      expect(text("h1")).toContain("可采用 2 行");
      expect(issues().includes(damaged)).toBe(isDamaged);
    });
  }
  const accept = [...document.querySelectorAll("button")].find(({ textContent }) => textContent === "确认导入");
  await userEvent.click(accept ?? document.body);
  await headline("代码.csv：企业 2 家");
  const found = await Promise.all([B, damaged].map((search) => engine.window({ table: "enterprises", search }, 0, 5)));
  expect(found.map(({ total }) => total)).toEqual([1, 0]);
});

it.each(["light", "dark"])("has no barrier that axe can find in any step in the %s theme", async (theme) => {
  await end();
  localStorage.setItem("cesuan.theme", theme);
  await start();
  await dropDisordered();
  for (const step of ["列。请核对每列", "可采用", undefined]) {
    const { violations } = await axe.run();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    if (step === undefined) break;
    await userEvent.keyboard("{Enter}");
    await headline(step);
  }
});
