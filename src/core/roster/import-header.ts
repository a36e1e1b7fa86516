import { fieldsOf, tables, type Field, type TableId } from "./fields.ts";

/** Units a workbook may state, those of the dictionary among them. */
export const units = ["元", "千元", "万元", "百万元", "亿元", "人"] as const;

export type Unit = (typeof units)[number];

/** What a header says: the field it names, and the unit where it gives one. */
export interface HeaderMeaning {
  readonly field: Field;
  readonly unit?: Unit;
}

/** A header in half-width forms, without spaces, line breaks and asterisks. */
export const normaliseHeader = (text: string): string => text.normalize("NFKC").replace(/[\s*]/g, "");

const fieldByHeader = new Map(tables.map(({ id }) => [id, headersOf(id)]));

function headersOf(table: TableId): ReadonlyMap<string, Field> {
  const known = new Map<string, Field>();
  const fields = fieldsOf(table);
  for (const field of fields) known.set(normaliseHeader(field.label), field);
  for (const field of fields) {
    for (const synonym of field.synonyms) {
      const header = normaliseHeader(synonym);
      if (!known.has(header)) known.set(header, field);
    }
  }
  return known;
}

const unitWord = "千元|百万元|万元|亿元|元|人";
const unitAtEnd = [
  new RegExp(`^(?<name>.+)[([](?:单位:?)?(?:人民币)?(?<unit>${unitWord})[)\\]]$`),
  new RegExp(`^(?<name>.+?)[-_/:、,]?(?<unit>${unitWord})$`),
];

export const takesUnit = (field: Field, unit: Unit): boolean =>
  field.type === "money" ? unit !== "人" : field.type === "count" && unit === "人";

export const isUnit = (text: string): text is Unit => units.some((unit) => unit === text);

/** Meaning of a header in a table; undefined unless the whole header, less a unit at its end, is known. */
export function readHeader(table: TableId, text: string): HeaderMeaning | undefined {
  const header = normaliseHeader(text);
  const known = fieldByHeader.get(table);
  const exact = known?.get(header);
  if (exact) return { field: exact };
  for (const pattern of unitAtEnd) {
    const { name = "", unit = "" } = pattern.exec(header)?.groups ?? {};
    const field = known?.get(name);
    if (field && isUnit(unit) && takesUnit(field, unit)) return { field, unit };
  }
  return undefined;
}
