import { columnOf } from "./cell-reference.ts";

/** Cells of one sheet to be filled: column positions by row number. */
export type MarkedRows = ReadonlyMap<number, readonly number[]>;

const attributeOf = (tag: string, name: string): string | undefined =>
  new RegExp(`(?<![\\w:])${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1];

const positionOf = (reference: string): number => {
  const bytes = new TextEncoder().encode(reference);
  return columnOf(bytes, 0, bytes.length);
};

/**
 * A worksheet's XML with other styles on some cells; cells that are not there yet are added in their place.
 * @param styled the style to take instead of one
 * @param reference of a cell, from its column's position and row
 */
export function markSheet(
  xml: string,
  marks: MarkedRows,
  styled: (style: number) => number,
  reference: (position: number, row: number) => string,
): string {
  const rowTag = /<row\b([^>]*?)(\/?)>/g;
  const parts: string[] = [];
  let [done, row] = [0, 0];
  for (let tag = rowTag.exec(xml); tag; tag = rowTag.exec(xml)) {
    row = Number(attributeOf(tag[1] ?? "", "r") ?? row + 1);
    const wanted = marks.get(row);
    if (!wanted) continue;
    const isEmpty = tag[2] === "/";
    const start = tag.index + tag[0].length;
    const end = isEmpty ? start : xml.indexOf("</row>", start);
    if (end < 0) throw new Error(`row ${row} has no end`);
    const cells = markCells(isEmpty ? "" : xml.slice(start, end), row, wanted, styled, reference);
    parts.push(xml.slice(done, tag.index), `<row${tag[1] ?? ""}>`, cells, isEmpty ? "</row>" : "");
    done = end;
    rowTag.lastIndex = end;
  }
  return parts.join("") + xml.slice(done);
}

function markCells(
  cells: string,
  row: number,
  wanted: readonly number[],
  styled: (style: number) => number,
  reference: (position: number, row: number) => string,
): string {
  const left = [...new Set(wanted)].sort((a, b) => a - b);
  const added = (before: number): string => {
    let text = "";
    for (let next = left[0]; next !== undefined && next < before; next = left[0]) {
      left.shift();
      text += `<c r="${reference(next, row)}" s="${styled(0)}"/>`;
    }
    return text;
  };
  let position = -1;
  const marked = cells.replace(
    /<c\b([^>]*?)(\/>|>[\s\S]*?<\/c>)/g,
    (whole: string, attributes: string, rest: string) => {
      const written = attributeOf(attributes, "r");
      position = written === undefined ? position + 1 : positionOf(written);
      const before = added(position);
      if (left[0] !== position) return before + whole;
      left.shift();
      const style = styled(Number(attributeOf(attributes, "s") ?? 0));
      return `${before}<c${attributes.replace(/\s+s\s*=\s*["'][^"']*["']/, "")} s="${style}"${rest}`;
    },
  );
  return marked + added(Number.POSITIVE_INFINITY);
}
