import { describe, expect, it } from "vitest";
import { toWorkbook } from "../../../src/core/formula/formula.ts";
import type { Unit } from "../../../src/core/formula/types.ts";
import { checked } from "./toy-scope.ts";

const cells: Readonly<Record<string, string>> = {
  总投资: "$C5",
  市级补助: "$D5",
  认定日期: "$E5",
  检验日: "$F5",
  系数: "系数",
};
const write = (name: string): string => cells[name] ?? `[${name}]`;
const inWorkbook = (text: string, unit: Unit): string => toWorkbook(checked(text, unit), write);

describe("a workbook formula", () => {
  it.each<[string, Unit, string]>([
    ["MIN( 总投资 * 30% , m12b.单户上限 )", "yuan", "MIN($C5*30%,[m12b.单户上限])"],
    ["((总投资))-(市级补助)", "yuan", "$C5-$D5"],
    ["总投资-(市级补助-1)", "yuan", "$C5-($D5-1)"],
    ["(总投资-市级补助)-1", "yuan", "$C5-$D5-1"],
    ["(总投资-市级补助)*系数", "yuan", "($C5-$D5)*系数"],
    ["总投资/(系数*2)", "yuan", "$C5/(系数*2)"],
    ["-(2^2)", "number", "-(2^2)"],
    ["-2^2", "number", "-2^2"],
    ["2^(3^2)", "number", "2^(3^2)"],
    ["(2+3)%", "share", "(2+3)%"],
    ["ifs(总投资>1,1,true,2)", "number", "_xlfn.IFS($C5>1,1,TRUE,2)"],
    ["0.0000001", "number", "1E-7"],
    ['认定日期<>""', "truth", '$E5<>""'],
    ["可补*2", "yuan", "($C5-$D5)*2"],
    ["NOT(称号有效)", "truth", 'NOT(AND($E5<>"",$E5<=$F5))'],
    ['组织形式="企业"', "truth", '[组织形式]="企业"'],
  ])("writes %s (%s) as %s", (text, unit, formula) => {
    expect(inWorkbook(text, unit)).toBe(formula);
  });
});
