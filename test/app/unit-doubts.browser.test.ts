import { afterEach, beforeEach, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { slippedCodes } from "../../src/core/roster/credit-code.ts";
import { firmsBook } from "../corpus/corpus-file.ts";
import {
  clearStores,
  drop,
  eventually,
  headline,
  press,
  startImportPage,
  text,
  type ImportPage,
} from "./import-page.ts";

const database = "cesuan-unit-doubts";
let page: ImportPage;

/** Ten made-up firms of 8 people each, with a revenue of some 5,000,000 元 under a header that says nothing of 元. */
const firms = slippedCodes("91110000700037341L")
  .slice(0, 10)
  .map((code, at) => [code, `示例企业${at}号`, 5_000_000 + at * 1000, 8]);
const bytes = firmsBook([["统一社会信用代码", "企业名称", "营业收入", "从业人员"], ...firms]);

beforeEach(async () => {
  await clearStores(database);
  page = await startImportPage(database);
});
afterEach(() => page.end());

const revenue = async (): Promise<string | undefined> => {
  const { fields, rows } = await page.engine.window({ table: "enterprises", search: "" }, 0, 1);
  return rows[0]?.cells[fields.indexOf("revenue")];
};
const radio = (unit: string): HTMLInputElement | null => document.querySelector(`fieldset input[value="${unit}"]`);

it("a unit in doubt is chosen at its column, with what the cells come to beside it, and can be chosen again", async () => {
  drop(new File([bytes], "十户.xlsx"));
  await headline("企业 10 家");
  expect(await revenue()).toBe("5000000");
  await press("重新核对读法");
  await headline("可采用 10 行");
  await eventually(() => expect(text("fieldset legend")).toContain("营业收入"));
  expect(radio("万元")?.checked).toBe(true);
  expect(text("fieldset")).toContain("量级");
  const before = text("fieldset .preview");
  await userEvent.click(radio("元") ?? document.body);
  await eventually(() => expect(text("fieldset .preview")).toContain("→ 500.0 |"));
  expect(text("fieldset .preview")).not.toBe(before);
  await headline("可采用 10 行");
  // nothing is in doubt any more, and the choice is still there
  expect([radio("元")?.checked, text("fieldset")]).toEqual([true, expect.stringContaining("由您选定")]);
  await press("确认导入");
  await headline("企业 10 家");
  await expect.poll(revenue, { timeout: 40_000 }).toBe("500");
});
