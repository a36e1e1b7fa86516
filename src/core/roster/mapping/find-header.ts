import { tables, type Field, type TableId } from "../fields.ts";
import { normaliseHeader } from "../import-header.ts";
import type { RawSheet } from "../raw-sheet.ts";
import { HEADER_WITHIN, headersAt, type Header, type HeaderBlock } from "./header-block.ts";
import { meaningOf } from "./match-columns.ts";

/** A header that names fields of a table. */
export interface FoundHeader {
  readonly table: TableId;
  readonly block: HeaderBlock;
  readonly headers: readonly Header[];
  /** How many fields it names. */
  readonly named: number;
  /** Tables of which it names as many. */
  readonly alternatives: readonly TableId[];
}

const nameParts: readonly (readonly [string, TableId])[] = [
  ...tables.map(({ label, id }) => [label, id] as const),
  ["拨付", "disbursements"],
];

/** Tables that the name of a sheet mentions, those named beside 企业 first: 企业担保明细 is about 担保. */
export function tablesNamedBy(name: string): readonly TableId[] {
  const text = normaliseHeader(name);
  const exact = nameParts.filter(([part]) => part === text);
  const chosen = exact.length > 0 ? exact : nameParts.filter(([part]) => text.includes(part));
  return chosen.map(([, table]) => table).sort((a, b) => Number(a === "enterprises") - Number(b === "enterprises"));
}

/** The header among the first rows that names the most fields of one of the tables. */
export function findHeader(sheet: RawSheet, candidates: readonly TableId[]): FoundHeader | undefined {
  let best: FoundHeader | undefined;
  for (const block of blocksOf(sheet)) {
    const headers = headersAt(sheet, block);
    for (const table of candidates) {
      const named = fieldsNamed(table, headers);
      if (named > (best?.named ?? 0)) best = { table, block, headers, named, alternatives: [] };
      else if (best && named === best.named && best.headers === headers) {
        best = { ...best, alternatives: [...best.alternatives, table] };
      }
    }
  }
  return best;
}

/** Every line that may be a header, alone before together with the next. */
function* blocksOf(sheet: RawSheet): Generator<HeaderBlock> {
  const last = Math.min(HEADER_WITHIN, sheet.rowCount);
  for (let row = 0; row < last; row++) yield { row, lines: 1 };
  for (let row = 0; row + 1 < last; row++) yield { row, lines: 2 };
}

/** Number of fields that headers name, 0 unless it is two and one of them is required. */
function fieldsNamed(table: TableId, headers: readonly Header[]): number {
  const named = new Set<Field>();
  for (const header of headers) {
    const meaning = meaningOf(table, header);
    if (meaning) named.add(meaning.field);
  }
  return named.size >= 2 && [...named].some(({ required }) => required) ? named.size : 0;
}
