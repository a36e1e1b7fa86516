import { yearOf } from "../date/day.ts";
import type { Fen } from "../money/money.ts";
import type { Context } from "../policy/block.ts";
import { clawbackOf, returned, returnYear, type TakenBack } from "../policy/clawback.ts";
import { Eligibility } from "../policy/ledger.ts";
import type { PricedGroup } from "../policy/recorded-work.ts";
import type { Basis } from "../policy/values.ts";
import { moneyCell, type DetailColumn } from "./detail-column.ts";
import { hasOneBasis, isInstalled, type DetailPlan, type PaidRow } from "./detail-plan.ts";
import type { At } from "./placed-table.ts";
import { emptyCell, formulaCell, textCell, yuanCell } from "./report-cells.ts";
import type { ReportCell } from "./report-model.ts";
import { basisColumn, parameterWritten } from "./row-formula.ts";

/** Rows that take payments of the rows above back, after all of these; one an instalment, whatever it comes to. */
export function returnedRows(context: Context, { works }: PricedGroup, rows: readonly PaidRow[]): readonly PaidRow[] {
  const takenOf = new Map(works.map((work) => [work.measure, clawbackOf(context, work.measure, work)]));
  const triggerOf = new Map(works.map(({ measure, dues }) => [measure, dues]));
  const found: PaidRow[] = [];
  rows.forEach((row, index) => {
    const trigger = triggerOf.get(row.measure)?.[row.due]?.trigger ?? -1;
    const taken = takenOf.get(row.measure)?.(trigger);
    if (!taken || row.eligibility === Eligibility.false) return;
    const { parts, planning, statutory } = row.payout;
    const paid = parts?.paid ?? [planning];
    paid.forEach((amount, instalment) => {
      const year = returnYear(taken, row.year + instalment);
      if (year === undefined) return;
      const above = rows.length + found.length - index;
      const atMost = parts ? (parts.statutory[instalment] ?? 0) : statutory;
      found.push(returnedRow(row, taken, { year, above, instalment }, amount, atMost));
    });
  });
  return found;
}

function returnedRow(
  row: PaidRow,
  taken: TakenBack,
  { year, above, instalment }: { readonly year: number; readonly above: number; readonly instalment: number },
  planning: Fen,
  statutory: Fen,
): PaidRow {
  const payout = { planning: 0 - returned(taken, planning), statutory: 0 - returned(taken, statutory) };
  return { ...row, year, above: 0, payout, returned: { above, instalment, year: yearOf(taken.day) } };
}

const identity = new Set(
  "measureNumber measure firm code name sheet sheetRow trigger date testDay planning.share statutory.share".split(" "),
);

/** A cell of a row that takes a payment back; all that does not concern it stays empty. */
export function returnedCell(plan: DetailPlan, one: DetailColumn, row: PaidRow, at: At, index: number): ReportCell {
  const { payout, returned: back } = row;
  if (!back || identity.has(one.id)) return one.cell(row, at, index);
  const { above, instalment } = back;
  if (one.id === "year") {
    return formulaCell(`MAX(${back.year},${at("year", -above)}+${instalment})`, row.year, "number");
  }
  if (one.id === "eligibility") return formulaCell(at("eligibility", -above), row.eligibility, "integer");
  if (one.id === "forgone") return yuanCell(0);
  if (one.id === "binds") return textCell(plan.said.returned);
  const paid = paidColumn(plan, row, one.id);
  if (!paid) return emptyCell;
  const share = parameterWritten(plan.context, row.measure, row.measure.measure.clawback?.share ?? "", "planning");
  const cell = at(paid.column, -above);
  return moneyCell(`-MIN(${cell},ROUND(${cell}*${share},2))`, payout[paid.basis]);
}

/** Where the payment stands that a column of the row takes back, and on which basis it was paid. */
function paidColumn(plan: DetailPlan, row: PaidRow, id: string): { column: string; basis: Basis } | undefined {
  const { measure, returned: back } = row;
  const total = (["planning", "statutory"] as const).find((basis) => id === basisColumn(basis, "total"));
  if (!isInstalled(measure)) return total && { column: id, basis: total };
  const group = plan.groups.find(({ measures }) => measures.includes(measure));
  const source: Basis = group && hasOneBasis(plan.context, group) ? "planning" : "statutory";
  const numbered = (basis: Basis, kind: string): string => basisColumn(basis, `${kind}${(back?.instalment ?? 0) + 1}`);
  if (total === "planning" || id === "planning.paid1")
    return { column: numbered("planning", "paid"), basis: "planning" };
  if (total === "statutory" || id === basisColumn(source, "part1")) {
    return { column: numbered(source, "part"), basis: "statutory" };
  }
  return undefined;
}
