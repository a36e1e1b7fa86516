import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { page as view, userEvent } from "vitest/browser";
import { publishedScenario } from "../../src/core/policy/scenario.ts";
import { mappingText } from "../../src/core/roster/mapping/mapping-file.ts";
import type { Mapping } from "../../src/core/roster/mapping/mapping.ts";
import { readWorkbook } from "../../src/spreadsheet/read-workbook.ts";
import { A, B } from "../support/imported-roster.ts";
import {
  clearStores,
  drop,
  eventually,
  goToAccept,
  headline,
  press,
  startImportPage,
  text,
  type ImportPage,
} from "./import-page.ts";

const database = "import-decisions-test";
let page: ImportPage;

beforeEach(async () => {
  await view.viewport(1280, 720);
  await clearStores(database);
  page = await startImportPage(database);
});
afterEach(() => page.end());

const issues = (): string => [...document.querySelectorAll("li > span")].map((each) => each.textContent).join();
const listed = (): string[][] =>
  [...document.querySelectorAll("[role=grid][aria-label^='读取前整理'] [aria-rowindex]:not([aria-rowindex='1'])")].map(
    (row) => [...row.children].map((cell) => (cell.textContent ?? "").trim()),
  );
const kind = (): HTMLElement => document.querySelector<HTMLElement>("select[aria-label='写法']") ?? document.body;

/** Three cells to tidy: a code in small letters, a revenue with its unit, and 区内注册 as a tick. */
const untidy = (): File =>
  new File(
    [`企业全称,统一社会信用代码,营业收入,区内注册\n甲,${A.toLowerCase()},3亿,√\n乙,${B},5000,是\n`],
    "待整理.csv",
  );

/** 分. */
async function revenues(): Promise<readonly number[]> {
  const columns = await page.engine.numbers("enterprises");
  return [...(columns.find(({ field }) => field.id === "revenue")?.values ?? [])];
}

it("lists the tidied cells, puts a kind or a single cell back with effect on the reading, and tidies them again", async () => {
  drop(untidy());
  await goToAccept();
  await eventually(() => expect(listed()).toHaveLength(3));
  expect(listed().map((cells) => cells.slice(1))).toEqual([
    ["B2", "统一社会信用代码", "小写字母", A.toLowerCase(), A, "已整理"],
    ["C2", "营业收入", "数字后带单位", "3亿", "300000000 元", "已整理"],
    ["D2", "区内注册", "是否的其他写法", "√", "是", "已整理"],
  ]);
  expect(issues()).not.toContain("不经整理");

  await userEvent.selectOptions(kind(), "unit-suffix");
  await eventually(() => expect(listed()).toHaveLength(1));
  await press("这类全部还原");
  await eventually(() => expect(issues()).toContain("不经整理"));
  await eventually(() => expect(listed()[0]?.at(-1)).toBe("按原样"));
  await press("这类恢复整理");
  await eventually(() => expect(issues()).not.toContain("不经整理"));

  await press("还原所选 1 格");
  await eventually(() => expect(issues()).toContain("不经整理"));
  await press("恢复整理所选 1 格");
  await eventually(() => expect(issues()).not.toContain("不经整理"));
  await press("还原所选 1 格");
  await eventually(() => expect(issues()).toContain("不经整理"));
  await press("确认导入");
  await headline("待整理.csv：企业 2 家");
  expect(await revenues()).toEqual([5_000_000_000]);
  await eventually(() => expect(listed().map((cells) => cells.at(-1))).toEqual(["已整理", "按原样", "已整理"]));
  expect(text("main")).toContain("整理后读取 2 格，按原样 1 格");
});

const amounts = (): number[] =>
  [...document.querySelectorAll("li .amount")].map(({ textContent }) => Number(textContent.replaceAll(/[^\d.]/g, "")));

/**
 * Two titles whose awards hang on where the firm pays its taxes, which is not said, and on contributions that are not
 * said either: 20 and 50 万元 (article 10), each at stake in both.
 */
const unverified = (): File =>
  new File(
    [
      `企业全称,统一社会信用代码,申报划型,区内注册,区内纳税,独立核算,市级专精特新认定日期,市级小巨人认定日期
甲,${A},小型,是,,是,2024-03-01,
乙,${B},小型,是,,是,,2024-03-01
`,
    ],
    "待核实.csv",
  );

it("says before anything is accepted how much money each issue decides, largest first, as found after it", async () => {
  drop(unverified());
  await goToAccept();
  await eventually(() => expect(text("main")).toContain("按涉及金额从大到小排列"));
  expect(amounts()).toEqual([50, 50, 20, 20]);
  await press("确认导入");
  await headline("待核实.csv：企业 2 家");
  const { atStake } = await page.engine.evaluate(publishedScenario);
  expect(atStake.map(({ amount }) => amount)).toEqual([50e6, 50e6, 20e6, 20e6]); // 分
});

/** 企业 with one code in which a zero was keyed as the letter O. */
const slipped = (): File =>
  new File([`企业全称,统一社会信用代码,营业收入\n甲,${A},5000\n乙,${B.replaceAll("0", "O")},6000\n`], "代码.csv");
const fieldOfCode = (): HTMLElement =>
  document.querySelector<HTMLElement>("select[aria-label*='统一社会信用代码']") ?? document.body;

it("proposes repairs for the column that is read as the code once that has been corrected", async () => {
  drop(slipped());
  await goToAccept();
  await eventually(() => expect(text("main")).toContain("可修复的代码"));
  await press("上一步");
  await headline("请核对每列");
  await userEvent.selectOptions(fieldOfCode(), "");
  await press("下一步");
  await eventually(() => expect(text("h1")).toContain("可采用"));
  expect(text("main")).not.toContain("可修复的代码");
  await press("上一步");
  await userEvent.selectOptions(fieldOfCode(), "uscc");
  await press("下一步");
  await eventually(() => expect(text("main")).toContain("可修复的代码"));
  expect([...document.querySelectorAll("li label")].map(({ textContent }) => textContent).join()).toContain(B);
});

it("reads a file as a mapping opened from a file says", async () => {
  const file = slipped();
  const known = await page.engine.inspect(new Uint8Array(await file.arrayBuffer()), file.name);
  if ("refused" in known) throw new Error("the file was refused");
  const [repair] = known.repairs;
  const sheets = known.mapping.sheets.map((sheet) => ({
    ...sheet,
    columns: sheet.columns.map((column) => (column.field === "revenue" ? { ...column, unit: "元" as const } : column)),
  }));
  const { sheet = "", cell = "", before = "", after = "" } = repair ?? {};
  const mapping: Mapping = { ...known.mapping, sheets, repairs: [{ sheet, cell, before, after }] };
  drop(file);
  await headline("请核对每张表");
  const field = document.querySelector<HTMLElement>("input[accept*='json']") ?? document.body;
  await userEvent.upload(field, new File([mappingText(mapping)], "读法.json"));
  await press("下一步");
  await headline("请核对每列");
  await press("下一步");
  await headline("可采用 2 行");
  await eventually(() => expect(document.querySelector<HTMLInputElement>("li input")?.checked).toBe(true));
  await press("确认导入");
  await headline("代码.csv：企业 2 家");
  expect(await revenues()).toEqual([500_000, 600_000]);
  expect((await page.engine.window({ table: "enterprises", search: B }, 0, 5)).total).toBe(1);
});

it("says what is wrong with a file that is no mapping, and reads on as before", async () => {
  drop(slipped());
  await headline("请核对每张表");
  const field = document.querySelector<HTMLElement>("input[accept*='json']") ?? document.body;
  await userEvent.upload(field, new File(['{"format":"other"}'], "别的.json"));
  await eventually(() => expect(text(".actions [role=alert]")).toContain("别的.json 不能用作读法：format"));
  await goToAccept();
  expect(text("h1")).toContain("可采用 2 行");
});

it("gives the loaded roster's file back with its problem cells marked, read as it was read", async () => {
  drop(untidy());
  await goToAccept();
  await userEvent.selectOptions(kind(), "unit-suffix");
  await press("这类全部还原");
  await eventually(() => expect(issues()).toContain("不经整理"));
  await press("确认导入");
  await headline("待整理.csv：企业 2 家");
  const made = vi.spyOn(page.engine, "errorWorkbook");
  await press("下载标错的名册");
  await eventually(() => expect(made.mock.settledResults[0]?.type).toBe("fulfilled"));
  const bytes: unknown = made.mock.settledResults[0]?.value;
  if (!(bytes instanceof Uint8Array)) throw new Error("there is no workbook");
  const book = await readWorkbook(bytes, "标错.xlsx");
  if ("refused" in book) throw new Error("the marked workbook was refused");
  expect(book.sheets.at(-1)?.name).toBe("错误汇总");
  expect(book.sheets.at(-1)?.texts).toContain("不经整理即可读取的写法");
});
