import { describe, expect, test } from "vitest";
import { yuanOf } from "../../../src/core/money/money.ts";
import { codes, firm, secondFirm, type CaseRow } from "../../../rules/xicheng-2023-71/worked-case.ts";
import { evaluateRows, type Differences, type Sheets } from "./evaluate-rows.ts";

const wan = 10_000;

/** Code, table, row index and 元 of everything at stake. */
const stakes = (sheets: Sheets, differences: Differences = {}) =>
  evaluateRows(sheets, differences).atStake.map(({ code, table, row, amount }) => [code, table, row, yuanOf(amount)]);

const warnings = (sheets: Sheets, code: string, differences: Differences = {}) =>
  evaluateRows(sheets, differences).issues.filter((issue) => issue.code === code);

const digital = (investment: number, facts: CaseRow = {}): CaseRow => ({
  统一社会信用代码: codes.first,
  项目名称: "A项目",
  项目类型: "数字化转型",
  总投资: investment,
  验收日期: "2025-03-10",
  ...facts,
});
const titled = { 市级专精特新认定日期: "2021-01-10", 市级专精特新到期日期: "2027-01-10" };
const lapsed = { 市级专精特新认定日期: "2021-01-10" };
/** A recognition in 2024 worth 20万元, within the contribution of 2023. */
const recognised = { 市级专精特新认定日期: "2024-05-10", 市级专精特新到期日期: "2027-05-10", 区级综合贡献2023: 500 };

describe("a title without expiry, past its three years", () => {
  test("puts the unverified amounts that need it at stake in its own cell", () => {
    const sheets = { 企业: [secondFirm(), firm(lapsed)], 项目: [digital(100)] };
    expect(stakes(sheets)).toEqual([["title-expiry-unknown", "enterprises", 1, 24 * wan]]);
    expect(warnings(sheets, "title-expiry-unknown")).toEqual([
      {
        code: "title-expiry-unknown",
        severity: "warning",
        sheet: "企业",
        row: 3,
        column: "市级专精特新到期日期",
      },
    ]);
  });

  test("is warned of without money, and not before its three years are over", () => {
    expect(stakes({ 企业: [firm(lapsed)] })).toEqual([]);
    const warned = (asOf: string) => warnings({ 企业: [firm(lapsed)] }, "title-expiry-unknown", { asOf }).length;
    expect([warned("2024-01-09"), warned("2024-01-10")]).toEqual([0, 1]);
  });

  test("is not blamed where another title is held and something else is unknown", () => {
    const held = { 国家级小巨人认定日期: "2022-01-10", 国家级小巨人到期日期: "2028-01-10", 区内注册: "" };
    const sheets = { 企业: [firm({ ...lapsed, ...held }), secondFirm()], 项目: [digital(100)] };
    expect(stakes(sheets)).toEqual([["eligibility-unknown", "projects", 0, 24 * wan]]);
  });

  test("puts the difference of the two caps of its guarantees at stake", () => {
    const guarantee = (loss: number, number: string): CaseRow => ({
      统一社会信用代码: codes.first,
      担保编号: number,
      政府性担保: "是",
      担保金额: 3000,
      起始日期: "2024-02-01",
      代偿日期: "2025-03-10",
      代偿金额: loss,
    });
    const sheets = {
      企业: [firm(lapsed)],
      担保: [guarantee(1000, "D1"), guarantee(2500, "D2"), guarantee(2000, "D3")],
    };
    // 30% of 2500万 is 750万: 700万 less 500万; of 2000万 it is 600万: 600万 less 500万; 300万 meets neither cap
    expect(stakes(sheets)).toEqual([
      ["guarantee-title-unknown", "guarantees", 1, 200 * wan],
      ["guarantee-title-unknown", "guarantees", 2, 100 * wan],
    ]);
  });
});

describe("a firm that is large today", () => {
  const large = firm({ 申报划型: "大型", ...recognised });

  test("has the money of its recorded triggers at stake", () => {
    const other = secondFirm(recognised);
    expect(stakes({ 企业: [other, large] })).toEqual([["large-today", "enterprises", 1, 20 * wan]]);
    expect(warnings({ 企业: [large] }, "large-today").map(({ row, column, found }) => [row, column, found])).toEqual([
      [2, "申报划型", "20万元"],
    ]);
  });

  test("has its own cap and earlier amounts, not those of others", () => {
    const sheets = {
      企业: [firm({ ...titled, 申报划型: "大型" }), secondFirm(titled)],
      项目: [
        digital(800, { 统一社会信用代码: codes.second }),
        digital(800),
        digital(800, { 项目名称: "B项目", 验收日期: "2025-04-10" }),
      ],
    };
    expect(stakes(sheets)).toEqual([["large-today", "enterprises", 0, 300 * wan]]);
  });

  test("has nothing at stake where it would be refused anyway", () => {
    expect(stakes({ 企业: [{ ...large, 区内注册: "否" }] })).toEqual([]);
  });
});

test("an award of an unknown contribution is at stake as a whole, one of a contribution of nil is not", () => {
  const award = { 市级专精特新认定日期: "2024-05-10", 市级专精特新到期日期: "2027-05-10" };
  expect(stakes({ 企业: [firm(award)] })).toEqual([["contribution-unknown", "enterprises", 0, 20 * wan]]);
  expect(warnings({ 企业: [firm(award)] }, "contribution-unknown")[0]).toMatchObject({
    row: 2,
    column: "区级综合贡献2023",
    expected: "2023",
  });
  expect(stakes({ 企业: [firm({ ...award, 区级综合贡献2023: 0 })] })).toEqual([]);
  expect(stakes({ 企业: [firm(award)] }, { readings: { 综合贡献封顶: "否" } })).toEqual([]);
});

test("a start-up without rent has its rent at the cap at stake", () => {
  const sheets = { 企业: [firm({ 户籍创业: "是", 成立日期: "2022-06-10" }), secondFirm({ 年房租: 3 })] };
  expect(stakes(sheets)).toEqual([["rent-missing", "enterprises", 0, 12 * wan]]);
  expect(stakes(sheets, { readings: { 房租上限口径: "累计" } })).toEqual([["rent-missing", "enterprises", 0, 4 * wan]]);
  expect(stakes({ 企业: [firm({ 户籍创业: "是", 成立日期: "2022-06-10", 区内注册: "否" })] })).toEqual([]);
});

test("a domestic listing without acceptance has that stage at stake unless the firm is refused", () => {
  const listed = { 上市市场: "境内", 上市日期: "2025-05-10" };
  expect(stakes({ 企业: [firm(listed)] })).toEqual([["listing-without-acceptance", "enterprises", 0, 300 * wan]]);
  expect(stakes({ 企业: [firm({ ...listed, 上市受理日期: "2024-05-10" })] })).toEqual([]);
  expect(stakes({ 企业: [firm({ ...listed, 上市市场: "境外" })] })).toEqual([]);
  expect(stakes({ 企业: [firm({ ...listed, 区内注册: "否" })] })).toEqual([]);
});

test("an amount paid before is at stake as far as it lowers what the article pays now", () => {
  const paid = (amount: number) => ({ 企业: [firm({ ...titled, 第6条已兑付: amount })], 项目: [digital(800)] });
  // 192万 within 300万 − 250万 = 50万; 192万 within 300万 − 50万 = 250万
  expect(stakes(paid(250))).toEqual([["possible-double-deduction", "enterprises", 0, 142 * wan]]);
  expect(stakes(paid(50))).toEqual([]);
  expect(warnings(paid(50), "possible-double-deduction").map(({ column, found }) => [column, found])).toEqual([
    ["第6条已兑付", "50万元"],
  ]);
  expect(warnings({ 企业: [firm({ ...titled, 第6条已兑付: 50 })] }, "possible-double-deduction")).toEqual([]);
});

test("a move out before the move in puts all of the firm's amounts at stake", () => {
  const sheets = { 企业: [firm({ ...recognised, 迁入日期: "2023-09-01", 迁出日期: "2023-08-01" })] };
  expect(stakes(sheets)).toEqual([["contradictory-move", "enterprises", 0, 20 * wan]]);
  expect(warnings(sheets, "contradictory-move")[0]).toMatchObject({
    column: "迁出日期",
    found: "2023-08-01",
    expected: "2023-09-01",
  });
});

test("a row of unknown eligibility is warned of with its article and amount", () => {
  const sheets = { 企业: [firm({ ...titled, 区内纳税: "" }), secondFirm()], 项目: [digital(100)] };
  expect(stakes(sheets)).toEqual([["eligibility-unknown", "projects", 0, 24 * wan]]);
  expect(warnings(sheets, "eligibility-unknown")).toEqual([
    {
      code: "eligibility-unknown",
      severity: "warning",
      sheet: "项目",
      row: 2,
      found: "24万元",
      expected: "第六条",
    },
  ]);
});

test("a roster without doubts has nothing at stake and no warnings", () => {
  const { atStake, issues } = evaluateRows({ 企业: [firm(recognised)], 项目: [digital(100)] });
  expect([atStake, issues]).toEqual([[], []]);
});
