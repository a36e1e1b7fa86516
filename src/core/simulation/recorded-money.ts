import { isSettledApart } from "../policy/allocation.ts";
import { Eligibility, type Ledger } from "../policy/ledger.ts";
import type { Policy } from "../policy/policy.ts";

/** Payments of the recorded part by enterprise, to be taken out where a trial prices the enterprise anew. */
export interface RecordedMoney {
  readonly ledger: Ledger;
  /** Entries of enterprise `i` stand in `entries` from `starts[i]` to before `starts[i + 1]`. */
  readonly starts: Int32Array;
  readonly entries: Int32Array;
}

/** Groups a ledger by enterprise; pools and measures settled apart are left out: they are paid anew in every trial. */
export function recordedMoney(policy: Policy, ledger: Ledger, enterpriseCount: number): RecordedMoney {
  const isGrant = policy.measures.map((measure) => measure.kind === "grant" && !isSettledApart(measure));
  const counts = (entry: number): boolean =>
    (ledger.enterprise[entry] ?? -1) >= 0 &&
    ledger.eligibility[entry] !== Eligibility.false &&
    isGrant[ledger.measure[entry] ?? 0] === true;
  const starts = new Int32Array(enterpriseCount + 1);
  for (let entry = 0; entry < ledger.count; entry++) {
    const after = (ledger.enterprise[entry] ?? -1) + 1;
    if (counts(entry)) starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let i = 0; i < enterpriseCount; i++) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0);
  const next = starts.slice();
  const entries = new Int32Array(starts[enterpriseCount] ?? 0);
  for (let entry = 0; entry < ledger.count; entry++) {
    const enterprise = ledger.enterprise[entry] ?? -1;
    if (!counts(entry)) continue;
    const at = next[enterprise] ?? 0;
    entries[at] = entry;
    next[enterprise] = at + 1;
  }
  return { ledger, starts, entries };
}
