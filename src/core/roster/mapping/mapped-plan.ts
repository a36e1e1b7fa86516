import { fieldOf } from "../fields.ts";
import type { RawSheet } from "../raw-sheet.ts";
import type { GroupedColumn } from "./child-groups.ts";
import { filledRows } from "./column-content.ts";
import { tablesNamedBy } from "./find-header.ts";
import { headersAt, type HeaderBlock } from "./header-block.ts";
import type { ColumnMapping, SheetMapping } from "./mapping.ts";
import type { ColumnMatch } from "./match-columns.ts";
import { headerEnd, unreadPlan, withNote, type SheetPlan } from "./plan-sheet.ts";

/** A sheet read as a mapping says. @param row stored row where its header begins */
export function mappedPlan(sheet: RawSheet, entry: SheetMapping, row: number): SheetPlan {
  const named = tablesNamedBy(sheet.name);
  const { table, headerLines, columns, children } = entry;
  if (table === null) return { ...unreadPlan(sheet, named), reason: "mapping" };
  const block: HeaderBlock = { row, lines: headerLines };
  const headers = headersAt(sheet, block);
  const byPosition = new Map(columns.map((column) => [positionOf(column), column]));
  const matches = headers.flatMap(({ text }, position): ColumnMatch[] => {
    const filled = filledRows(sheet, position, headerEnd(block));
    if (text === "" && filled.length === 0) return [];
    const match = { position, header: text, filled, alternatives: [] };
    const column = byPosition.get(position);
    if (!column) return [match];
    const { field: id, unit } = column;
    const candidate = { table, field: id, confidence: 1, reason: "mapping" } as const;
    return [{ ...match, field: fieldOf(table, id), candidate, ...(unit === undefined ? {} : { unit }) }];
  });
  const groups = children.flatMap(({ label, table: child, columns: own }) =>
    own.map((column): GroupedColumn => {
      const { field, unit } = column;
      return { position: positionOf(column), label, table: child, field, ...(unit === undefined ? {} : { unit }) };
    }),
  );
  return withNote({ sheet, table, reason: "mapping", named, alternatives: [], block, headers, matches, groups });
}

/** 0-based position of a column's letters. */
export const positionOf = ({ column }: Pick<ColumnMapping, "column">): number =>
  [...column].reduce((position, letter) => position * 26 + letter.charCodeAt(0) - 64, 0) - 1;
