import { yuanOf } from "../money/money.ts";
import { formulaCell, headingRow, quotedSheet, textCell } from "./report-cells.ts";
import type { ReportInput } from "./report-input.ts";
import type { CellRange, ReportCell, ReportRow, SheetChart } from "./report-model.ts";
import { sheetName } from "./sheet-names.ts";
import { amountsByColumn, type LineBasis, type YearBlock } from "./year-block.ts";
import type { YearSheet } from "./year-sheets.ts";

/** What a chart shows; where it stands is decided by its sheet. */
export type ChartContent = Pick<SheetChart, "kind" | "title" | "description" | "unit" | "categories" | "series">;

type Language = ReportInput["language"];

/** Unit of the axes of amounts, as {@link SheetChart} divides them. */
export const chartUnit = { zh: "万元", en: "10,000 yuan" } as const;

const words = {
  zh: {
    departments: "责任部门×预算年度：已承诺（预算口径）",
    departmentsDescription: "堆积柱形图，数据取自部门×年度，随参数重算。",
    ranked: (count: number) => `金额最大的 ${count} 项措施（各年合计）`,
    rankedDescription: "条形图，名次与金额取自本表的措施排名，随参数重算。",
    ranking: "措施排名（元，各年合计；名次按已承诺的预算口径，随参数重算）",
    heads: ["名次", "措施", "已承诺（预算口径）", "已承诺（法定口径）", "待核实（预算口径）", "按条文顺序的名次"],
  },
  en: {
    departments: "Departments by budget year: committed (planning basis)",
    departmentsDescription: "Stacked columns over the sheet of departments by year; they follow edited parameters.",
    ranked: (count: number) => `The ${count} largest measures (all years)`,
    rankedDescription: "Bars over the ranking on this sheet; ranks and amounts follow edited parameters.",
    ranking: "Measures by size (yuan, all years; ranked by what is committed on the planning basis; recomputed)",
    heads: [
      "Rank",
      "Measure",
      "Committed (planning basis)",
      "Committed (statutory basis)",
      "Unverified (planning basis)",
      "Rank in the order of the articles",
    ],
  },
} as const;

/** Departments by year, stacked: over the cells of 部门×年度. */
export function departmentChart({ blocks, lines }: YearSheet, language: Language): ChartContent {
  const block = blocks.committed;
  return {
    kind: "columns",
    title: words[language].departments,
    description: words[language].departmentsDescription,
    unit: chartUnit[language],
    categories: block.heads,
    series: lines.committed.map((_, line) => ({ name: block.label(line), values: block.yearly(line) })),
  };
}

const MOST_BARS = 12;
const bases = ["committed", "statutory", "unverified"] as const satisfies readonly LineBasis[];

/** Measures ranked by formula, and the chart over the first of them. */
interface RankedMeasures {
  readonly rows: readonly ReportRow[];
  readonly chart: ChartContent;
}

/**
 * Measures by what is committed over all years, equal ones in the order of the articles.
 * @param row of the title, as the sheet shows it
 */
export function rankedMeasures(measures: YearSheet, language: Language, row: number): RankedMeasures {
  const said = words[language];
  const sheet = quotedSheet(sheetName("charts", language));
  const [first, count] = [row + 2, measures.lines.committed.length];
  const amounts = bases.map((basis) => totalsOf(measures, basis));
  const [committed = []] = amounts;
  const order = [...committed.keys()].sort((one, other) => (committed[other] ?? 0) - (committed[one] ?? 0));
  const column = (letter: string, length: number, values: CellRange["values"]): CellRange => ({
    reference: `${sheet}!$${letter}$${first}:$${letter}$${first + length - 1}`,
    values: values.slice(0, length),
  });
  const rows = order.map((line, index): ReportRow => {
    const at = `MATCH($A${first + index},$F$${first}:$F$${first + count - 1},0)`;
    return [
      { value: index + 1, format: "integer", style: "body" },
      formulaCell(`INDEX(${labels(measures.blocks.committed, count)},${at})`, labelOf(measures, line), "text"),
      ...bases.map((basis, place) =>
        formulaCell(`INDEX(${totals(measures, basis)},${at})`, amounts[place]?.[line] ?? 0),
      ),
      rankCell(measures, index, order.indexOf(index) + 1),
    ];
  });
  const shown = Math.min(MOST_BARS, count);
  const values = (letter: string, place: number): CellRange =>
    column(
      letter,
      shown,
      order.map((line) => amounts[place]?.[line] ?? 0),
    );
  return {
    rows: [[textCell(said.ranking, "section")], headingRow(said.heads), ...rows],
    chart: {
      kind: "bars",
      title: said.ranked(shown),
      description: said.rankedDescription,
      unit: chartUnit[language],
      categories: column(
        "B",
        shown,
        order.map((line) => labelOf(measures, line)),
      ),
      series: (shown === 0 ? [] : ["C", "D", "E"]).map((letter, place) => ({
        name: { reference: `${sheet}!$${letter}$${first - 1}`, values: [said.heads[place + 2] ?? ""] },
        values: values(letter, place),
      })),
    },
  };
}

const labelOf = ({ blocks }: YearSheet, line: number): string => String(blocks.committed.label(line).values[0] ?? "");

/** Position of the amounts of all years among the columns. */
const allOf = ({ columns }: YearSheet): number => columns.years.length + 3;

const totalsOf = (sheet: YearSheet, basis: LineBasis): readonly number[] =>
  sheet.lines[basis].map(({ amounts }) => yuanOf(amountsByColumn(sheet.columns, amounts)[allOf(sheet)] ?? 0));

const through = (first: string, last: string): string => `${first}:${last.slice(last.lastIndexOf("!") + 1)}`;
const labels = ({ label }: YearBlock, count: number): string => through(label(0).reference, label(count - 1).reference);
const totals = (sheet: YearSheet, basis: LineBasis): string => {
  const { cell } = sheet.blocks[basis];
  return through(cell(0, allOf(sheet)), cell(sheet.lines[basis].length - 1, allOf(sheet)));
};

/** The rank of a line, in the order of the articles: equal amounts one after the other. */
function rankCell(sheet: YearSheet, line: number, rank: number): ReportCell {
  const { cell } = sheet.blocks.committed;
  const own = cell(line, allOf(sheet));
  const before = through(cell(0, allOf(sheet)), own);
  return formulaCell(`RANK(${own},${totals(sheet, "committed")})+COUNTIF(${before},${own})-1`, rank, "integer");
}
