/** A cell for pasting into a spreadsheet: quoted where it must be, and never taken for a formula. */
function pasted(text: string, isText: boolean): string {
  const safe = isText && /^[=+\-@]/.test(text) ? `'${text}` : text;
  return /[\t\r\n"]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Lines of cells as text that spreadsheets paste into cells.
 * @param isText of each column: whether its cells are free text, in which an = would start a formula
 */
export const tabSeparated = (lines: readonly (readonly string[])[], isText: readonly boolean[]): string =>
  lines.map((cells) => cells.map((cell, column) => pasted(cell, isText[column] ?? true)).join("\t")).join("\r\n");
