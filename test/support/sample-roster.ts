import { readFile } from "node:fs/promises";
import { importRoster } from "../../src/core/roster/import-roster.ts";
import type { Roster } from "../../src/core/roster/roster.ts";
import { readWorkbook } from "../../src/spreadsheet/read-workbook.ts";

/** A workbook of `samples/`, imported. */
export async function sampleRoster(name: string): Promise<Roster> {
  const workbook = await readWorkbook(new Uint8Array(await readFile(`samples/${name}`)), name);
  if ("refused" in workbook) throw new Error(workbook.refused.code);
  const { roster } = importRoster(workbook);
  if (!roster) throw new Error(`${name} gave no roster`);
  return roster;
}
