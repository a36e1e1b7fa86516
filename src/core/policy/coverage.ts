import { operandsOf, type Block, type Context } from "./block.ts";
import type { PreparedPolicy } from "./prepare.ts";

/** How many enterprises an article that pays nothing reaches on the as-of date, by article number. */
export function coverageOf(prepared: PreparedPolicy, context: Context): ReadonlyMap<number, number> {
  const first = prepared.policy.measures[0];
  if (!first) return new Map();
  const row = context.bound.everyRow("enterprises");
  const day = Float64Array.of(context.asOf);
  const block: Block = {
    measure: { ...first, table: "enterprises" },
    row,
    enterprise: row,
    state: new Map([
      ["触发日", day],
      ["检验日", day],
    ]),
  };
  const source = operandsOf(context, block, "planning");
  return new Map(
    prepared.coverage.map(({ article, formula }) => [
      article,
      formula.kernel(source, row.length).filter((value) => value === 1).length,
    ]),
  );
}
