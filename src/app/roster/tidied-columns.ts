import { cleaningWords } from "../../core/roster/cleaning-words.ts";
import type { CellChange } from "../../core/roster/import-cleaning-log.ts";
import type { Language } from "../state/preferences.svelte.ts";
import type { GridColumn } from "../table/grid.ts";
import { tidiedText } from "./tidied-text.ts";

/** Pixels; together they fill a window of 1280, and the longest kind in English stands whole. */
const widths = [168, 72, 176, 216, 184, 208, 112];

/** Columns of the list of tidied cells. */
export const tidiedColumns = (language: Language): readonly GridColumn[] =>
  Object.entries(tidiedText[language].columns).map(([id, label], at) => {
    return { id, label, width: widths[at] ?? 120, isNumber: false, isText: true };
  });

/** What stands in them for one cell. */
export function tidiedLine(change: CellChange, language: Language): readonly string[] {
  const { sheet, cell, column, kind, before, after, isLeft } = change;
  const words = tidiedText[language];
  return [sheet, cell, column, cleaningWords[kind][language], before, after, isLeft ? words.left : words.tidied];
}
