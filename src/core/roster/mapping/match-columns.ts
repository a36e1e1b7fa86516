import { fieldsOf, type Field, type TableId } from "../fields.ts";
import { normaliseHeader, readHeader, type HeaderMeaning, type Unit } from "../import-header.ts";
import type { RawSheet } from "../raw-sheet.ts";
import { filledRows, fitOf, holdsCreditCodes } from "./column-content.ts";
import type { Header } from "./header-block.ts";
import { likeFields } from "./likeness.ts";
import type { FieldCandidate } from "./mapping.ts";

/** One column of a sheet that is a table, and what it may be. */
export interface ColumnMatch {
  readonly position: number;
  readonly header: string;
  /** Its first filled cells, as stored rows. */
  readonly filled: readonly number[];
  /** Field it is read as; absent: none. */
  readonly field?: Field;
  readonly candidate?: FieldCandidate;
  /** Unit its header states. */
  readonly unit?: Unit;
  /** Position of the column before it that means the same. */
  readonly sameAs?: number;
  readonly alternatives: readonly FieldCandidate[];
}

const CONTENT = 0.95;
const SYNONYM = 0.95;
/** A likeness is a question, however great: it stays under what is taken. */
const LIKENESS = 0.8;
/** A column that mostly cannot be read as a field is not worth asking about. */
const LEAST_FIT = 0.5;

/** What a header names, by the first of its forms that says something. */
export function meaningOf(table: TableId, { forms }: Header): HeaderMeaning | undefined {
  for (const form of forms) {
    const meaning = readHeader(table, form);
    if (meaning) return meaning;
  }
  return undefined;
}

/** Matches the columns of a sheet with the fields of a table: by header, then codes by content, then by likeness. */
export function matchColumns(
  sheet: RawSheet,
  table: TableId,
  headers: readonly Header[],
  headerRow: number,
): readonly ColumnMatch[] {
  const places = new Map<Field, number>();
  const matches = headers.flatMap((header, position): ColumnMatch[] => {
    const filled = filledRows(sheet, position, headerRow);
    if (header.text === "" && filled.length === 0) return [];
    const match = { position, header: header.text, filled, alternatives: [] };
    const meaning = meaningOf(table, header);
    if (!meaning) return [match];
    const before = places.get(meaning.field);
    if (before !== undefined) return [{ ...match, sameAs: before }];
    places.set(meaning.field, position);
    return [{ ...match, ...takenByHeader(table, header, meaning) }];
  });
  const proven = proveCodes(sheet, table, matches, places);
  return proven.map((match) =>
    (match.field ?? match.sameAs) === undefined ? suggest(sheet, table, match, places) : match,
  );
}

function takenByHeader(table: TableId, { forms }: Header, { field, unit }: HeaderMeaning) {
  const isLabel = forms.some((form) => normaliseHeader(form).startsWith(normaliseHeader(field.label)));
  const candidate: FieldCandidate = isLabel
    ? { table, field: field.id, confidence: 1, reason: "label" }
    : { table, field: field.id, confidence: SYNONYM, reason: "synonym" };
  return { field, candidate, ...(unit === undefined ? {} : { unit }) };
}

/** The required field of credit codes, where no header names it and only one column holds such codes. */
function proveCodes(sheet: RawSheet, table: TableId, matches: readonly ColumnMatch[], places: Map<Field, number>) {
  const field = fieldsOf(table).find(({ id }) => id === "uscc" || id === "agency");
  if (!field || places.has(field)) return matches;
  const holders = matches.filter((match) => !match.field && holdsCreditCodes(sheet, match.position, match.filled));
  const [only] = holders;
  if (!only || holders.length > 1) return matches;
  places.set(field, only.position);
  const candidate: FieldCandidate = { table, field: field.id, confidence: CONTENT, reason: "content" };
  return matches.map((match) => (match === only ? { ...match, field, candidate } : match));
}

function suggest(sheet: RawSheet, table: TableId, match: ColumnMatch, places: ReadonlyMap<Field, number>): ColumnMatch {
  const alternatives = likeFields(table, match.header)
    .filter(({ field }) => !places.has(field))
    .flatMap(({ field, likeness }): FieldCandidate[] => {
      const fit = fitOf(sheet, match.position, match.filled, field) ?? 1;
      if (fit < LEAST_FIT) return [];
      return [{ table, field: field.id, confidence: likeness * LIKENESS * fit, reason: "likeness" }];
    });
  return { ...match, alternatives };
}
