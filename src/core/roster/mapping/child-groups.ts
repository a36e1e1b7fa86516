import { fieldsOf, type TableId } from "../fields.ts";
import { normaliseHeader, readHeader, type Unit } from "../import-header.ts";
import type { ColumnMatch } from "./match-columns.ts";

/** A column that belongs to one child row of a wide sheet. */
export interface GroupedColumn {
  readonly position: number;
  /** Which of the child rows, e.g. `第1笔`. */
  readonly label: string;
  readonly table: TableId;
  readonly field: string;
  readonly unit?: Unit;
}

const children = ["guarantees", "projects", "employment"] as const satisfies readonly TableId[];
const counted = /第?(?<count>\d{1,2}|[一二三四五六七八九十]{1,3})(?<word>笔|个|项|次|批)/;
const numbered = /^(?<before>\D+?)(?<count>\d{1,2})(?<after>\D*)$/;

interface NumberedHeader {
  readonly label: string;
  /** What remains of the header; the word counted may be part of a name (第1个项目名称). */
  readonly names: readonly string[];
}

function numberedHeader(text: string): NumberedHeader | undefined {
  const header = normaliseHeader(text);
  const match = counted.exec(header);
  if (match) {
    const { count = "", word = "" } = match.groups ?? {};
    return { label: `第${count}${word}`, names: [header.replace(match[0], "").replace(/^[的:-]/, "")] };
  }
  const { before = "", count = "", after = "" } = numbered.exec(header)?.groups ?? {};
  if (count === "") return undefined;
  return { label: `第${count}项`, names: [before + after, ...(after === "" ? [] : [after])] };
}

/** Columns of a wide sheet that hold child rows: at least two of a number, naming a required field of one child table. */
export function groupColumns(matches: readonly ColumnMatch[]): readonly GroupedColumn[] {
  const groups = new Map<string, { position: number; names: readonly string[] }[]>();
  for (const { position, header, field, sameAs } of matches) {
    if (field !== undefined || sameAs !== undefined || header === "") continue;
    const read = numberedHeader(header);
    if (read) groups.set(read.label, [...(groups.get(read.label) ?? []), { position, names: read.names }]);
  }
  return [...groups].flatMap(([label, columns]) => children.flatMap((table) => grouped(label, table, columns)));
}

type Candidate = { readonly position: number; readonly names: readonly string[] };

function grouped(label: string, table: TableId, columns: readonly Candidate[]): GroupedColumn[] {
  const found = new Map<string, GroupedColumn>();
  for (const { position, names } of columns) {
    const meaning = names.map((name) => readHeader(table, name)).find((read) => read !== undefined);
    if (!meaning || meaning.field.id === "uscc" || found.has(meaning.field.id)) continue;
    const { field, unit } = meaning;
    found.set(field.id, { position, label, table, field: field.id, ...(unit === undefined ? {} : { unit }) });
  }
  const isOwn = fieldsOf(table).some(({ id, type, required }) => required && type === "money" && found.has(id));
  return isOwn && found.size >= 2 ? [...found.values()] : [];
}
