import { sheetName } from "../core/report/sheet-names.ts";
import { unpackParts } from "../spreadsheet/part-package.ts";

/** Whether a file is a report of ours, by the names of its sheets alone; nothing else of it is read. */
export function isReport(bytes: Uint8Array): boolean {
  const part = unpackParts(bytes);
  if (typeof part !== "function") return false;
  const book = new TextDecoder().decode(part("xl/workbook.xml") ?? new Uint8Array());
  return (["zh", "en"] as const).some((language) =>
    (["parameters", "reconciliation", "run"] as const).every((key) =>
      book.includes(`name="${sheetName(key, language)}"`),
    ),
  );
}
