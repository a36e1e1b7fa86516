import type { EnterpriseExplanation } from "../../core/policy/explanation/explanation.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { Engine, RosterCard } from "../../engine/port.ts";
import type { Exposure } from "../state/exposure.svelte.ts";

/** Whose derivation is shown: a credit code of a roster. */
interface Subject {
  readonly card: RosterCard;
  readonly code: string;
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** One enterprise's derivation; while an edit is worked out the one before it stays, of overlapping questions the latest counts. */
export class Derivation {
  /** The newest answer; its `explanation` is undefined where no row names the code. */
  answer:
    | {
        readonly subject: Subject;
        readonly policy: Policy;
        readonly explanation: EnterpriseExplanation | undefined;
      }
    | undefined = $state.raw();
  /** Whether an answer to a newer question is on its way. */
  isPending = $state(false);
  problem = $state("");
  readonly #engine: Engine;
  #asked = 0;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  async ask(subject: Subject, { scenario, policy }: Exposure): Promise<void> {
    const question = ++this.#asked;
    const { card, code } = this.answer?.subject ?? {};
    if (card !== subject.card || code !== subject.code) this.answer = undefined;
    this.isPending = true;
    this.problem = "";
    try {
      const explanation = await this.#engine.explain(scenario, subject.code);
      if (question === this.#asked) this.answer = { subject, policy, explanation };
    } catch (error) {
      if (question === this.#asked) this.problem = reasonOf(error);
    }
    if (question === this.#asked) this.isPending = false;
  }
}
