import { cellText, xmlText } from "./report-text.ts";

/** A note on a cell. */
export interface CellNote {
  readonly cell: string;
  /** 0-based. */
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

const AUTHOR = "策算";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const EMPTY_COMMENTS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<comments xmlns="${MAIN}"><authors></authors><commentList></commentList></comments>`;
const SHAPE_TYPE = `<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`;
const EMPTY_DRAWING = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">${SHAPE_TYPE}</xml>`;

const runOf = (text: string): string => `<r><t xml:space="preserve">${xmlText(cellText(text))}</t></r>`;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * The comments part of a sheet with more notes; a cell that has one keeps its words and gets ours below them.
 * @returns undefined for a part written in another form; `drawn` are the notes that need a shape of their own
 */
export function addComments(
  part: string = EMPTY_COMMENTS,
  notes: readonly CellNote[],
): { readonly xml: string; readonly drawn: readonly CellNote[] } | undefined {
  let xml = part
    .replace(/<authors\s*\/>/, "<authors></authors>")
    .replace(/<commentList\s*\/>/, "<commentList></commentList>");
  if (!xml.includes("</authors>") || !xml.includes("</commentList>")) return undefined;
  const author = xml.match(/<author\b/g)?.length ?? 0;
  const drawn: CellNote[] = [];
  for (const note of notes) {
    const own = part === EMPTY_COMMENTS ? undefined : commentOn(xml, note.cell);
    if (own) {
      const end = own.index + own[0].lastIndexOf("</text>");
      xml = xml.slice(0, end) + runOf(`\n${note.text}`) + xml.slice(end);
    } else drawn.push(note);
  }
  const comments = drawn.map(
    ({ cell, text }) => `<comment ref="${cell}" authorId="${author}"><text>${runOf(text)}</text></comment>`,
  );
  xml = xml
    .replace("</authors>", `<author>${AUTHOR}</author></authors>`)
    .replace("</commentList>", () => `${comments.join("")}</commentList>`);
  return { xml, drawn };
}

const commentOn = (xml: string, cell: string): RegExpExecArray | null =>
  new RegExp(`<comment\\b[^>]*\\bref=["']${escaped(cell)}["'][^>]*>(?:(?!</comment>)[\\s\\S])*</text>`).exec(xml);

/** The drawing of a sheet's notes with a shape for each of more notes; undefined for one written in another form. */
export function addShapes(part: string = EMPTY_DRAWING, notes: readonly CellNote[]): string | undefined {
  const end = part.lastIndexOf("</xml>");
  if (end < 0) return undefined;
  const first = Math.max(1024, ...[...part.matchAll(/_x0000_s(\d+)/g)].map(([, id]) => Number(id))) + 1;
  const shapes = notes.map(({ row, column, text }, index) => {
    const lines = Math.min(14, 3 + text.split("\n").reduce((sum, line) => sum + Math.ceil(line.length / 22), 0));
    const anchor = [column + 1, 12, Math.max(0, row - 1), 6, column + 5, 0, Math.max(0, row - 1) + lines, 0].join(", ");
    return `<v:shape id="_x0000_s${first + index}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:path o:connecttype="none"/><v:textbox><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
  });
  const type = part.includes('id="_x0000_t202"') ? "" : SHAPE_TYPE;
  return part.slice(0, end) + type + shapes.join("") + part.slice(end);
}
