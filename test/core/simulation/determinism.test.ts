import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const folder = join(import.meta.dirname, "../../../src/core/simulation");
// What IEEE 754 or the language fixes to the bit.
const exact = ["abs", "ceil", "clz32", "floor", "fround", "imul", "max", "min", "round", "sign", "sqrt", "trunc"];
const constants = ["LN2", "LOG2E", "SQRT1_2", "SQRT2", "PI"];

describe("the simulation's arithmetic", () => {
  it("uses nothing of Math that an engine may compute as it likes", () => {
    const uses = readdirSync(folder).flatMap((file) =>
      [...readFileSync(join(folder, file), "utf8").matchAll(/Math\.(\w+)/g)].map((match) => ({ file, name: match[1] })),
    );
    expect(uses.length).toBeGreaterThan(10);
    expect(uses.filter(({ name = "" }) => ![...exact, ...constants].includes(name))).toEqual([]);
  });

  it("uses ** only between literals, which the compiler folds", () => {
    const powers = readdirSync(folder).flatMap((file) =>
      [...readFileSync(join(folder, file), "utf8").matchAll(/(\S+) \*\* (\S+)/g)].map((match) => match.slice(1, 3)),
    );
    const isLiteral = (text: string): boolean => /^\(*-?\d+\W*$/.test(text);
    expect(powers.filter((sides) => !sides.every(isLiteral))).toEqual([]);
  });
});
