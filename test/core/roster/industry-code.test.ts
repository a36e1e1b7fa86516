import { describe, expect, it } from "vitest";
import { industrySection } from "../../../src/core/roster/size-class.ts";
import { sizeOf, type Firm } from "../../support/sized-firm.ts";

describe("an industry code", () => {
  const tiny = (industryCode: string): Firm => ({
    industryCode,
    employees: 1,
    revenue: 1,
    assets: 1,
    trustAssets: 0.01,
  });

  it.each(["I6513", "6513", "I65", "65", "i6513", " i65 ", "Ｉ６５"])("%s is software", (industryCode) => {
    // 49 万元 is below the floor of 小型 that only this row has
    const size = sizeOf({ industryCode, employees: 100, revenue: 49 });
    expect(size).toMatchObject({ class: "micro", issues: [] });
    expect(sizeOf({ industryCode, employees: 300, revenue: 10_000 }).class).toBe("large");
  });

  it.each([
    "53",
    "G5310",
    "704",
    "K7040",
    "83",
    "P",
    "84",
    "Q8411",
    "S",
    "S91",
    "T",
    "97",
    "98",
    "00",
    "Z",
    "C6513",
    "7",
  ])("%s lies outside the standards and counts as 其他未列明行业", (code) => {
    expect(sizeOf(tiny(code))).toMatchObject({
      class: "micro",
      notLarge: 1,
      issues: [{ code: "industry-uncovered", found: code, expected: "其他未列明行业" }],
    });
  });

  it.each([
    "J",
    "J66",
    "66",
    "J69",
    "691",
    "K",
    "K70",
    "70",
    "G",
    "G5",
    "H",
    "I",
    "F",
    "Q",
    "J661",
    "J6650",
    "675",
    "687",
  ])("%s does not decide the size, and that is said", (code) => {
    const size = sizeOf(tiny(code));
    expect(size).toMatchObject({ class: "unclassified", notLarge: Number.NaN, isSme: Number.NaN });
    expect(size.issues).toMatchObject([{ code: "industry-uncovered", found: code }]);
    expect(size.issues[0]).not.toHaveProperty("expected");
  });

  it("that is a name, blank or unreadable leaves the size open", () => {
    expect(sizeOf(tiny("软件业")).notLarge).toBeNaN();
    expect(sizeOf({ employees: 1 })).toMatchObject({ notLarge: Number.NaN, issues: [] });
    expect(sizeOf(tiny("?"))).toMatchObject({ notLarge: Number.NaN, issues: [] });
  });

  it.each([
    ["G59", "仓储业"],
    ["J6637", "贷款公司、小额贷款公司及典当行"],
    ["J6920", "金融控股公司"],
  ])("%s is taken as %s, to be confirmed", (code, expected) => {
    expect(sizeOf(tiny(code)).issues).toMatchObject([{ code: "industry-uncovered", found: code, expected }]);
  });

  it.each([
    ["A", "01 05"],
    ["B", "06 12"],
    ["C", "13 43"],
    ["D", "44 46"],
    ["E", "47 50"],
    ["F", "51 52"],
    ["G", "53 60"],
    ["H", "61 62"],
    ["I", "63 65"],
    ["J", "66 69"],
    ["K", "70 70"],
    ["L", "71 72"],
    ["M", "73 75"],
    ["N", "76 79"],
    ["O", "80 82"],
    ["P", "83 83"],
    ["Q", "84 85"],
    ["R", "86 90"],
    ["S", "91 96"],
    ["T", "97 97"],
  ])("of section %s has the divisions %s", (section, range) => {
    const [first = "", last = ""] = range.split(" ");
    const codes = [section, first, last, `${first}11`, `${section}${last}`, section.toLowerCase() + first];
    expect(codes.map(industrySection)).toEqual(codes.map(() => section));
  });

  it("without a section has none", () => {
    expect(["", "00", "98", "C65", "U", "5", "软件业", "65131"].map(industrySection)).toEqual(Array(8).fill(undefined));
  });
});
