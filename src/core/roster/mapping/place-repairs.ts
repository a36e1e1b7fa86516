import type { Issue } from "../../issue/issue.ts";
import { shownAt } from "../import-raw-cell.ts";
import type { RawSheet } from "../raw-sheet.ts";
import { positionOf } from "./mapped-plan.ts";
import type { CellRepair } from "./mapping.ts";

/** Text to read instead of what stands in a cell, by position and stored row. */
export type PlacedRepairs = ReadonlyMap<number, ReadonlyMap<number, string>>;

/** Position and stored row of a cell such as `C5`; −1 for a row that holds nothing. */
export function placeInSheet({ rowNumber }: RawSheet, cell: string): { readonly position: number; row: number } {
  const [, column = "", number = ""] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  return { position: positionOf({ column }), row: storedRowOf(rowNumber, Number(number)) };
}

/** Row numbers ascend. */
function storedRowOf(rowNumber: Int32Array, number: number): number {
  let [low, high] = [0, rowNumber.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rowNumber[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return rowNumber[low] === number ? low : -1;
}

/**
 * Where the repairs of a sheet belong; those whose cell has changed since are left out, and an issue names each.
 * `applied`: those that are read as someone wrote them, without cells that are left as typed.
 */
export function placeRepairs(
  sheet: RawSheet,
  repairs: readonly CellRepair[],
): { repaired: PlacedRepairs; issues: Issue[]; applied: CellRepair[] } {
  const repaired = new Map<number, Map<number, string>>();
  const issues: Issue[] = [];
  const applied: CellRepair[] = [];
  for (const repair of repairs) {
    if (repair.sheet !== sheet.name) continue;
    const { cell, before, after } = repair;
    const { position, row } = placeInSheet(sheet, cell);
    const found = shownAt(sheet, position, row);
    if (found === before && row >= 0) {
      repaired.set(position, (repaired.get(position) ?? new Map<number, string>()).set(row, after));
      if (before !== after) applied.push(repair);
    } else {
      issues.push({ code: "repair-outdated", severity: "warning", sheet: sheet.name, cell, found, expected: before });
    }
  }
  return { repaired, issues, applied };
}
