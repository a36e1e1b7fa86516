import type { RawWorkbook } from "../core/roster/raw-sheet.ts";
import type { RowOrigins } from "../core/roster/row-origins.ts";
import type { HeldRoster } from "./held-roster.ts";
import { rosterIn, type ReadRoster } from "./load-roster.ts";
import type { Engine, RosterCard } from "./port.ts";

/** The cells of the loaded roster's file, held so that one can be edited without the file being read again. */
export interface HeldCells {
  readonly workbook: RawWorkbook;
  readonly origins: RowOrigins;
}

/** A file of more cells is let go once it is read: they would take more than 360 MB. */
const MOST_CELLS = 40_000_000;

/** The cells of a file that was read, unless there are too many to hold. */
export const heldCells = ({ workbook, origins }: ReadRoster): HeldCells | undefined =>
  workbook.sheets.reduce((sum, { rowCount, columns }) => sum + rowCount * columns.length, 0) > MOST_CELLS
    ? undefined
    : { workbook, origins };

/**
 * The part of the engine that edits cells of the loaded roster.
 * @param hold makes what was read the loaded roster
 */
export const cellEditorOf = (
  held: () => HeldRoster,
  hold: (read: ReadRoster) => RosterCard,
): Pick<Engine, "cell" | "reread"> => ({
  cell: async (of) => held().cells?.origins.at(of),
  async reread(mapping, task) {
    task?.signal?.throwIfAborted();
    const { cells, fileName } = held();
    if (!cells) return undefined;
    task?.onProgress?.({ step: "check", done: 0 });
    const read = rosterIn(cells.workbook, fileName, mapping);
    return "refused" in read ? read : hold(read);
  },
});
