import { fieldOf } from "../../src/core/roster/fields.ts";
import { CellState } from "../../src/core/roster/roster.ts";
import type { Column, Roster, Table } from "../../src/core/roster/roster.ts";
import { sizeClasses } from "../../src/core/roster/size-class.ts";

/** Cells of one enterprise: money in 万元 (亿元 for the finance columns), "?" is unreadable, absent is blank. */
export type Firm = Readonly<Record<string, number | string>>;

function storedValue(id: string, cell: number | string, texts: string[]): number {
  const field = fieldOf("enterprises", id);
  if (cell === "?") return Number.NaN;
  if (field.type === "money") return Math.round(Number(cell) * (field.unit === "亿元" ? 1e10 : 1e6));
  if (field.type === "choice") return (field.choices ?? []).indexOf(String(cell));
  return field.type === "text" ? texts.push(String(cell)) - 1 : Number(cell);
}

function columnOf(id: string, firms: readonly Firm[], texts: string[]): Column {
  const state = firms.map(({ [id]: cell }) =>
    cell === undefined ? CellState.blank : cell === "?" ? CellState.unreadable : CellState.filled,
  );
  const values = firms.map(({ [id]: cell }) => (cell === undefined ? Number.NaN : storedValue(id, cell, texts)));
  return { values: Float64Array.from(values), state: Uint8Array.from(state) };
}

function tableOf(id: Table["id"], rowCount: number, columns: Table["columns"]): Table {
  const rows = Int32Array.from({ length: rowCount }, (_, row) => row);
  return {
    id,
    rowCount,
    sheetRow: rows.map((row) => row + 2),
    sheet: new Uint16Array(rowCount),
    columns,
    enterprise: rows,
  };
}

export function rosterOf(firms: readonly Firm[]): Roster {
  const texts: string[] = [];
  const ids = [...new Set(firms.flatMap((firm) => Object.keys(firm)))];
  const columns = new Map(ids.map((id) => [id, columnOf(id, firms, texts)]));
  const empty = (id: Table["id"]): Table => tableOf(id, 0, new Map());
  return {
    tables: {
      enterprises: tableOf("enterprises", firms.length, columns),
      projects: empty("projects"),
      guarantees: empty("guarantees"),
      employment: empty("employment"),
      hrServices: empty("hrServices"),
      fundInvestments: empty("fundInvestments"),
      disbursements: empty("disbursements"),
    },
    texts,
    sheetNames: ["企业"],
    hash: "",
    counts: {},
  };
}

export const classNames = ["large", "medium", "small", "micro", "unclassified"] as const;

export function sizeOf(firm: Firm, asOfYear = 2026) {
  const sizes = sizeClasses(rosterOf([firm]), asOfYear);
  return {
    class: classNames[sizes.class[0] ?? -1],
    notLarge: sizes.notLarge[0],
    isSme: sizes.isSme[0],
    issues: sizes.issues,
  };
}

export const firmOf = (code: string, values: Partial<Record<"X" | "Y" | "Z" | "F" | "T", number>>): Firm =>
  Object.fromEntries(
    Object.entries({
      industryCode: code,
      employees: values.X,
      revenue: values.Y,
      assets: values.Z,
      financialAssets: values.F,
      trustAssets: values.T,
    }).filter((cell): cell is [string, number | string] => cell[1] !== undefined),
  );
