import type { Policy } from "../src/core/policy/policy.ts";
import { exampleDistrict } from "./example-district/policy.ts";
import { xicheng202371 } from "./xicheng-2023-71/policy.ts";

/** Every policy that the software comes with; the first is meant where nobody says which. */
export const policies: readonly [Policy, ...Policy[]] = [xicheng202371, exampleDistrict];

/** The policy of an id; undefined where the software comes with none of it. */
export const policyOf = (id: string): Policy | undefined => policies.find((policy) => policy.id === id);
