import type { Field } from "../fields.ts";
import { isUnit, normaliseHeader, type Unit } from "../import-header.ts";
import { kindAt, shownAt } from "../import-raw-cell.ts";
import { RawKind, type RawSheet } from "../raw-sheet.ts";

/** A line such as 单位：元 above a header. */
export interface UnitNote {
  readonly unit: Unit;
  /** Stored row and position of its cell. */
  readonly row: number;
  readonly position: number;
}

const stated = /单位:?(?:人民币)?(千元|百万元|万元|亿元|元)/;

/** The unit that a line at or above the header states; the one nearest to it. */
export function unitNoteOf(sheet: RawSheet, headerRow: number): UnitNote | undefined {
  for (let row = headerRow - 1; row >= 0; row--) {
    for (let position = 0; position < sheet.columns.length; position++) {
      if (kindAt(sheet, position, row) !== RawKind.text) continue;
      const unit = stated.exec(normaliseHeader(shownAt(sheet, position, row)))?.[1] ?? "";
      if (isUnit(unit)) return { unit, row, position };
    }
  }
  return undefined;
}

/** Whether a note above the header is about a field: one that has a unit of its own, such as 亿元, keeps it. */
export const noteApplies = ({ type, unit }: Field): boolean => type === "money" && unit === "万元";
