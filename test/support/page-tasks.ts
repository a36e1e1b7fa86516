/** An event of a browser's trace, times in microseconds; of a whole task, what it took by the clock and of the processor. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
}

/** One task of the page's main thread, in milliseconds. */
export interface PageTask {
  readonly wall: number;
  readonly cpu: number;
}

const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}:${tid}`;

/** Left by the page while it is traced: it tells its main thread from those of the browser's own pages. */
export const pageMark = "the page is traced";

/** The tasks of the page's main thread, those that take the most of the processor first. */
export function tasksOf(events: readonly TraceEvent[]): PageTask[] {
  const threads = new Set(events.filter(({ name }) => name === pageMark).map(threadOf));
  return events
    .filter((event) => event.ph === "X" && event.name.endsWith("RunTask") && threads.has(threadOf(event)))
    .map(({ dur = 0, tdur = 0 }) => ({ wall: dur / 1000, cpu: tdur / 1000 }))
    .sort((a, b) => b.cpu - a.cpu);
}
