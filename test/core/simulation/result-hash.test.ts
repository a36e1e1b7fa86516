import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { resultHash } from "../../../src/core/simulation/result-hash.ts";

const cells = Float64Array.from({ length: 3_000 }, (_, index) => index * 1_234_567);

describe("the hash of a result", () => {
  it("is SHA-256 over names, lengths and numbers with the low byte first", () => {
    const bytes = Buffer.alloc(8 * cells.length);
    cells.forEach((value, index) => bytes.writeDoubleLE(value, 8 * index));
    const expected = createHash("sha256").update('"m10":3000\n').update(bytes).digest("hex");
    expect(resultHash(new Map([["m10", cells]]))).toBe(expected);
  });

  it("does not hang on the order of the parts or the sign of zero", () => {
    const forwards = new Map([
      ["m10", cells],
      ["m14", Float64Array.of(0, 1)],
    ]);
    const backwards = new Map([
      ["m14", Float64Array.of(-0, 1)],
      ["m10", cells],
    ]);
    expect(resultHash(backwards)).toBe(resultHash(forwards));
  });

  it("changes with one bit of one number, a name, and where one part ends", () => {
    const changed = cells.slice();
    changed[2_500] = (cells[2_500] ?? 0) + 2 ** -20;
    const variants = [
      new Map([["m10", cells]]),
      new Map([["m10", changed]]),
      new Map([["m11a", cells]]),
      new Map([
        ["m10", cells.slice(0, 1_000)],
        ["m11a", cells.slice(1_000)],
      ]),
      new Map([
        ["m10", cells.slice(0, 1_001)],
        ["m11a", cells.slice(1_001)],
      ]),
    ];
    expect(new Set(variants.map(resultHash)).size).toBe(variants.length);
  });
});
