import { blockCount, TRIALS_A_BLOCK, type BlockRecord } from "./block-record.ts";
import { boundQuantities, type Bound, type CellYears } from "./trial-cells.ts";

/** A run needs more memory than it was given; nothing was allocated for it. */
export class SimulationMemoryError extends Error {
  override readonly name = "SimulationMemoryError";

  constructor(
    readonly trials: number,
    readonly neededBytes: number,
    readonly allowedBytes: number,
    /** The most trials that fit into what is allowed, as far as the blocks so far show. */
    readonly largestTrials: number,
  ) {
    const inMegabytes = (bytes: number): number => Math.ceil(bytes / 2 ** 20);
    super(
      `${trials} trials need about ${inMegabytes(neededBytes)} MB, allowed are ${inMegabytes(allowedBytes)} MB: ` +
        `at most ${largestTrials} trials fit`,
    );
  }
}

/** A pool's trials of the whole run; see `PoolTrials`. */
export interface CollectedPool {
  readonly measure: number;
  readonly exhaustionMonth: Float64Array;
  readonly unpaid: Float64Array;
  /** Balances by month, one entry a trial. */
  readonly balances: readonly Float64Array[];
}

/** What binds some simulated triggers over many trials. */
export interface SummedBound extends Bound {
  /** Trials in which something was cut. */
  readonly cutTrials: number;
}

/** Numbers that are kept of a block: the quantities, and the trials with a cut. */
const SUMS = boundQuantities.length + 1;

/** Columns of scratch that figures take beside the cells themselves. */
const SCRATCH_COLUMNS = 64;

/** Puts the blocks of a run together, in any order. Holds one column of trials for every cell that is ever not 0. */
export class TrialCollector {
  readonly columns = new Map<number, Float64Array>();
  /** By key of `BlockRecord.tail`: one entry a trial. */
  readonly tail = new Map<number, Float64Array>();
  readonly pools: CollectedPool[] = [];
  readonly #arrived: Uint8Array;
  /** By key of `BlockRecord.bounds`: sums over the trials of each block, the quantities and the trials with a cut. */
  readonly #bounds = new Map<number, Float64Array>();
  #frame: Pick<BlockRecord, "years" | "firstMonth"> | undefined;

  /**
   * @param trials how many are wanted, at least 1
   * @param allowedBytes what the run may take
   */
  constructor(
    readonly trials: number,
    private readonly allowedBytes: number,
  ) {
    this.#arrived = new Uint8Array(blockCount(trials));
  }

  /** Budget years of the cells. @throws Error before the first block */
  get years(): CellYears {
    return this.#known.years;
  }

  /** Month index of the first simulated month. @throws Error before the first block */
  get firstMonth(): number {
    return this.#known.firstMonth;
  }

  /** Trials that have arrived without a gap before them. */
  get complete(): number {
    const gap = this.#arrived.indexOf(0);
    return gap < 0 ? this.trials : gap * TRIALS_A_BLOCK;
  }

  /** What the trials so far take. */
  get bytes(): number {
    const pooled = this.pools.reduce((sum, { balances }) => sum + 2 + balances.length, 0);
    return 8 * (this.columns.size + this.tail.size + pooled) * this.trials;
  }

  /**
   * @throws SimulationMemoryError if the cells of this block would make the run too large
   * @throws RangeError for a block that is no block of this run or was here before: our own mistake
   */
  add(record: BlockRecord): void {
    const block = record.first / TRIALS_A_BLOCK;
    if (this.#arrived[block] !== 0) throw new RangeError(`trials from ${record.first} on are not awaited`);
    this.#frame ??= record;
    this.#foretell(record);
    const count = Math.min(record.count, this.trials - record.first);
    for (const [columns, rows] of [
      [this.columns, record.rows],
      [this.tail, record.tail],
    ] as const) {
      for (const [key, amounts] of rows) this.#column(columns, key).set(amounts.subarray(0, count), record.first);
    }
    for (const [key, numbers] of record.bounds) this.#addBounds(key, block, numbers, count);
    record.pools.forEach((pool, index) => {
      const whole = (this.pools[index] ??= this.#emptyPool(pool.measure, pool.balance.length / record.count));
      whole.exhaustionMonth.set(pool.exhaustionMonth.subarray(0, count), record.first);
      whole.unpaid.set(pool.unpaid.subarray(0, count), record.first);
      whole.balances.forEach((balance, month) => {
        const from = month * record.count;
        balance.set(pool.balance.subarray(from, from + count), record.first);
      });
    });
    this.#arrived[block] = 1;
  }

  get #known(): Pick<BlockRecord, "years" | "firstMonth"> {
    if (!this.#frame) throw new Error("no block has arrived yet");
    return this.#frame;
  }

  /**
   * What binds simulated triggers over the first trials, by key of `BlockRecord.bounds`: sums of the quantities.
   * @param trials whole blocks, or all
   */
  bounds(trials: number): Map<number, SummedBound> {
    const blocks = blockCount(trials);
    return new Map(
      Array.from(this.#bounds, ([key, sums]) => {
        const total = (place: number): number => {
          let sum = 0;
          for (let block = 0; block < blocks; block++) sum += sums[block * SUMS + place] ?? 0;
          return sum;
        };
        return [key, { triggers: total(0), gross: total(1), forgone: total(2), cutTrials: total(3) }] as const;
      }),
    );
  }

  #addBounds(key: number, block: number, numbers: Float64Array, trials: number): void {
    let sums = this.#bounds.get(key);
    if (!sums) this.#bounds.set(key, (sums = new Float64Array(this.#arrived.length * SUMS)));
    for (let trial = 0; trial < trials; trial++) {
      for (let place = 0; place < boundQuantities.length; place++) {
        const at = block * SUMS + place;
        sums[at] = (sums[at] ?? 0) + (numbers[trial * boundQuantities.length + place] ?? 0);
      }
      const cut = block * SUMS + SUMS - 1;
      if ((numbers[trial * boundQuantities.length + 2] ?? 0) > 0) sums[cut] = (sums[cut] ?? 0) + 1;
    }
  }

  #column(columns: Map<number, Float64Array>, key: number): Float64Array {
    const known = columns.get(key);
    if (known) return known;
    const column = new Float64Array(this.trials);
    columns.set(key, column);
    return column;
  }

  #emptyPool(measure: number, months: number): CollectedPool {
    const column = (): Float64Array => new Float64Array(this.trials);
    const balances = Array.from({ length: months }, column);
    return { measure, exhaustionMonth: column(), unpaid: column(), balances };
  }

  #foretell({ rows, tail, pools, count }: BlockRecord): void {
    const isNew = (columns: ReadonlyMap<number, unknown>) => (key: number) => !columns.has(key);
    const added =
      [...rows.keys()].filter(isNew(this.columns)).length + [...tail.keys()].filter(isNew(this.tail)).length;
    const pooled = pools.reduce((sum, { balance }) => sum + 2 + balance.length / count, 0);
    const bytesATrial = 8 * (this.columns.size + this.tail.size + added + pooled + SCRATCH_COLUMNS);
    const needed = bytesATrial * this.trials;
    if (needed <= this.allowedBytes) return;
    throw new SimulationMemoryError(
      this.trials,
      needed,
      this.allowedBytes,
      Math.floor(this.allowedBytes / bytesATrial),
    );
  }
}
