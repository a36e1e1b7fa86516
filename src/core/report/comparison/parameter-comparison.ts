import { articleName, articleOf } from "../../policy/article-name.ts";
import type { ParameterValue } from "../../policy/policy.ts";
import type { Scenario } from "../../policy/scenario.ts";
import { columnLetters } from "../../roster/import-raw-cell.ts";
import { optionText, valueCell } from "../parameter-words.ts";
import { emptyCell, formulaCell, headingRow, textCell } from "../report-cells.ts";
import type { ReportCell, ReportRow, ReportSheet } from "../report-model.ts";
import type { ComparisonInput } from "./comparison-input.ts";
import { comparisonWords } from "./comparison-words.ts";

/** Row of the first parameter. */
const TOP = 5;
/** Columns before those of the scenarios: key, article, name. */
const NAMING = 3;

/** 参数对比: every parameter and reading that two of the scenarios have differently, and the differences by formula. */
export function parameterComparison(input: ComparisonInput): ReportSheet {
  const { language, scenarios } = input;
  const words = comparisonWords[language];
  const names = scenarios.map(({ name }) => name);
  const others = names.slice(1);
  const lines = [...parameterLines(input), ...readingLines(input)];
  const body = lines.map((line, index) => lineRow(input, line, TOP + index));
  return {
    name: words.sheets.parameters,
    widths: [26, 10, 44, ...names.map(() => 20), ...others.map(() => 24)],
    rows: [
      [textCell(words.sheets.parameters, "title")],
      [textCell(lines.length === 0 ? words.noParameters : words.note, "note")],
      countRow(input, lines),
      headingRow([...words.parameterHeads, ...names, ...others.map(words.difference)]),
      ...body,
    ],
    frozen: { rows: TOP - 1, columns: NAMING },
    landscape: true,
  };
}

interface Line {
  readonly key: string;
  readonly article: number;
  readonly label: string;
  readonly cells: readonly ReportCell[];
}

const differs = (cells: readonly unknown[]): boolean => new Set(cells.map((cell) => JSON.stringify(cell))).size > 1;

/** A measure that a scenario does not add has none of its parameters there. */
function parameterLines({ language, policy, scenarios }: ComparisonInput): readonly Line[] {
  const valueIn = ({ values }: Scenario, key: string, published: ParameterValue): ParameterValue =>
    values[key] ?? published;
  return policy.parameters.flatMap((parameter): Line[] => {
    const { key, value, label } = parameter;
    const cells = scenarios.map(({ outcome }) => {
      const [owner = ""] = key.split(".");
      const isAdded = scenarios.some(({ outcome: { scenario } }) => addsIt(scenario, owner));
      if (isAdded && !addsIt(outcome.scenario, owner)) return emptyCell;
      return valueCell(parameter, valueIn(outcome.scenario, key, value), language);
    });
    return differs(cells) ? [{ key, article: articleOf(parameter, policy), label: label[language], cells }] : [];
  });
}

const addsIt = ({ added = [] }: Scenario, id: string): boolean => added.some(({ measure }) => measure.id === id);

const readingLines = ({ language, policy, scenarios }: ComparisonInput): readonly Line[] =>
  policy.readings.flatMap((reading): Line[] => {
    const { name, label, articles } = reading;
    const cells = scenarios.map(({ outcome }) =>
      textCell(optionText(reading, outcome.scenario.readings[name], language)),
    );
    return differs(cells) ? [{ key: name, article: articles[0] ?? 0, label: label[language], cells }] : [];
  });

const amountColumn = (scenario: number): string => columnLetters(NAMING + scenario);

function lineRow({ language }: ComparisonInput, { key, article, label, cells }: Line, row: number): ReportRow {
  const words = comparisonWords[language];
  const [base] = cells;
  const [first, ...others] = cells.map((cell, scenario) => ({ cell, address: `${amountColumn(scenario)}${row}` }));
  const text = (isSame: boolean): string => (isSame ? words.same : words.other);
  return [
    textCell(key),
    textCell(article === 0 ? words.general : articleName(article, language)),
    textCell(label),
    ...cells,
    ...others.map(({ cell, address }): ReportCell => {
      const at = `$${first?.address ?? ""}`;
      const formula = `IF(AND(ISNUMBER(${address}),ISNUMBER(${at})),${address}-${at},IF(${address}=${at},"${words.same}","${words.other}"))`;
      const [now, then] = [cell.value, base?.value];
      const isNumber = typeof now === "number" && typeof then === "number";
      // days between two dates are a plain number
      const format = cell.format === "date" || cell.format === undefined ? "number" : cell.format;
      return isNumber ? formulaCell(formula, now - then, format) : formulaCell(formula, text(now === then), "text");
    }),
  ];
}

/** How many lines of each scenario differ from the baseline, counted by formula. */
function countRow({ language, scenarios }: ComparisonInput, lines: readonly Line[]): ReportRow {
  const words = comparisonWords[language];
  const last = TOP + lines.length - 1;
  const counts = scenarios.slice(1).map((_, index): ReportCell => {
    const scenario = index + 1;
    const column = columnLetters(NAMING + scenarios.length + index);
    const count = lines.filter(({ cells }) => cells[scenario]?.value !== cells[0]?.value).length;
    if (lines.length === 0) return formulaCell("0", 0, "integer", "total");
    const range = `${column}${TOP}:${column}${last}`;
    const formula = `ROWS(${range})-COUNTIF(${range},"${words.same}")-COUNTIF(${range},0)`;
    return formulaCell(formula, count, "integer", "total");
  });
  return [
    textCell(words.differing, "total"),
    ...Array.from({ length: NAMING - 1 + scenarios.length }, () => emptyCell),
    ...counts,
  ];
}
