import { importRoster } from "../core/roster/import-roster.ts";
import type { Mapping } from "../core/roster/mapping/mapping.ts";
import { readWorkbook } from "../spreadsheet/read-workbook.ts";
import type { Task } from "../spreadsheet/task.ts";
import type { LoadRefusal } from "./port.ts";
import type { LoadedRoster } from "./report-request.ts";

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
): Promise<LoadedRoster | LoadRefusal> {
  const workbook = await read(bytes, fileName, task);
  if ("refused" in workbook) return { refused: true, issues: [workbook.refused] };
  task?.onProgress?.({ step: "check", done: 0 });
  const { roster, issues, cleaning } = importRoster(workbook, mapping);
  return roster ? { roster, fileName, issues, cleaning } : { refused: true, issues };
}
