import type { Operand } from "../formula/types.ts";
import { fieldsOf, type FieldId, type TableId } from "../roster/fields.ts";
import { everyRowOf, somebodyElse, type BoundRoster } from "./bound-roster.ts";
import { codesAt, numbersAt, rowsAt } from "./columns.ts";

/** Values that columns of 企业 are read as in a part, by header; 元 for money, one value for all rows. */
export type ReadAs = Readonly<Record<string, number>>;

const gathered = ({ values, state }: Operand, rows: Int32Array): Operand => ({
  values: numbersAt(values, rows),
  ...(state && { state: codesAt(state, rows) }),
});

/**
 * Some enterprises of a roster with every row that names one of them, in the roster's order; index i is
 * `enterprises[i]`, which must be ascending. Columns of `readAs` are filled with that value in every row.
 */
export function boundPart(base: BoundRoster, enterprises: Int32Array, readAs: ReadAs): BoundRoster {
  const position = new Map(Array.from(enterprises, (enterprise, i) => [enterprise, i]));
  const named = (table: TableId, owner: FieldId): Int32Array =>
    base.owners(table, owner).map((enterprise) => (enterprise < 0 ? -1 : (position.get(enterprise) ?? somebodyElse)));
  const rows = remembered((table: TableId): Int32Array => {
    if (table === "enterprises") return enterprises;
    const found = new Set<number>();
    for (const { id, type } of fieldsOf(table)) {
      if (type === "code") named(table, id).forEach((enterprise, row) => enterprise >= 0 && found.add(row));
    }
    return Int32Array.from(found).sort();
  });
  const operand = remembered((table: TableId) =>
    remembered((label: string): Operand | undefined => {
      const value = table === "enterprises" ? readAs[label] : undefined;
      if (value !== undefined) return { values: new Float64Array(enterprises.length).fill(value) };
      const whole = base.operand(table, label);
      return whole && gathered(whole, rows(table));
    }),
  );
  const rowCount = (table: TableId): number => rows(table).length;
  return {
    roster: base.roster,
    assumptionsMade: base.assumptionsMade,
    rowCount,
    everyRow: everyRowOf(rowCount),
    operand: (table, label) => operand(table)(label),
    owners: (table, owner) => rowsAt(named(table, owner), rows(table)),
  };
}

function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}
