import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import type { Issue } from "../../../src/core/issue/issue.ts";
import { describeIssue } from "../../../src/core/issue/issue-text.ts";
import { importRoster } from "../../../src/core/roster/import-roster.ts";
import { readWorkbook } from "../../../src/spreadsheet/read-workbook.ts";
import { read, shown } from "../../support/imported-roster.ts";
import type { TestCell } from "../../support/raw-workbook.ts";

/** Ten firms of 20 heads with these revenues and, where given, contributions of 2024. */
function firms(header: string, revenues: readonly number[], contributions?: readonly number[]) {
  const head = ["统一社会信用代码", "企业名称", "从业人员", header, ...(contributions ? ["区级综合贡献2024"] : [])];
  const rows = revenues.map((revenue, index): TestCell[] => [
    `9111010200000${String(index).padStart(4, "0")}X`,
    `第${"甲乙丙丁戊己庚辛壬癸"[index] ?? ""}号厂`,
    20,
    revenue,
    ...(contributions ? [contributions[index] ?? null] : []),
  ]);
  return read({ 企业: [head, ...rows] });
}

const units = (issues: readonly Issue[]): Issue[] =>
  issues.filter(({ code }) => code === "unit-by-magnitude" || code === "magnitude-slip");

/** 1,200 万元 for 20 heads is 60 万元 a head. */
const usual = [800, 900, 1000, 1100, 1200, 1300, 1400, 1500, 1600, 4000];

describe("the magnitude of a column against its unit", () => {
  it("is silent where amounts are usual, and where there are too few to tell", () => {
    expect(units(firms("营业收入（万元）", usual).issues)).toEqual([]);
    expect(
      units(
        firms(
          "营业收入",
          usual.slice(0, 4).map((wan) => wan * 10_000),
        ).issues,
      ),
    ).toEqual([]);
  });

  it("asks about a column in 元 under no unit, and reads it as 万元 all the same", () => {
    const { roster, issues } = firms(
      "营业收入",
      usual.map((wan) => wan * 10_000),
    );
    expect(units(issues)).toMatchObject([
      {
        code: "unit-by-magnitude",
        severity: "warning",
        sheet: "企业",
        column: "营业收入",
        found: "万元（列名未写明）",
        expected: "元（人均营业收入，10 户中 10 户如此，把握 100%）",
      },
    ]);
    expect(shown(roster, "enterprises", "revenue")[0]).toBe(800 * 1e8);
  });

  it.each([
    ["营业收入（元）", 1, "元", "万元"],
    ["营业收入（元）", 1e-4, "元", "亿元"],
    ["营业收入（亿元）", 1, "亿元", "万元"],
    ["营业收入（万元）", 1e-4, "万元", "亿元"],
  ])("asks about %s whose numbers are %f times those in 万元", (header, times, found, likely) => {
    const [issue, ...others] = units(
      firms(
        header,
        usual.map((wan) => wan * times),
      ).issues,
    );
    expect([issue?.found, issue?.expected?.split("（")[0], others.length]).toEqual([found, likely, 0]);
  });

  it("measures a contribution by the revenue, but not by one that is in doubt itself", () => {
    // 1 % of the revenue, in 元 under 万元
    const contributions = usual.map((wan) => wan * 0.01 * 10_000);
    const [issue] = units(firms("营业收入", usual, contributions).issues);
    expect([issue?.column, issue?.expected?.split("（")[0]]).toEqual(["区级综合贡献2024", "元"]);
    const both = units(
      firms(
        "营业收入",
        usual.map((wan) => wan * 10_000),
        contributions,
      ).issues,
    );
    expect(both.map(({ column }) => column)).toEqual(["营业收入"]);
  });

  it("finds cells of a column that are 10,000 times off the others: once, on the first of them", () => {
    const mixed = usual.map((wan, index) => (index === 3 || index === 7 ? wan * 10_000 : wan));
    const [issue, ...others] = units(firms("营业收入（万元）", mixed).issues);
    expect(issue).toMatchObject({ code: "magnitude-slip", cell: "D5", found: "11000000", expected: "2 格" });
    expect(others).toEqual([]);
    for (const language of ["zh", "en"] as const)
      expect(issue && describeIssue(issue, language).message).toContain("2 格");
  });

  it("has nothing to say about the sample district", async () => {
    const workbook = await readWorkbook(new Uint8Array(await readFile("samples/demo-district.xlsx")), "demo.xlsx");
    if ("refused" in workbook) throw new Error(workbook.refused.code);
    const { roster, issues } = importRoster(workbook);
    expect(roster?.tables.enterprises.rowCount).toBeGreaterThan(1000);
    expect(units(issues)).toEqual([]);
  });
});
