import { yuanOf } from "../money/money.ts";
import type { DetailPlan, PaidRow } from "./detail-plan.ts";
import type { At, TableColumn } from "./placed-table.ts";
import { formulaCell } from "./report-cells.ts";

/** Modulus of the remainder: products of two residues are exact in a double. */
const MODULUS = 10_000_000;

/** TRUE rows share the envelope first, UNKNOWN ones what is left; columns of their own, so that no cell needs itself. */
const shares = [1, 2] as const;

/** Columns that share a year's envelope in proportion, in whole 分. */
export function sharedColumns(plan: DetailPlan): readonly TableColumn<PaidRow>[] {
  const head = (id: string): string => plan.said.heads[id] ?? id;
  return shares.flatMap((eligibility): TableColumn<PaidRow>[] => [
    {
      id: `quotient${eligibility}`,
      heading: head(`quotient${eligibility}`),
      width: 18,
      cell: (row, at) =>
        formulaCell(quotientFormula(plan, row, at, eligibility), row.payout.quotients?.[eligibility] ?? 0, "number"),
    },
    {
      id: `paid${eligibility}`,
      heading: head(`paid${eligibility}`),
      width: 14,
      cell: (row, at) =>
        formulaCell(
          paidFormula(plan, row, at, eligibility),
          row.eligibility === eligibility ? yuanOf(row.payout.planning) : 0,
        ),
    },
  ]);
}

/** What a row is due: its share by its eligibility. */
export const sharedTotal = (at: At): string =>
  `IF(${at("eligibility")}=1,${at("paid1")},IF(${at("eligibility")}=2,${at("paid2")},0))`;

function quotientFormula({ cells }: DetailPlan, { year }: PaidRow, at: At, eligibility: 1 | 2): string {
  const { available, wanted } = cells.envelope(year, eligibility);
  return quotientOf(at("planning.gross"), available, wanted);
}

/** Share of an amount in 分 before it is cut to whole ones, by the cells of the amount and of both sums. */
export function quotientOf(amount: string, available: string, wanted: string): string {
  const fen = [amount, available, wanted].map((cell) => `ROUND(${cell}*100,0)`);
  return `IF(${wanted}<=0,0,${fen[0]}*${fen[1]}/${fen[2]})`;
}

function paidFormula({ cells }: DetailPlan, { year }: PaidRow, at: At, eligibility: 1 | 2): string {
  const { available, wanted } = cells.envelope(year, eligibility);
  const share = wholeShareOf(at("planning.gross"), available, wanted, at(`quotient${eligibility}`));
  return `IF(${at("eligibility")}=${eligibility},${share},0)`;
}

/**
 * Whole 分 of the quotient. Where it is so near a whole number that a double cannot tell its side, the sign of the
 * exact remainder decides, taken modulo a number larger than it can be.
 */
export function wholeShareOf(gross: string, available: string, wanted: string, quotient: string): string {
  const nearest = `ROUND(${quotient},0)`;
  const residue = (fen: string): string => `MOD(${fen},${MODULUS})`;
  const fenOf = (cell: string): string => residue(`ROUND(${cell}*100,0)`);
  const difference = `${fenOf(gross)}*${fenOf(available)}-${residue(nearest)}*${fenOf(wanted)}`;
  const exact = `${nearest}-IF(${residue(difference)}<${MODULUS / 2},0,1)`;
  const fen = `IF(ABS(${quotient}-${nearest})>0.000001,INT(${quotient}),${exact})`;
  return `IF(${wanted}<=${available},${gross},ROUND((${fen})/100,2))`;
}
