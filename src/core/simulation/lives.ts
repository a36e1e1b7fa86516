import { monthIndexOf } from "../date/day.ts";
import { fieldOf } from "../roster/fields.ts";
import type { Candidates } from "./candidates.ts";
import type { Cell } from "./change-set.ts";
import type { ForecastPlan } from "./forecast-plan.ts";
import { selectGroups, type Groups } from "./groups.ts";
import { learnMoney, type LifeMoney } from "./life-money.ts";
import { liveTrials, type LiveTrials, type TrialCourse } from "./live-trials.ts";
import { never } from "./moves.ts";
import type { Forecast } from "./simulate-block.ts";

/** What becomes of an enterprise in every trial in which the same happens to it. */
export interface Life {
  /** Cells of 企业 that its events write. */
  readonly cells: readonly Cell[];
  /** Whether at least one event took place. */
  readonly changed: boolean;
  /** Month of the horizon in which it moves out, or `never`. */
  readonly moved: number;
  /** Absent: its money hangs on the trial, or there is nothing to price. */
  readonly money?: LifeMoney | undefined;
}

/** The life of every group: known, or found out now and remembered where it is the same in other trials. */
export function livesOf(forecast: Forecast, candidates: Candidates, groups: Groups, course: TrialCourse): Life[] {
  const { memo, plan } = forecast;
  const { lives } = memo.tree;
  const places = memo.placesOf(groups, candidates, course);
  const wanted = firstUnknown(places, lives);
  const fresh = freshLives(forecast, liveTrials(plan, candidates, selectGroups(groups, wanted), course));
  const own = new Map<number, Life>();
  wanted.forEach((group, position) => {
    const place = places[group] ?? -1;
    const life = fresh[position];
    if (!life) return;
    if (place >= 0) lives[place] = life;
    else own.set(group, life);
  });
  const result: Life[] = [];
  for (let group = 0; group < places.length; group++) {
    const place = places[group] ?? -1;
    const life = place >= 0 ? lives[place] : own.get(group);
    if (!life) throw new Error(`no life was found for group ${group}`);
    result.push(life);
  }
  return result;
}

/** Groups whose life is not known yet, one a place, and all that have no place. */
function firstUnknown(places: Int32Array, lives: (Life | undefined)[]): Int32Array {
  const wanted: number[] = [];
  for (let group = 0; group < places.length; group++) {
    const place = places[group] ?? -1;
    if (place >= 0 && lives[place]) continue;
    if (place >= 0) lives[place] = toBeFound;
    wanted.push(group);
  }
  return Int32Array.from(wanted);
}

/** Stands for a life that is being found out. */
const toBeFound: Life = { cells: [], changed: false, moved: never };

/** Lives by position: those of one signature are one, and are priced once. */
function freshLives(forecast: Forecast, live: LiveTrials): Life[] {
  const { memo, plan } = forecast;
  const signatures = Array.from(live.changed, (_, position) => memo.signature(live, position));
  const unknown = new Map<string, number>();
  signatures.forEach((signature, position) => {
    if (signature !== undefined && !memo.known.has(signature) && !unknown.has(signature)) {
      unknown.set(signature, position);
    }
  });
  const changed = [...unknown.values()].filter((position) => live.changed[position] === 1);
  const learnt = learnMoney(forecast, live, Int32Array.from(changed));
  const money = new Map(changed.map((position, i) => [position, learnt[i]]));
  const movedOut = fieldOf("enterprises", "movedOut").label;
  const columns = [...live.written.columns];
  const lifeAt = (position: number): Life => {
    const cells: Cell[] = [];
    for (const [label, { set, values }] of columns) {
      if (set[position] === 1) cells.push([label, values[position] ?? Number.NaN]);
    }
    return {
      cells,
      changed: live.changed[position] === 1,
      moved: movedIn(plan, cells, movedOut),
      money: money.get(position),
    };
  };
  for (const [signature, position] of unknown) memo.known.set(signature, lifeAt(position));
  return signatures.map((signature, position) => {
    const known = signature === undefined ? undefined : memo.known.get(signature);
    return known ?? lifeAt(position);
  });
}

function movedIn({ horizon }: ForecastPlan, cells: readonly Cell[], label: string): number {
  const day = cells.find(([written]) => written === label)?.[1] ?? Number.NaN;
  return Number.isNaN(day) ? never : monthIndexOf(day) - horizon.firstMonth;
}
