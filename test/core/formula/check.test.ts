import { describe, expect, it } from "vitest";
import { checkFormula } from "../../../src/core/formula/formula.ts";
import type { Unit } from "../../../src/core/formula/types.ts";
import { checked, toyScope } from "./toy-scope.ts";

describe("units", () => {
  it.each<[string, Unit]>([
    ["总投资*补助比例", "yuan"],
    ["补助比例*总投资", "yuan"],
    ["总投资*人数", "yuan"],
    ["人数*总投资*2", "yuan"],
    ["总投资/市级补助", "share"],
    ["总投资/人数", "yuan"],
    ["总投资/12*期限月数", "yuan"],
    ["人数/12", "count"],
    ["人数/期限月数", "share"],
    ["检验日+30", "date"],
    ["检验日-期限月数", "date"],
    ["检验日-认定日期", "count"],
    ["EDATE(认定日期,期限月数)", "date"],
    ["MAX(认定日期,检验日)", "date"],
    ["MAX(0,总投资-市级补助)", "yuan"],
    ["IF(独立核算,0,总投资)", "yuan"],
    ["IFS(人数>1,总投资,TRUE,0)", "yuan"],
    ["CHOOSE(人数+1,0,总投资)", "yuan"],
    ["(1+补助比例)^3", "share"],
    ["ROUND(总投资*系数,2)", "yuan"],
    ["独立核算=失信", "truth"],
    ["组织形式=组织形式二", "truth"],
    ["IF(独立核算,TRUE,待核实)", "truth"],
    ["0", "yuan"],
    ["系数", "share"],
  ])("%s is %s", (text, unit) => {
    expect(checkFormula(text, toyScope, unit)).toHaveProperty("tree");
  });

  it.each<[string, Unit, number, number]>([
    ["总投资+人数", "yuan", 0, 6],
    ["1+总投资*总投资", "yuan", 2, 9],
    ["总投资+补助比例", "yuan", 0, 8],
    ["总投资", "share", 0, 3],
    ["人数", "yuan", 0, 2],
    ["2/总投资", "number", 0, 5],
    ["检验日+认定日期", "date", 0, 8],
    ["检验日>45000", "truth", 0, 9],
    ["总投资>人数", "truth", 0, 6],
    ["独立核算>失信", "truth", 0, 7],
    ["组织形式<组织形式二", "truth", 0, 10],
    ["组织形式=级别", "truth", 0, 7],
    ['总投资="企业"', "truth", 0, 8],
    ["MIN(总投资,人数)", "yuan", 8, 10],
    ["IF(总投资,1,2)", "number", 3, 6],
    ["IF(独立核算,总投资,人数)", "yuan", 12, 14],
    ["AND(独立核算,1)", "truth", 9, 10],
    ["MAX(独立核算)", "truth", 4, 8],
    ["ROUND(总投资,补助比例)", "yuan", 10, 14],
    ["YEAR(2024)", "count", 5, 9],
    ["-检验日", "date", 1, 4],
    ["总投资%", "share", 0, 3],
    ["SUM(检验日)", "date", 4, 7],
  ])("refuses %s as %s at %d–%d", (text, expected, start, end) => {
    expect(checkFormula(text, toyScope, expected)).toMatchObject({ problems: [{ code: "unit-mismatch", start, end }] });
  });
});

describe("names", () => {
  it("lists each once, in the order of use, without 待核实", () => {
    expect(checked('IF(市级补助="",总投资,MAX(总投资-市级补助,0))', "yuan").names).toEqual(["市级补助", "总投资"]);
    expect(checked("AND(称号有效,待核实)", "truth").names).toEqual(["认定日期", "检验日"]);
  });

  it("that nobody knows are reported all at once, with a near one", () => {
    expect(checkFormula("总投姿+无", toyScope, "yuan")).toMatchObject({
      problems: [
        { code: "unknown-name", start: 0, end: 3, message: { zh: "没有“总投姿”这个名称" } },
        { code: "unknown-name", start: 4, end: 5 },
      ],
    });
    expect(checkFormula("补助比列", toyScope, "share")).toMatchObject({
      problems: [{ message: { zh: "没有“补助比列”这个名称，是否为“补助比例”？" } }],
    });
  });

  it("that may be unset stand directly in MIN only", () => {
    expect(checkFormula("MIN(总投资,m12b.单户上限)", toyScope, "yuan")).toHaveProperty("tree");
    expect(checkFormula("m12b.单户上限", toyScope, "yuan", { asLimit: true })).toHaveProperty("tree");
    for (const text of ["m12b.单户上限", "MIN(总投资,m12b.单户上限-1)", "MIN(总投资,IF(独立核算,m12b.单户上限,1))"]) {
      const start = text.indexOf("m12b");
      expect(checkFormula(text, toyScope, "yuan")).toMatchObject({
        problems: [{ code: "unset-outside-min", start, end: start + 9 }],
      });
    }
  });
});

describe("texts", () => {
  it.each([
    ['组织形式="公司"', "not-in-list", 5, 9],
    ['企业名称="甲"', "not-allowed", 5, 8],
    ['"甲"', "not-allowed", 0, 3],
    ['"甲"="甲"', "not-allowed", 0, 3],
    ['检验日=""', "blank-test-needs-column", 0, 3],
    ['称号有效<>""', "blank-test-needs-column", 0, 4],
    ['总投资+1=""', "blank-test-needs-column", 0, 5],
  ])("refuses %s as %s", (text, code, start, end) => {
    expect(checkFormula(text, toyScope, "truth")).toMatchObject({ problems: [{ code, start, end }] });
  });

  it("names the list that a wrong text misses", () => {
    expect(checkFormula('组织形式="公司"', toyScope, "truth")).toMatchObject({
      problems: [{ message: { zh: "“公司”不是“组织形式”的取值；可用：企业、个体工商户" } }],
    });
  });
});

describe("functions", () => {
  it.each([
    ["IF(独立核算,1)", 0, 10],
    ["1+IFS(独立核算,1,失信)", 2, 16],
    ["MIN()", 0, 5],
    ["ROUND(1)", 0, 8],
    ["NOT(独立核算,失信)", 0, 12],
  ])("refuse a wrong number of arguments: %s", (text, start, end) => {
    expect(checkFormula(text, toyScope, "number")).toMatchObject({
      problems: [{ code: "argument-count", start, end }],
    });
  });
});

describe("definitions", () => {
  it("are inlined with their units", () => {
    expect(checked("可补*补助比例", "yuan").tree).toMatchObject({
      left: { definition: "可补", kind: "binary", unit: "yuan" },
    });
  });

  it("in a circle are refused where the name stands", () => {
    expect(checkFormula("OR(失信,甲)", toyScope, "truth")).toMatchObject({
      problems: [{ code: "circular-definition", start: 6, end: 7, message: { zh: "定义“乙”中：定义循环：甲→乙→甲" } }],
    });
  });

  it("that are wrong are reported where their name stands", () => {
    expect(checkFormula("1+错", toyScope, "yuan")).toMatchObject({
      problems: [{ code: "unit-mismatch", start: 2, end: 3, message: { zh: expect.stringContaining("定义“错”中") } }],
    });
  });
});
