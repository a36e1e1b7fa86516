import { isoDay } from "../../date/day.ts";
import { yuanOf } from "../../money/money.ts";
import { MOST_COMPARED } from "../../policy/compare/compared-sums.ts";
import { bases } from "../../policy/figures.ts";
import { sumOf } from "../../policy/totals.ts";
import { emptyCell, formulaCell, headingRow, linkedCell, textCell } from "../report-cells.ts";
import type { ReportModel, ReportRow, ReportSheet } from "../report-model.ts";
import { scenarioPieces } from "../run-sheet.ts";
import { changeCount, changeList } from "./change-list.ts";
import { comparisonCheck } from "./comparison-check.ts";
import type { ComparisonInput } from "./comparison-input.ts";
import { comparisonWords } from "./comparison-words.ts";
import { differenceCell } from "./difference-block.ts";
import { firmSheet } from "./firm-sheet.ts";
import { parameterComparison } from "./parameter-comparison.ts";
import { sumSheet, type SumSheet } from "./sum-sheets.ts";
import { trialSheet } from "./trial-sheet.ts";

/**
 * Scenarios side by side as a workbook: parameters, sums in every direction, firms and trials, every difference a formula
 * over the scenarios' own cells, and a reconciliation with what the app had.
 * @throws RangeError for fewer than two scenarios or more than {@link MOST_COMPARED}
 */
export function comparisonWorkbook(input: ComparisonInput): ReportModel {
  const { language, scenarios } = input;
  if (scenarios.length < 2 || scenarios.length > MOST_COMPARED)
    throw new RangeError(`scenarios: found ${scenarios.length}, allowed are 2 to ${MOST_COMPARED}`);
  const words = comparisonWords[language];
  const sums = (["year", "department", "measure"] as const).map((grouping) => sumSheet(input, grouping));
  const firms = firmSheet(input);
  const trials = trialSheet(input);
  const sheets = [
    parameterComparison(input),
    ...sums.map(({ sheet }) => sheet),
    changeList(input),
    firms.sheet,
    ...(trials ? [trials.sheet] : []),
    comparisonCheck(input, sums, firms, trials),
    runSheet(input),
  ];
  return { title: words.title, sheets: [summarySheet(input, sums[0], sheets), ...sheets], names: [] };
}

/** 比较摘要: who is compared, totals on every basis by formula, and where everything else stands. */
function summarySheet(
  input: ComparisonInput,
  years: SumSheet | undefined,
  sheets: readonly ReportSheet[],
): ReportSheet {
  const { language, scenarios, run } = input;
  const words = comparisonWords[language];
  const rows: ReportRow[] = [
    [textCell(words.title, "title")],
    [textCell(words.note, "note")],
    [emptyCell],
    headingRow([words.scenario, words.asOf, words.changed]),
    ...scenarios.map((scenario, at): ReportRow => {
      const name = at === 0 ? `${scenario.name}（${words.base}）` : scenario.name;
      const count = at === 0 ? emptyCell : { value: changeCount(input, scenario), format: "integer" as const };
      return [textCell(name), textCell(isoDay(scenario.outcome.asOf)), count];
    }),
    [textCell(words.run.roster), textCell(run.fileName)],
    [emptyCell],
    [textCell(words.totals, "section")],
    headingRow([
      words.heads.basis,
      ...scenarios.map(({ name }) => name),
      ...scenarios.slice(1).map(({ name }) => words.difference(name)),
    ]),
  ];
  for (const basis of years ? bases : []) rows.push(totalRow(input, basis, years, rows.length + 1));
  const contents = sheets.map(({ name }): ReportRow => {
    const key = sheetKeys.find((each) => words.sheets[each] === name) ?? "run";
    return [linkedCell(textCell(name), name), textCell(words.holds[key])];
  });
  return {
    name: words.sheets.summary,
    widths: [40, ...scenarios.map(() => 24), ...scenarios.slice(1).map(() => 26)],
    rows: [...rows, [emptyCell], [textCell(words.contents, "section")], headingRow(words.contentsHeads), ...contents],
    landscape: true,
  };
}

const sheetKeys = [
  "parameters",
  "years",
  "departments",
  "measures",
  "changes",
  "firms",
  "trials",
  "check",
  "run",
] as const;

function totalRow(
  { language, scenarios }: ComparisonInput,
  basis: (typeof bases)[number],
  years: SumSheet | undefined,
  row: number,
): ReportRow {
  const amounts = scenarios.map(({ outcome }) => yuanOf(sumOf(outcome.sums.total[basis])));
  return [
    textCell(comparisonWords[language].bases[basis]),
    ...amounts.map((amount, scenario) => formulaCell(years?.blocks[basis].sum(scenario) ?? "0", amount)),
    ...amounts.slice(1).map((_, index) => differenceCell(row, index + 1, amounts)),
  ];
}

/** 运行记录: what an auditor needs to make the same comparison again, every scenario in full. */
function runSheet({ language, policy, scenarios, run }: ComparisonInput): ReportSheet {
  const { sheets, run: said } = comparisonWords[language];
  const line = (label: string, value: string): ReportRow => [
    textCell(label, "paragraph"),
    textCell(value, "paragraph"),
  ];
  const figures = scenarios[0]?.trials?.figures;
  return {
    name: sheets.run,
    widths: [50, 80],
    rows: [
      [textCell(sheets.run, "title")],
      line(said.policy, `${policy.title} ${policy.number}`),
      line(said.pack, run.rulePackHash),
      line(said.roster, run.fileName),
      line(said.rosterHash, run.rosterHash),
      line(said.software, run.softwareVersion),
      line(said.seed, figures ? String(figures.seed) : said.none),
      line(said.trials, figures ? String(figures.trials) : said.none),
      line(said.written, run.writtenAt),
      ...scenarios.flatMap(({ name, outcome: { scenario } }) =>
        scenarioPieces({ prepared: { policy }, scenario }).map((piece) => line(said.kept(name), piece)),
      ),
    ],
    landscape: true,
  };
}
