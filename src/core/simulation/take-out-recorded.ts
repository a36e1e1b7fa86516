import type { Ledger } from "../policy/ledger.ts";
import type { TableId } from "../roster/fields.ts";
import type { Forecast } from "./simulate-block.ts";
import type { TrialBatch } from "./trial-batch.ts";

/**
 * Takes out of every trial of a batch what the recorded part has for what is priced anew in it: money of enterprises,
 * and of the child tables of which their own rows stand in the batch.
 * @param measures which are priced anew
 * @param book hears of each payment, for an enterprise of the batch
 */
export function takeOutRecorded(
  { prepared, recorded }: Pick<Forecast, "prepared" | "recorded">,
  batch: TrialBatch,
  measures: ReadonlySet<number>,
  book: (ledger: Ledger, entry: number, position: number) => void,
): void {
  const { ledger, starts, entries } = recorded;
  const repriced = repricedTables(batch);
  batch.enterprise.forEach((enterprise, position) => {
    if (batch.arrived[position] === 1) return;
    for (let at = starts[enterprise] ?? 0; at < (starts[enterprise + 1] ?? 0); at++) {
      const entry = entries[at] ?? 0;
      const measure = ledger.measure[entry] ?? 0;
      if (!measures.has(measure)) continue;
      const table = prepared.measures[measure]?.measure.table ?? "enterprises";
      if (table !== "enterprises" && repriced.get(table)?.[position] !== 1) continue;
      book(ledger, entry, position);
    }
  });
}

/** By child table: 1 for the enterprises whose own rows of it stand in the batch. */
function repricedTables(batch: TrialBatch): Map<TableId, Uint8Array> {
  return new Map(
    Array.from(batch.rows, ([table, { owners, simulated }]) => {
      const flags = new Uint8Array(batch.enterprise.length);
      for (const owner of owners.values()) {
        owner.forEach((position, row) => {
          if (position >= 0 && simulated[row] === 0) flags[position] = 1;
        });
      }
      return [table, flags];
    }),
  );
}
