import type { NameInfo, Scope, Unit } from "../formula/types.ts";
import { fieldsOf, type Field, type TableId } from "../roster/fields.ts";
import type { Measure, Parameter, Policy } from "./policy.ts";

/** Names the engine supplies for every trigger; see {@link Policy} for where they may stand. */
const engineNames: readonly NameInfo[] = [
  { name: "触发日", unit: "date", kind: "state" },
  { name: "检验日", unit: "date", kind: "state" },
  { name: "预算年度", unit: "count", kind: "state" },
  { name: "档次", unit: "count", kind: "state" },
  { name: "已达档次", unit: "count", kind: "state" },
  { name: "当年月数", unit: "count", kind: "state" },
  { name: "本条已享受", unit: "yuan", kind: "state" },
  { name: "本条本年已享受", unit: "yuan", kind: "state" },
  { name: "是中小微企业", unit: "truth", kind: "state" },
  { name: "担保时专精特新", unit: "truth", kind: "state" },
  { name: "政策起始日", unit: "date", kind: "constant" },
  { name: "政策截止日", unit: "date", kind: "constant" },
  { name: "待核实", unit: "truth", kind: "constant" },
];

/** What a column is in a formula. */
export const fieldUnit = (field: Field): Unit => {
  switch (field.type) {
    case "money":
      return "yuan";
    case "count":
    case "number":
      return "count";
    case "date":
      return "date";
    case "truth":
      return "truth";
    case "choice":
    case "code":
    case "text":
      return "text";
    default:
      return field.type satisfies never;
  }
};

const columnName = (field: Field): NameInfo => ({
  name: field.label,
  unit: fieldUnit(field),
  kind: "column",
  ...(field.blankIsZero && { blankIsZero: true }),
  ...(field.choices && { choices: field.choices }),
});

const parameterUnit = (type: Exclude<Parameter["type"], "shares">): Unit => type;

function parameterNames(parameter: Parameter, measureId: string): NameInfo[] {
  if (parameter.type === "shares") return [];
  const info = { unit: parameterUnit(parameter.type), kind: "parameter", mayBeUnset: parameter.mayBeUnset } as const;
  const local = parameter.key.startsWith(`${measureId}.`)
    ? [{ ...info, name: parameter.key.slice(measureId.length + 1) }]
    : [];
  return [{ ...info, name: parameter.key }, ...local];
}

/**
 * Every name a formula of a measure may use: the columns of its table, then those of 企业, its own parameters by
 * short name, all parameters by key, readings, definitions, year lookups and what the engine supplies.
 */
export function measureScope(policy: Policy, measure: Pick<Measure, "id" | "table" | "after">): Scope {
  const columns = (table: TableId): NameInfo[] => fieldsOf(table).map(columnName);
  const all: NameInfo[] = [
    ...(measure.table === "enterprises" ? [] : columns("enterprises")),
    ...columns(measure.table),
    ...policy.parameters.flatMap((parameter) => parameterNames(parameter, measure.id)),
    ...policy.readings.map(({ name, options }): NameInfo => ({
      name,
      unit: "text",
      kind: "reading",
      choices: options.map(({ value }) => value),
    })),
    ...policy.definitions.map(({ name, formula }): NameInfo => ({ name, unit: "truth", kind: "definition", formula })),
    ...policy.yearLookups.map(({ name }): NameInfo => ({ name, unit: "yuan", kind: "column" })),
    ...engineNames,
    ...(policy.growthYears === undefined ? [] : [{ name: "连续增长", unit: "truth", kind: "state" } as const]),
    ...(measure.after ? [{ name: measure.after.name, unit: "truth", kind: "state" } as const] : []),
  ];
  const byName = new Map(all.map((info) => [info.name, info]));
  return { lookup: (name) => byName.get(name), names: () => byName.values() };
}
