import { parseIsoDay } from "../date/day.ts";
import { articleName } from "../policy/article-name.ts";
import type { Parameter, ParameterValue, Reading } from "../policy/policy.ts";
import { valuesOf, type Values } from "../policy/values.ts";
import { articleRow } from "./clauses-sheet.ts";
import { asOfName, constantNames, longestList, parameterName, shareName } from "./parameter-name.ts";
import { emptyCell, formulaCell, headingRow, linkedCell, quotedSheet, textCell } from "./report-cells.ts";
import type { ReportInput } from "./report-input.ts";
import type { CellFormat, CellStyle, ReportCell, ReportModel, ReportSheet, ReportValidation } from "./report-model.ts";
import { sheetName } from "./sheet-names.ts";

/** Where one cell of 参数 stands and what the workbook says when it is edited. */
export interface ParameterPlace {
  readonly key: string;
  /** Workbook name of the value cell. */
  readonly name: string;
  /** Row as the sheet shows it. */
  readonly row: number;
  readonly live: boolean;
  /** Empty where live. */
  readonly reason: string;
}

export interface ParameterSheet {
  readonly sheet: ReportSheet;
  readonly names: ReportModel["names"];
  readonly places: readonly ParameterPlace[];
  /** Formula of the number of locked cells that were edited. */
  readonly lockedEdits: string;
  /** Formula that is TRUE where a list of shares is wrong; empty without lists. */
  readonly listErrors: string;
}

/** Columns of 参数 that other sheets refer to. */
export const parameterColumns = { value: "C", exported: "M", edited: "N" } as const;

/** Formula cell of 参数 with the number of edited live cells, as other sheets write it. */
export const editedCountName = "已改参数个数";

/** One row before it is written. */
interface Draft {
  readonly key: string;
  readonly name: string;
  readonly label: string;
  readonly value: ReportCell["value"];
  readonly published: ReportCell["value"];
  readonly format: CellFormat;
  readonly unit: string;
  readonly bounds: readonly [ReportCell, ReportCell];
  readonly live: boolean;
  readonly reason: string;
  readonly clause: ReportCell;
  readonly source: string;
  readonly rating: string;
  readonly rule?: ReportValidation["rule"];
}

const firstRow = 5;
const formats = {
  share: "share",
  shares: "share",
  yuan: "yuan",
  count: "integer",
  number: "number",
  date: "date",
} as const;
// bounds of money go up to 1,000,000,000,000.00
const widths = [26, 30, 20, 8, 20, 12, 22, 8, 22, 44, 36, 6, 20, 6];

/**
 * 参数: every key of the scenario with a named value cell, its bounds, whether it is live, its clause and source.
 * An edited live cell recomputes the workbook; unset is an empty cell.
 */
export function parameterSheet(input: ReportInput): ParameterSheet {
  const drafts = draftsOf(input);
  const said = words[input.language];
  const name = sheetName("parameters", input.language);
  const lastRow = firstRow + drafts.length - 1;
  const places = drafts.map(({ key, name: cell, live, reason }, index) => ({
    key,
    name: cell,
    row: firstRow + index,
    live,
    reason,
  }));
  const sheet: ReportSheet = {
    name,
    widths,
    rows: [
      [textCell(said.title, "title")],
      [textCell(said.note, "note")],
      [
        textCell(said.edited, "note"),
        emptyCell,
        formulaCell(`SUM(${parameterColumns.edited}${firstRow}:${parameterColumns.edited}${lastRow})`, 0, "integer"),
      ],
      headingRow(said.heads),
      ...drafts.map((draft, index) => rowOf(draft, firstRow + index, said)),
    ],
    frozen: { rows: firstRow - 1, columns: 3 },
    validations: drafts.flatMap((draft, index) => validationOf(draft, firstRow + index, said)),
    alerts: [{ range: `A${firstRow}:C${lastRow}`, formula: `$${parameterColumns.edited}${firstRow}=1` }],
    landscape: true,
    // source, grounds and marks stand behind: with them a page of A4 cannot be read
    printedColumns: 9,
  };
  const range = (column: string): string => `${quotedSheet(name)}!$${column}$${firstRow}:$${column}$${lastRow}`;
  const wrong = listKeys(places).map(listError);
  return {
    sheet,
    names: namesOf(name, places),
    places,
    lockedEdits: `SUMPRODUCT((${range("H")}="${said.lockedMark}")*${range(parameterColumns.edited)})`,
    listErrors: wrong.length === 0 ? "" : `OR(${wrong.join(",")})`,
  };
}

/** Keys whose value is a list with a cell a share. */
export const listKeys = (places: readonly ParameterPlace[]): readonly string[] => [
  ...new Set(places.filter(({ key, name }) => name === shareName(key, 1)).map(({ key }) => key)),
];

/** TRUE where the shares of a list do not add up to 1, or an empty cell stands before a filled one. */
export function listError(key: string): string {
  const range = parameterName(key);
  const gaps = Array.from({ length: longestList - 1 }, (_, index) => {
    return `AND(${shareName(key, index + 1)}="",${shareName(key, index + 2)}<>"")`;
  });
  return `OR(ABS(SUM(${range})-1)>0.000000001,${gaps.join(",")})`;
}

function namesOf(sheet: string, places: readonly ParameterPlace[]): ReportModel["names"] {
  const at = (row: number): string => `${quotedSheet(sheet)}!$${parameterColumns.value}$${row}`;
  const cells = places.map(({ name, row }) => ({ name, target: at(row) }));
  const ranges = listKeys(places).map((key) => {
    const rows = places.filter((place) => place.key === key).map(({ row }) => row);
    const [first, last] = [Math.min(...rows), Math.max(...rows)];
    return { name: parameterName(key), target: `${at(first)}:$${parameterColumns.value}$${last}` };
  });
  return [...cells, ...ranges, { name: editedCountName, target: at(3) }];
}

function draftsOf(input: ReportInput): Draft[] {
  const { policy } = input.prepared;
  const values = valuesOf(policy, input.scenario);
  return [
    ...policy.parameters.flatMap((parameter) => parameterDrafts(input, parameter, values)),
    ...policy.readings.map((reading) => readingDraft(input, reading, values)),
    ...constantDrafts(input),
  ];
}

function parameterDrafts(input: ReportInput, parameter: Parameter, values: Values): Draft[] {
  const { key, type, minimum, maximum, workbook, lockedBecause, clause, source, rating } = parameter;
  const { language } = input;
  const said = words[language];
  const value = values.value(key);
  const draft: Omit<Draft, "name" | "label" | "value" | "published"> = {
    key,
    format: formats[type],
    unit: said.units[type],
    bounds: [boundCell(minimum, formats[type]), boundCell(maximum, formats[type])],
    live: workbook === "live",
    reason: workbook === "live" ? "" : (lockedBecause?.[language] ?? said.locked),
    clause: clause ? clauseCell(input, clause.article, clause.quote) : emptyCell,
    source,
    rating,
    ...ruleOf(parameter),
  };
  const label = parameter.label[language];
  if (!Array.isArray(parameter.value)) {
    const [now, published] = [scalarOf(value), scalarOf(parameter.value)];
    return [{ ...draft, name: parameterName(key), label, value: now, published }];
  }
  return Array.from({ length: longestList }, (_, index) => ({
    ...draft,
    ...(draft.rule?.kind === "decimal" && { rule: { ...draft.rule, allowBlank: true } }),
    name: shareName(key, index + 1),
    label: `${label} ${said.share(index + 1)}`,
    value: shareAt(value, index),
    published: shareAt(parameter.value, index),
  }));
}

const shareAt = (value: ParameterValue, index: number): number | null =>
  Array.isArray(value) ? ((value as readonly number[])[index] ?? null) : null;

/** A value as its cell holds it: a day serial for a date, a list in one cell as text. */
function scalarOf(value: ParameterValue): ReportCell["value"] {
  if (value === null || typeof value === "number") return value;
  if (typeof value !== "string") return value.join(", ");
  const day = parseIsoDay(value);
  return Number.isNaN(day) ? value : day;
}

function ruleOf({ type, value, minimum, maximum, mayBeUnset }: Parameter): Pick<Draft, "rule"> {
  if (type === "date") return { rule: { kind: "date", allowBlank: mayBeUnset } };
  if (typeof value === "string" || minimum === undefined || maximum === undefined) return {};
  const kind = type === "count" ? "whole" : "decimal";
  return { rule: { kind, minimum, maximum, allowBlank: mayBeUnset } };
}

const boundCell = (bound: number | undefined, format: CellFormat): ReportCell =>
  bound === undefined ? emptyCell : { value: bound, format };

function clauseCell(input: ReportInput, article: number, quote: string): ReportCell {
  const { language } = input;
  const text = textCell(`${articleName(article, language)}「${quote}」`);
  return linkedCell(text, sheetName("clauses", language), `A${articleRow(article)}`);
}

function readingDraft(input: ReportInput, reading: Reading, values: Values): Draft {
  const { language } = input;
  const said = words[language];
  const { name, options, source, workbook } = reading;
  const choices = options.map(({ value }) => value);
  return {
    key: name,
    name: parameterName(name),
    label: reading.label[language],
    value: values.reading(name, "planning"),
    published: choices[0] ?? "",
    format: "text",
    unit: said.reading,
    bounds: [textCell(choices.join(" / ")), emptyCell],
    live: workbook === "live",
    reason: workbook === "live" ? "" : said.locked,
    clause: textCell(reading.articles.map((article) => articleName(article, language)).join(said.comma)),
    source,
    rating: "",
    rule: { kind: "list", choices },
  };
}

/** What formulas need besides the keys: the term, the as-of date, and a cell that stays empty. */
function constantDrafts({ prepared, evaluation, language }: ReportInput): Draft[] {
  const said = words[language];
  const constant = (name: string, label: string, value: number | null): Draft => ({
    key: name,
    name,
    label,
    value,
    published: value,
    format: "date",
    unit: said.units.date,
    bounds: [emptyCell, emptyCell],
    live: false,
    reason: said.constant,
    clause: emptyCell,
    source: "",
    rating: "",
  });
  return [
    constant(constantNames[0], said.termStart, parseIsoDay(prepared.policy.termStart)),
    constant(constantNames[1], said.termEnd, parseIsoDay(prepared.policy.termEnd)),
    constant(asOfName, said.asOf, evaluation.asOf),
    constant(constantNames[2], said.noLimit, null),
  ];
}

function styleOf({ live, value, published }: Draft): CellStyle {
  if (!live) return "locked";
  return value === published ? "input" : "edited";
}

function rowOf(draft: Draft, row: number, said: Words): readonly ReportCell[] {
  const { value, exported } = parameterColumns;
  return [
    textCell(draft.key),
    textCell(draft.label),
    { value: draft.value, format: draft.format, style: styleOf(draft) },
    textCell(draft.unit),
    { value: draft.published, format: draft.format },
    ...draft.bounds,
    textCell(draft.live ? said.liveMark : said.lockedMark),
    textCell(draft.reason),
    draft.clause,
    textCell(draft.source),
    textCell(draft.rating),
    { value: draft.value, format: draft.format, style: "locked" },
    // by text, so that an empty cell is not taken for zero
    formulaCell(`IF(${value}${row}&""=${exported}${row}&"",0,1)`, 0, "integer"),
  ];
}

function validationOf({ rule, bounds }: Draft, row: number, said: Words): ReportValidation[] {
  if (!rule) return [];
  const [low, high] = bounds;
  const message =
    rule.kind === "decimal" || rule.kind === "whole" ? said.range(low.value, high.value) : said[rule.kind];
  return [{ range: `${parameterColumns.value}${row}`, rule, message }];
}

const words = {
  zh: {
    title: "参数",
    note: "浅黄格可改：改动后全部已承诺金额按两种口径重算；空格表示未设。灰格锁定：改动须回软件重算。",
    edited: "已改的单元格",
    heads: [
      "键",
      "名称",
      "值",
      "单位",
      "公布值或默认值",
      "下限",
      "上限",
      "状态",
      "锁定原因",
      "条款",
      "来源",
      "评级",
      "导出值",
      "已改",
    ],
    units: { share: "比例", shares: "比例", yuan: "元", count: "整数", number: "数", date: "日期" },
    reading: "口径",
    locked: "改动会改变明细行或其资格",
    constant: "由政策文件与名册决定",
    share: (position: number) => `第${position}期`,
    termStart: "政策起始日",
    termEnd: "政策截止日",
    asOf: "基准日",
    noLimit: "不设上限（保持空白）",
    liveMark: "可改",
    lockedMark: "锁定",
    comma: "、",
    range: (low: ReportCell["value"], high: ReportCell["value"]) => `允许范围：${low} 至 ${high}`,
    list: "请从列表中选择",
    date: "请填写日期",
  },
  en: {
    title: "Parameters",
    note: "Pale yellow cells may be edited: every committed amount is recomputed on both bases; empty means unset. Grey cells are locked: a change needs the software.",
    edited: "Edited cells",
    heads: [
      "Key",
      "Name",
      "Value",
      "Unit",
      "Published or default",
      "Least",
      "Most",
      "State",
      "Why locked",
      "Clause",
      "Source",
      "Rating",
      "Exported",
      "Edited",
    ],
    units: { share: "share", shares: "share", yuan: "yuan", count: "whole", number: "number", date: "date" },
    reading: "reading",
    locked: "a change would change the rows or their eligibility",
    constant: "fixed by the policy and the roster",
    share: (position: number) => `instalment ${position}`,
    termStart: "First day of the term",
    termEnd: "Last day of the term",
    asOf: "As-of date",
    noLimit: "No cap (stays empty)",
    liveMark: "live",
    lockedMark: "locked",
    comma: ", ",
    range: (low: ReportCell["value"], high: ReportCell["value"]) => `Allowed: ${low} to ${high}`,
    list: "Choose from the list",
    date: "A date",
  },
} as const;

type Words = (typeof words)["zh" | "en"];

/** Heads of the columns that say what the file holds, in every language of a report. */
export const parameterHeads = {
  key: [words.zh.heads[0], words.en.heads[0]],
  value: [words.zh.heads[2], words.en.heads[2]],
  exported: [words.zh.heads[12], words.en.heads[12]],
} as const;
