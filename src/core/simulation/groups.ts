import type { Candidates } from "./candidates.ts";
import type { ForecastPlan } from "./forecast-plan.ts";

/** Enterprises in single trials, each with what may happen to it there; one entry an enterprise and trial. */
export interface Groups {
  /** Row in 企业 that it is, or is a copy of. */
  readonly enterprise: Int32Array;
  /** Trial within the block. */
  readonly trial: Int32Array;
  /** 1 for an enterprise that is new in its trial. */
  readonly arrived: Uint8Array;
  /** Candidates of group `i` stand in `candidates` from `starts[i]` to before `starts[i + 1]`, by month and process. */
  readonly starts: Int32Array;
  readonly candidates: Int32Array;
}

/** Candidates of one enterprise and trial belong together; each arrival is an enterprise of its own. */
export function groupsOf(plan: ForecastPlan, candidates: Candidates): Groups {
  const { enterprise, trial, process } = candidates.columns;
  const arrives = new Uint8Array(plan.context.policy.processes.length);
  for (const count of plan.counts) if (count.process.kind === "arrival") arrives[count.index] = 1;
  const isArrival = (at: number): boolean => arrives[process[at] ?? -1] === 1;
  const order = candidates.inOrder((at) => (enterprise[at] ?? -1) >= 0 && !isArrival(at));
  const arrivals = candidates.inOrder((at) => (enterprise[at] ?? -1) >= 0 && isArrival(at));
  const list = new Int32Array(order.length + arrivals.length);
  list.set(order);
  list.set(arrivals, order.length);
  const starts = new Int32Array(list.length + 1);
  let count = 0;
  for (let i = 0, before = -1; i < list.length; before = list[i++] ?? -1) {
    const at = list[i] ?? -1;
    const same = i > 0 && i < order.length && enterprise[before] === enterprise[at] && trial[before] === trial[at];
    if (!same) starts[count++] = i;
  }
  starts[count] = list.length;
  const first = starts.subarray(0, count);
  return {
    enterprise: first.map((start) => enterprise[list[start] ?? -1] ?? -1),
    trial: first.map((start) => trial[list[start] ?? -1] ?? 0),
    arrived: Uint8Array.from(first, (start) => (start < order.length ? 0 : 1)),
    starts: starts.slice(0, count + 1),
    candidates: list,
  };
}

/** Some of the groups, as groups of their own. */
export function selectGroups({ enterprise, trial, arrived, starts, candidates }: Groups, at: Int32Array): Groups {
  const chosen = new Int32Array(at.length + 1);
  at.forEach((group, i) => {
    chosen[i + 1] = (chosen[i] ?? 0) + (starts[group + 1] ?? 0) - (starts[group] ?? 0);
  });
  const list = new Int32Array(chosen[at.length] ?? 0);
  at.forEach((group, i) => list.set(candidates.subarray(starts[group], starts[group + 1]), chosen[i]));
  return {
    enterprise: at.map((group) => enterprise[group] ?? -1),
    trial: at.map((group) => trial[group] ?? 0),
    arrived: Uint8Array.from(at, (group) => arrived[group] ?? 0),
    starts: chosen,
    candidates: list,
  };
}
