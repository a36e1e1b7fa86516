import { Eligibility } from "../policy/ledger.ts";
import { yuanOf, type Fen } from "../money/money.ts";
import type { Basis } from "../policy/values.ts";
import { checkWords } from "./check-words.ts";
import { amountRanges, shownOn, type DetailSheet } from "./detail-sheets.ts";
import { bothBases, type PaidRow } from "./detail-plan.ts";
import type { PoolSheet } from "./pool-sheet.ts";
import type { ReportInput } from "./report-input.ts";
import { summedMeasures, type YearSheet } from "./year-sheets.ts";
import { amountsByColumn, lineBases, type LineBasis } from "./year-block.ts";

/** Two figures that must be equal whatever the parameters, as formulas and in 元. */
export interface IdentityRow {
  readonly label: string;
  readonly left: string;
  readonly right: string;
  readonly leftValue: number;
  readonly rightValue: number;
  /** Only an excess of the left over the right breaks it. */
  readonly atMost?: true;
}

/** The sheets between which identities hold. */
export interface CheckedSheets {
  readonly input: ReportInput;
  readonly measures: YearSheet;
  readonly departments: YearSheet;
  readonly details: readonly DetailSheet[];
  readonly pools: readonly PoolSheet[];
}

export function identityRows(sheets: CheckedSheets): readonly IdentityRow[] {
  return [
    ...lineBases.flatMap((basis) => totalRows(sheets, basis)),
    ...sheets.details.flatMap((detail) => [
      ...bothBases.map((basis) => enterpriseRow(sheets, detail, basis)),
      forgoneRow(sheets.input, detail),
    ]),
    ...sheets.pools.flatMap((pool) => bothBases.map((basis) => poolRow(sheets.input, pool, basis))),
  ];
}

/** Amount over all years of a sheet of blocks, 元. */
function allYears({ lines, columns }: YearSheet, basis: LineBasis): number {
  const all = lines[basis].map(({ amounts }) => amountsByColumn(columns, amounts).at(-1) ?? 0);
  return yuanOf(all.reduce((total, amount) => total + amount, 0));
}

function totalRows({ input, measures, departments }: CheckedSheets, basis: LineBasis): IdentityRow[] {
  const said = checkWords[input.language];
  const last = measures.columns.years.length;
  const sumRow = measures.lines[basis].length;
  const total = measures.blocks[basis].cell(sumRow, last + 3);
  const lines = measures.lines[basis].map((_, line) => measures.blocks[basis].cell(line, last + 3));
  const over = (from: string, to: string): string => `ROUND(SUM(${from}:${to.replace(/^.*!/, "")}),2)`;
  const [value, ofDepartments] = [allYears(measures, basis), allYears(departments, basis)];
  return [
    {
      label: said.departments(said.bases[basis]),
      left: total,
      right: departments.blocks[basis].cell(departments.lines[basis].length, last + 3),
      leftValue: value,
      rightValue: ofDepartments,
    },
    {
      label: said.years(said.bases[basis]),
      left: lines.length === 0 ? "0" : over(lines[0] ?? "", lines[lines.length - 1] ?? ""),
      right: over(measures.blocks[basis].cell(sumRow, 0), measures.blocks[basis].cell(sumRow, last)),
      leftValue: value,
      rightValue: value,
    },
  ];
}

const lineBasisOf = { planning: "committed", statutory: "statutory" } as const;

/** Measures of one sheet against its rows with and without an enterprise. */
function enterpriseRow({ input, measures }: CheckedSheets, detail: DetailSheet, basis: Basis): IdentityRow {
  const said = checkWords[input.language];
  const { ranges } = detail;
  const all = measures.columns.years.length + 3;
  const summed = summedMeasures({ input });
  const line = lineBasisOf[basis];
  const shown = shownOn(detail);
  const lines = shown.map((measure) => measures.blocks[line].cell(summed.indexOf(measure), all));
  const values = shown.map((measure) =>
    amountsByColumn(measures.columns, measures.lines[line][summed.indexOf(measure)]?.amounts ?? new Map()).at(-1),
  );
  const terms = shown.flatMap((measure) =>
    amountRanges(detail, measure, basis).flatMap(({ range }) =>
      ['">0"', "0"].map(
        (firm) =>
          `SUMIFS(${range},${ranges("measureNumber")},${measure.index + 1},` +
          `${ranges("eligibility")},1,${ranges("firm")},${firm})`,
      ),
    ),
  );
  const value = yuanOf(values.reduce<Fen>((total, amount) => total + (amount ?? 0), 0));
  return {
    label: said.enterprises(said.bases[line], detail.sheet.name),
    left: `ROUND(${lines.join("+") || "0"},2)`,
    right: `ROUND(${terms.join("+") || "0"},2)`,
    leftValue: value,
    rightValue: value,
  };
}

function forgoneRow(input: ReportInput, { sheet, ranges, plan }: DetailSheet): IdentityRow {
  const over = (column: string): string => `SUMIFS(${ranges(column)},${ranges("eligibility")},1)`;
  const rows = plan.groups.flatMap((group) => group.rows).filter(({ eligibility }) => eligibility === Eligibility.true);
  const sum = (amount: (row: PaidRow) => Fen): Fen => rows.reduce((total, row) => total + amount(row), 0);
  const due = yuanOf(sum(({ payout }) => payout.planning));
  return {
    label: checkWords[input.language].forgone(sheet.name),
    left: `ROUND(${over("planning.gross")}-${over("forgone")},2)`,
    right: `ROUND(${over("planning.total")},2)`,
    leftValue: due,
    rightValue: due,
  };
}

function poolRow(input: ReportInput, { total, plan }: PoolSheet, basis: Basis): IdentityRow {
  const said = checkWords[input.language];
  const sum = (kind: "paid" | "top-up" | "recovery"): Fen =>
    plan.events[basis].reduce((all, event) => {
      if (kind !== "paid") return all + (event.kind === kind ? event.amount : 0);
      return all + (event.kind === "claim" && event.eligibility === Eligibility.true ? event.paid : 0);
    }, 0);
  return {
    label: said.pool(said.bases[lineBasisOf[basis]]),
    left: total(basis, "paid"),
    right: `ROUND(${total(basis, "opening")}+${total(basis, "topUps")}+${total(basis, "recoveries")},2)`,
    leftValue: yuanOf(sum("paid")),
    rightValue: yuanOf(plan.size + sum("top-up") + sum("recovery")),
    atMost: true,
  };
}
