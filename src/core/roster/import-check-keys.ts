import type { Issue } from "../issue/issue.ts";
import { fieldOf, type FieldId, type TableId } from "./fields.ts";
import { refuse, sheetRowOf, standingRows, valueAt, warn, type DraftTable } from "./import-draft.ts";
import { rowComparison } from "./import-row-order.ts";
import type { TextPool } from "./import-text-pool.ts";
import type { Column } from "./roster.ts";

/** Field that names the enterprise a row belongs to. */
export const ownerField: Readonly<Partial<Record<TableId, FieldId>>> = {
  enterprises: "uscc",
  projects: "uscc",
  guarantees: "uscc",
  employment: "uscc",
  hrServices: "agency",
  disbursements: "uscc",
};

/** Tables whose rows stay when their code is not in 企业. */
const keptWithoutOwner: ReadonlySet<TableId> = new Set(["guarantees", "disbursements"]);

/** Codes (as numbers of the text pool) of the rows that stand, and of those that were refused. */
export function codesOf(enterprises: DraftTable): { standing: Set<number>; refused: Set<number> } {
  const standing = new Set<number>();
  const refused = new Set<number>();
  for (let row = 0; row < enterprises.rowCount; row++) {
    const code = valueAt(enterprises, row, "uscc");
    if (!Number.isNaN(code)) (enterprises.refused[row] === 1 ? refused : standing).add(code);
  }
  return { standing, refused };
}

/** Refuses children of refused rows of 企业, and of codes that are not there where the table does not keep them. */
export function checkOwners(draft: DraftTable, codes: ReturnType<typeof codesOf>): Issue[] {
  const id = ownerField[draft.id];
  if (id === undefined) return [];
  const field = fieldOf(draft.id, id);
  const issues: Issue[] = [];
  for (const row of standingRows(draft)) {
    const code = valueAt(draft, row, id);
    if (codes.standing.has(code)) continue;
    if (codes.refused.has(code)) issues.push(refuse(draft, row, { code: "parent-refused" }, field));
    else if (keptWithoutOwner.has(draft.id)) issues.push(warn(draft, row, { code: "foreign-key" }, field));
    else issues.push(refuse(draft, row, { code: "foreign-key" }, field));
  }
  return issues;
}

/** Rows with one key: identical ones collapse into the upper, differing ones are all refused. */
export function checkUnique(draft: DraftTable, id: FieldId): Issue[] {
  const issues: Issue[] = [];
  for (const rows of sharedKeys(draft, id)) {
    const differing = differingColumns(draft, rows);
    const field = fieldOf(draft.id, id);
    if (differing.length > 0) {
      const expected = differing.join("、");
      for (const row of rows) issues.push(refuse(draft, row, { code: "unique-error", expected }, field));
    } else {
      const [upper = 0, ...lower] = rows;
      for (const row of lower) issues.push(collapse(draft, row, upper));
    }
  }
  return issues;
}

function sharedKeys(draft: DraftTable, id: FieldId): number[][] {
  const firstByKey = new Map<number, number>();
  const shared = new Map<number, number[]>();
  for (const row of standingRows(draft)) {
    const key = valueAt(draft, row, id);
    const first = firstByKey.get(key);
    const rows = shared.get(key);
    if (first === undefined) firstByKey.set(key, row);
    else if (rows) rows.push(row);
    else shared.set(key, [first, row]);
  }
  return [...shared.values()];
}

/** Labels of the columns in which the rows are not all the same. */
function differingColumns(draft: DraftTable, [first = 0, ...others]: readonly number[]): string[] {
  return [...draft.columns]
    .filter(([, column]) => others.some((row) => !sameCell(column, first, row)))
    .map(([id]) => fieldOf(draft.id, id).label);
}

const sameCell = ({ values, state }: Column, first: number, second: number): boolean =>
  state[first] === state[second] && Object.is(values[first], values[second]);

function collapse(draft: DraftTable, row: number, upper: number): Issue {
  draft.collapsed[row] = 1;
  return warn(draft, row, { code: "duplicate-row", expected: String(sheetRowOf(draft, upper)) });
}

/** Warns of rows equal to one above them; both are kept. */
export function warnOfEqualRows(draft: DraftTable, pool: TextPool): Issue[] {
  const compare = rowComparison(draft.id, draft.columns, pool);
  const ordered = standingRows(draft).sort((a, b) => compare(a, b) || a - b);
  const issues: Issue[] = [];
  let upper = ordered[0] ?? 0;
  for (const row of ordered.subarray(1)) {
    if (compare(upper, row) !== 0) upper = row;
    else issues.push(warn(draft, row, { code: "duplicate-row", expected: String(sheetRowOf(draft, upper)) }));
  }
  return issues;
}
