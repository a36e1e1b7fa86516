import { importRoster } from "../core/roster/import-roster.ts";
import type { Mapping } from "../core/roster/mapping/mapping.ts";
import type { RawWorkbook } from "../core/roster/raw-sheet.ts";
import type { RowOrigins } from "../core/roster/row-origins.ts";
import { readWorkbook } from "../spreadsheet/read-workbook.ts";
import type { Task } from "../spreadsheet/task.ts";
import type { LoadRefusal } from "./port.ts";
import type { LoadedRoster } from "./report-request.ts";

/** A roster with the cells of its file, for who wants to edit one. */
export interface ReadRoster extends LoadedRoster {
  readonly workbook: RawWorkbook;
  readonly origins: RowOrigins;
}

/**
 * The roster of a workbook, or why it was refused.
 * @param read how the cells of a file are read; absent: from its bytes
 * @throws AbortError when cancelled
 */
export async function loadRoster(
  bytes: Uint8Array,
  fileName: string,
  task?: Task,
  mapping?: Mapping,
  read: typeof readWorkbook = readWorkbook,
): Promise<ReadRoster | LoadRefusal> {
  const workbook = await read(bytes, fileName, task);
  if ("refused" in workbook) return { refused: true, issues: [workbook.refused] };
  task?.onProgress?.({ step: "check", done: 0 });
  return rosterIn(workbook, fileName, mapping);
}

/** The roster that cells give under a mapping, or why it was refused. */
export function rosterIn(workbook: RawWorkbook, fileName: string, mapping?: Mapping): ReadRoster | LoadRefusal {
  const { roster, ...found } = importRoster(workbook, mapping);
  return roster ? { roster, fileName, ...found, workbook } : { refused: true, issues: found.issues };
}
