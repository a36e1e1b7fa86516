import type { Day } from "../core/date/day.ts";
import { hashOf, rulePackHash } from "../core/policy/pack-hash.ts";
import type { Policy } from "../core/policy/policy.ts";
import type { Scenario } from "../core/policy/scenario.ts";

export { rulePackHash };

/** What decides every figure of a run. */
export interface RunInput {
  readonly policy: Policy;
  readonly rosterHash: string;
  readonly scenario: Scenario;
  readonly asOf: Day;
  readonly seed: number;
  readonly trials: number;
}

/** SHA-256, hexadecimal, over roster, scenario, seed, trials and rule pack, not over workers or time (section 9). */
export const fingerprintOf = ({ policy, rosterHash, scenario, asOf, seed, trials }: RunInput): string =>
  hashOf({ roster: rosterHash, scenario, asOf, seed, trials, packHash: rulePackHash(policy) });
