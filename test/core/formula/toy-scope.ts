import type { NameInfo, Operand, OperandSource, Scope, Unit } from "../../../src/core/formula/types.ts";
import type { CheckedFormula } from "../../../src/core/formula/formula.ts";
import { checkFormula, compileKernel } from "../../../src/core/formula/formula.ts";

const column = (name: string, unit: Unit, more: Partial<NameInfo> = {}): NameInfo => ({
  name,
  unit,
  kind: "column",
  ...more,
});
const definition = (name: string, unit: Unit, formula: string): NameInfo => ({
  name,
  unit,
  kind: "definition",
  formula,
});

/** Names of a made-up policy. */
export const toyNames: readonly NameInfo[] = [
  column("总投资", "yuan"),
  column("市级补助", "yuan", { blankIsZero: true }),
  column("人数", "count"),
  column("认定日期", "date"),
  column("到期日期", "date"),
  column("独立核算", "truth"),
  column("失信", "truth"),
  column("户籍", "truth"),
  column("组织形式", "text", { choices: ["企业", "个体工商户"] }),
  column("组织形式二", "text", { choices: ["企业", "个体工商户"] }),
  column("企业名称", "text"),
  column("级别", "text", { choices: ["高", "低"] }),
  { name: "检验日", unit: "date", kind: "state" },
  { name: "补助比例", unit: "share", kind: "parameter" },
  { name: "m12b.单户上限", unit: "yuan", kind: "parameter", mayBeUnset: true },
  { name: "档次金额.市级专精特新", unit: "yuan", kind: "parameter" },
  { name: "期限月数", unit: "count", kind: "parameter" },
  { name: "系数", unit: "number", kind: "parameter" },
  { name: "本条已享受", unit: "yuan", kind: "state" },
  { name: "待核实", unit: "truth", kind: "constant" },
  definition("称号有效", "truth", 'AND(认定日期<>"",认定日期<=检验日)'),
  definition("可补", "yuan", "总投资-市级补助"),
  definition("甲", "truth", "NOT(乙)"),
  definition("乙", "truth", "OR(独立核算,甲)"),
  definition("错", "yuan", "总投资+人数"),
];

const byName = new Map(toyNames.map((info) => [info.name, info]));
export const toyScope: Scope = { lookup: (name) => byName.get(name), names: () => toyNames };

/** Checks a formula that the test holds to be sound. */
export function checked(text: string, unit: Unit): CheckedFormula {
  const result = checkFormula(text, toyScope, unit);
  if ("problems" in result) throw new Error(result.problems.map(({ message }) => message.en).join("; "));
  return result;
}

export type Columns = Readonly<Record<string, readonly number[] | Operand>>;

export function sourceOf(columns: Columns): OperandSource {
  return (name) => {
    const found = columns[name];
    if (found === undefined) throw new Error(`no operand for ${name}`);
    return "values" in found && found.values instanceof Float64Array
      ? (found as Operand)
      : { values: Float64Array.from(found as readonly number[]) };
  };
}

/** All rows of a formula over columns. */
export function evaluate(text: string, unit: Unit, columns: Columns = {}, count = 1, amounts = false): number[] {
  const kernel = compileKernel(checked(text, unit), toyScope, { amounts });
  return [...kernel(sourceOf(columns), count)];
}

/** The value of a formula of numbers alone. */
export const numberOf = (text: string, unit: Unit = "number"): number => evaluate(text, unit)[0] ?? Number.NaN;
