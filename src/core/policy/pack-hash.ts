import { sha256 } from "../roster/sha256.ts";
import type { Policy } from "./policy.ts";

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

/** SHA-256 of plain data, hexadecimal; the order of members does not matter. */
export const hashOf = (value: unknown): string => sha256(canonical(value));

const known = new WeakMap<Policy, string>();

/** SHA-256 of a rule pack's content, hexadecimal. */
export function rulePackHash(policy: Policy): string {
  const hash = known.get(policy) ?? hashOf(policy);
  known.set(policy, hash);
  return hash;
}
