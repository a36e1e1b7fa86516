import { monthIndexOf } from "../date/day.ts";
import { fieldOf } from "../roster/fields.ts";
import type { Candidates } from "./candidates.ts";
import type { Cell } from "./change-set.ts";
import type { ForecastPlan } from "./forecast-plan.ts";
import { selectGroups, type Groups } from "./groups.ts";
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
  /** Its place in what is remembered of money; −1 where it is one trial's own. */
  readonly number: number;
}

/** The life of every group: known, or found out now and remembered where it is the same in other trials. */
export function livesOf(forecast: Forecast, candidates: Candidates, groups: Groups, course: TrialCourse): Life[] {
  const { memo, plan } = forecast;
  const { lives } = memo.lives.tree;
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
const toBeFound: Life = { cells: [], changed: false, moved: never, number: -1 };

/** Lives by position: those of one signature are one. */
function freshLives({ memo, plan }: Forecast, live: LiveTrials): Life[] {
  const { bySignature, cells: known } = memo.lives;
  const movedOut = fieldOf("enterprises", "movedOut").label;
  const columns = [...live.written.columns];
  const lifeAt = (position: number, number: number): Life => {
    const cells: Cell[] = [];
    for (const [label, { set, values }] of columns) {
      if (set[position] === 1) cells.push(known.of(label, values[position] ?? Number.NaN).cell);
    }
    return { cells, changed: live.changed[position] === 1, moved: movedIn(plan, cells, movedOut), number };
  };
  return Array.from(live.changed, (_, position) => {
    const signature = memo.signature(live, position);
    if (signature === undefined) return lifeAt(position, -1);
    return (bySignature.lives[signature] ??= lifeAt(position, memo.lives.number()));
  });
}

function movedIn({ horizon }: ForecastPlan, cells: readonly Cell[], label: string): number {
  const day = cells.find(([written]) => written === label)?.[1] ?? Number.NaN;
  return Number.isNaN(day) ? never : monthIndexOf(day) - horizon.firstMonth;
}
