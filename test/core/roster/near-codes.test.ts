import { describe, expect, it } from "vitest";
import { isCreditCode, slippedCodes } from "../../../src/core/roster/credit-code.ts";
import { importRoster } from "../../../src/core/roster/import-roster.ts";
import { proposeMapping } from "../../../src/core/roster/mapping/propose-mapping.ts";
import { A, B } from "../../support/imported-roster.ts";
import { rawWorkbook, type TestRow } from "../../support/raw-workbook.ts";

/** A with 7 for the 3 at the ninth place, and with its tenth and eleventh characters (6, 0) changed about. */
const slipped = "91110000700037341L";
const swapped = "91110000060037341L";

const book = (firms: readonly TestRow[], projects: readonly TestRow[] = []) =>
  rawWorkbook({
    企业: [["统一社会信用代码", "企业名称", "从业人员"], ...firms],
    项目: [["统一社会信用代码", "项目名称", "项目类型", "总投资"], ...projects],
  });

describe("codes one slip away", () => {
  it("are those that pass: among them the right one, for a wrong character and for two changed about", () => {
    for (const code of [slipped, swapped]) {
      expect(isCreditCode(code)).toBe(false);
      expect(slippedCodes(code)).toContain(A);
      expect(slippedCodes(code).every(isCreditCode)).toBe(true);
    }
    expect([slippedCodes(A), slippedCodes("9111")]).toEqual([[], []]);
  });
});

describe("a child row whose code is one slip from a firm's", () => {
  const workbook = book(
    [
      [A, "甲", 5],
      [B, "乙", 6],
    ],
    [[slipped, "技改", "节能技改", 100]],
  );

  it("is offered to that firm, comes to it by consent, and leaves it when the consent is taken back", () => {
    const { repairs, mapping } = proposeMapping(workbook);
    expect(repairs).toEqual([
      { sheet: "项目", cell: "A2", before: slipped, after: A, proof: "near-code", where: "企业!A2" },
    ]);
    const rows = (consented: typeof repairs): number | undefined =>
      importRoster(workbook, { ...mapping, repairs: consented }).roster?.tables.projects.rowCount;
    expect([rows([]), rows(repairs), rows([])]).toEqual([0, 1, 0]);
  });
});

describe("two firms whose codes are one slip apart", () => {
  it("are offered as one where they say the same besides, and collapse by consent", () => {
    const workbook = book([
      [A, "甲", 5],
      [slipped, "甲", 5],
    ]);
    const { repairs, mapping } = proposeMapping(workbook);
    expect(repairs.map(({ cell, after }) => [cell, after])).toEqual([["A3", A]]);
    const merged = importRoster(workbook, { ...mapping, repairs });
    expect(merged.roster?.tables.enterprises.rowCount).toBe(1);
    expect(merged.issues.map(({ code }) => code)).toContain("duplicate-row");
    expect(importRoster(workbook).roster?.tables.enterprises.rowCount).toBe(2);
  });

  it("are only told where they differ: brought to one code both would be refused", () => {
    const workbook = book([
      [A, "甲", 5],
      [slipped, "甲", 6],
    ]);
    expect(proposeMapping(workbook).repairs).toEqual([]);
    const { issues } = importRoster(workbook);
    expect(issues.filter(({ code }) => code === "near-code")).toMatchObject([
      { cell: "A3", found: slipped, expected: "企业 2", severity: "warning" },
    ]);
  });
});
