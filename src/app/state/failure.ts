/** lost: the worker that did the work ended · memory: the run would have been too large · other: see the reason. */
export type FailureCause = "lost" | "memory" | "other";

/** Why work did not finish. */
export interface Failure {
  readonly kind: "failed";
  readonly cause: FailureCause;
  /** In the words of what failed. */
  readonly reason: string;
}

/** Errors of another thread arrive with their name alone. */
const causes: Readonly<Record<string, FailureCause>> = { EngineLostError: "lost", SimulationMemoryError: "memory" };

export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { kind: "failed", cause: "other", reason: String(error) };
  return { kind: "failed", cause: causes[error.name] ?? "other", reason: error.message };
}
