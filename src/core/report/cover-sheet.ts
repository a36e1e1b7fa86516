import { isoDay, isoMonth } from "../date/day.ts";
import { yuanOf, type Fen } from "../money/money.ts";
import { articleName } from "../policy/article-name.ts";
import { departmentName } from "../policy/department-name.ts";
import { headlineOf, lastYearOf, type Headline } from "../policy/figures.ts";
import { totalsOf } from "../policy/totals.ts";
import { countCell, emptyCell, formulaCell, linkedCell, textCell, yuanCell } from "./report-cells.ts";
import { contentRows } from "./cover-contents.ts";
import { showsMeasure } from "./department-scope.ts";
import type { ReportCell, ReportSheet } from "./report-model.ts";
import type { ReportInput } from "./report-input.ts";
import { reportSection, type ReportRow } from "./report-section.ts";
import { sheetName } from "./sheet-names.ts";

/** Cells of the workbook that hold a total, as formulas write them; where there is none the value stands. */
export interface TotalCells {
  readonly committed?: string;
  readonly statutory?: string;
  readonly unverified?: string;
  readonly tail?: string;
  readonly poolPaid?: string;
  readonly poolCapacity?: string;
  /** Cell with a month as 202703, or an empty text. */
  readonly poolExhausted?: string;
  readonly fundDrawn?: string;
  readonly fundSize?: string;
}

const words = {
  zh: {
    title: "惠企政策敞口测算报告",
    facts: {
      policy: "政策",
      roster: "名册文件",
      asOf: "基准日",
      scenario: "情景",
      scope: "范围",
      names: "企业名称",
      written: "写出时间",
    },
    all: "全部部门",
    onlyDepartment: (name: string) => `只含 ${name} 负责的措施；几个部门共同负责的，金额记在首列部门，或按口径平均分摊`,
    masked: "以编号代替",
    shown: "照列",
    sentence: [
      "截至 ",
      "，名册中已触发的政策应付 ",
      " 万元，其中期后 ",
      " 万元；按法定口径 ",
      " 万元；另有待核实 ",
      " 万元，不在应付之内。",
    ],
    figures: "主要数字",
    figureHeads: ["项目", "金额（元）", "说明"],
    committed: "已承诺",
    committedNote: "名册中已发生的触发，按预算口径；不含待核实，不含基金",
    statutory: "法定口径",
    statutoryNote: "核定系数为 1，不设软性上限；文本写明上限的除外",
    unverified: "待核实",
    unverifiedNote: "资格未知的触发，按符合条件计价，不在任何合计之内",
    tail: "其中期后",
    tailNote: (year: number) => `${year} 年起支付，已含在已承诺内`,
    pool: "担保池已付",
    poolSize: "担保池容量",
    exhausted: (month: string) => `${month} 耗尽`,
    notExhausted: "记录期内没有耗尽",
    fund: "基金已出资",
    fundSize: "基金规模",
    fundNote: "股权投资，不计入已承诺",
    withoutFigure: "文本无数额的措施",
    stake: "影响金额的疑点",
    stakeNote: (count: number) => `${count} 处；逐处列在数据质量`,
    contents: "目录",
    contentHeads: ["工作表", "", "内容"],
    how: "如何重算",
    howText:
      "在「参数」改动浅黄色的格，已承诺金额随即按两种口径重算，「核对」说明与导出时的差额；灰色的格改动后须回软件重算。用 Excel、WPS 或 LibreOffice 打开均可。",
    join: "、",
  },
  en: {
    title: "Exposure report on the SME policy",
    facts: {
      policy: "Policy",
      roster: "Roster file",
      asOf: "As of",
      scenario: "Scenario",
      scope: "Scope",
      names: "Names of enterprises",
      written: "Written at",
    },
    all: "all departments",
    onlyDepartment: (name: string) =>
      `measures of ${name} alone; a line of several departments is booked on the first named, or split as the reading says`,
    masked: "replaced by numbers",
    shown: "shown",
    sentence: [
      "As of ",
      ", what the roster has already triggered comes to ",
      " wan yuan, of it in the tail ",
      "; on the statutory basis ",
      "; unverified and not included ",
      ".",
    ],
    figures: "Key figures",
    figureHeads: ["Figure", "Amount (yuan)", "Note"],
    committed: "Committed",
    committedNote: "triggers recorded in the roster, planning basis; without unverified amounts and without the fund",
    statutory: "Statutory basis",
    statutoryNote: "award ratio 1 and no soft caps; limits of the text stay",
    unverified: "Unverified",
    unverifiedNote: "triggers of unknown eligibility, priced as if eligible, in no total",
    tail: "of committed: tail",
    tailNote: (year: number) => `paid from ${year} on; part of committed`,
    pool: "Paid from the guarantee pool",
    poolSize: "Size of the guarantee pool",
    exhausted: (month: string) => `ran out in ${month}`,
    notExhausted: "not exhausted by recorded claims",
    fund: "Drawn by the fund",
    fundSize: "Size of the fund",
    fundNote: "equity, in no total of subsidies",
    withoutFigure: "Measures without a figure in the text",
    stake: "Money at stake in doubtful data",
    stakeNote: (count: number) => `${count} places, listed under data quality`,
    contents: "Contents",
    contentHeads: ["Sheet", "", "What it holds"],
    how: "How to recompute",
    howText:
      "Edit a pale yellow cell of the parameters: committed amounts are recomputed on both bases, and the reconciliation tells the difference from the export. Grey cells need the software. Works in Excel, WPS and LibreOffice.",
    join: ", ",
  },
} as const;

type Words = (typeof words)["zh" | "en"];

/** 封面与摘要: what the report is about, its answer in one sentence, its key figures and its contents. */
export function coverSheet(input: ReportInput, sheets: readonly ReportSheet[], cells: TotalCells): ReportSheet {
  const { language, evaluation, scenario, prepared } = input;
  const said = words[language];
  const headline = headlineOf(prepared.policy, evaluation, totalsOf(prepared.policy, evaluation, scenario));
  const facts = factRows(input);
  const sentenceRow = facts.length + 4;
  const figures = [
    ...totalRows(input, headline, cells),
    ...poolRows(said, headline, cells),
    ...fundRows(said, headline, cells),
    ...unnamedRows(input, headline),
    stakeRow(input),
  ];
  return {
    name: sheetName("cover", language),
    widths: [26, 22, 76],
    rows: [
      [textCell(said.title, "title")],
      [emptyCell],
      ...facts,
      [emptyCell],
      // the figures follow after an empty row, a title and a head
      [sentenceCell(input, headline, sentenceRow + 4)],
      ...reportSection(said.figures, said.figureHeads, figures),
      ...reportSection(said.contents, said.contentHeads, contentRows(sheets, language)),
      [emptyCell],
      [textCell(said.how, "section")],
      [textCell(said.howText, "paragraph")],
    ],
  };
}

function factRows(input: ReportInput): readonly ReportRow[] {
  const { language, prepared, run, evaluation, scenario, department, masked } = input;
  const said = words[language];
  const facts: readonly (readonly [string, string])[] = [
    [said.facts.policy, `${prepared.policy.title}　${prepared.policy.number}`],
    [said.facts.roster, run.fileName],
    [said.facts.asOf, isoDay(evaluation.asOf)],
    [said.facts.scenario, scenario.name],
    [
      said.facts.scope,
      department === undefined ? said.all : said.onlyDepartment(departmentName(prepared.policy, department, language)),
    ],
    [said.facts.names, masked ? said.masked : said.shown],
    [said.facts.written, run.writtenAt],
  ];
  return facts.map(([label, value]) => [textCell(label, "note"), textCell(value)]);
}

const wanText = (fen: Fen): string =>
  (fen / 1_000_000).toLocaleString("en-US", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** The sentence as a formula over the figures below, so that it follows an edited parameter. */
function sentenceCell({ language, evaluation }: ReportInput, headline: Headline, firstFigure: number): ReportCell {
  const [start, ...parts] = words[language].sentence;
  const amounts = [headline.committed, headline.tail, headline.statutory, headline.unverified];
  const opening = `${start}${isoDay(evaluation.asOf)}${parts[0] ?? ""}`;
  const text = opening + amounts.map((fen, index) => wanText(fen) + (parts[index + 1] ?? "")).join("");
  const formula = amounts.map(
    (_, index) => `TEXT(B${firstFigure + index}/10000,"#,##0.0")&"${parts[index + 1] ?? ""}"`,
  );
  return formulaCell(`"${opening}"&${formula.join("&")}`, text, "text", "paragraph");
}

/** An amount by formula where the workbook has its cell, else by value. */
const amountCell = (fen: Fen, cell: string | undefined): ReportCell =>
  cell === undefined ? yuanCell(fen) : formulaCell(cell, yuanOf(fen));

const figureRow = (label: string, fen: Fen, cell: string | undefined, note: string): ReportRow => [
  textCell(label),
  amountCell(fen, cell),
  textCell(note, "paragraph"),
];

function totalRows({ language, prepared }: ReportInput, headline: Headline, cells: TotalCells): readonly ReportRow[] {
  const said = words[language];
  return [
    figureRow(said.committed, headline.committed, cells.committed, said.committedNote),
    figureRow(said.tail, headline.tail, cells.tail, said.tailNote(lastYearOf(prepared.policy) + 1)),
    figureRow(said.statutory, headline.statutory, cells.statutory, said.statutoryNote),
    figureRow(said.unverified, headline.unverified, cells.unverified, said.unverifiedNote),
  ];
}

const poolRows = (said: Words, { pools }: Headline, cells: TotalCells): readonly ReportRow[] =>
  pools.flatMap(({ paid, capacity, exhaustionMonth }) => [
    [textCell(said.pool), amountCell(paid, cells.poolPaid), exhaustedCell(said, exhaustionMonth, cells.poolExhausted)],
    figureRow(said.poolSize, capacity, cells.poolCapacity, ""),
  ]);

function exhaustedCell(said: Words, month: number | null, cell: string | undefined): ReportCell {
  const text = month === null ? said.notExhausted : said.exhausted(isoMonth(month));
  if (cell === undefined) return textCell(text, "paragraph");
  const written = `"&LEFT(${cell},4)&"-"&RIGHT(${cell},2)&"`;
  return formulaCell(`IF(${cell}="","${said.notExhausted}","${said.exhausted(written)}")`, text, "text", "paragraph");
}

const fundRows = (said: Words, { funds }: Headline, cells: TotalCells): readonly ReportRow[] =>
  funds.flatMap(({ drawn, size }) => [
    figureRow(said.fund, drawn, cells.fundDrawn, said.fundNote),
    figureRow(said.fundSize, size, cells.fundSize, ""),
  ]);

/** Lines without a figure, named beside the totals that do not hold them. */
function unnamedRows(input: ReportInput, { withoutFigure }: Headline): readonly ReportRow[] {
  const said = words[input.language];
  const shown = withoutFigure.filter((measure) => showsMeasure(input, measure));
  if (shown.length === 0) return [];
  const names = shown.map(({ article, label }) => `${articleName(article, input.language)} ${label[input.language]}`);
  return [[textCell(said.withoutFigure), countCell(shown.length), textCell(names.join(said.join), "paragraph")]];
}

function stakeRow({ language, evaluation }: ReportInput): ReportRow {
  const said = words[language];
  const { atStake } = evaluation;
  const amount = atStake.reduce((sum, { amount: fen }) => sum + fen, 0);
  return [
    linkedCell(textCell(said.stake), sheetName("dataQuality", language)),
    yuanCell(amount),
    textCell(said.stakeNote(atStake.length), "paragraph"),
  ];
}
