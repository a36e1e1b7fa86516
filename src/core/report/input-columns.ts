import { CellState } from "../roster/roster.ts";
import { column, moneyCell, rowPlace, type DetailColumn } from "./detail-column.ts";
import { measuresOf, type DetailPlan, type PaidRow } from "./detail-plan.ts";
import { inputNames, isOpen } from "./detail-row.ts";
import { emptyCell, textCell } from "./report-cells.ts";
import type { CellFormat, ReportCell } from "./report-model.ts";
import { inputColumn, openingFormula } from "./row-formula.ts";

const formats = {
  yuan: "yuan",
  share: "share",
  count: "number",
  number: "number",
  date: "date",
  text: "text",
  truth: "truth",
} as const satisfies Record<string, CellFormat>;

/** What the formulas of the rows read from the roster, and 本条已享受 before any row of it. */
export function inputColumns(plan: DetailPlan): readonly DetailColumn[] {
  const names = [...new Set(measuresOf(plan).flatMap(inputNames))];
  return [
    ...names.map((name) => column(inputColumn(name), name, 14, (row) => inputCell(plan, row, name))),
    ...(measuresOf(plan).some(({ opening }) => opening) ? [openingColumn(plan)] : []),
  ];
}

/** A cell of the roster; one that is not known holds a word, unless its blank reads 0. */
function inputCell({ said }: DetailPlan, row: PaidRow, name: string): ReportCell {
  const input = row.inputs.get(name);
  const info = row.measure.scope.lookup(name);
  if (!input || !info) return emptyCell;
  if (isOpen(row, name, input)) return textCell(input.state === CellState.unreadable ? said.unreadable : said.blank);
  const value = Number.isNaN(input.value) ? 0 : input.value;
  const format = formats[info.unit];
  if (format === "text") return textCell(info.choices?.[value] ?? "");
  return { value: format === "truth" ? value === 1 : value, format };
}

function openingColumn(plan: DetailPlan): DetailColumn {
  return column("opening", plan.said.heads["opening"] ?? "", 14, (row, at) => {
    const { opening } = row.measure;
    if (!opening) return emptyCell;
    return moneyCell(openingFormula(plan.context, rowPlace(plan, row, "planning", at), opening), row.opening);
  });
}
