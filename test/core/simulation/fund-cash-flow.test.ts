import { describe, expect, it } from "vitest";
import { roundToFen, yuanOf } from "../../../src/core/money/money.ts";
import { fundCashFlow } from "../../../src/core/simulation/fund-cash-flow.ts";

const shape = { life: 12, bow: 2.5, yieldRate: 0 };

/** The parameters of Yale's paper: 25 %, then a third, then half of what is uncalled; growth 13 %; 1 亿元 in 分. */
function yaleContributions(): number[] {
  let uncalled = 1e10;
  return Array.from({ length: 12 }, (_, year) => {
    const called = Math.round(uncalled * ([0.25, 1 / 3][year] ?? 0.5));
    uncalled -= called;
    return called;
  });
}

describe("cash flows of a fund", () => {
  it("are those worked by decimal arithmetic for the fund of Takahashi and Alexander", () => {
    const { distributions, values } = fundCashFlow(yaleContributions(), shape, new Array<number>(12).fill(0.13));
    expect([...distributions]).toEqual([
      0, 32036151, 186907786, 601238441, 1269017248, 2133386385, 3009420137, 3578353891, 3501278104, 2668555602,
      1418603265, 400570682,
    ]);
    expect([...values]).toEqual([
      2500000000, 5292963849, 8294141363, 10021141299, 10679872420, 10247369450, 8726357342, 6360554905, 3725211439,
      1560464574, 354487329, 4882813,
    ]);
  });

  it("follow the rates of a path, a loss among them, and the yield as the least", () => {
    const flow = fundCashFlow([1_000_00, 0, 0], { life: 4, bow: 2, yieldRate: 0.3 }, [0, -0.5, 0.2]);
    // year 2: 50,000 × max(0.3, 1/4); year 3: 35,000 × 1.2 × 9/16
    expect([...flow.distributions]).toEqual([0, 15_000, 23_625]);
    expect([...flow.values]).toEqual([100_000, 35_000, 18_375]);
  });

  it("return everything at the end of the life, and later contributions a year after", () => {
    const flow = fundCashFlow([100, 0, 50, 0], { life: 2, bow: 1, yieldRate: 0 }, [0, 0, 0, 0.1]);
    expect([...flow.distributions]).toEqual([0, 100, 0, 55]);
    expect(flow.values.at(-1)).toBe(0);
  });

  it("balance in every year to the 分", () => {
    const growth = Array.from({ length: 12 }, (_, year) => 0.07 * ((year % 5) - 1));
    const contributions = yaleContributions();
    const { distributions, values } = fundCashFlow(contributions, shape, growth);
    values.forEach((value, year) => {
      const grown = roundToFen(yuanOf(values[year - 1] ?? 0) * (1 + (growth[year] ?? Number.NaN)));
      expect(grown + (contributions[year] ?? 0) - (distributions[year] ?? 0)).toBe(value);
    });
  });

  it("are refused for a life, bow or yield without sense", () => {
    expect(() => fundCashFlow([1], { ...shape, life: 0 }, [0])).toThrow(/whole years from 1, found 0/);
    expect(() => fundCashFlow([1], { ...shape, bow: -1 }, [0])).toThrow(/a bow is at least 0/);
    expect(() => fundCashFlow([1], { ...shape, yieldRate: 1.1 }, [0])).toThrow(/a yield 0 to 1/);
  });
});
