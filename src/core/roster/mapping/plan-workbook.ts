import type { Issue } from "../../issue/issue.ts";
import type { RawSheet, RawWorkbook } from "../raw-sheet.ts";
import { fingerprintOf, HEADER_WITHIN, headersAt } from "./header-block.ts";
import { mappedPlan } from "./mapped-plan.ts";
import type { Mapping, SheetMapping } from "./mapping.ts";
import { planSheet, type SheetPlan } from "./plan-sheet.ts";

/** How every sheet of a workbook is read: as a mapping says where it knows the layout, else as it is recognised. */
export function planWorkbook(
  { sheets }: RawWorkbook,
  mapping: Mapping | undefined,
): { plans: readonly SheetPlan[]; issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const plans = sheets.map((sheet) => {
    const known = mapping && findMapping(sheet, mapping.sheets);
    if (known) return mappedPlan(sheet, known.entry, known.row);
    if (mapping?.sheets.some(({ sheet: name, table }) => name === sheet.name && table !== null)) {
      issues.push({ code: "layout-changed", severity: "warning", sheet: sheet.name });
    }
    return planSheet(sheet);
  });
  return { plans, issues };
}

/** The entry for a sheet's layout, that of its own name first, and the stored row where its header begins. */
function findMapping(
  sheet: RawSheet,
  entries: readonly SheetMapping[],
): { entry: SheetMapping; row: number } | undefined {
  const byName = entries.toSorted((a, b) => Number(b.sheet === sheet.name) - Number(a.sheet === sheet.name));
  for (const entry of byName) {
    // what is not read has no header that would tell it from others
    if (entry.table === null && entry.sheet !== sheet.name) continue;
    const row = headerRowOf(sheet, entry);
    if (row !== undefined) return { entry, row };
  }
  return undefined;
}

/** A header may have moved since: titles come and go. */
function headerRowOf(sheet: RawSheet, { fingerprint, headerLines, headerRow }: SheetMapping): number | undefined {
  const rows = Array.from({ length: Math.min(HEADER_WITHIN, sheet.rowCount) }, (_, row) => row);
  const distance = (row: number): number => Math.abs((sheet.rowNumber[row] ?? 0) - headerRow);
  return rows
    .toSorted((a, b) => distance(a) - distance(b))
    .find((row) => fingerprintOf(headersAt(sheet, { row, lines: headerLines })) === fingerprint);
}
