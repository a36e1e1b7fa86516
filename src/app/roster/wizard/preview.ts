import { isoDay } from "../../../core/date/day.ts";
import type { Field } from "../../../core/roster/fields.ts";
import { readerOf, type CellReader } from "../../../core/roster/import-cell.ts";
import type { Unit } from "../../../core/roster/import-header.ts";
import { TextPool } from "../../../core/roster/import-text-pool.ts";
import type { Language } from "../../state/preferences.svelte.ts";
import { amountText } from "../../text/amount.ts";

/** What the first cells of a column are read as, amounts in 万元; null for one that cannot be read. */
export function previewOf(
  field: Field,
  unit: Unit | undefined,
  samples: readonly string[],
  language: Language,
): readonly (string | null)[] {
  const pool = new TextPool();
  const reader = readerOf(field, unit, pool);
  return samples.map((sample) => {
    const value = valueOf(reader, sample);
    return value === undefined ? null : shown(field, value, pool, language);
  });
}

/** Samples are texts of cells that may have held numbers. */
function valueOf(reader: CellReader, sample: string): number | undefined {
  const readings = [reader.text(sample), ...(sample.trim() === "" ? [] : [reader.number(Number(sample))])];
  for (const reading of readings) {
    const value = typeof reading === "number" ? reading : reading.value;
    if (value !== undefined && !Number.isNaN(value)) return value;
  }
  return undefined;
}

function shown(field: Field, value: number, pool: TextPool, language: Language): string {
  switch (field.type) {
    case "money":
      return amountText(value, "万元");
    case "date":
      return isoDay(value);
    case "truth":
      if (language === "zh") return value === 1 ? "是" : "否";
      return value === 1 ? "yes" : "no";
    case "choice":
      return field.choices?.[value] ?? "";
    case "count":
    case "number":
      return String(value);
    case "code":
    case "text":
      return pool.texts[value] ?? "";
  }
}
