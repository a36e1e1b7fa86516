import type { PoolTrials } from "./pool-trials.ts";
import type { BlockResult, Forecast } from "./simulate-block.ts";
import { bindNames } from "../policy/ledger.ts";
import { boundQuantities, type TrialCells } from "./trial-cells.ts";

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
  /** Planning payments after the term beyond the recorded part, 分, one entry a trial; keys are {@link tailKey}s. */
  readonly tail: ReadonlyMap<number, Float64Array>;
  /**
   * What binds simulated triggers where there are any: three entries a trial, the {@link boundQuantities}; the key of a
   * measure and limit is measure·limits + limit.
   */
  readonly bounds: ReadonlyMap<number, Float64Array>;
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
  const tail = new Map<number, Float64Array>();
  cells.tail.forEach((amounts, key) => {
    if (amounts?.some(isSomething)) tail.set(key, amounts);
  });
  const bounds = new Map<number, Float64Array>();
  const width = cells.trials * boundQuantities.length;
  for (let key = 0; key < cells.measures * bindNames.length; key++) {
    const numbers = cells.bounds.subarray(key * width, (key + 1) * width);
    if (numbers.some(isSomething)) bounds.set(key, numbers.slice());
  }
  return { ...block, years: cells.years, firstMonth: plan.horizon.firstMonth, rows, tail, bounds, pools };
}

/** What of a record goes by key. */
const recordMaps = ["rows", "tail", "bounds"] as const;

/** The same of each of the {@link recordMaps}. */
const ofMaps = <Made>(make: (name: (typeof recordMaps)[number]) => Made) => ({
  rows: make("rows"),
  tail: make("tail"),
  bounds: make("bounds"),
});

/** The buffers of a record, to be handed to another thread without a copy. */
export const buffersOf = (record: BlockRecord): ArrayBufferLike[] =>
  [
    ...recordMaps.flatMap((name) => [...record[name].values()]),
    ...record.pools.flatMap((pool) => [pool.exhaustionMonth, pool.unpaid, pool.balance]),
  ].map(({ buffer }) => buffer);

/** A record with the money of some measures, by index, taken from another one of the same block. */
export function withMeasures(
  record: BlockRecord,
  other: BlockRecord,
  measures: ReadonlySet<number>,
  measureCount: number,
): BlockRecord {
  const { count } = record.years;
  const measureOf = {
    rows: (key: number) => Math.floor(key / count) % measureCount,
    tail: (key: number) => Math.floor(key / (count * count)),
    bounds: (key: number) => Math.floor(key / bindNames.length),
  };
  return {
    ...record,
    ...ofMaps((name) => {
      const isOther = ([key]: readonly [number, unknown]): boolean => measures.has(measureOf[name](key));
      return new Map([...[...record[name]].filter((row) => !isOther(row)), ...[...other[name]].filter(isOther)]);
    }),
    pools: record.pools.map((pool) => other.pools.find(({ measure }) => measure === pool.measure) ?? pool),
  };
}

/** The same in buffers of its own. */
export const copyOf = (record: BlockRecord): BlockRecord => ({
  ...record,
  ...ofMaps((name) => new Map(Array.from(record[name], ([key, numbers]) => [key, numbers.slice()]))),
  pools: record.pools.map((pool) => ({
    ...pool,
    exhaustionMonth: pool.exhaustionMonth.slice(),
    unpaid: pool.unpaid.slice(),
    balance: pool.balance.slice(),
  })),
});
