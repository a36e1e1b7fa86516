import { describe, expect, it } from "vitest";
import { explainFormula } from "../../../src/core/formula/formula.ts";
import type { NamedValue } from "../../../src/core/formula/formula.ts";
import type { ExplanationNode, Unit } from "../../../src/core/formula/types.ts";
import { checked, toyScope } from "./toy-scope.ts";

function explain(
  text: string,
  unit: Unit,
  values: Readonly<Record<string, number | NamedValue>>,
  amounts = false,
): ExplanationNode {
  const named = (name: string): NamedValue => {
    const value = values[name] ?? Number.NaN;
    return typeof value === "number" ? { value } : value;
  };
  return explainFormula(checked(text, unit), toyScope, named, { amounts });
}

describe("an explanation", () => {
  it("puts values into every part and marks what MIN took", () => {
    const values = { 总投资: 8_000_000, 补助比例: 0.3, "m12b.单户上限": 3_000_000 };
    const found = explain("MIN(总投资*补助比例, m12b.单户上限)", "yuan", values);
    expect(found).toMatchObject({
      value: 2_400_000,
      unit: "yuan",
      chosen: 0,
      text: "MIN(总投资*补助比例, m12b.单户上限)",
    });
    expect(found.children).toMatchObject([
      {
        text: "总投资*补助比例",
        value: 2_400_000,
        children: [
          { name: "总投资", value: 8_000_000 },
          { name: "补助比例", unit: "share" },
        ],
      },
      { text: "m12b.单户上限", name: "m12b.单户上限", value: 3_000_000 },
    ]);
  });

  it("marks the branch IF took, and none while it is open", () => {
    expect(explain("IF(人数>3,1,2)", "number", { 人数: 4 }).chosen).toBe(1);
    expect(explain("IF(人数>3,1,2)", "number", { 人数: 3 }).chosen).toBe(2);
    expect(explain("IF(人数>3,1,2)", "number", {})).not.toHaveProperty("chosen");
    expect(explain("MAX(人数,5)", "count", { 人数: 4 }).chosen).toBe(1);
  });

  it("shows texts as they read", () => {
    const found = explain('AND(组织形式="企业",企业名称<>"")', "truth", {
      组织形式: 0,
      企业名称: { value: 17, shown: "甲公司" },
    });
    expect(found.value).toBe(1);
    expect(found.children[0]?.children).toMatchObject([{ shown: "企业" }, { shown: "企业" }]);
    expect(found.children[1]?.children).toMatchObject([{ shown: "甲公司" }]);
  });

  it("names a definition and opens it", () => {
    const found = explain("NOT(称号有效)", "truth", { 认定日期: { value: Number.NaN, state: 1 }, 检验日: 45_075 });
    expect(found.children).toMatchObject([
      { text: "称号有效", name: "称号有效", value: 0, children: [{ text: '认定日期<>""', value: 0 }, {}] },
    ]);
  });

  it("reads blanks as the kernel does", () => {
    expect(explain("总投资-市级补助", "yuan", { 总投资: 5 }, true)).toMatchObject({
      value: 5,
      children: [{}, { value: 0 }],
    });
    expect(explain("总投资-市级补助", "yuan", { 总投资: 5 }).value).toBeNaN();
  });
});
