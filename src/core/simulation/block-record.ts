import type { PoolTrials } from "./pool-trials.ts";
import type { BlockResult, Forecast } from "./simulate-block.ts";
import type { TrialCells } from "./trial-cells.ts";

/**
 * Trials that are simulated at a time, however many are wanted and whoever does it: what a trial holds hangs on its
 * number alone. The last block is simulated whole, too, and what is too much of it dropped.
 */
export const TRIALS_A_BLOCK = 250;

/** How many blocks hold so many trials. */
export const blockCount = (trials: number): number => Math.ceil(trials / TRIALS_A_BLOCK);

/** What trials have money of, in the order of the keys of {@link BlockRecord}. */
export const trialBases = ["planning", "statutory", "unverified"] as const;

/** What a block leaves for the figures, as plain data that crosses threads and files. */
export interface BlockRecord {
  readonly first: number;
  readonly count: number;
  /** First budget year of the cells, and how many there are. */
  readonly years: TrialCells["years"];
  /** Month index of the first simulated month. */
  readonly firstMonth: number;
  /**
   * Money beyond the recorded part (pools: all of it), 分, one entry a trial, where some trial has any; the key of a
   * basis, measure and year is (basis·measures + measure)·years + year.
   */
  readonly rows: ReadonlyMap<number, Float64Array>;
  readonly pools: readonly PoolTrials[];
}

/** Whether an amount is not 0. */
export const isSomething = (amount: number): boolean => amount !== 0;

/** Keeps of a block what is not 0. */
export function recordOf({ plan }: Forecast, { block, cells, pools }: BlockResult): BlockRecord {
  const rows = new Map<number, Float64Array>();
  const rowsABasis = cells.measures * cells.years.count;
  trialBases.forEach((basis, index) => {
    for (let row = 0; row < rowsABasis; row++) {
      const amounts = cells[basis].subarray(row * cells.trials, (row + 1) * cells.trials);
      if (amounts.some(isSomething)) rows.set(index * rowsABasis + row, amounts.slice());
    }
  });
  return { ...block, years: cells.years, firstMonth: plan.horizon.firstMonth, rows, pools };
}

/** The buffers of a record, to be handed to another thread without a copy. */
export const buffersOf = ({ rows, pools }: BlockRecord): ArrayBufferLike[] =>
  [...rows.values(), ...pools.flatMap((pool) => [pool.exhaustionMonth, pool.unpaid, pool.balance])].map(
    ({ buffer }) => buffer,
  );

/** A record with the money of some measures, by index, taken from another one of the same block. */
export function withMeasures(
  record: BlockRecord,
  other: BlockRecord,
  measures: ReadonlySet<number>,
  measureCount: number,
): BlockRecord {
  const isOther = (key: number): boolean => measures.has(Math.floor(key / record.years.count) % measureCount);
  return {
    ...record,
    rows: new Map([
      ...[...record.rows].filter(([key]) => !isOther(key)),
      ...[...other.rows].filter(([key]) => isOther(key)),
    ]),
    pools: record.pools.map((pool) => other.pools.find(({ measure }) => measure === pool.measure) ?? pool),
  };
}

/** The same in buffers of its own. */
export const copyOf = (record: BlockRecord): BlockRecord => ({
  ...record,
  rows: new Map(Array.from(record.rows, ([key, amounts]) => [key, amounts.slice()])),
  pools: record.pools.map((pool) => ({
    ...pool,
    exhaustionMonth: pool.exhaustionMonth.slice(),
    unpaid: pool.unpaid.slice(),
    balance: pool.balance.slice(),
  })),
});
