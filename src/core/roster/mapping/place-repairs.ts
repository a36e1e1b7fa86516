import type { Issue } from "../../issue/issue.ts";
import { shownAt } from "../import-raw-cell.ts";
import type { RawSheet } from "../raw-sheet.ts";
import { positionOf } from "./mapped-plan.ts";
import type { CellRepair } from "./mapping.ts";

/** Text to read instead of what stands in a cell, by position and stored row. */
export type PlacedRepairs = ReadonlyMap<number, ReadonlyMap<number, string>>;

/** Where the repairs of a sheet belong; those whose cell has changed since are left out, and an issue names each. */
export function placeRepairs(
  sheet: RawSheet,
  repairs: readonly CellRepair[],
): { repaired: PlacedRepairs; issues: Issue[] } {
  const own = repairs.filter((repair) => repair.sheet === sheet.name);
  const repaired = new Map<number, Map<number, string>>();
  const issues: Issue[] = [];
  const rows = new Map(own.length === 0 ? [] : Array.from(sheet.rowNumber, (number, row) => [number, row] as const));
  for (const { cell, before, after } of own) {
    const [, column = "", number = ""] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
    const [position, row] = [positionOf({ column }), rows.get(Number(number)) ?? -1];
    const found = shownAt(sheet, position, row);
    if (found === before) repaired.set(position, (repaired.get(position) ?? new Map<number, string>()).set(row, after));
    else
      issues.push({ code: "repair-outdated", severity: "warning", sheet: sheet.name, cell, found, expected: before });
  }
  return { repaired, issues };
}
