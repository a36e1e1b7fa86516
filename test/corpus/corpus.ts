import { importRoster } from "../../src/core/roster/import-roster.ts";
import { yuanOf } from "../../src/core/money/money.ts";
import { readWorkbook } from "../../src/spreadsheet/read-workbook.ts";
import { cellTraps } from "./cell-traps.ts";
import type { CorpusFile } from "./corpus-file.ts";
import { packageTraps } from "./package-traps.ts";
import { structureTraps } from "./structure-traps.ts";

/** Every file of the corpus: one for each trap and disorder. */
export const corpus: readonly CorpusFile[] = [...cellTraps, ...structureTraps, ...packageTraps];

/** What a file of the corpus comes to. */
export async function outcomeOf({ bytes, name }: CorpusFile) {
  const workbook = await readWorkbook(bytes, name);
  if ("refused" in workbook) return { refused: workbook.refused.code };
  const { roster, issues } = importRoster(workbook);
  const codes = issues.map(({ code }) => code);
  if (!roster) return { refused: codes[0] };
  const revenue = Array.from(roster.tables.enterprises.columns.get("revenue")?.values ?? [], (fen) =>
    Number.isNaN(fen) ? null : yuanOf(fen),
  );
  const rows = { guarantees: roster.tables.guarantees.rowCount };
  return { issues: codes.filter((code) => code !== "absent-column-assumed"), revenue, rows };
}

/** What a file of the corpus must come to. */
export function expectedOf({ refused, issues = [], revenue = [1_200_000, 3_000_000], rows = {} }: CorpusFile) {
  return refused === undefined ? { issues, revenue, rows: { guarantees: 0, ...rows } } : { refused };
}
