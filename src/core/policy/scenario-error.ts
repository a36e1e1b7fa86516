/** A scenario file that cannot be used; the message names the key and what is allowed. */
export class ScenarioError extends Error {
  override readonly name: string = "ScenarioError";
}

/** A policy as a file names it. */
export interface NamedPolicy {
  readonly id: string;
  readonly title: string;
}

/** A scenario of another policy than the one that is open. */
export class OtherPolicyError extends ScenarioError {
  override readonly name = "OtherPolicyError";

  constructor(
    readonly found: NamedPolicy,
    open: NamedPolicy,
  ) {
    super(
      `policy: this scenario is of ${found.title} (${found.id}), open is ${open.title} (${open.id}); ` +
        `choose that policy (--policy ${found.id})`,
    );
  }
}
