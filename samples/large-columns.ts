import { fieldsOf, tables, type Field, type FieldId, type TableId } from "../src/core/roster/fields.ts";
import { CellState, type Column, type Roster, type Table } from "../src/core/roster/roster.ts";
import type { SampleRow } from "./canonical-sheet.ts";
import { largeRoster } from "./large-roster.ts";

/** Rows of one table as columns that grow. */
class TableBuilder {
  rowCount = 0;
  readonly enterprise: number[] = [];
  readonly #fields: readonly Field[];
  readonly #columns: Column[];
  #room = 0;

  constructor(readonly id: TableId) {
    this.#fields = fieldsOf(id);
    this.#columns = this.#fields.map(() => ({ values: new Float64Array(), state: new Uint8Array() }));
  }

  add(row: SampleRow, stored: (field: Field, value: NonNullable<SampleRow[string]>) => number): void {
    if (this.rowCount === this.#room) this.#grow();
    this.#fields.forEach((field, index) => {
      const value = row[field.id];
      const column = this.#columns[index];
      if (!column || value === undefined) return;
      column.values[this.rowCount] = stored(field, value);
      column.state[this.rowCount] = CellState.filled;
    });
    this.rowCount++;
  }

  table(sheet: number): Table {
    const { id, rowCount } = this;
    const columns = new Map<FieldId, Column>();
    this.#fields.forEach((field, index) => {
      const column = this.#columns[index];
      if (column)
        columns.set(field.id, { values: column.values.slice(0, rowCount), state: column.state.slice(0, rowCount) });
    });
    return {
      id,
      rowCount,
      sheetRow: Int32Array.from({ length: rowCount }, (_, row) => row + 2),
      sheet: new Uint16Array(rowCount).fill(sheet),
      columns,
      enterprise: Int32Array.from(this.enterprise),
    };
  }

  #grow(): void {
    this.#room = Math.max(1024, this.#room * 2);
    this.#columns.forEach(({ values, state }, index) => {
      const grown = {
        values: new Float64Array(this.#room).fill(Number.NaN),
        state: new Uint8Array(this.#room).fill(CellState.blank),
      };
      grown.values.set(values);
      grown.state.set(state);
      this.#columns[index] = grown;
    });
  }
}

/** Fen in one unit of a money column as the samples write it. */
const fenIn = ({ unit }: Field): number => (unit === "亿元" ? 1e10 : 1e6);

/** The roster of `largeRoster`, of up to millions of firms, as the import of its workbook would give it; without a hash. */
export function largeColumns(firms: number): Roster {
  const numbers = new Map<string, number>();
  const textNumber = (text: string): number => {
    const known = numbers.get(text);
    if (known === undefined) numbers.set(text, numbers.size);
    return known ?? numbers.size - 1;
  };
  const stored = (field: Field, value: NonNullable<SampleRow[string]>): number => {
    if (field.type === "text" || field.type === "code") return textNumber(String(value));
    if (field.type === "choice") return field.choices?.indexOf(String(value)) ?? -1;
    return field.type === "money" ? Math.round(Number(value) * fenIn(field)) : Number(value);
  };
  const builders = tables.map(({ id }) => new TableBuilder(id));
  const firmOf = new Map<unknown, number>();
  for (const district of largeRoster(firms)) {
    for (const builder of builders) {
      for (const row of district[builder.id]) {
        if (builder.id === "enterprises") firmOf.set(row["uscc"], builder.rowCount);
        builder.enterprise.push(firmOf.get(row["uscc"] ?? row["agency"]) ?? -1);
        builder.add(row, stored);
      }
    }
  }
  const built = builders.map((builder, sheet): [TableId, Table] => [builder.id, builder.table(sheet + 1)]);
  return {
    tables: Object.fromEntries(built) as Record<TableId, Table>,
    texts: [...numbers.keys()],
    sheetNames: ["说明", ...tables.map(({ label }) => label)],
    hash: "",
    counts: {},
  };
}
