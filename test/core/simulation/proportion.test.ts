import { describe, expect, it } from "vitest";
import { proportion } from "../../../src/core/simulation/proportion.ts";

describe("a share of trials as a probability", () => {
  it("has the standard error of a proportion and the interval of Wilson", () => {
    // Newcombe 1998 (doi:10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E), table I, 81 of 263
    const { se, low, high } = proportion(81 / 263, 263);
    expect(se).toBeCloseTo(Math.sqrt((81 * 182) / 263 ** 3), 12);
    expect([low, high]).toEqual([expect.closeTo(0.2553, 4), expect.closeTo(0.3662, 4)]);
  });

  it("stays within 0 and 1, and does not take never for impossible", () => {
    expect(proportion(0, 1000)).toMatchObject({ se: 0, low: 0, high: expect.closeTo(0.00383, 4) as number });
    expect(proportion(1, 1000)).toMatchObject({ high: 1, low: expect.closeTo(0.99617, 4) as number });
  });

  it("needs a trial and a share", () => {
    expect(() => proportion(0.5, 0)).toThrow(RangeError);
    expect(() => proportion(1.5, 10)).toThrow(RangeError);
    expect(() => proportion(Number.NaN, 10)).toThrow(RangeError);
  });
});
