import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseIsoDay } from "../../../src/core/date/day.ts";
import { sectionNames } from "../../../src/core/roster/industry-section.ts";
import { rosterProfile, type RosterProfile } from "../../../src/core/roster/roster-profile.ts";
import { sectionStarts } from "../../../src/core/roster/size-standard.ts";
import { A, B, C, read } from "../../support/imported-roster.ts";
import type { TestCell } from "../../support/raw-workbook.ts";

/** The profile of firms A, B and C on a day, with columns beside code and name. */
function profile(
  headers: readonly string[],
  rows: readonly (readonly TestCell[])[],
  day = "2026-06-30",
): RosterProfile {
  const firms = [A, B, C].slice(0, rows.length);
  const sheet = [
    ["统一社会信用代码", "企业名称", ...headers],
    ...firms.map((code, index) => [code, `企业${index}`, ...(rows[index] ?? [])]),
  ];
  return rosterProfile(read({ 企业: sheet }).roster, parseIsoDay(day));
}

const cityTitle = (date: TestCell, expiry: TestCell, day: string) => {
  const counts = profile(["市级专精特新认定日期", "市级专精特新到期日期"], [[date, expiry]], day).titles[0];
  return counts?.held === 1 ? "held" : counts?.unknown === 1 ? "unknown" : "not held";
};

describe("the profile of a roster", () => {
  it("counts firms by size class, those without a class too", () => {
    const { sizes, firms } = profile(
      ["行业代码", "从业人员", "营业收入", "申报划型"],
      [
        ["I6513", 300, 10_000, ""],
        ["", "", "", "微型"],
        ["", "", "", ""],
      ],
    );
    expect(firms).toBe(3);
    expect(sizes).toEqual([1, 0, 0, 1, 1]);
  });

  it("counts firms by section, most first, with those of no section", () => {
    const { sections } = profile(["行业代码"], [["6513"], ["I65"], ["不详"]]);
    expect(sections).toEqual([
      { section: "I", firms: 2 },
      { section: undefined, firms: 1 },
    ]);
  });

  it("names every section of the standard", () => {
    expect(Object.keys(sectionNames)).toEqual(sectionStarts.map(([letter]) => letter));
  });

  it.each([
    ["2024-01-10", "2027-01-10", "2024-01-09", "not held"],
    ["2024-01-10", "2027-01-10", "2024-01-10", "held"],
    ["2024-01-10", "2027-01-10", "2027-01-09", "held"],
    ["2024-01-10", "2027-01-10", "2027-01-10", "not held"],
    ["2024-01-10", "", "2027-01-09", "held"],
    ["2024-01-10", "", "2027-01-10", "unknown"],
    ["", "", "2026-06-30", "not held"],
    ["去年", "", "2026-06-30", "unknown"],
  ])("says of a title from %s to %s that on %s it is %s", (date, expiry, day, expected) => {
    expect(cityTitle(date, expiry, day)).toBe(expected);
  });

  it("counts a certificate within 36 months of its first or its last issue", () => {
    const counts = (day: string) =>
      profile(["国高新首次取得日期", "国高新最近发证日期"], [["2020-03-01", "2024-03-01"]], day).titles[3]?.held;
    expect(["2022-12-31", "2023-03-01", "2024-03-01", "2027-03-01"].map(counts)).toEqual([1, 0, 1, 0]);
  });

  it("tells the shares of the largest contributors in the newest year that has any", () => {
    const { concentration } = profile(
      ["区级综合贡献2025", "区级综合贡献2026"],
      [
        [60, 0],
        [30, ""],
        [10, ""],
      ],
    );
    expect(concentration).toMatchObject({ year: 2025, firms: 3, total: 100_000_000 });
    expect(concentration?.largest).toEqual([
      { firms: 1, share: 0.6 },
      { firms: 2, share: 0.9 },
      { firms: 3, share: 1 },
    ]);
    expect(concentration?.gini).toBeCloseTo(1 / 3, 12); // Σ|xi − xj| over all pairs is 200, over 2·n²·mean = 600
  });

  it("has no concentration where no contribution is on record", () => {
    expect(profile(["区级综合贡献2025"], [[""], [0]]).concentration).toBeUndefined();
  });

  it("has rising shares that end at 1 and lie on or above equality, whatever the contributions", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 3, maxLength: 3 }), (amounts) => {
        const { concentration } = profile(
          ["区级综合贡献2025"],
          amounts.map((amount) => [amount]),
        );
        if (!concentration) return expect(Math.max(...amounts)).toBe(0);
        const { largest, firms } = concentration;
        expect(largest.at(-1)).toEqual({ firms, share: 1 });
        largest.forEach((step, index) => {
          expect(step.share).toBeGreaterThanOrEqual(
            Math.max(step.firms / firms - 1e-12, largest[index - 1]?.share ?? 0),
          );
        });
      }),
      { numRuns: 50 },
    );
  });
});
