import { addSame } from "../policy/added-measure.ts";
import type { CompiledMeasure, PreparedPolicy } from "../policy/prepare.ts";
import type { Scenario } from "../policy/scenario.ts";
import { namesOf } from "./row-prices.ts";

const takeUp = "sim.申领率.";

/**
 * Which measures, by index, have another price under another scenario, where the same events are drawn under both:
 * rates, caps, readings and take-up are prices, hazards are not. Undefined where other events are drawn. Rather one
 * measure too many than one too few.
 */
export function repricedMeasures(
  { policy, measures }: PreparedPolicy,
  before: Scenario,
  after: Scenario,
): ReadonlySet<number> | undefined {
  if (before.asOf !== after.asOf || !addSame(before, after)) return undefined;
  const keys = changedKeys(before.values, after.values);
  if (keys.some((key) => decidesDraws(policy.processes, key))) return undefined;
  const readings = changedKeys(before.readings, after.readings);
  // a reading may say what is read of another measure
  if (readings.length > 0) return new Set(measures.map(({ index }) => index));
  const concerned = new Set(measures.filter((measure) => keys.some((key) => speaksOf(measure, key))));
  for (const known of concerned) for (const measure of measures) if (areTied(known, measure)) concerned.add(measure);
  return new Set(Array.from(concerned, ({ index }) => index));
}

function changedKeys(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
}

const decidesDraws = (processes: readonly unknown[], key: string): boolean =>
  (key.startsWith("sim.") && !key.startsWith(takeUp)) || JSON.stringify(processes).includes(JSON.stringify(key));

const speaksOf = (measure: CompiledMeasure, key: string): boolean =>
  key === `${takeUp}${measure.measure.id}` ||
  key.startsWith(`${measure.measure.id}.`) ||
  namesOf(measure).includes(key);

/** Measures of which one's amounts or triggers count for the other. */
function areTied({ measure: a }: CompiledMeasure, { measure: b }: CompiledMeasure): boolean {
  const same = (one: string | undefined, other: string | undefined): boolean => one !== undefined && one === other;
  return (
    a.after?.measure === b.id ||
    b.after?.measure === a.id ||
    same(a.chain?.group, b.chain?.group) ||
    same(a.exclusive?.group, b.exclusive?.group)
  );
}
