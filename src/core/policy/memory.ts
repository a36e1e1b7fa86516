import type { Context } from "./block.ts";
import type { Values } from "./values.ts";

/**
 * Gives the result of `work`, or the one it gave before if it read the same values then. `inputs`: everything else it
 * depends on, compared by identity. Results must not be changed afterwards.
 */
export type Remember = <Result>(
  name: string,
  context: Context,
  inputs: readonly unknown[],
  work: (context: Context) => Result,
) => Result;

/** Works everything out anew. */
export const forgetful: Remember = (_name, context, _inputs, work) => work(context);

interface Memory {
  readonly inputs: readonly unknown[];
  /** Whether values are as they were when they were read. */
  readonly holds: (values: Values) => boolean;
  readonly result: unknown;
}

/** Remembers the newest result under each name, with the values of the scenario that were read for it. */
export function memoryOf(): Remember {
  const memories = new Map<string, Memory>();
  return <Result>(name: string, context: Context, others: readonly unknown[], work: (context: Context) => Result) => {
    const inputs = [context.bound, context.isSme, context.asOf, ...others];
    const known = memories.get(name);
    const isSame = known?.inputs.every((input, i) => Object.is(input, inputs[i])) && known.holds(context.values);
    if (known && isSame) return known.result as Result;
    const { values, holds } = watched(context.values);
    const result = work({ ...context, values });
    memories.set(name, { inputs, holds, result });
    return result;
  };
}

/** Values that note what is read of them. */
function watched(values: Values): { values: Values; holds: Memory["holds"] } {
  const reads = new Map<string, { read: (values: Values) => unknown; found: string }>();
  const noted = <Value>(key: string, read: (values: Values) => Value): Value => {
    const value = read(values);
    if (!reads.has(key)) reads.set(key, { read, found: JSON.stringify(value) });
    return value;
  };
  return {
    values: {
      has: (key) => values.has(key), // the same in every scenario
      value: (key) => noted(key, (of) => of.value(key)),
      reading: (name, basis) => noted(`${name} ${basis}`, (of) => of.reading(name, basis)),
    },
    holds: (now) => [...reads.values()].every(({ read, found }) => JSON.stringify(read(now)) === found),
  };
}
