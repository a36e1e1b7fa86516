import type { CompiledMeasure } from "../policy/prepare.ts";
import type { Basis } from "../policy/values.ts";
import { basisColumnOf, column, moneyCell, rowPlace, type DetailColumn } from "./detail-column.ts";
import type { Allotted, DetailPlan, PaidRow } from "./detail-plan.ts";
import type { At } from "./placed-table.ts";
import { countCell, emptyCell, formulaCell } from "./report-cells.ts";
import type { ReportCell } from "./report-model.ts";
import { basisColumn, parameterWritten, scoreFormula } from "./row-formula.ts";
import { quotientOf, wholeShareOf } from "./shared-columns.ts";
import { yuanOf } from "../money/money.ts";

/** Rows of one measure that are ranked by live formulas at most: each of them reads all others. */
const MOST_RANKED = 3000;

/** A row of a measure whose claims compete, and how its formulas reach the other rows. */
interface Claim {
  readonly row: PaidRow;
  readonly at: At;
  readonly basis: Basis;
  readonly allotted: Allotted;
  /** Range of a column over the rows of the measure. */
  readonly over: (id: string) => string;
  readonly live: boolean;
}

/** Columns of measures whose claims compete: score, order, rank or share in proportion, and what is allotted. */
export function allocationColumns(
  plan: DetailPlan,
  basis: Basis,
  measures: readonly CompiledMeasure[],
): DetailColumn[] {
  const competing = measures.filter(({ measure }) => measure.allocation);
  if (competing.length === 0) return [];
  const spans = spansOf(plan);
  const cellOf =
    (make: (claim: Claim) => ReportCell): DetailColumn["cell"] =>
    (row, at, index) => {
      const span = spans.get(row.measure);
      const allotted = row.payout.allotted?.[basis];
      if (!span || !allotted) return emptyCell;
      const over = (id: string): string => `${at(id, span.first - index)}:${at(id, span.last - index)}`;
      return make({ row, at, basis, allotted, over, live: span.last - span.first < MOST_RANKED });
    };
  const own = (id: string, make: (claim: Claim) => ReportCell): DetailColumn =>
    basisColumnOf(plan, basis, id, cellOf(make));
  const ranks = competing.some(({ measure }) => measure.allocation?.order !== "share");
  const shares = competing.some(({ measure }) => measure.allocation?.order === "share");
  return [
    ...(competing.some(({ score }) => score) ? [own("score", (claim) => scoreCell(plan, claim))] : []),
    ...(ranks && basis === "planning" ? [column("tie", plan.said.heads["tie"] ?? "", 8, cellOf(tieCell))] : []),
    ...(ranks ? [own("rank", rankCell)] : []),
    ...(shares ? shareColumns(plan, own) : []),
    own("allotted", (claim) => moneyCell(allottedFormula(plan, claim), claim.allotted.amount)),
  ];
}

function spansOf({
  groups,
}: DetailPlan): ReadonlyMap<CompiledMeasure, { readonly first: number; readonly last: number }> {
  const spans = new Map<CompiledMeasure, { first: number; last: number }>();
  groups
    .flatMap(({ rows }) => rows)
    .forEach(({ measure, returned }, index) => {
      if (!returned) spans.set(measure, { first: spans.get(measure)?.first ?? index, last: index });
    });
  return spans;
}

const isShare = ({ row }: Claim): boolean => row.measure.measure.allocation?.order === "share";

function scoreCell(plan: DetailPlan, { row, at, basis }: Claim): ReportCell {
  const { score } = row.measure;
  if (!score) return emptyCell;
  const unknown = plan.said.eligibilities[2];
  const value = row[basis].score ?? Number.NaN;
  const formula = scoreFormula(plan.context, rowPlace(plan, row, basis, at), score);
  return formulaCell(`IFERROR(${formula},"${unknown}")`, Number.isNaN(value) ? unknown : value, "number");
}

const tieCell = (claim: Claim): ReportCell =>
  isShare(claim) ? emptyCell : countCell((claim.row.payout.allotted?.tie ?? 0) + 1);

/** Rows of the same contest that are surely eligible: a product of truths. */
function rivals({ row, at, over }: Claim, eligibility = 1): string {
  const good = `(${over("eligibility")}=${eligibility})`;
  return row.measure.measure.allocation?.per === "term" ? good : `(${over("year")}=${at("year")})*${good}`;
}

/** 1 and more for a row that claims something: one more than the eligible rows that go before it. */
function rankCell(claim: Claim): ReportCell {
  const { row, at, basis, over, allotted, live } = claim;
  if (isShare(claim)) return emptyCell;
  if (!live) return countCell(allotted.rank, "locked");
  const [amount, score] = [basisColumn(basis, "amount"), basisColumn(basis, "score")];
  const later = `(${over("tie")}<${at("tie")})`;
  const before = row.measure.score ? `((${over(score)}>${at(score)})+(${over(score)}=${at(score)})*${later})` : later;
  const ranked = `1+SUMPRODUCT(${rivals(claim)}*(${over(amount)}>0)*${before})`;
  const known = row.measure.score ? `IF(ISNUMBER(${at(score)}),${ranked},1)` : ranked;
  return formulaCell(`IF(OR(${at("eligibility")}=0,${at(amount)}<=0),0,${known})`, allotted.rank, "integer");
}

/** What rows ask for and may share, by eligibility: columns of their own, so that no cell needs itself. */
function shareColumns(
  plan: DetailPlan,
  own: (id: string, make: (claim: Claim) => ReportCell) => DetailColumn,
): DetailColumn[] {
  return ([1, 2] as const).flatMap((eligibility) => {
    const only = (make: (claim: Claim) => ReportCell) => (claim: Claim) => (isShare(claim) ? make(claim) : emptyCell);
    const money = (fen: number, formula: string): ReportCell => moneyCell(formula, fen);
    return [
      own(
        `wanted${eligibility}`,
        only((claim) => {
          const asked = `SUMPRODUCT(${rivals(claim, eligibility)}*${claim.over(basisColumn(claim.basis, "amount"))})`;
          return money(claim.allotted.wanted[eligibility], `ROUND(${asked},2)`);
        }),
      ),
      own(
        `available${eligibility}`,
        only((claim) => money(claim.allotted.available[eligibility], availableFormula(plan, claim, eligibility))),
      ),
      own(
        `quotient${eligibility}`,
        only((claim) => {
          const [available, wanted] = [claim.allotted.available[eligibility], claim.allotted.wanted[eligibility]];
          const value = wanted <= 0 ? 0 : (claim.row[claim.basis].amount * available) / wanted;
          return formulaCell(quotientOf(...shareCells(claim, eligibility)), value, "number");
        }),
      ),
      own(
        `shared${eligibility}`,
        only((claim) => {
          const { at, basis, row, allotted } = claim;
          const share = wholeShareOf(
            ...shareCells(claim, eligibility),
            at(basisColumn(basis, `quotient${eligibility}`)),
          );
          return formulaCell(
            `IF(${at("eligibility")}=${eligibility},${share},0)`,
            row.eligibility === eligibility ? yuanOf(allotted.amount) : 0,
          );
        }),
      ),
    ];
  });
}

/** Cells of the amount, of what can be shared and of what is asked for. */
function shareCells({ at, basis }: Claim, eligibility: 1 | 2): [string, string, string] {
  const cell = (id: string): string => at(basisColumn(basis, id));
  return [cell("amount"), cell(`available${eligibility}`), cell(`wanted${eligibility}`)];
}

function availableFormula(plan: DetailPlan, claim: Claim, eligibility: 1 | 2): string {
  const { row, at, basis, over } = claim;
  const envelope = nameOf(plan, row, row.measure.measure.allocation?.envelope);
  const wanted = at(basisColumn(basis, `wanted${eligibility}`));
  if (envelope === undefined) return wanted;
  const paid = `SUMPRODUCT(${rivals(claim)}*${over(basisColumn(basis, "shared1"))})`;
  const left = eligibility === 1 ? `ROUND(${envelope},2)` : `ROUND(ROUND(${envelope},2)-${paid},2)`;
  return `IF(COUNT(${envelope})=0,${wanted},${left})`;
}

const nameOf = ({ context }: DetailPlan, { measure }: PaidRow, name: string | undefined): string | undefined =>
  name === undefined ? undefined : parameterWritten(context, measure, name, "planning");

/** What a row gets before instalments. */
function allottedFormula(plan: DetailPlan, claim: Claim): string {
  const { row, at, basis, over } = claim;
  const amount = at(basisColumn(basis, "amount"));
  if (isShare(claim)) {
    const [good, open] = [1, 2].map((eligibility) => at(basisColumn(basis, `shared${eligibility}`)));
    return `IF(${at("eligibility")}=1,${good},IF(${at("eligibility")}=2,${open},0))`;
  }
  const rule = row.measure.measure.allocation;
  const [places, envelope] = [nameOf(plan, row, rule?.places), nameOf(plan, row, rule?.envelope)];
  const rank = basisColumn(basis, "rank");
  const before = `${rivals(claim)}*(${over(rank)}>0)*(${over(rank)}<${at(rank)})*${over(basisColumn(basis, "amount"))}`;
  const left = envelope && `ROUND(MAX(0,ROUND(${envelope},2)-SUMPRODUCT(${before})),2)`;
  const paid = envelope ? `IF(COUNT(${envelope})=0,${amount},MIN(${amount},${left}))` : amount;
  const within = places ? `IF(COUNT(${places})=0,${paid},IF(${at(rank)}<=${places},${paid},0))` : paid;
  return `IF(${at(rank)}=0,0,${within})`;
}
