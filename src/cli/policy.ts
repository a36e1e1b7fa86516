import { parsePolicy, PolicyError } from "../core/policy/policy-file.ts";
import type { Policy } from "../core/policy/policy.ts";
import { policies, policyOf } from "../../rules/index.ts";
import { UsageError, type Arguments } from "./arguments.ts";
import { textOf } from "./files.ts";

async function policyOfFile(file: string): Promise<Policy> {
  try {
    return parsePolicy(await textOf(file));
  } catch (error) {
    if (error instanceof PolicyError) throw new UsageError(`--policy ${file}: ${error.message}`);
    throw error;
  }
}

/**
 * The policy of a command line: --policy by id or as a .json file, else the first that the software comes with.
 * @throws UsageError naming what was found and what is allowed
 */
export async function policyIn({ policy: named }: Pick<Arguments, "policy">): Promise<Policy> {
  if (named === undefined) return policies[0];
  if (/\.json$/iu.test(named)) return await policyOfFile(named);
  const known = policyOf(named);
  if (known) return known;
  throw new UsageError(
    `--policy: found ${named}, known are ${policies.map(({ id }) => id).join(", ")}, or name a .json file`,
  );
}
