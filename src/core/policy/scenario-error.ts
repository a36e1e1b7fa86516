/** A scenario file that cannot be used; the message names the key and what is allowed. */
export class ScenarioError extends Error {
  override readonly name = "ScenarioError";
}
