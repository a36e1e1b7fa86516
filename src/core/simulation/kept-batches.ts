import type { Forecast } from "./simulate-block.ts";
import type { TrialBatch } from "./trial-batch.ts";

/** Bytes that kept batches may take, and what a row of one takes about, with the triggers that are found in it. */
const mostBytes = 2 ** 27;
const bytesEach = 800;

type Scope = Pick<Forecast, "priced" | "prepared">;

/** A batch, and what it was made of. */
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
  batch(forecast: Scope, of: object, name: string, members: Int32Array, make: () => TrialBatch): TrialBatch {
    const known = this.#known(forecast, of, name);
    if (known && isSame(known.members, members)) return known.batch;
    const batch = make();
    this.#keep(forecast, of, name, { members, batch });
    return batch;
  }

  /**
   * A batch that holds some members at least, with all that it holds.
   * @param members in rising order, and so are `likely` ones, which hold them: those of a batch that is to be kept
   */
  wider(
    forecast: Scope,
    of: object,
    name: string,
    members: Int32Array,
    likely: Int32Array,
    make: (members: Int32Array) => TrialBatch,
  ): Kept {
    if (isWhole(forecast)) return { members, batch: make(members) };
    const known = this.#known(forecast, of, name);
    if (known && holdsAll(known.members, members)) return known;
    const made = { members: likely, batch: make(likely) };
    this.#keep(forecast, of, name, made);
    return made;
  }

  #known(forecast: Scope, of: object, name: string): Kept | undefined {
    if (isWhole(forecast)) return undefined;
    this.#keepFor([...forecast.priced].join(" "));
    return this.#kept.get(of)?.get(name);
  }

  #keep(forecast: Scope, of: object, name: string, made: Kept): void {
    const bytes = bytesOf(made.batch);
    if (isWhole(forecast) || this.#bytes + bytes > mostBytes) return;
    const named = this.#kept.get(of) ?? new Map<string, Kept>();
    const before = named.get(name);
    this.#bytes += bytes - (before ? bytesOf(before.batch) : 0);
    named.set(name, made);
    this.#kept.set(of, named);
  }

  #keepFor(measures: string): void {
    if (this.#measures === measures) return;
    this.#measures = measures;
    this.#bytes = 0;
    this.#kept = new WeakMap();
  }
}

const isWhole = ({ priced, prepared }: Scope): boolean => priced.size === prepared.measures.length;

/** Whether one rising list holds all of another. */
function holdsAll(list: Int32Array, others: Int32Array): boolean {
  let at = 0;
  for (const other of others) {
    while (at < list.length && (list[at] ?? 0) < other) at++;
    if (list[at] !== other) return false;
  }
  return true;
}

function bytesOf({ enterprise, rows }: TrialBatch): number {
  let count = enterprise.length;
  for (const { template } of rows.values()) count += template.length;
  return bytesEach * count;
}

const isSame = (some: Int32Array, others: Int32Array): boolean =>
  some.length === others.length && some.every((one, i) => one === others[i]);
