import { finished, type Steps } from "../core/policy/steps.ts";
import { Pause } from "../spreadsheet/pause.ts";
import type { Progress, Task } from "./port.ts";

/**
 * Takes steps and lets messages through about every 10 ms, where it tells how far it is; without a task nobody can ask
 * to stop, and the steps are taken at once.
 * @throws AbortError when the task was cancelled
 */
export async function takeSteps<Result>(
  steps: Steps<Result>,
  step: Progress["step"],
  task: Task | undefined,
): Promise<Result> {
  if (!task) return finished(steps);
  const pause = new Pause(task);
  await pause.take();
  for (;;) {
    const taken = steps.next();
    if (taken.done) return taken.value;
    if (!pause.isDue) continue;
    task.onProgress?.({ step, done: taken.value });
    await pause.take();
  }
}
