import {
  addableTables,
  isPossible,
  type EditedValue,
  type FirmEdit,
} from "../../../core/policy/hypothesis/firm-edit.ts";
import { tables } from "../../../core/roster/fields.ts";
import { enterpriseAddress } from "../enterprise-search.ts";

/** What a link says of a hypothesis. */
export interface LinkedHypothesis {
  readonly edits: readonly FirmEdit[];
  /** A part of it says nothing that can be made; it is left out. */
  readonly isDamaged: boolean;
}

const isValue = (value: unknown): value is EditedValue =>
  value === null || typeof value === "string" || typeof value === "number";

function cellsOf(value: unknown): Record<string, EditedValue> | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const cells: Record<string, EditedValue> = {};
  for (const [field, cell] of Object.entries(value)) {
    if (!isValue(cell)) return undefined;
    cells[field] = cell;
  }
  return cells;
}

function editOf(part: unknown): FirmEdit | undefined {
  if (!Array.isArray(part)) return undefined;
  const [named, ...rest]: unknown[] = part;
  const table = tables.find(({ id }) => id === named)?.id;
  if (table === undefined) return undefined;
  const addable = addableTables.find((id) => id === table);
  const cells = cellsOf(rest[0]);
  if (rest.length === 1) return addable && cells && { kind: "row", table: addable, cells };
  const [sheet, row, field, value] = rest;
  const isCell = typeof sheet === "string" && typeof row === "number" && typeof field === "string" && isValue(value);
  return isCell ? { kind: "cell", table, sheet, row, field, value } : undefined;
}

/** A hypothesis as a part of an address: empty where there is none. */
export const linkedText = (edits: readonly FirmEdit[]): string =>
  edits.length === 0
    ? ""
    : encodeURIComponent(
        JSON.stringify(
          edits.map((edit) =>
            edit.kind === "row" ? [edit.table, edit.cells] : [edit.table, edit.sheet, edit.row, edit.field, edit.value],
          ),
        ),
      );

/** The hypothesis of a link, as {@link linkedText} writes it, decoded. */
export function linkedHypothesis(text: string): LinkedHypothesis {
  if (text === "") return { edits: [], isDamaged: false };
  try {
    const parts: unknown = JSON.parse(text);
    if (!Array.isArray(parts)) return { edits: [], isDamaged: true };
    const edits = parts.map(editOf).filter((edit) => edit !== undefined && isPossible(edit));
    return { edits: edits.filter((edit) => edit !== undefined), isDamaged: edits.length < parts.length };
  } catch (error) {
    if (error instanceof SyntaxError) return { edits: [], isDamaged: true };
    throw error;
  }
}

/** Address of a firm under a hypothesis. */
export const hypothesisAddress = (code: string, edits: readonly FirmEdit[]): string =>
  [enterpriseAddress(code), linkedText(edits)].filter((part) => part !== "").join("/");
