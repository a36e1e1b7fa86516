import type { Progress, Task } from "../../engine/port.ts";
import { failureOf, type Failure } from "../state/failure.ts";

/** What the page can say about the report it was asked for. */
export type WritingStatus =
  | { readonly kind: "idle" }
  | { readonly kind: "writing"; readonly progress?: Progress }
  | { readonly kind: "written"; readonly fileName: string }
  | { readonly kind: "stopped" }
  | Failure;

/** One report at a time: made, handed to the browser, told; or stopped. */
export class ReportWriter {
  status: WritingStatus = $state.raw({ kind: "idle" });
  #run = new AbortController();

  /** Makes the bytes of a report and hands them over under a name, unless it is stopped before. */
  async write(
    make: (task: Task) => Promise<Uint8Array>,
    save: (bytes: Uint8Array, fileName: string) => void | Promise<void>,
    fileName: string,
  ): Promise<void> {
    const run = new AbortController();
    this.#run = run;
    this.status = { kind: "writing" };
    const onProgress = (progress: Progress): void => {
      if (this.#run === run && this.status.kind === "writing") this.status = { kind: "writing", progress };
    };
    try {
      const bytes = await make({ signal: run.signal, onProgress });
      run.signal.throwIfAborted();
      await save(bytes, fileName);
      this.status = { kind: "written", fileName };
    } catch (error) {
      this.status = run.signal.aborted ? { kind: "stopped" } : failureOf(error);
    }
  }

  stop(): void {
    this.#run.abort();
  }
}
