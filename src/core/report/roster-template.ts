import { fieldsOf, tables } from "../roster/fields.ts";
import type { Field, TableId } from "../roster/fields.ts";
import { columnLetters } from "../roster/import-raw-cell.ts";
import { fieldNote } from "./field-notes.ts";
import type { ReportCell, ReportModel, ReportSheet, ReportValidation } from "./report-model.ts";

type Language = "zh" | "en";

/** Rows below the header that are made ready for typing. */
const READY_ROWS = 2000;

const words = {
  zh: {
    title: "惠企政策企业名册（空白模板）",
    sheet: "填写说明",
    intro: [
      "每张表第一行是列名，请不要改动；从第二行起，每行填写一条。不用的列可以删去，不用的表可以空着，只填「企业」表也可以测算。",
      "带 * 的列必填。空白表示不知道，不等于零；确实为零的请填 0。",
      "金额按列名括号内的单位填写；也可改写括号内的单位（元、万元、亿元）。日期填如 2023-05-29。代码列已设为文本，请勿改为数值。",
    ],
    heads: ["表", "列", "含义", "单位", "填写要求", "允许的值"],
    required: "必填",
    optional: "选填",
    depends: "视情况必填",
    truth: "是 / 否",
    date: "日期，如 2023-05-29",
    pick: (field: Field) => `请从列表中选择：${choicesOf(field).join("、")}`,
    pickDate: "请填写日期，如 2023-05-29",
  },
  en: {
    title: "Roster of enterprises (blank template)",
    sheet: "Instructions",
    intro: [
      "Row 1 of each sheet holds the column names: do not change them. Enter one record a row from row 2 on.",
      "Columns that are not used may be deleted, sheets may stay empty; 企业 alone is enough.",
      "Columns marked * are required. A blank means not known, it is not zero: write 0 where an amount is nil.",
      "Amounts are in the unit in brackets in the header; you may change it there (元, 万元, 亿元). Dates: 2023-05-29.",
      "Code columns are text: do not turn them into numbers.",
    ],
    heads: ["Sheet", "Column", "Meaning", "Unit", "Needed", "Allowed values"],
    required: "required",
    optional: "optional",
    depends: "required in some cases",
    truth: "是 (yes) / 否 (no)",
    date: "day, e.g. 2023-05-29",
    pick: (field: Field) => `Choose from the list: ${choicesOf(field).join("、")}`,
    pickDate: "Enter a date such as 2023-05-29",
  },
} as const;

/**
 * The blank roster as a workbook: instructions, then one sheet a table under its canonical name and headers, which
 * import as they stand in either language.
 */
export const rosterTemplate = (language: Language): ReportModel => ({
  title: words[language].title,
  sheets: [instructions(language), ...tables.map(({ id, label }) => tableSheet(id, label, language))],
  names: [],
});

const yesNo = ["是", "否"] as const;

const choicesOf = ({ type, choices = [] }: Field): readonly string[] => (type === "truth" ? yesNo : choices);

/** Header of a column: unit in brackets, required ones with an asterisk. The importer reads past both. */
const headerOf = ({ label, unit, required }: Field): string =>
  label + (unit === undefined ? "" : `（${unit}）`) + (required ? "*" : "");

const isText = ({ type }: Field): boolean => type === "code" || type === "text";

function tableSheet(table: TableId, name: string, language: Language): ReportSheet {
  const columns = fieldsOf(table);
  const header = columns.map((field): ReportCell => ({ value: headerOf(field), format: "text", style: "heading" }));
  // cells kept as text, so that a spreadsheet does not cut codes of 18 digits or a leading zero
  const ready = columns
    .slice(0, columns.findLastIndex(isText) + 1)
    .map((field): ReportCell => ({ value: null, format: isText(field) ? "text" : "number" }));
  return {
    name,
    widths: columns.map((field) => Math.max(12, 2 * headerOf(field).length + 2, isText(field) ? 22 : 0)),
    rows: [header, ...Array.from({ length: READY_ROWS }, () => ready)],
    frozen: { rows: 1, columns: 1 },
    validations: columns.flatMap((field, position) => validationOf(field, position, language)),
    landscape: true,
  };
}

function validationOf(field: Field, position: number, language: Language): ReportValidation[] {
  const letters = columnLetters(position);
  const range = `${letters}2:${letters}${READY_ROWS + 1}`;
  const { pick, pickDate } = words[language];
  const choices = choicesOf(field);
  if (choices.length > 0) return [{ range, rule: { kind: "list", choices }, message: pick(field) }];
  if (field.type === "date") return [{ range, rule: { kind: "date", allowBlank: true }, message: pickDate }];
  return [];
}

function instructions(language: Language): ReportSheet {
  const { sheet, title, intro, heads } = words[language];
  const line = (value: string, style: ReportCell["style"] = "body"): ReportCell => ({ value, format: "text", style });
  const above = [[line(title, "title")], ...intro.map((sentence) => [line(sentence, "note")])];
  const fields = tables.flatMap(({ id, label }) => fieldsOf(id).map((field) => rowOf(field, label, language)));
  const lastColumn = columnLetters(heads.length - 1);
  return {
    name: sheet,
    widths: [12, 30, 60, 12, 14, 60],
    rows: [
      ...above,
      heads.map((head) => line(head, "heading")),
      ...fields.map((cells) => cells.map((cell) => line(cell))),
    ],
    merges: above.map((_, row) => `A${row + 1}:${lastColumn}${row + 1}`),
    frozen: { rows: above.length + 1, columns: 2 },
    landscape: true,
  };
}

/** Columns that some rows must have: see section 10 of the calculation model. */
const requiredInSomeRows: ReadonlySet<string> = new Set(["auditFee", "compensation"]);

function rowOf(field: Field, tableLabel: string, language: Language): string[] {
  const { required, optional, depends, truth, date } = words[language];
  const need = field.required ? required : requiredInSomeRows.has(field.id) ? depends : optional;
  const allowed = field.type === "truth" ? truth : field.type === "date" ? date : choicesOf(field).join("、");
  const label = language === "zh" ? field.label : `${field.label} · ${field.english}`;
  return [tableLabel, label, fieldNote(field, language), field.unit ?? "", need, allowed];
}
