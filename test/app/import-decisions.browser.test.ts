import { afterEach, beforeEach, expect, it } from "vitest";
import { page as view, userEvent } from "vitest/browser";
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
