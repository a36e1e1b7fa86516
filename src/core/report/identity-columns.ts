import type { CompiledMeasure } from "../policy/prepare.ts";
import { column, rowPlace, type DetailCell, type DetailColumn } from "./detail-column.ts";
import { measuresOf, type DetailPlan, type PaidRow } from "./detail-plan.ts";
import { parameterName } from "./parameter-name.ts";
import type { At } from "./placed-table.ts";
import { countCell, dayCell, emptyCell, formulaCell, textCell } from "./report-cells.ts";
import { openTests } from "./row-formula.ts";

/** Who a row is about, where it stands in the roster, when it is due and whether it counts. */
export function identityColumns(plan: DetailPlan): readonly DetailColumn[] {
  const { said, identities, input } = plan;
  const { heads } = said;
  const { language, roster } = input;
  const tableOf = ({ measure }: PaidRow) => roster.tables[measure.measure.table];
  const own = (id: string, width: number, cell: DetailCell): DetailColumn => column(id, heads[id] ?? id, width, cell);
  return [
    own("measureNumber", 8, ({ measure }) => countCell(measure.index + 1)),
    own("measure", 24, ({ measure }) => textCell(`${measure.measure.id} ${measure.measure.label[language]}`)),
    own("firm", 9, ({ enterprise }) => countCell(enterprise + 1)),
    own("code", 21, (row) => textCell(codeOf(plan, row))),
    own("name", 28, ({ enterprise }) => textCell(identities.name(enterprise))),
    own("sheet", 12, (row) =>
      row.row < 0 ? emptyCell : textCell(roster.sheetNames[tableOf(row).sheet[row.row] ?? 0] ?? ""),
    ),
    own("sheetRow", 8, (row) => (row.row < 0 ? emptyCell : countCell(tableOf(row).sheetRow[row.row] ?? 0))),
    own("trigger", 18, ({ measure, rule }) => textCell(measure.measure.triggers[rule]?.label[language] ?? "")),
    own("date", 12, ({ date }) => dayCell(date)),
    ...(plan.hasTestDay ? [own("testDay", 12, ({ testDay }) => dayCell(testDay))] : []),
    ...(measuresOf(plan).some(isRepeated) ? [own("part", 8, ({ part }) => countCell(part + 1))] : []),
    own("year", 9, (row, at) => ({ ...formulaCell(yearFormula(plan, row, at), row.year, "number") })),
    own("eligible", 9, ({ condition }) => textCell(said.eligibilities[condition] ?? "", "input")),
    own("eligibility", 9, (row, at) => formulaCell(eligibilityFormula(plan, row, at), row.eligibility, "integer")),
  ];
}

/** Code of the firm; of a row whose firm is not in 企业, the code that stands in the row. */
function codeOf({ identities }: DetailPlan, { enterprise, row, measure }: PaidRow): string {
  const { table, owner } = measure.measure;
  if (enterprise >= 0) return identities.code(enterprise);
  return row < 0 ? "" : identities.text(table, owner, row);
}

const isRepeated = ({ measure }: CompiledMeasure): boolean =>
  measure.schedule.kind === "months" || measure.schedule.kind === "anniversaries";

function yearFormula({ context }: DetailPlan, { measure }: PaidRow, at: At): string {
  const { id, schedule } = measure.measure;
  const year = `YEAR(${at("date")})`;
  if (isRepeated(measure)) return `${year}+${at("part")}-1`;
  const offset = "offset" in schedule ? schedule.offset : undefined;
  if (offset === undefined) return year;
  const local = `${id}.${offset}`;
  return `${year}+${parameterName(context.values.has(local) ? local : offset)}`;
}

function eligibilityFormula(plan: DetailPlan, row: PaidRow, at: At): string {
  const [no, yes, unverified] = plan.said.eligibilities;
  const cell = at("eligible");
  const tests = openTests(plan.context, rowPlace(plan, row, "planning", at));
  if (tests.length === 0) return `IF(${cell}="${yes}",1,IF(${cell}="${no}",0,2))`;
  return `IF(${cell}="${no}",0,IF(${cell}="${unverified}",2,IF(OR(${tests.join(",")}),2,1)))`;
}
