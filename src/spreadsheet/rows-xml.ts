import { rowsOf, type ReportCell, type ReportRow, type ReportSheet } from "../core/report/report-model.ts";
import { columnLetters } from "./column-letters.ts";
import { cellText, xmlText } from "./report-text.ts";
import { rowLayout } from "./row-layout.ts";
import type { SharedTexts } from "./shared-texts.ts";

const LONGEST_FORMULA = 8192;
const MOST_ROWS = 1_048_576;

/** What the cells of all sheets share. */
export interface CellFrame {
  readonly texts: SharedTexts;
  /** Number of a cell's style among those of the workbook. */
  readonly styleNumber: (cell: ReportCell) => number;
}

/** Writes the rows of one sheet as XML, and gathers what stands below them. */
export class RowsXml {
  /** Ranges of merged cells, and links within the workbook, of the rows written so far. */
  readonly merges: string[];
  readonly links: { readonly place: string; readonly location: string }[] = [];
  readonly #sheet: ReportSheet;
  readonly #frame: CellFrame;
  readonly #letters: string[] = [];
  #row = 0;

  constructor(sheet: ReportSheet, frame: CellFrame) {
    this.#sheet = sheet;
    this.#frame = frame;
    this.merges = [...(sheet.merges ?? [])];
  }

  /** One piece a row. @throws for more rows than a sheet can hold, and for cells it cannot */
  *rows(): Generator<string> {
    for (const cells of rowsOf(this.#sheet)) {
      this.#row++;
      if (this.#row > MOST_ROWS) throw new Error(`${this.#sheet.name}: a sheet has at most ${MOST_ROWS} rows`);
      yield this.#rowXml(cells);
    }
  }

  #rowXml(cells: ReportRow): string {
    const { merge, height } = rowLayout(this.#sheet, cells, this.#row);
    if (merge !== undefined) this.merges.push(merge);
    let written = "";
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column];
      if (cell !== undefined && !isEmpty(cell)) written += this.#cellXml(cell, column);
    }
    const high = height === undefined ? "" : ` ht="${height}" customHeight="1"`;
    return written === "" && high === "" ? "" : `<row r="${this.#row}"${high}>${written}</row>`;
  }

  #cellXml(cell: ReportCell, column: number): string {
    const letters = (this.#letters[column] ??= columnLetters(column));
    const place = `${letters}${this.#row}`;
    if (cell.link !== undefined) this.links.push({ place, location: cell.link });
    return `<c r="${place}" s="${this.#frame.styleNumber(cell)}"${this.#contentXml(cell, place)}</c>`;
  }

  /** From the type of the cell on. */
  #contentXml({ value, formula }: ReportCell, place: string): string {
    if (typeof value === "number" && !Number.isFinite(value))
      throw new Error(`${this.#sheet.name}!${place}: a number must be finite, found ${value}`);
    if (formula !== undefined) return this.#formulaXml(formula, value, place);
    switch (typeof value) {
      case "string":
        return ` t="s"><v>${this.#frame.texts.numberOf(cellText(value))}</v>`;
      case "boolean":
        return ` t="b"><v>${Number(value)}</v>`;
      case "number":
        return `><v>${value}</v>`;
      default:
        return ">";
    }
  }

  #formulaXml(formula: string, value: ReportCell["value"], place: string): string {
    if (formula.length > LONGEST_FORMULA)
      throw new Error(
        `${this.#sheet.name}!${place}: a formula has at most ${LONGEST_FORMULA} characters, found ${formula.length}`,
      );
    const written = `<f>${xmlText(formula)}</f>`;
    switch (typeof value) {
      case "string":
        return ` t="str">${written}<v>${xmlText(cellText(value))}</v>`;
      case "boolean":
        return ` t="b">${written}<v>${Number(value)}</v>`;
      case "number":
        return `>${written}<v>${value}</v>`;
      default:
        return `>${written}`;
    }
  }
}

/** A cell that is no different from none. */
const isEmpty = ({ value, formula, style, format = "number", link }: ReportCell): boolean =>
  value === null && formula === undefined && link === undefined && style === undefined && format === "number";
