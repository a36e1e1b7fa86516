import { checkFormula, compileKernel } from "../../formula/formula.ts";
import { yearOf } from "../../date/day.ts";
import { fieldOf, fieldsOf, tables, type TableId } from "../../roster/fields.ts";
import { industryMeaning } from "../../roster/industry-code.ts";
import type { Roster } from "../../roster/roster.ts";
import { sizeClasses, SizeClass } from "../../roster/size-class.ts";
import { sizeRules, type SizeIndicator, type SizeRule } from "../../roster/size-standard.ts";
import type { Block, Context } from "../block.ts";
import type { Compiled, CompiledMeasure, PreparedPolicy } from "../prepare.ts";
import { cellOf, placeOf } from "./cell-values.ts";
import { conditionOf, type BlockRow } from "./explain-conditions.ts";
import type { CellValue, Condition, EnterpriseFacts, FirmRow, SizeExplanation } from "./explanation.ts";

/** The roster without what firms declare, so that the class is the computed one. */
function undeclared(roster: Roster): Roster {
  const { enterprises } = roster.tables;
  const columns = new Map(enterprises.columns);
  columns.delete("declaredSize");
  return { ...roster, tables: { ...roster.tables, enterprises: { ...enterprises, columns } } };
}

function standardOf(code: string | undefined): SizeRule | undefined {
  if (code === undefined) return undefined;
  const { rule } = industryMeaning(code);
  return rule === "open" ? undefined : sizeRules[rule === "uncovered" ? "other" : rule];
}

const indicators = ["employees", "revenue", "assets", "financialAssets", "trustAssets"] as const;

function sizeOf({ bound, asOf, isSme }: Context): SizeExplanation {
  const { roster } = bound;
  const industry = cellOf(roster, fieldOf("enterprises", "industryCode"), 0).shown;
  const declared = cellOf(roster, fieldOf("enterprises", "declaredSize"), 0).value;
  const standard: SizeRule | undefined = standardOf(industry);
  return {
    computed: sizeClasses(undeclared(roster), yearOf(asOf)).class[0] ?? SizeClass.unclassified,
    declared: Number.isNaN(declared) ? SizeClass.unclassified : declared,
    isSme: isSme[0] ?? Number.NaN,
    ...(industry !== undefined && { industryCode: industry }),
    ...(standard && { standard: standard.name }),
    indicators: indicators.flatMap((indicator: SizeIndicator) => {
      const floors = standard?.floors[indicator];
      return floors ? [{ indicator, floors, cell: cellOf(roster, fieldOf("enterprises", indicator), 0) }] : [];
    }),
  };
}

/** A definition's name as a condition of its own. @throws Error if it does not check (our own mistake) */
function definitionFormula(name: string, { scope }: CompiledMeasure): Compiled {
  const checked = checkFormula(name, scope, "truth");
  if ("problems" in checked) throw new Error(`${name}: ${checked.problems[0]?.message.en ?? "does not check"}`);
  const kernel = compileKernel(checked, scope);
  return { checked, kernel, strict: kernel, zeroIfBlank: new Set() };
}

/** The firm's row on the as-of date. */
function onAsOf(context: Context, measure: CompiledMeasure): BlockRow {
  const day = Float64Array.of(context.asOf);
  const block: Block = {
    measure: { ...measure.measure, table: "enterprises" },
    row: Int32Array.of(0),
    enterprise: Int32Array.of(0),
    state: new Map([
      ["触发日", day],
      ["检验日", day],
    ]),
  };
  return { context, measure, block, index: 0 };
}

/** What is known of the one enterprise of a context; undefined where its code is not in 企业. */
export function factsOf(prepared: PreparedPolicy, context: Context): EnterpriseFacts | undefined {
  const { roster } = context.bound;
  const measure = prepared.measures.find((candidate) => candidate.measure.table === "enterprises");
  if (roster.tables.enterprises.rowCount === 0 || !measure) return undefined;
  const row = onAsOf(context, measure);
  return {
    place: placeOf(roster, "enterprises", 0),
    size: sizeOf(context),
    base: conditionOf("base", measure.base, row),
    definitions: prepared.policy.definitions.map(({ name }): { name: string; condition: Condition } => ({
      name,
      condition: conditionOf("own", definitionFormula(name, measure), row),
    })),
    cells: cellsOfRow(roster, "enterprises", 0),
  };
}

/** Filled and unreadable cells of a row. */
const cellsOfRow = (roster: Roster, table: TableId, row: number): CellValue[] =>
  fieldsOf(table)
    .map((field) => cellOf(roster, field, row))
    .filter(({ state }) => state === "filled" || state === "unreadable");

/** The rows of a firm's own roster beside the one in 企业. */
export const childRowsOf = (roster: Roster): FirmRow[] =>
  tables
    .filter(({ id }) => id !== "enterprises")
    .flatMap(({ id }) =>
      Array.from({ length: roster.tables[id].rowCount }, (_, row) => ({
        place: placeOf(roster, id, row),
        cells: cellsOfRow(roster, id, row),
      })),
    );
