import { describe, expect, it } from "vitest";
import { sizeClasses } from "../../../src/core/roster/size-class.ts";
import { classNames, firmOf, rosterOf, sizeOf, type Firm } from "../../support/sized-firm.ts";

describe("the size class of a firm", () => {
  it.each([
    ["C3919", { X: 1500, Y: 3000 }, "medium"],
    ["C3919", { X: 299, Y: 50000 }, "small"],
    ["C3919", { X: 19, Y: 50000 }, "micro"],
    ["C3919", { X: 1000, Y: 40000 }, "large"],
    ["C3919", { X: 300, Y: 2000 }, "medium"],
    ["I6513", { X: 103, Y: 15735.28 }, "medium"],
    ["I6513", { X: 300, Y: 10000 }, "large"],
    ["I6421", { X: 1999, Y: 200000 }, "medium"],
    ["G5920", { X: 150, Y: 1000 }, "medium"],
    ["G5910", { X: 150, Y: 1000 }, "small"],
    ["K7010", { Y: 1000, Z: 4999 }, "small"],
    ["L7251", { X: 100, Z: 7999 }, "small"],
    ["M7512", { X: 99 }, "small"],
    ["A0111", { Y: 49.99 }, "micro"],
    ["E4710", { Y: 6000, Z: 4000 }, "small"],
    ["J6712", { F: 100 }, "medium"],
    ["J6712", { F: 9.9 }, "micro"],
    ["J6911", { T: 400 }, "medium"],
    ["J6820", { F: 5000 }, "large"],
    ["J6635", { F: 50 }, "small"],
    ["J6621", { F: 49.9 }, "micro"],
  ] as const)("of %s with %o is %s", (code, values, expected) => {
    expect(sizeOf(firmOf(code, values)).class).toBe(expected);
  });

  it("of a financial firm does not follow its employees and revenue", () => {
    expect(sizeOf(firmOf("J6749", { X: 5, Y: 5 }))).toMatchObject({ class: "unclassified", notLarge: Number.NaN });
    expect(sizeOf(firmOf("J6749", { X: 5, Y: 5, F: 1000 })).class).toBe("large");
  });

  it("of an industry outside the standard is that of 其他未列明行业, with a warning", () => {
    const size = sizeOf(firmOf("P8391", { X: 20 }));
    expect(size).toMatchObject({ class: "small", notLarge: 1, isSme: 1 });
    expect(size.issues).toEqual([
      {
        code: "industry-uncovered",
        severity: "warning",
        sheet: "企业",
        row: 2,
        column: "行业代码",
        found: "P8391",
        expected: "其他未列明行业",
      },
    ]);
  });
});

/** The floors as printed, 大型 / 中型 / 小型: X persons, Y and Z 万元, F and T 亿元. */
const printedFloors: readonly (readonly [codes: string, floors: string])[] = [
  ["A01 A0511", "Y 20000 500 50"],
  ["B06 C13 C43 D44 D46", "X 1000 300 20, Y 40000 2000 300"],
  ["E47 E50", "Y 80000 6000 300, Z 80000 5000 300"],
  ["F51 F5199", "X 200 20 5, Y 40000 5000 1000"],
  ["F52 F5299", "X 300 50 10, Y 20000 500 100"],
  ["G54 G55 G56 G57 G58 G591", "X 1000 300 20, Y 30000 3000 200"],
  ["G592 G593 G594 G595 G596 G599", "X 200 100 20, Y 30000 1000 100"],
  ["G60", "X 1000 300 20, Y 30000 2000 100"],
  ["H61", "X 300 100 10, Y 10000 2000 100"],
  ["H62", "X 300 100 10, Y 10000 2000 100"],
  ["I63 I64", "X 2000 100 10, Y 100000 1000 100"],
  ["I65", "X 300 100 10, Y 10000 1000 50"],
  ["K701", "Y 200000 1000 100, Z 10000 5000 2000"],
  ["K702", "X 1000 300 100, Y 5000 1000 500"],
  ["L71 L72", "X 300 100 10, Z 120000 8000 100"],
  ["K703 K709 M73 N76 O80 Q85 R86", "X 300 100 10"],
  ["J662", "F 40000 5000 50"],
  ["J663 J6631 J664", "F 1000 200 50"],
  ["J6633 J6635 J6637", "F 1000 200 50"],
  ["J67 J6712", "F 1000 100 10"],
  ["J68 J685", "F 5000 400 20"],
  ["J6911", "T 1000 400 20"],
  ["J692 J6920", "F 40000 5000 50"],
  ["J6919 J693 J6999", "F 1000 200 50"],
];

const steps = [-1, 0, 1] as const;
const smallestStep: Readonly<Record<string, number>> = { X: 1, Y: 0.01, Z: 0.01, F: 0.0001, T: 0.0001 };

const floorCases = printedFloors.flatMap(([codes, text]) => {
  const floors = text.split(", ").map((part) => {
    const [indicator = "", ...values] = part.split(" ");
    return { indicator, values: values.map(Number) };
  });
  return codes.split(" ").flatMap((code) =>
    floors.flatMap(({ indicator, values }) =>
      values.flatMap((floor, level) =>
        steps.map((step) => {
          const others = floors.map((other) => [other.indicator, 1e7] as const);
          const value = floor + step * (smallestStep[indicator] ?? Number.NaN);
          return {
            code,
            values: Object.fromEntries([...others, [indicator, value] as const]),
            expected: classNames[step < 0 ? level + 1 : level],
          };
        }),
      ),
    ),
  );
});

describe("every printed floor", () => {
  it.each(floorCases)("$code with $values is $expected", ({ code, values, expected }) => {
    const size = sizeOf(firmOf(code, values));
    expect(size.class).toBe(expected);
    expect(size.notLarge).toBe(expected === "large" ? 0 : 1);
  });
});

describe("blank and unreadable indicators", () => {
  it("leave a firm known not to be large while its class is open", () => {
    expect(sizeOf(firmOf("C39", { X: 500 }))).toMatchObject({ class: "unclassified", notLarge: 1, isSme: 1 });
  });

  it("do not matter once one indicator is below the floor of small", () => {
    expect(sizeOf(firmOf("C39", { Y: 299 }))).toMatchObject({ class: "micro", notLarge: 1 });
  });

  it("leave everything open when what is known reaches the floor of large", () => {
    const open = { class: "unclassified", notLarge: Number.NaN, isSme: Number.NaN };
    expect(sizeOf(firmOf("C39", { X: 1000 }))).toMatchObject(open);
    expect(sizeOf(firmOf("C39", {}))).toMatchObject(open);
    expect(sizeOf({ industryCode: "C39", employees: 1000, revenue: "?" })).toMatchObject(open);
  });
});

describe("revenue", () => {
  const firm = { industryCode: "A01", revenue2023: 20_000, revenue2024: 500, revenue2026: 1 };

  it("that is blank is the newest filled year not after the as-of year", () => {
    expect([2027, 2026, 2025, 2024, 2023, 2022].map((year) => sizeOf(firm, year).class)).toEqual([
      "micro",
      "micro",
      "medium",
      "medium",
      "large",
      "unclassified",
    ]);
  });

  it("that is filled goes before every year", () => {
    expect(sizeOf({ ...firm, revenue: 50 }).class).toBe("small");
  });

  it("that cannot be read is not replaced by an older year", () => {
    expect(sizeOf({ ...firm, revenue: "?" }).notLarge).toBeNaN();
    expect(sizeOf({ ...firm, revenue2026: "?" }).notLarge).toBeNaN();
  });
});

describe("assets of a financial firm", () => {
  it("that are blank come from 资产总额, 10,000 万元 to 1 亿元", () => {
    expect(sizeOf(firmOf("J6712", { Z: 1_000_000 })).class).toBe("medium");
    expect(sizeOf(firmOf("J6712", { Z: 999_999.99 })).class).toBe("small");
    expect(sizeOf(firmOf("J6712", { Z: 1, F: 1000 })).class).toBe("large");
  });

  it("are not taken for 信托资产, nor when they cannot be read", () => {
    expect(sizeOf(firmOf("J6911", { Z: 1, F: 1 })).class).toBe("unclassified");
    expect(sizeOf({ industryCode: "J67", assets: 1, financialAssets: "?" }).notLarge).toBeNaN();
  });
});

describe("是中小微企业", () => {
  const large = firmOf("C39", { X: 1000, Y: 40_000 });
  const small = firmOf("C39", { X: 20, Y: 300 });

  it.each([
    ["both say large", { ...large, declaredSize: "大型" }, 0],
    ["only the computed one is known, large", large, 0],
    ["only the computed one is known, small", small, 1],
    ["only the declared one is known, 大型", { declaredSize: "大型" }, 0],
    ["only the declared one is known, 微型", { declaredSize: "微型" }, 1],
    ["the declared one alone says small", { ...large, declaredSize: "小型" }, 1],
    ["the computed one alone says small", { ...small, declaredSize: "大型" }, 1],
    ["neither is known", { name: "甲" }, Number.NaN],
    ["the declared one cannot be read", { declaredSize: "?" }, Number.NaN],
    ["the declared one cannot be read, the computed one is large", { ...large, declaredSize: "?" }, 0],
  ])("when %s", (_, firm: Firm, expected) => {
    expect(sizeOf(firm).isSme).toBe(expected);
  });

  it("takes the class from the figures, and from the declaration only where they are silent", () => {
    expect(sizeOf({ ...small, declaredSize: "大型" }).class).toBe("small");
    expect(sizeOf({ declaredSize: "中型" }).class).toBe("medium");
    expect(sizeOf({ industryCode: "C39", employees: 500, declaredSize: "中型" }).class).toBe("medium");
  });

  it("warns where declared and computed size differ", () => {
    const [issue] = sizeOf({ ...small, declaredSize: "大型" }).issues;
    expect(issue).toMatchObject({ code: "size-class-differs", row: 2, found: "大型", expected: "小型" });
    expect(sizeOf({ industryCode: "C39", employees: 500, declaredSize: "大型" }).issues).toMatchObject([
      { code: "size-class-differs", found: "大型", expected: "非大型" },
    ]);
    expect(sizeOf({ ...small, declaredSize: "小型" }).issues).toEqual([]);
    expect(sizeOf({ industryCode: "C39", employees: 500, declaredSize: "小型" }).issues).toEqual([]);
  });
});

describe("the sizes of a roster", () => {
  it("are one an enterprise, in its order, and the warnings name the row", () => {
    const firms = [firmOf("P83", { X: 5 }), firmOf("M73", { X: 300 }), firmOf("P83", { X: 500 })];
    const sizes = sizeClasses(rosterOf(firms), 2026);
    expect([...sizes.class]).toEqual([3, 0, 0]);
    expect([...sizes.isSme]).toEqual([1, 0, 0]);
    expect(sizes.issues.map(({ row }) => row)).toEqual([2, 4]);
  });
});
