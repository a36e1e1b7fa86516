import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toWorkbook } from "../../../src/core/formula/formula.ts";
import { checked, evaluate, numberOf } from "./toy-scope.ts";

const seeded = { seed: 20_230_529, numRuns: 500 };

/** Formulas of numbers, with more brackets than they need. */
const numeric = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    fc.nat(99).map(String),
    fc
      .tuple(tie("tree"), fc.constantFrom("+", "-", "*", "/", "^"), tie("tree"))
      .map(([left, operator, right]) => `(${left})${operator}(${right})`),
    fc
      .tuple(tie("tree"), fc.constantFrom("+", "-", "*"), fc.nat(9))
      .map(([left, operator, right]) => `${left}${operator}${right}`),
    tie("tree").map((inner) => `-(${inner})`),
    fc.tuple(tie("tree"), tie("tree")).map((parts) => `MAX(${parts.join(",")})`),
    fc.tuple(tie("tree"), tie("tree"), tie("tree")).map(([a, b, c]) => `IF(${a}<${b},${b},${c})`),
  ),
})).tree;

const logic = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom("TRUE", "FALSE", "待核实", "独立核算", "失信"),
    tie("tree").map((inner) => `NOT(${inner})`),
    fc.tuple(tie("tree"), tie("tree")).map((parts) => `AND(${parts.join(",")})`),
    fc.tuple(tie("tree"), tie("tree")).map((parts) => `OR(${parts.join(",")})`),
    fc.tuple(tie("tree"), tie("tree"), tie("tree")).map((parts) => `IF(${parts.join(",")})`),
  ),
})).tree;

describe("a formula", () => {
  it("keeps its value when written for the workbook and read again", () => {
    fc.assert(
      fc.property(numeric, (text) => {
        const written = toWorkbook(checked(text, "number"), (name) => name);
        expect(written.length).toBeLessThanOrEqual(text.length);
        expect(numberOf(written)).toBe(numberOf(text));
      }),
      seeded,
    );
  });

  it("gives every row what it gives that row alone", () => {
    const rows = fc.array(fc.tuple(fc.constantFrom(1, 0, Number.NaN), fc.constantFrom(1, 0, Number.NaN)), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(logic, rows, (text, pairs) => {
        const columns = { 独立核算: pairs.map(([a]) => a), 失信: pairs.map(([, b]) => b) };
        const alone = pairs.map(([a, b]) => evaluate(text, "truth", { 独立核算: [a], 失信: [b] })[0]);
        expect(evaluate(text, "truth", columns, pairs.length)).toEqual(alone);
      }),
      seeded,
    );
  });

  it("that is decided while a fact is UNKNOWN is decided the same whatever the fact turns out to be", () => {
    fc.assert(
      fc.property(logic, fc.constantFrom(1, 0), (text, fact) => {
        const [open] = evaluate(text, "truth", { 独立核算: [Number.NaN], 失信: [Number.NaN] });
        fc.pre(open !== undefined && !Number.isNaN(open));
        expect(evaluate(text, "truth", { 独立核算: [fact], 失信: [1 - fact] })).toEqual([open]);
      }),
      seeded,
    );
  });
});
