import type { Scenario } from "../../core/policy/scenario.ts";
import type { Engine, LoadRefusal, Progress } from "../../engine/port.ts";
import type { RosterDifference } from "../../engine/roster-difference.ts";
import { failureOf, type Failure } from "../state/failure.ts";
import type { KeptRoster } from "../state/kept-work.ts";

type Status =
  | { readonly kind: "idle" }
  | { readonly kind: "running"; readonly progress?: Progress }
  | { readonly kind: "refused"; readonly issues: LoadRefusal["issues"] }
  | Failure;

/** A comparison of an earlier roster with the one on the page. */
export class ChangesRun {
  status: Status = $state.raw({ kind: "idle" });
  found: RosterDifference | undefined = $state.raw();
  readonly #engine: Engine;
  #run = new AbortController();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Compares; a comparison under way is stopped for it. */
  async compare({ content, fileName, mapping }: KeptRoster, scenario: Scenario): Promise<void> {
    this.#run.abort();
    const { signal } = (this.#run = new AbortController());
    this.status = { kind: "running" };
    const onProgress = (progress: Progress): void => {
      if (!signal.aborted && this.status.kind === "running") this.status = { kind: "running", progress };
    };
    try {
      const bytes = new Uint8Array(await content.arrayBuffer());
      const found = await this.#engine.difference({ bytes, fileName, mapping, scenario }, { signal, onProgress });
      if (signal.aborted) return;
      if ("refused" in found) this.status = { kind: "refused", issues: found.issues };
      else [this.found, this.status] = [found, { kind: "idle" }];
    } catch (error) {
      if (!signal.aborted) this.status = failureOf(error);
    }
  }

  stop(): void {
    this.#run.abort();
    this.status = { kind: "idle" };
  }

  forget(): void {
    this.stop();
    this.found = undefined;
  }
}
