import { getContext } from "svelte";
import type { Policy } from "../../core/policy/policy.ts";

/** Policies that the page can be opened under, and what opens it under one of them. */
export interface PolicyChoice {
  readonly policies: readonly Policy[];
  choose(policy: Policy): void;
}

const key = Symbol("policy choice");

/** A choice as the context that the page is mounted with. */
export const policyChoiceContext = (choice: PolicyChoice): Map<unknown, unknown> => new Map([[key, choice]]);

/** The choice that the page was mounted with; undefined where it has one policy. */
export const policyChoice = (): PolicyChoice | undefined => getContext<PolicyChoice | undefined>(key);

/** The policy that an address names (`?policy=ID`), else the one chosen before, else the first. */
export function policyAsked(policies: readonly [Policy, ...Policy[]], address: URL, before: string | null): Policy {
  const byId = (id: string | null): Policy | undefined => policies.find((policy) => policy.id === id);
  return byId(address.searchParams.get("policy")) ?? byId(before) ?? policies[0];
}

/** An address that opens the same place under a policy. */
export function addressUnder({ id }: Policy, address: URL): URL {
  const own = new URL(address);
  own.searchParams.set("policy", id);
  return own;
}
