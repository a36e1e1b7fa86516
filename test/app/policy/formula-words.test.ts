import { expect, it } from "vitest";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import { formulaWords, wholeFormula } from "../../../src/app/policy/formula-words.ts";

function measure(id: string) {
  const found = xicheng202371.measures.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`the policy must have ${id}`);
  return found;
}

it("reads a formula out in the terms of the law", () => {
  expect(formulaWords("MAX(0,总投资-市级补助)", xicheng202371, measure("m05a"), "zh")).toBe(
    "总投资 − 市级补助（不足 0 按 0）",
  );
  expect(formulaWords('IF(房租上限口径="累计",1,年度上限)', xicheng202371, measure("m20c"), "zh")).toBe(
    "房租上限口径为“累计”的为1，否则为年度上限",
  );
});

it("keeps the order of calculation by brackets", () => {
  expect(formulaWords("(人数+1)*人均标准", xicheng202371, measure("m20b"), "zh")).toBe("(人数 + 1) × 人均标准");
});

it.each(xicheng202371.measures)("names everything in English in the formulas of $id", (each) => {
  const formulas = [each.gross, ...each.limits.map(({ formula }) => formula)];
  const words = formulas.map((formula) => formulaWords(formula, xicheng202371, each, "en")).join(" ");
  // values of readings stand as the law has them, and 专精特新 has no English name
  const quoted = words.replaceAll(/“[^”]*”|专精特新/gu, "");
  expect(quoted).not.toMatch(/[\u4e00-\u9fff]/u);
});

it("puts the limits into one formula that a workbook takes", () => {
  expect(wholeFormula(measure("m05c"))).toBe("MIN(审计费用, 单项上限)");
  expect(wholeFormula(measure("m12b"))).toMatch(/^MIN\(上市阶段, /u);
});
