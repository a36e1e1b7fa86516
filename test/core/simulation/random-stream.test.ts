import { describe, expect, it } from "vitest";
import { keyHash } from "../../../src/core/simulation/key-hash.ts";
import { RandomStream, streamOf } from "../../../src/core/simulation/random-stream.ts";

const process = keyHash("迁出");
const entity = keyHash("91110102999900003H");
const take = (stream: RandomStream, count: number): number[] => Array.from({ length: count }, () => stream.word());

describe("a random stream", () => {
  it("follows sfc32 from the state that Philox gives", () => {
    // worked from the definitions of FNV-1a, Philox and sfc32 with whole-number arithmetic in Python
    expect(take(streamOf(1, process, entity), 4).map((word) => word >>> 0)).toEqual([
      4128180965, 929416758, 1789301441, 3453583564,
    ]);
  });

  it("depends on the address alone, not on what was drawn before", () => {
    const moved = streamOf(1, process, keyHash("another"));
    take(moved, 1000);
    moved.moveTo(1, process, entity, 3);
    expect(take(moved, 50)).toEqual(take(streamOf(1, process, entity, 3), 50));
  });

  it("differs by seed, process, entity and index", () => {
    const streams = [
      streamOf(1, process, entity),
      streamOf(2, process, entity),
      streamOf(1 + 2 ** 32, process, entity),
      streamOf(1, keyHash("迁入"), entity),
      streamOf(1, process, keyHash("911101029999900011C")),
      streamOf(1, process, entity, 1),
    ];
    expect(new Set(streams.map((stream) => take(stream, 2).join())).size).toBe(streams.length);
  });

  it.each([-1, 0.5, Number.NaN, 2 ** 53])("refuses the seed %s", (seed) => {
    expect(() => streamOf(seed, process, entity)).toThrow(/a seed is a whole number from 0/);
  });

  it("is uniform: ten bins of a million draws, chi-square below its 99.9 % point", () => {
    const stream = streamOf(7, process, entity);
    const values = Float64Array.from({ length: 1e6 }, () => stream.uniform()).sort();
    expect(values.at(0)).toBeGreaterThan(0);
    expect(values.at(-1)).toBeLessThan(1);
    const bins = Array.from(
      { length: 10 },
      (_, bin) => values.filter((value) => Math.floor(value * 10) === bin).length,
    );
    const chiSquare = bins.reduce((sum, count) => sum + (count - 1e5) ** 2 / 1e5, 0);
    expect(chiSquare).toBeLessThan(27.88); // 9 degrees of freedom
  });

  it("has unrelated first draws over neighbouring entities", () => {
    const stream = new RandomStream();
    const firsts = Array.from({ length: 50_000 }, (_, index) =>
      stream.moveTo(1, process, keyHash(`9111010299990${index}`)).uniform(),
    );
    const lagProducts = firsts.slice(1).map((value, index) => (value - 0.5) * ((firsts[index] ?? NaN) - 0.5) * 12);
    const correlation = lagProducts.reduce((sum, value) => sum + value, 0) / lagProducts.length;
    expect(Math.abs(correlation)).toBeLessThan(4 / Math.sqrt(lagProducts.length));
  });
});
