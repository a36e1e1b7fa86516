import type { Policy } from "../core/policy/policy.ts";
import type { Scenario } from "../core/policy/scenario.ts";
import type { Roster } from "../core/roster/roster.ts";
import { TRIALS_A_BLOCK } from "../core/simulation/block-record.ts";
import type { TrialCollector } from "../core/simulation/trial-collector.ts";
import type { SimulationRequest } from "./simulation-request.ts";

/** Bytes of finished trials that are kept of a roster. */
const KEPT_BYTES = 2 ** 28;

type TrialsOf = Pick<SimulationRequest, "scenario" | "seed">;

/** All that trials hang on, as one text: everything of a scenario but what names it, budgets it or gives its grounds. */
function keyOf({ scenario, seed }: TrialsOf): string {
  const decisive = { ...scenario, values: sorted(scenario.values), readings: sorted(scenario.readings) };
  const others = { name: "", budgets: {}, grounds: {}, seed, trials: 0 } satisfies Partial<Scenario>;
  return JSON.stringify(sorted({ ...decisive, ...others }));
}

const sorted = (entries: Readonly<Record<string, unknown>>) => Object.entries(entries).sort();

/** The newest finished runs of a roster, as far as there is room: another budget is read of the same trials. */
class KeptTrials {
  #runs: readonly { readonly key: string; readonly collected: TrialCollector }[] = [];

  /** Trials that hold the first `trials` of such a run; undefined where none are kept. */
  find(wanted: TrialsOf, trials: number): TrialCollector | undefined {
    const hasFirst = (kept: number): boolean => kept === trials || (kept > trials && trials % TRIALS_A_BLOCK === 0);
    const key = keyOf(wanted);
    return this.#runs.find((run) => run.key === key && hasFirst(run.collected.trials))?.collected;
  }

  keep(of: TrialsOf, collected: TrialCollector): void {
    const key = keyOf(of);
    let room = KEPT_BYTES;
    this.#runs = [{ key, collected }, ...this.#runs.filter((run) => run.key !== key)].filter((run) => {
      room -= run.collected.bytes;
      return room >= 0;
    });
  }
}

const byRoster = new WeakMap<Roster, { readonly published: Policy; readonly trials: KeptTrials }>();

/** What is kept in this thread of a roster's trials under a policy; another policy's trials make room for it. */
export function keptTrials(published: Policy, roster: Roster): KeptTrials {
  const known = byRoster.get(roster);
  if (known?.published === published) return known.trials;
  const trials = new KeptTrials();
  byRoster.set(roster, { published, trials });
  return trials;
}
