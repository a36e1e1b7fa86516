import type { ErrorMark } from "../core/report/error-marks.ts";
import { errorWords } from "../core/report/error-words.ts";
import { textCell } from "../core/report/report-cells.ts";
import type { ReportModel } from "../core/report/report-model.ts";
import { columnLetters, shownAt } from "../core/roster/import-raw-cell.ts";
import { RawKind, type RawSheet, type RawWorkbook } from "../core/roster/raw-sheet.ts";
import type { CellNote } from "./cell-notes.ts";
import { columnOf } from "./cell-reference.ts";
import { markPackage, type PackageMarks } from "./error-package.ts";
import { kindOfFile } from "./file-kind.ts";
import { cellText, xmlText } from "./report-text.ts";
import type { Task } from "./task.ts";
import { writeWorkbook } from "./write-report.ts";

/** Excel grows slow with more notes than this. */
const MOST_MARKS = 5000;

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
type Language = "zh" | "en";

/**
 * A user's own file with its problem cells filled, a note on each, and a summary sheet at its end. What is no .xlsx,
 * or one that cannot be added to, is written anew from its cells; the summary says so.
 * @param marks those of most weight first; the first 5,000 are marked, the summary tells how many are left out
 * @throws AbortError when cancelled
 */
export async function errorWorkbook(
  file: { readonly bytes: Uint8Array; readonly fileName: string; readonly workbook: RawWorkbook },
  marks: readonly ErrorMark[],
  language: Language,
  task?: Task,
): Promise<Uint8Array> {
  const { bytes, fileName, workbook } = file;
  const shown = marks.slice(0, MOST_MARKS);
  const notes = notesOf(shown, language);
  const marksFor = (isRewritten: boolean): PackageMarks => ({
    notes,
    summary: { name: errorWords[language].sheet, xml: summaryXml(marks, shown, language, isRewritten) },
  });
  const isPackage = kindOfFile(bytes, fileName) === "package";
  const own = isPackage ? await markPackage(bytes, fileName, marksFor(false), task) : undefined;
  if (own) return own;
  const fresh = await writeWorkbook(rewritten(workbook), task);
  const marked = await markPackage(fresh, fileName, marksFor(true), task);
  if (!marked) throw new Error("a workbook of our own could not be marked");
  return marked;
}

function notesOf(marks: readonly ErrorMark[], language: Language): ReadonlyMap<string, readonly CellNote[]> {
  const bySheet = new Map<string, Map<string, CellNote>>();
  for (const { sheet, cell, what, expected, remedy } of marks) {
    if (cell === "") continue;
    const own = bySheet.get(sheet) ?? new Map<string, CellNote>();
    const said = errorWords[language].note(what, expected, remedy);
    const before = own.get(cell)?.text;
    const bytes = new TextEncoder().encode(cell);
    const [column, row] = [columnOf(bytes, 0, bytes.length), Number(/\d+$/.exec(cell)?.[0]) - 1];
    bySheet.set(sheet, own.set(cell, { cell, row, column, text: before === undefined ? said : `${before}\n${said}` }));
  }
  return new Map([...bySheet].map(([sheet, own]) => [sheet, [...own.values()]]));
}

const inline = (text: string): string => `<is><t xml:space="preserve">${xmlText(cellText(text))}</t></is>`;

function summaryXml(
  marks: readonly ErrorMark[],
  shown: readonly ErrorMark[],
  language: Language,
  isRewritten: boolean,
): string {
  const words = errorWords[language];
  const errors = marks.filter(({ severity }) => severity === "error").length;
  const lines: (readonly (string | number)[])[] = [
    [words.intro(errors, marks.length - errors)],
    ...(shown.length < marks.length ? [[words.left(shown.length, marks.length)]] : []),
    ...(isRewritten ? [[words.rewritten]] : []),
    words.heads,
    ...shown.map(({ severity, sheet, cell, column, what, found, expected, remedy, yuan }) => {
      const texts = [words.severities[severity], sheet, cell, column, what, found, expected, remedy];
      return yuan === undefined ? texts : [...texts, yuan];
    }),
  ];
  const rows = lines.map((line, index) => {
    const cells = line.map((value, position) => {
      const place = columnLetters(position) + (index + 1);
      return typeof value === "number"
        ? `<c r="${place}"><v>${value}</v></c>`
        : `<c r="${place}" t="inlineStr">${inline(value)}</c>`;
    });
    return `<row r="${index + 1}">${cells.join("")}</row>`;
  });
  const widths = [8, 14, 10, 22, 60, 24, 28, 60, 18].map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="${MAIN}"><cols>${widths.join("")}</cols><sheetData>${rows.join("")}</sheetData></worksheet>`;
}

/** The cells of a workbook, in their places, without styles. */
function rewritten({ sheets }: RawWorkbook): ReportModel {
  return { title: "", names: [], sheets: sheets.map(rewrittenSheet) };
}

function rewrittenSheet(sheet: RawSheet): ReportModel["sheets"][number] {
  const storedAt = new Map(Array.from(sheet.rowNumber.subarray(0, sheet.rowCount), (row, stored) => [row, stored]));
  const count = sheet.rowNumber[sheet.rowCount - 1] ?? 0;
  const row = (index: number) => {
    const stored = storedAt.get(index + 1);
    if (stored === undefined) return [];
    return sheet.columns.map((column, position) => {
      const value = column?.values[stored] ?? Number.NaN;
      if (column?.kind[stored] === RawKind.number) return { value, format: "number" } as const;
      if (column?.kind[stored] === RawKind.date) return { value, format: "date" } as const;
      const text = shownAt(sheet, position, stored);
      return text === "" ? { value: null } : textCell(text);
    });
  };
  return { name: sheet.name.slice(0, 31), widths: sheet.columns.map(() => 16), rows: [], body: { count, row } };
}
