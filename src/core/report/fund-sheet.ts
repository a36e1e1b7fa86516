import { roundToFen, yuanOf, type Fen } from "../money/money.ts";
import type { FundLedger } from "../policy/ledger.ts";
import type { ParameterValue } from "../policy/policy.ts";
import { fundForms } from "../roster/fields.ts";
import { operandValue, valuesOf } from "../policy/values.ts";
import { fundContributions, type FundContributions } from "./fund-contributions.ts";
import { parameterName } from "./parameter-name.ts";
import { emptyCell, formulaCell, headingRow, quotedSheet, textCell, yuanCell } from "./report-cells.ts";
import type { ReportCell, ReportSheet } from "./report-model.ts";
import type { ReportInput } from "./report-input.ts";
import type { ReportRow } from "./report-section.ts";
import { sheetName } from "./sheet-names.ts";

const words = {
  zh: {
    title: "专项投资基金台账（元）",
    note: "基金是股权投资，不计入各项补助的合计。已出资由下列逐笔出资求和；未出资部分按出资节奏列入以后年度，其中直接投资按占比拆分。改动「参数」中的基金规模或直接投资占比，本表重算；出资节奏改动后请回软件重算。",
    heads: ["年度", "已出资", "其中直接投资", "其中子基金", "计划出资", "其中直接投资", "其中子基金"],
    sum: "合计",
    size: "基金规模",
    undrawn: "未出资余额",
    recovered: "已回收（不恢复可出资额）",
    none: "本报告的部门没有基金。",
  },
  en: {
    title: "Special investment fund (yuan)",
    note: "The fund is equity and in no total of subsidies. Drawn amounts are sums of the contributions below; the undrawn rest follows the pace of contributions, split by the share of direct investment. Editing the fund's size or that share in the parameters recomputes this sheet; a new pace needs the software.",
    heads: ["Year", "Drawn", "of it direct", "of it sub-funds", "Planned", "of it direct", "of it sub-funds"],
    sum: "Total",
    size: "Size of the fund",
    undrawn: "Undrawn",
    recovered: "Recovered (does not restore the undrawn part)",
    none: "This department has no fund.",
  },
} as const;

const HEADING_ROW = 7;
const [directForm] = fundForms;

/** 基金台账: drawn by year, the undrawn rest as planned, and what came back. */
export function fundSheet(input: ReportInput): ReportSheet {
  const { language, evaluation } = input;
  const said = words[language];
  const fund = evaluation.funds[0];
  return {
    name: sheetName("fund", language),
    widths: [30, 20, 20, 20, 20, 20, 20],
    rows: [
      [textCell(said.title, "title")],
      [textCell(fund ? said.note : said.none, "note")],
      ...(fund ? fundRows(input, fund) : []),
    ],
    landscape: true,
  };
}

function fundRows(input: ReportInput, fund: FundLedger): readonly ReportRow[] {
  const listed = fundContributions(input, HEADING_ROW + yearsOf(fund).length + 1);
  return [
    ...accountRows(input, fund, listed),
    [emptyCell],
    ...yearRows(input, fund, listed),
    ...(listed ? listed.rows : []),
  ];
}

const yearsOf = ({ drawn, planned }: FundLedger): readonly number[] =>
  [...new Set([...drawn.keys(), ...planned.keys()])].sort((a, b) => a - b);

const nameOf = (input: ReportInput, fund: FundLedger, part: string): string =>
  parameterName(`${input.prepared.policy.measures[fund.measure]?.id ?? ""}.${part}`);

/** Cells of 基金台账 with the fund's size and what it has drawn in all, as other sheets write them. */
export function fundCells({ evaluation, language }: ReportInput): {
  readonly fundSize?: string;
  readonly fundDrawn?: string;
} {
  const fund = evaluation.funds[0];
  if (!fund) return {};
  const sheet = quotedSheet(sheetName("fund", language));
  return { fundSize: `${sheet}!$B$3`, fundDrawn: `${sheet}!$B$${HEADING_ROW + yearsOf(fund).length + 1}` };
}

function accountRows(
  input: ReportInput,
  fund: FundLedger,
  listed: FundContributions | undefined,
): readonly ReportRow[] {
  const said = words[input.language];
  const [first, last] = [HEADING_ROW + 1, HEADING_ROW + yearsOf(fund).length];
  return [
    [textCell(said.size), formulaCell(nameOf(input, fund, "基金规模"), yuanOf(fund.size))],
    [textCell(said.undrawn), formulaCell(`MAX(0,ROUND(B3-SUM(B${first}:B${last}),2))`, yuanOf(fund.undrawn))],
    [textCell(said.recovered), summedCell(listed?.recovered, fund.recovered)],
  ];
}

/** The plan of the undrawn rest: its years, and the part of the rest that each is to take, as a formula. */
function planOf(input: ReportInput, fund: FundLedger): readonly { readonly year: number; readonly part: string }[] {
  const pace = valueOf(input, fund, "出资节奏");
  const years = [...fund.planned.keys()].sort((a, b) => a - b);
  return years.map((year, index) => ({
    year,
    part: Array.isArray(pace) ? `$B$4*${pace[index] ?? 0}` : `$B$4/${years.length}`,
  }));
}

function valueOf({ prepared, scenario }: ReportInput, fund: FundLedger, part: string): ParameterValue {
  return valuesOf(prepared.policy, scenario).value(`${prepared.policy.measures[fund.measure]?.id ?? ""}.${part}`);
}

/** A sum over the contributions listed below; without any it is 0. */
const summedCell = (formula: string | undefined, fen: Fen): ReportCell =>
  formula === undefined ? yuanCell(fen) : formulaCell(formula, yuanOf(fen));

function yearRows(input: ReportInput, fund: FundLedger, listed: FundContributions | undefined): readonly ReportRow[] {
  const said = words[input.language];
  const years = yearsOf(fund);
  const [first, last] = [HEADING_ROW + 1, HEADING_ROW + years.length];
  const share = operandValue(valueOf(input, fund, "直接投资占比"));
  const direct = (fen: Fen): Fen => roundToFen(yuanOf(fen) * share);
  const rows = years.map((year, index) => [
    { value: year, format: "number" } as const,
    ...drawnCells(fund, listed, year, first + index),
    ...plannedCells(input, fund, year, first + index, direct),
  ]);
  const sum = (column: number): number =>
    roundToFen(rows.reduce((total, row) => total + Number(row[column]?.value ?? 0), 0)) / 100;
  return [
    headingRow(said.heads),
    ...rows,
    [
      textCell(said.sum, "total"),
      ...["B", "C", "D", "E", "F", "G"].map((letter, index) =>
        formulaCell(`SUM(${letter}${first}:${letter}${last})`, sum(index + 1), "yuan", "total"),
      ),
    ],
  ];
}

function drawnCells(
  { drawn, drawnDirect }: FundLedger,
  listed: FundContributions | undefined,
  year: number,
  row: number,
) {
  const [all, direct] = [drawn.get(year) ?? 0, drawnDirect.get(year) ?? 0];
  return [
    summedCell(listed?.drawnIn(`$A${row}`), all),
    summedCell(listed?.drawnIn(`$A${row}`, directForm), direct),
    formulaCell(`B${row}-C${row}`, yuanOf(all - direct)),
  ];
}

/** What is planned for a year: its part of the rest, never more than is left; the last year takes what is left. */
function plannedCells(
  input: ReportInput,
  fund: FundLedger,
  year: number,
  row: number,
  direct: (fen: Fen) => Fen,
): ReportRow {
  const plan = planOf(input, fund);
  const place = plan.findIndex((planned) => planned.year === year);
  const planned = fund.planned.get(year);
  if (planned === undefined) return [];
  const rest = place === 0 ? "$B$4" : `$B$4-SUM(E${row - place}:E${row - 1})`;
  const amount = place === plan.length - 1 ? rest : `MIN(${rest},ROUND(${plan[place]?.part ?? "0"},2))`;
  return [
    formulaCell(amount, yuanOf(planned)),
    formulaCell(`ROUND(E${row}*${nameOf(input, fund, "直接投资占比")},2)`, yuanOf(direct(planned))),
    formulaCell(`E${row}-F${row}`, yuanOf(planned - direct(planned))),
  ];
}
