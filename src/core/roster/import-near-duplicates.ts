import type { Issue } from "../issue/issue.ts";
import { isCreditCode, slippedCodes } from "./credit-code.ts";
import { fieldOf } from "./fields.ts";
import { sheetRowOf, sourceOf, standingRows, valueAt, warn, type DraftTable } from "./import-draft.ts";
import type { TextPool } from "./import-text-pool.ts";

/** Parts of a firm's name that are left out or written in two ways. */
const loose = /有限责任公司|有限公司|股份|集团|公司|中国|北京市?|西城区?|[\s()（）·.,，、\-—“”"']/g;

/** Names with fewer letters left are too common to compare. */
const LEAST = 2;

/** Firms of different codes whose names differ only in what is often left out. Merging them is for someone to decide. */
export function warnOfNearDuplicates(enterprises: DraftTable, pool: TextPool): Issue[] {
  const firstRows = new Map<string, number>();
  const field = fieldOf("enterprises", "name");
  const issues: Issue[] = [];
  for (const row of standingRows(enterprises)) {
    const name = pool.textOf(valueAt(enterprises, row, "name")).normalize("NFKC");
    const key = name.replace(loose, "");
    if (key.length < LEAST) continue;
    const first = firstRows.get(key);
    if (first === undefined) firstRows.set(key, row);
    else
      issues.push(warn(enterprises, row, { code: "near-duplicate", expected: placeName(enterprises, first) }, field));
  }
  return issues;
}

/** Firms whose code fails its check and is one slip of the hand from another firm's. Nothing is merged unasked. */
export function warnOfNearCodes(enterprises: DraftTable, pool: TextPool): Issue[] {
  const rows = standingRows(enterprises);
  const codeOf = (row: number): string => pool.textOf(valueAt(enterprises, row, "uscc"));
  const damaged = rows.filter((row) => !isCreditCode(codeOf(row)));
  if (damaged.length === 0) return [];
  const rowOf = new Map(Array.from(rows, (row) => [codeOf(row), row] as const));
  const field = fieldOf("enterprises", "uscc");
  return [...damaged].flatMap((row) => {
    const others = slippedCodes(codeOf(row)).flatMap((code) => rowOf.get(code) ?? []);
    const expected = others.map((other) => placeName(enterprises, other)).join("、");
    return others.length === 0 ? [] : [warn(enterprises, row, { code: "near-code", expected }, field)];
  });
}

const placeName = (draft: DraftTable, row: number): string =>
  `${sourceOf(draft, row).layout.sheet.name} ${sheetRowOf(draft, row)}`;
