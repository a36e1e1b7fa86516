import type { Forecast } from "./simulate-block.ts";
import type { TrialBatch } from "./trial-batch.ts";

/** Bytes that kept batches may take, and what a row of one takes about, with the triggers that are found in it. */
const mostBytes = 2 ** 27;
const bytesEach = 800;

interface Kept {
  readonly members: Int32Array;
  readonly batch: TrialBatch;
}

/**
 * Batches of the measures that were priced anew last, as far as there is room: when their numbers move again, the
 * triggers in them stand already. A run that prices every measure keeps none.
 */
export class KeptBatches {
  #measures = "";
  #bytes = 0;
  #kept = new WeakMap<object, Map<string, Kept>>();

  /**
   * A batch that is known, or made now.
   * @param of what it is made of, by identity; it is kept as long as that is
   * @param members what else it is made of: another list makes another batch
   */
  batch(
    { priced, prepared }: Pick<Forecast, "priced" | "prepared">,
    of: object,
    name: string,
    members: Int32Array,
    make: () => TrialBatch,
  ): TrialBatch {
    if (priced.size === prepared.measures.length) return make();
    this.#keepFor([...priced].join(" "));
    const named = this.#kept.get(of) ?? new Map<string, Kept>();
    const known = named.get(name);
    if (known && isSame(known.members, members)) return known.batch;
    const batch = make();
    const bytes = bytesOf(batch);
    if (this.#bytes + bytes > mostBytes) return batch;
    this.#bytes += bytes;
    named.set(name, { members, batch });
    this.#kept.set(of, named);
    return batch;
  }

  #keepFor(measures: string): void {
    if (this.#measures === measures) return;
    this.#measures = measures;
    this.#bytes = 0;
    this.#kept = new WeakMap();
  }
}

function bytesOf({ enterprise, rows }: TrialBatch): number {
  let count = enterprise.length;
  for (const { template } of rows.values()) count += template.length;
  return bytesEach * count;
}

const isSame = (some: Int32Array, others: Int32Array): boolean =>
  some.length === others.length && some.every((one, i) => one === others[i]);
