import { roundToFen, yuanOf, type Fen } from "../money/money.ts";
import { envelopeOf, recordedYears } from "../policy/envelope.ts";
import { measuresOf, type DetailPlan, type OtherCells, type PaidRow } from "./detail-plan.ts";
import { parameterName } from "./parameter-name.ts";
import type { Ranges } from "./placed-table.ts";
import { emptyCell, formulaCell, headingRow } from "./report-cells.ts";
import type { ReportCell } from "./report-model.ts";

const heads = ["envelopeYear", "available1", "wanted1", "used1", "available2", "wanted2"] as const;

type Head = Pick<DetailPlan, "context" | "said" | "groups">;

const sharedMeasure = (plan: Head) => measuresOf(plan).find(({ measure }) => measure.kind === "shared-envelope");

/** Rows that the block above a table of shared envelopes takes, 0 for any other table. */
export const envelopeBlockHeight = (plan: Head): number =>
  sharedMeasure(plan) ? recordedYears(plan.context).length + 2 : 0;

/** Where the block has a year's envelope, if its heading stands in `headingRow`. */
export function envelopeCells({ context }: Pick<DetailPlan, "context">, heading: number): OtherCells["envelope"] {
  const first = recordedYears(context)[0] ?? 0;
  return (year, eligibility) => {
    const row = heading + 1 + year - first;
    const [available, wanted] = eligibility === 1 ? ["B", "C"] : ["E", "F"];
    return { available: `$${available}$${row}`, wanted: `$${wanted}$${row}` };
  };
}

/** 年度额度 by year: what TRUE rows ask for and are due, what is left for UNKNOWN ones and what they ask for. */
export function envelopeBlock(plan: Head, ranges: Ranges, heading: number): readonly (readonly ReportCell[])[] {
  const measure = sharedMeasure(plan);
  if (!measure) return [];
  const rows = plan.groups.flatMap((group) => group.rows);
  const envelope = envelopeOf(plan.context.values, measure.measure.id) ?? 0;
  const name = parameterName(`${measure.measure.id}.年度额度`);
  const lines = recordedYears(plan.context).map((year, index) => {
    const row = heading + 1 + index;
    const sumOf = (column: string, eligibility: number): string =>
      `ROUND(SUMIFS(${ranges(column)},${ranges("eligibility")},${eligibility},${ranges("year")},$A$${row}),2)`;
    const sum = sumIn(rows, year);
    const used = sum(1, ({ payout }) => payout.planning);
    return [
      { value: year, format: "number" } satisfies ReportCell,
      formulaCell(`IF(COUNT(${name})=0,0,ROUND(${name},2))`, yuanOf(envelope)),
      formulaCell(sumOf("planning.gross", 1), yuanOf(sum(1, ({ planning }) => planning.gross))),
      formulaCell(sumOf("paid1", 1), yuanOf(used)),
      formulaCell(`ROUND(B${row}-D${row},2)`, yuanOf(roundToFen(yuanOf(envelope - used)))),
      formulaCell(sumOf("planning.gross", 2), yuanOf(sum(2, ({ planning }) => planning.gross))),
    ];
  });
  return [headingRow(heads.map((id) => plan.said.heads[id] ?? id)), ...lines, [emptyCell]];
}

const sumIn =
  (rows: readonly PaidRow[], year: number) =>
  (eligibility: number, amount: (row: PaidRow) => Fen): Fen =>
    rows.reduce((total, row) => total + (row.year === year && row.eligibility === eligibility ? amount(row) : 0), 0);
