import type { CellValue } from "../../../core/policy/explanation/explanation.ts";
import type { CellEdit } from "../../../core/policy/hypothesis/firm-edit.ts";
import { fieldsOf } from "../../../core/roster/fields.ts";
import type { Hypothesis } from "./hypothesis.ts";
import { standingValue } from "./standing-cell.ts";

/** Supposes that cells hold what is said of them, and shows what comes of it. */
export function suppose(hypothesis: Hypothesis, cells: readonly CellValue[]): void {
  const edits = cells.flatMap((cell): CellEdit[] => {
    const field = fieldsOf(cell.table).find(({ label }) => label === cell.column);
    const { table, sheet, row } = cell;
    return field ? [{ kind: "cell", table, sheet, row, field: field.id, value: standingValue(field, cell) }] : [];
  });
  hypothesis.add(...edits);
  document.getElementById("hypothesis")?.scrollIntoView({ block: "start" });
}
