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
  const arrivals = new Set(plan.counts.filter(({ process: { kind } }) => kind === "arrival").map(({ index }) => index));
  const order = candidates.inOrder((at) => (enterprise[at] ?? -1) >= 0);
  const arrives = (at: number): boolean => arrivals.has(process[at] ?? -1);
  const settled = order.filter((at) => !arrives(at));
  const ordered = new Int32Array(order.length);
  ordered.set(settled);
  ordered.set(order.filter(arrives), settled.length);
  const starts: number[] = [];
  ordered.forEach((at, i) => {
    const before = ordered[i - 1] ?? -1;
    const same = i > 0 && enterprise[before] === enterprise[at] && trial[before] === trial[at];
    if (!same || i >= settled.length) starts.push(i);
  });
  const firsts = Int32Array.from(starts, (start) => ordered[start] ?? -1);
  return {
    enterprise: firsts.map((at) => enterprise[at] ?? -1),
    trial: firsts.map((at) => trial[at] ?? 0),
    arrived: Uint8Array.from(firsts, (at) => (arrives(at) ? 1 : 0)),
    starts: Int32Array.from([...starts, ordered.length]),
    candidates: ordered,
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
