/** Most characters a cell can hold. */
const LONGEST_CELL_TEXT = 32_767;
const CUT_MARK = "……（余下内容超出单元格长度，已截去）";

/** A text as a cell can hold it: at most 32,767 characters, cut in sight, and nothing XML cannot say. */
export function cellText(text: string): string {
  return escapeLookalikes(printable(cut(text)));
}

function cut(text: string): string {
  if (text.length <= LONGEST_CELL_TEXT) return text;
  const kept = text.slice(0, LONGEST_CELL_TEXT - CUT_MARK.length);
  return kept.replace(/[\uD800-\uDBFF]$/, "") + CUT_MARK;
}

/** A workbook reads `_x000D_` in a text as a carriage return, unless its first underscore is itself escaped. */
function escapeLookalikes(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}

/** Control characters and lone surrogates would make the file unreadable. */
function printable(text: string): string {
  return text.replace(NOT_IN_XML, "\uFFFD");
}

const CONTROLS = "[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F\\uFFFE\\uFFFF]";
const LONE_SURROGATES = "[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]";
const NOT_IN_XML = new RegExp(`${CONTROLS}|${LONE_SURROGATES}`, "g");

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text inside XML, in an attribute or an element. */
export function xmlText(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark);
}
