import { importRoster } from "../../src/core/roster/import-roster.ts";
import { proposeMapping } from "../../src/core/roster/mapping/propose-mapping.ts";
import { yuanOf } from "../../src/core/money/money.ts";
import { readWorkbook } from "../../src/spreadsheet/read-workbook.ts";
import { cellTraps } from "./cell-traps.ts";
import type { CorpusFile } from "./corpus-file.ts";
import { nearCodeTraps } from "./near-code-traps.ts";
import { packageTraps } from "./package-traps.ts";
import { structureTraps } from "./structure-traps.ts";

/** Every file of the corpus: one for each trap and disorder. */
export const corpus: readonly CorpusFile[] = [...cellTraps, ...structureTraps, ...nearCodeTraps, ...packageTraps];

/** What a file of the corpus comes to. */
export async function outcomeOf({ bytes, name, repairs }: CorpusFile) {
  const workbook = await readWorkbook(bytes, name);
  if ("refused" in workbook) return { refused: workbook.refused.code };
  const { roster, issues } = importRoster(workbook);
  const codes = issues.map(({ code }) => code);
  if (!roster) return { refused: codes[0] };
  const revenue = Array.from(roster.tables.enterprises.columns.get("revenue")?.values ?? [], (fen) =>
    Number.isNaN(fen) ? null : yuanOf(fen),
  );
  const rows = { guarantees: roster.tables.guarantees.rowCount };
  const offered = proposeMapping(workbook).repairs.map(({ cell, after }) => [cell, after] as const);
  return {
    issues: codes.filter((code) => code !== "absent-column-assumed"),
    revenue,
    rows,
    repairs: repairs && offered,
  };
}

/** What a file of the corpus must come to. */
export function expectedOf({ refused, issues = [], revenue = [1_200_000, 3_000_000], rows = {}, repairs }: CorpusFile) {
  if (refused !== undefined) return { refused };
  return { issues, revenue, rows: { guarantees: 0, ...rows }, repairs };
}
