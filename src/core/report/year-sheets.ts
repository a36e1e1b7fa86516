import type { CompiledMeasure } from "../policy/prepare.ts";
import { unnamedDepartment } from "../policy/cells.ts";
import { departmentName } from "../policy/department-name.ts";
import type { Line, Totals } from "../policy/totals.ts";
import type { Basis } from "../policy/values.ts";
import { showsMeasure } from "./department-scope.ts";
import { departmentCount } from "./detail-plan.ts";
import { amountRanges, type DetailSheet } from "./detail-sheets.ts";
import { parameterName } from "./parameter-name.ts";
import { textCell } from "./report-cells.ts";
import type { ReportInput } from "./report-input.ts";
import type { ReportSheet } from "./report-model.ts";
import { basisColumn } from "./row-formula.ts";
import { sheetName } from "./sheet-names.ts";
import {
  lineBases,
  yearBlock,
  yearColumnsOf,
  type LineBasis,
  type YearBlock,
  type YearColumn,
  type YearColumns,
  type YearLine,
} from "./year-block.ts";

/** A sheet of blocks by year, one a basis. */
export interface YearSheet {
  readonly sheet: ReportSheet;
  readonly blocks: Readonly<Record<LineBasis, YearBlock>>;
  readonly lines: Readonly<Record<LineBasis, readonly YearLine[]>>;
  readonly columns: YearColumns;
}

/** What the sums over details are made from. */
export interface YearSource {
  readonly input: ReportInput;
  readonly totals: Totals;
  readonly details: readonly DetailSheet[];
}

const pricedBasis = { committed: "planning", statutory: "statutory", unverified: "planning" } as const;
const eligibilityOf = { committed: 1, statutory: 1, unverified: 2 } as const;

/** Measures that stand in the totals: shown, and not a fund. */
export const summedMeasures = ({ input }: Pick<YearSource, "input">): readonly CompiledMeasure[] =>
  input.prepared.measures.filter(({ measure }) => measure.kind !== "fund" && showsMeasure(input, measure));

const detailOf = ({ details }: YearSource, measure: CompiledMeasure): DetailSheet | undefined =>
  details.find(({ plan }) => plan.groups.some(({ measures }) => measures.includes(measure)));

/** Criterion on the budget year of a row whose amount is due some years later. */
function yearCriterion(column: YearColumn, later: number): string {
  if ("after" in column) return `">${column.after - later}"`;
  return later === 0 ? column.header : `${column.header}-${later}`;
}

/** Sums columns of a measure's rows of one eligibility and year; criteria are numbers only. */
function sumFormula(
  { ranges }: DetailSheet,
  { index }: CompiledMeasure,
  parts: readonly { readonly range: string; readonly later: number }[],
  basis: LineBasis,
  column: YearColumn,
): string {
  const terms = parts.map(({ range, later }) => {
    const tests = [
      `${ranges("measureNumber")},${index + 1}`,
      `${ranges("eligibility")},${eligibilityOf[basis]}`,
      `${ranges("year")},${yearCriterion(column, later)}`,
    ];
    return `SUMIFS(${range},${tests.join(",")})`;
  });
  return terms.length === 0 ? "0" : `ROUND(${terms.join("+")},2)`;
}

function measureLine(source: YearSource, measure: CompiledMeasure, basis: LineBasis): YearLine {
  const { language } = source.input;
  const detail = detailOf(source, measure);
  const parts = detail ? amountRanges(detail, measure, pricedBasis[basis]) : [];
  return {
    number: measure.index + 1,
    label: `${measure.measure.id} ${measure.measure.label[language]}`,
    formula: (column) => (detail ? sumFormula(detail, measure, parts, basis, column) : "0"),
    amounts: source.totals.measures[measure.index]?.[basis] ?? new Map(),
  };
}

const words = {
  zh: {
    measures: "措施×预算年度（元）",
    departments: "责任部门×预算年度（元）",
    note: "按明细以公式汇总；专项投资基金为股权，另见基金台账，不计入。",
    measure: "措施",
    department: "责任部门",
    bases: {
      committed: "已承诺（预算口径）",
      statutory: "已承诺（法定口径）",
      unverified: "待核实（预算口径，不计入合计）",
    },
  },
  en: {
    measures: "Measures by budget year (yuan)",
    departments: "Departments by budget year (yuan)",
    note: "Summed from the details by formula; the fund is equity, has its own account and is not part of it.",
    measure: "Measure",
    department: "Department",
    bases: {
      committed: "Committed (planning basis)",
      statutory: "Committed (statutory basis)",
      unverified: "Unverified (planning basis, in no total)",
    },
  },
} as const;

const FIRST_BLOCK_ROW = 4;

function yearSheet(
  source: YearSource,
  key: "measures" | "departments",
  head: string,
  linesOf: (basis: LineBasis) => readonly YearLine[],
): YearSheet {
  const { input, totals } = source;
  const said = words[input.language];
  const name = sheetName(key, input.language);
  const columns = yearColumnsOf(input.prepared.policy, totals);
  const lines = { committed: linesOf("committed"), statutory: linesOf("statutory"), unverified: linesOf("unverified") };
  const block = (basis: LineBasis): YearBlock => {
    const row = FIRST_BLOCK_ROW + lineBases.indexOf(basis) * (lines[basis].length + 4);
    return yearBlock(name, row, said.bases[basis], head, columns, lines[basis], input.language);
  };
  const blocks = { committed: block("committed"), statutory: block("statutory"), unverified: block("unverified") };
  const sheet: ReportSheet = {
    name,
    widths: [6, 34, ...columns.years.map(() => 15), 15, 16, 16, 17],
    rows: [
      [textCell(said[key], "title")],
      [textCell(said.note)],
      [],
      ...lineBases.flatMap((basis) => blocks[basis].rows),
    ],
    frozen: { rows: 2, columns: 2 },
    landscape: true,
  };
  return { sheet, blocks, lines, columns };
}

/** 措施×年度: committed on both bases and unverified, by formula over the details. */
export function measureYearSheet(source: YearSource): YearSheet {
  const said = words[source.input.language];
  return yearSheet(source, "measures", said.measure, (basis) =>
    summedMeasures(source).map((measure) => measureLine(source, measure, basis)),
  );
}

const departmentsOf = ({ measure }: CompiledMeasure): readonly string[] =>
  measure.departments.length > 0 ? measure.departments : [unnamedDepartment];

/** 部门×年度: the cells of 措施×年度 booked by the reading 部门分摊. */
export function departmentYearSheet(source: YearSource, measureSheet: YearSheet): YearSheet {
  const measures = summedMeasures(source);
  const { language, prepared } = source.input;
  const names = [...new Set(measures.flatMap(departmentsOf))];
  return yearSheet(source, "departments", words[language].department, (basis) =>
    names.map((name, index): YearLine => {
      const line: Line | undefined = source.totals.departments.get(name);
      return {
        number: index + 1,
        label: departmentName(prepared.policy, name, language),
        formula: (column) => departmentFormula(source, measureSheet, measures, name, basis, column),
        amounts: line?.[basis] ?? new Map(),
      };
    }),
  );
}

function departmentFormula(
  source: YearSource,
  { blocks, columns }: YearSheet,
  measures: readonly CompiledMeasure[],
  name: string,
  basis: LineBasis,
  column: YearColumn,
): string {
  const index = "after" in column ? columns.years.length : columns.years.indexOf(column.year);
  const terms = measures.flatMap((measure, line) => {
    const position = departmentsOf(measure).indexOf(name);
    const count = departmentCount(measure);
    const whole = position === 0 ? [blocks[basis].cell(line, index)] : [];
    if (position < 0 || count === 1 || !canSplit(source)) return whole;
    const share = shareFormula(source, measure, basis, column);
    const factor = position === 0 ? `-${count - 1}` : "1";
    return [...whole, `IF(${parameterName("部门分摊")}="平均分摊",${factor}*${share},0)`];
  });
  return terms.length === 0 ? "0" : `ROUND(${terms.join("+")},2)`;
}

/** Whether the policy leaves open how a line of several departments is booked; one that does not books the first. */
const canSplit = ({ input }: YearSource): boolean =>
  input.prepared.policy.readings.some(({ name }) => name === "部门分摊");

/** What each department after the first bears of a measure where it is split evenly. */
function shareFormula(source: YearSource, measure: CompiledMeasure, basis: LineBasis, column: YearColumn): string {
  const detail = detailOf(source, measure);
  const priced: Basis = pricedBasis[basis];
  const range = detail?.ranges(basisColumn(priced, "share"));
  return detail && range ? sumFormula(detail, measure, [{ range, later: 0 }], basis, column) : "0";
}
