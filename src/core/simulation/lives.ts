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

/** What becomes of an enterprise in every trial in which the same may happen to it. */
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
  const { tree } = memo;
  const places = memo.placesOf(groups, candidates, course);
  const unknown = new Map<number, number>();
  const wanted: number[] = [];
  places.forEach((place, group) => {
    if (place >= 0 && (tree.lives.has(place) || unknown.has(place))) return;
    if (place >= 0) unknown.set(place, group);
    wanted.push(group);
  });
  const fresh = liveTrials(plan, candidates, selectGroups(groups, Int32Array.from(wanted)), course);
  const money = learnMoney(forecast, fresh);
  const own = new Map<number, Life>();
  const cells = cellsOf(fresh);
  const movedOut = fieldOf("enterprises", "movedOut").label;
  wanted.forEach((group, position) => {
    const life: Life = {
      cells: cells[position] ?? [],
      changed: fresh.changed[position] === 1,
      moved: movedIn(plan, cells[position] ?? [], movedOut),
      money: money[position],
    };
    const place = places[group] ?? -1;
    if (place >= 0) tree.lives.set(place, life);
    else own.set(group, life);
  });
  return Array.from(places, (place, group) => (place >= 0 ? tree.lives.get(place) : own.get(group)) ?? lifeless);
}

const lifeless: Life = { cells: [], changed: false, moved: never };

function cellsOf({ enterprise, written }: LiveTrials): Cell[][] {
  const cells = Array.from(enterprise, (): Cell[] => []);
  for (const [label, { set, values }] of written.columns) {
    set.forEach((isSet, position) => {
      if (isSet === 1) cells[position]?.push([label, values[position] ?? Number.NaN]);
    });
  }
  return cells;
}

function movedIn({ horizon }: ForecastPlan, cells: readonly Cell[], label: string): number {
  const day = cells.find(([written]) => written === label)?.[1] ?? Number.NaN;
  return Number.isNaN(day) ? never : monthIndexOf(day) - horizon.firstMonth;
}
