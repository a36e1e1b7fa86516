import axe from "axe-core";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { KeptWork } from "../../src/app/state/kept-work.ts";
import { A, B } from "../support/imported-roster.ts";
import {
  buttonOf,
  clearStores,
  drop,
  dropDisordered,
  eventually,
  focused,
  headline,
  press,
  startImportPage,
  text,
  type ImportPage,
} from "./import-page.ts";

const database = "import-test";
let page: ImportPage;

/** The roster that a page opened now would start with. */
async function keptRoster(): Promise<KeptWork["roster"]> {
  const other = await KeptWork.open(database);
  other.close();
  return other.roster;
}

/** A roster whose third header only resembles one. */
const doubtful = (name: string): File =>
  new File([`企业全称,社会信用代码,营业总收入\n甲,${A},5000\n乙,${B},6000\n`], `${name}.csv`);

async function revenues(): Promise<readonly number[]> {
  const columns = await page.engine.numbers("enterprises");
  return [...(columns.find(({ field }) => field.id === "revenue")?.values ?? [])];
}

beforeEach(async () => {
  await clearStores(database);
  page = await startImportPage(database);
});
afterEach(() => page.end());

/** Moves the focus by one key until it is on the button of these words. */
async function keyTo(words: string, key: string): Promise<void> {
  const isThere = (): boolean =>
    document.activeElement instanceof HTMLButtonElement && document.activeElement.textContent.includes(words);
  for (let moves = 0; moves < 100 && !isThere(); moves++) await userEvent.keyboard(key);
  expect(isThere()).toBe(true);
}

it("leads from a disordered file of five sheets to its figures by keys alone, the marked file on the way, within a minute", async () => {
  const made = vi.spyOn(page.engine, "errorWorkbook");
  const start = performance.now();
  await dropDisordered();
  await eventually(() => expect(focused()).toBe("下一步"));
  await userEvent.keyboard("{Enter}");
  await headline("列。请核对每列");
  await eventually(() => expect(focused()).toBe("下一步"));
  await userEvent.keyboard("{Enter}");
  await headline("可采用");
  await buttonOf("下载标错的名册");
  await keyTo("下载标错的名册", "{Tab}");
  await userEvent.keyboard("{Enter}");
  await eventually(() => expect(made.mock.settledResults[0]?.type).toBe("fulfilled"));
  expect(made.mock.settledResults[0]?.value).toBeInstanceOf(Uint8Array);
  await buttonOf("下载标错的名册");
  await keyTo("确认导入", "{Shift>}{Tab}{/Shift}");
  await userEvent.keyboard("{Enter}");
  await headline("各科室名册.xlsx：企业 60 家");
  location.hash = "#overview";
  await eventually(() => expect(text("h1 b")).toMatch(/\d/));
  expect(performance.now() - start).toBeLessThan(60_000);
});

it("leaves the roster, its figures and what is kept as they were when it is cancelled by Escape", async () => {
  await eventually(() => expect(text(".profile")).not.toBe(""));
  const before = text("h1");
  await dropDisordered();
  await userEvent.keyboard("{Enter}");
  await headline("列。请核对每列");
  await userEvent.keyboard("{Escape}");
  await eventually(() => expect(text("h1")).toBe(before));
  expect(await keptRoster()).toBeUndefined();
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
    expect(await page.kept.layouts.known()).toMatchObject({ sheets: [{ table: "enterprises" }] }),
  );

  drop(doubtful("二月"));
  await headline("可采用 2 行");
  expect(text("main")).toContain("这种版式以前确认过");
  await userEvent.keyboard("{Enter}");
  await headline("二月.csv：企业 2 家");
  expect(await revenues()).toEqual(read);
  await vi.waitFor(async () => expect((await keptRoster())?.fileName).toBe("二月.csv"), { timeout: 20_000 });
  await page.end();
  page = await startImportPage(database);
  await headline("二月.csv");
  expect(await revenues()).toEqual(read);
});

it("gives the file back with its problem cells marked, as it would be read, before it is accepted", async () => {
  const made = vi.spyOn(page.engine, "errorWorkbook");
  await dropDisordered();
  await userEvent.keyboard("{Enter}");
  await headline("列。请核对每列");
  await userEvent.keyboard("{Enter}");
  await headline("可采用");
  await press("下载标错的名册");
  await eventually(() => expect(made.mock.settledResults[0]?.type).toBe("fulfilled"));
  const bytes: unknown = made.mock.settledResults[0]?.value;
  if (!(bytes instanceof Uint8Array)) throw new Error("there is no workbook");
  const marked = await page.engine.inspect(bytes, "标错.xlsx");
  if ("refused" in marked) throw new Error("the marked workbook was refused");
  expect(marked.sheets.map(({ sheet }) => sheet).at(-1)).toBe("错误汇总");
  expect(marked.sheets).toHaveLength(6);
  await buttonOf("下载标错的名册");
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
  await press("下一步");
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
  await press("确认导入");
  await headline("代码.csv：企业 2 家");
  const found = await Promise.all(
    [B, damaged].map((search) => page.engine.window({ table: "enterprises", search }, 0, 5)),
  );
  expect(found.map(({ total }) => total)).toEqual([1, 0]);
});

it.each(["light", "dark"])("has no barrier that axe can find in any step in the %s theme", async (theme) => {
  await page.end();
  localStorage.setItem("cesuan.theme", theme);
  page = await startImportPage(database);
  await dropDisordered();
  for (const step of ["列。请核对每列", "可采用", undefined]) {
    const { violations } = await axe.run();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    if (step === undefined) break;
    await userEvent.keyboard("{Enter}");
    await headline(step);
  }
});
