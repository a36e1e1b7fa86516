import type { CellValue } from "../../../core/policy/explanation/explanation.ts";
import type { EditedValue } from "../../../core/policy/hypothesis/firm-edit.ts";
import type { Field } from "../../../core/roster/fields.ts";
import { typedText } from "./edit-value.ts";

/** What a cell of the roster holds, as an edit would say it; null for a blank or unreadable one. */
export function standingValue(field: Field, cell: CellValue | undefined): EditedValue {
  if (cell?.state !== "filled") return null;
  if (field.type === "text" || field.type === "code") return cell.shown ?? null;
  return field.type === "money" ? Math.round(cell.value * 100) : cell.value;
}

/** What stands in a row under a field, as it is typed. */
export const typedCell = (field: Field, cells: readonly CellValue[]): string =>
  typedText(
    field,
    standingValue(
      field,
      cells.find(({ column }) => column === field.label),
    ),
  );
