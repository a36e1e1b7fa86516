import { describe, expect, it } from "vitest";
import { dayOf, isoDay } from "../../../src/core/date/day.ts";
import { compileKernel } from "../../../src/core/formula/formula.ts";
import { checked, evaluate, numberOf, sourceOf, toyScope } from "./toy-scope.ts";

const U = Number.NaN;
const truths = [1, 0, U];

describe("Kleene logic", () => {
  const pairs = truths.flatMap((a) => truths.map((b) => [a, b] as const));
  const columns = { 独立核算: pairs.map(([a]) => a), 失信: pairs.map(([, b]) => b) };

  it("lets one FALSE decide AND", () => {
    expect(evaluate("AND(独立核算,失信)", "truth", columns, 9)).toEqual([1, 0, U, 0, 0, 0, U, 0, U]);
  });

  it("lets one TRUE decide OR", () => {
    expect(evaluate("OR(独立核算,失信)", "truth", columns, 9)).toEqual([1, 1, 1, 1, 0, U, 1, U, U]);
  });

  it("negates, and keeps UNKNOWN", () => {
    expect(evaluate("NOT(独立核算)", "truth", { 独立核算: truths }, 3)).toEqual([0, 1, U]);
  });

  it("decides with many arguments whatever their order", () => {
    const columns = { 独立核算: [U, U], 失信: [0, 1], 户籍: [1, 1] };
    expect(evaluate("AND(独立核算,失信,户籍)", "truth", columns, 2)).toEqual([0, U]);
    expect(evaluate("OR(独立核算,失信,户籍)", "truth", { ...columns, 户籍: [0, 0] }, 2)).toEqual([U, 1]);
  });

  it("gives UNKNOWN for every comparison with a blank", () => {
    for (const operator of ["=", "<>", "<", "<=", ">", ">="]) {
      expect(evaluate(`人数${operator}3`, "truth", { 人数: [U] })).toEqual([U]);
      expect(evaluate(`3${operator}人数`, "truth", { 人数: [U] })).toEqual([U]);
    }
  });

  it("lets IF with an UNKNOWN condition give what both branches agree on", () => {
    expect(evaluate("IF(独立核算,人数,3)", "count", { 独立核算: [U, U, 1, 0], 人数: [3, 4, 4, 4] }, 4)).toEqual([
      3,
      U,
      4,
      3,
    ]);
  });

  it("reads 待核实 as UNKNOWN", () => {
    expect(evaluate("OR(待核实,独立核算)", "truth", { 独立核算: [1, 0] }, 2)).toEqual([1, U]);
    expect(evaluate("IF(人数>1,TRUE,待核实)", "truth", { 人数: [2, 1] }, 2)).toEqual([1, U]);
  });
});

describe("blanks", () => {
  const values = Float64Array.of(5, U, U);
  const state = Uint8Array.of(0, 1, 2);

  it("are told from unreadable cells by the state of the cell", () => {
    expect(evaluate('总投资=""', "truth", { 总投资: { values, state } }, 3)).toEqual([0, 1, U]);
    expect(evaluate('总投资<>""', "truth", { 总投资: { values, state } }, 3)).toEqual([1, 0, U]);
  });

  it("are NaN where no state is given", () => {
    expect(evaluate('""=总投资', "truth", { 总投资: { values } }, 3)).toEqual([0, 1, 1]);
  });

  it("read 0 in amounts where the field says so, and only there", () => {
    const columns = { 总投资: [10, U], 市级补助: [U, 1] };
    expect(evaluate("总投资-市级补助", "yuan", columns, 2, true)).toEqual([10, U]);
    expect(evaluate("总投资-市级补助", "yuan", columns, 2)).toEqual([U, U]);
    expect(evaluate('IF(市级补助="",总投资,0)', "yuan", { 总投资: [10], 市级补助: [U] }, 1, true)).toEqual([10]);
  });

  it("make MIN, MAX and SUM UNKNOWN", () => {
    for (const name of ["MIN", "MAX", "SUM"]) {
      expect(evaluate(`${name}(总投资,7)`, "yuan", { 总投资: [U, 5] }, 2)[0]).toBe(U);
    }
  });
});

describe("a kernel", () => {
  it("ignores an unset cap in MIN", () => {
    const columns = { 总投资: [8, 3], "m12b.单户上限": [Number.POSITIVE_INFINITY] };
    expect(evaluate("MIN(总投资,m12b.单户上限)", "yuan", columns, 2)).toEqual([8, 3]);
    expect(evaluate("MIN(总投资,m12b.单户上限)", "yuan", { ...columns, "m12b.单户上限": [5] }, 2)).toEqual([5, 3]);
  });

  it("repeats what is the same in every row", () => {
    expect(evaluate("2*补助比例", "share", { 补助比例: [0.3] }, 3)).toEqual([0.6, 0.6, 0.6]);
    expect(evaluate("总投资*补助比例", "yuan", { 总投资: [1, 2, 3], 补助比例: [0.5] }, 3)).toEqual([0.5, 1, 1.5]);
    expect(evaluate("7", "number", {}, 0)).toEqual([]);
    expect(evaluate("总投资", "yuan", { 总投资: [] }, 0)).toEqual([]);
  });

  it("never hands out the column it was given", () => {
    const values = Float64Array.of(1, 2);
    const result = compileKernel(checked("总投资", "yuan"), toyScope)(sourceOf({ 总投资: { values } }), 2);
    values[0] = 9;
    expect([...result]).toEqual([1, 2]);
  });

  it("compares a choice by its place in the list", () => {
    expect(evaluate('组织形式<>"个体工商户"', "truth", { 组织形式: [0, 1, U] }, 3)).toEqual([1, 0, U]);
    expect(evaluate('"个体工商户"=组织形式', "truth", { 组织形式: [0, 1, U] }, 3)).toEqual([0, 1, U]);
  });

  it("takes the first case of IFS that holds, and UNKNOWN if none does", () => {
    const formula = "IFS(人数>=100,3,人数>=10,2,人数>=1,1)";
    expect(evaluate(formula, "number", { 人数: [100, 10, 1, 0, U] }, 5)).toEqual([3, 2, 1, U, U]);
  });

  it("chooses by index, and gives UNKNOWN outside the list", () => {
    expect(evaluate("CHOOSE(人数,10,20)", "number", { 人数: [1, 2.9, 0, 3, U] }, 5)).toEqual([10, 20, U, U, U]);
  });
});

describe("arithmetic", () => {
  it.each([
    ["-2^2", 4],
    ["0-2^2", -4],
    ["2^3^2", 64],
    ["2^-1", 0.5],
    ["7-2-1", 4],
    ["8/4/2", 1],
    ["2+3*4", 14],
    ["(2+3)*4", 20],
    ["+3", 3],
    ["--3", 3],
    ["INT(2.7)", 2],
    ["INT(-2.1)", -3],
    ["ABS(-2.5)", 2.5],
    ["SUM(1,2,3)", 6],
    ["MIN(3,1,2)", 1],
    ["MAX(3,1,2)", 3],
    ["1/0", U],
    ["0^0", U],
    ["(0-1)^0.5", U],
  ])("gives %s = %d", (text, value) => {
    expect(numberOf(text)).toBe(value);
  });

  it("reads per cent as a share", () => {
    expect(numberOf("50%", "share")).toBe(0.5);
    expect(evaluate("总投资*30%", "yuan", { 总投资: [100] })).toEqual([30]);
  });

  it("compares by 15 significant digits", () => {
    expect(numberOf("0.1+0.2=0.3", "truth")).toBe(1);
    expect(numberOf("0.1+0.2>0.3", "truth")).toBe(0);
    expect(numberOf("0.1+0.2<=0.3", "truth")).toBe(1);
    expect(numberOf("0.30000000000001>0.3", "truth")).toBe(1);
  });
});

describe("dates", () => {
  const date = (text: string): string => isoDay(numberOf(text, "date"));

  it.each([
    ["DATE(2024,1,31)", "2024-01-31"],
    ["DATE(2023,14,1)", "2024-02-01"],
    ["DATE(2024,0,1)", "2023-12-01"],
    ["DATE(2024,2,30)", "2024-03-01"],
    ["DATE(2024,3,0)", "2024-02-29"],
    ["EDATE(DATE(2024,1,31),1)", "2024-02-29"],
    ["EDATE(DATE(2023,1,31),1)", "2023-02-28"],
    ["EDATE(DATE(2024,3,31),-1)", "2024-02-29"],
    ["EDATE(DATE(2024,2,29),12)", "2025-02-28"],
    ["DATE(2024,2,28)+2", "2024-03-01"],
    ["MAX(DATE(2024,1,1),DATE(2023,1,1))", "2024-01-01"],
  ])("gives %s = %s", (text, day) => {
    expect(date(text)).toBe(day);
  });

  it("gives the parts of a day and the days between two", () => {
    expect(
      evaluate("YEAR(认定日期)*10000+MONTH(认定日期)*100+DAY(认定日期)", "count", { 认定日期: [dayOf(2024, 2, 29)] }),
    ).toEqual([20240229]);
    expect(
      evaluate("认定日期-检验日", "count", { 认定日期: [dayOf(2024, 3, 1)], 检验日: [dayOf(2024, 2, 1)] }),
    ).toEqual([29]);
  });

  it("stay UNKNOWN where a part is", () => {
    expect(evaluate("EDATE(认定日期,36)", "date", { 认定日期: [U] })).toEqual([U]);
    expect(evaluate("YEAR(认定日期)", "count", { 认定日期: [U] })).toEqual([U]);
    expect(evaluate("DATE(人数,1,1)", "date", { 人数: [U, 99] }, 2)).toEqual([U, U]);
  });

  it("let a title without expiry hold three years and be open from then on", () => {
    const formula =
      'AND(认定日期<>"",认定日期<=检验日,IF(到期日期="",IF(检验日<EDATE(认定日期,36),TRUE,待核实),检验日<到期日期))';
    const day = (year: number): number => dayOf(year, 6, 1);
    const columns = {
      认定日期: [day(2022), day(2020), day(2022), U],
      到期日期: [U, U, day(2023), U],
      检验日: [day(2024)],
    };
    expect(evaluate(formula, "truth", columns, 4)).toEqual([1, U, 0, 0]);
  });
});
