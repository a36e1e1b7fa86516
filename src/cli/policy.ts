import type { Policy } from "../core/policy/policy.ts";
import { policies, policyOf } from "../../rules/index.ts";
import { UsageError, type Arguments } from "./arguments.ts";

/** The policy of a command line: --policy by id, else the first that the software comes with. @throws UsageError */
export async function policyIn({ policy: named }: Pick<Arguments, "policy">): Promise<Policy> {
  if (named === undefined) return policies[0];
  const known = policyOf(named);
  if (known) return known;
  throw new UsageError(`--policy: found ${named}, known are ${policies.map(({ id }) => id).join(", ")}`);
}
