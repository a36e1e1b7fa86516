import { describe, expect, test } from "vitest";
import { codes, firm, type CaseRow } from "../../../rules/xicheng-2023-71/worked-case.ts";
import { evaluateRows, paymentsOf, type Differences } from "./evaluate-rows.ts";

const guarantee: CaseRow = {
  统一社会信用代码: codes.first,
  担保编号: "D1",
  政府性担保: "是",
  担保金额: 200,
  起始日期: "2024-01-10",
  代偿日期: "2025-03-10",
  代偿金额: 100,
  银行分担: "约二十",
};

const digital: CaseRow = {
  统一社会信用代码: codes.first,
  项目名称: "项目甲",
  项目类型: "数字化转型",
  总投资: 100,
  验收日期: "2025-03-10",
};

const titled = (facts: CaseRow): CaseRow =>
  firm({ 市级专精特新认定日期: "2023-01-10", 市级专精特新到期日期: "2027-01-10", ...facts });

const eligibilityOf = (sheets: Record<string, CaseRow[]>, measure: string, differences: Differences = {}) =>
  paymentsOf(evaluateRows(sheets, differences), measure).map(({ eligibility, net }) => [eligibility, net]);

describe("an unreadable cell makes an amount unverified only where the amount uses it", () => {
  test("the bank's share of a loss counts under 净额 alone", () => {
    const sheets = { 企业: [firm()], 担保: [guarantee] };
    expect(eligibilityOf(sheets, "m14")).toEqual([["true", 300_000]]);
    expect(eligibilityOf(sheets, "m14", { readings: { 代偿基数口径: "净额" } })).toEqual([["unknown", 300_000]]);
  });

  test("what Article 6 has paid counts where the cap runs over the term", () => {
    const sheets = { 企业: [titled({ 第6条已兑付: "若干" })], 项目: [digital] };
    expect(eligibilityOf(sheets, "m06")).toEqual([["unknown", 240_000]]);
    expect(eligibilityOf(sheets, "m06", { readings: { 单户上限口径: "年度" } })).toEqual([["true", 240_000]]);
  });

  test("what Article 12 has paid counts for a listing, and for an admission where both share the cap", () => {
    const sheets = {
      企业: [
        firm({ 第12条上市已兑付: "若干", 上市市场: "境外", 上市日期: "2025-01-10", 新三板挂牌日期: "2024-01-10" }),
      ],
    };
    expect(eligibilityOf(sheets, "m12b")).toEqual([["unknown", 6_000_000]]);
    expect(eligibilityOf(sheets, "m12a")).toEqual([["true", 900_000]]);
    expect(eligibilityOf(sheets, "m12a", { readings: { 挂牌上市合并: "是" } })).toEqual([["unknown", 900_000]]);
  });

  test("the end of a job counts from the start of the job", () => {
    const job = { 统一社会信用代码: codes.first, 类别: "岗位一档", 人数: 1, 起始日期: "2025-01-10", 结束日期: "年底" };
    expect(eligibilityOf({ 企业: [firm()], 用工: [job] }, "m20a")).toEqual([
      ["unknown", 6000],
      ["unknown", 6000],
      ["unknown", 6000],
    ]);
  });

  test("a contribution leaves the award uncapped and unverified, a blank one only uncapped", () => {
    const award = (contribution: CaseRow) => ({
      企业: [firm({ 市级专精特新认定日期: "2024-05-10", ...contribution })],
    });
    expect(eligibilityOf(award({ 区级综合贡献2023: "较多" }), "m10")).toEqual([["unknown", 200_000]]);
    expect(eligibilityOf(award({}), "m10")).toEqual([["true", 200_000]]);
  });

  test("a rent gives no payment", () => {
    const startup = firm({ 户籍创业: "是", 成立日期: "2022-06-10", 年房租: "面议" });
    expect(eligibilityOf({ 企业: [startup] }, "m20c")).toEqual([]);
  });
});
