import type { Day } from "../core/date/day.ts";
import type { Policy } from "../core/policy/policy.ts";
import type { Scenario } from "../core/policy/scenario.ts";
import { sha256 } from "../core/roster/sha256.ts";

/** Canonical JSON: members sorted, so that equal data has equal text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{${members
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`)
    .join(",")}}`;
}

const hashOf = (value: unknown): string => sha256(canonical(value));

/** SHA-256 of a rule pack's content, hexadecimal. */
export const rulePackHash = (policy: Policy): string => hashOf(policy);

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
