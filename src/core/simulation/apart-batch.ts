import type { TableId } from "../roster/fields.ts";
import { Candidates } from "./candidates.ts";
import type { DrawnBlock } from "./drawn-block.ts";
import type { ForecastPlan } from "./forecast-plan.ts";
import type { TrialBlock } from "./hazards.ts";
import type { Life } from "./lives.ts";
import { never } from "./moves.ts";

const untouched: Life = { cells: [], changed: false, moved: never, number: -1 };

/** Groups of a block with further ones, of enterprises that only rows were drawn for. */
class WiderGroups {
  readonly enterprise: number[];
  readonly trial: number[];
  readonly arrived: number[];
  readonly lives: Life[];
  readonly #known = new Map<number, number>();

  constructor(
    { groups, lives }: Pick<DrawnBlock, "groups" | "lives">,
    private readonly trials: number,
  ) {
    this.enterprise = [...groups.enterprise];
    this.trial = [...groups.trial];
    this.arrived = [...groups.arrived];
    this.lives = [...lives];
    this.enterprise.forEach((enterprise, group) => {
      if (this.arrived[group] !== 1) this.#known.set(enterprise * trials + (this.trial[group] ?? 0), group);
    });
  }

  /** The group of an enterprise of the roster in a trial: known, or a new one to which nothing happens. */
  groupOf(enterprise: number, trial: number): number {
    const key = enterprise * this.trials + trial;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const group = this.lives.push(untouched) - 1;
    this.enterprise.push(enterprise);
    this.trial.push(trial);
    this.arrived.push(0);
    this.#known.set(key, group);
    return group;
  }

  lived(): Pick<DrawnBlock, "groups" | "lives"> {
    const { enterprise, trial, arrived, lives } = this;
    const groups = {
      enterprise: Int32Array.from(enterprise),
      trial: Int32Array.from(trial),
      arrived: Uint8Array.from(arrived),
    };
    return { groups, lives };
  }
}

/**
 * Groups of a block that concern rows of a table: `positions` among those of `lived`, and every drawn row of it with
 * the position of its enterprise, −1 where its code is not in 企业.
 * @param everyChange whether enterprises to which something happens count without such a row
 */
export function concerned(
  { context }: ForecastPlan,
  { count }: TrialBlock,
  drawn: DrawnBlock,
  table: TableId,
  everyChange: boolean,
) {
  const wider = new WiderGroups(drawn, count);
  const places = new Map<number, number>();
  const place = (group: number): number => {
    const known = places.get(group) ?? places.size;
    places.set(group, known);
    return known;
  };
  if (everyChange) drawn.lives.forEach(({ changed }, group) => changed && place(group));
  const rows = new Candidates();
  const positionOf: number[] = [];
  const isMeant = context.policy.processes.map((process) => "table" in process && process.table === table);
  const copy = (from: Candidates, groupAt: (at: number) => number): void => {
    for (let at = 0; at < from.count; at++) {
      if (isMeant[from.columns.process[at] ?? -1] !== true) continue;
      const group = groupAt(at);
      rows.copy(from, at);
      positionOf.push(group < 0 ? -1 : place(group));
    }
  };
  copy(drawn.rows, (at) => drawn.groupOf[at] ?? -1);
  const { enterprise, trial } = drawn.alone.columns;
  copy(drawn.alone, (at) => wider.groupOf(enterprise[at] ?? -1, trial[at] ?? 0));
  return {
    positions: Int32Array.from(places.keys()),
    rows,
    positionOf: Int32Array.from(positionOf),
    lived: wider.lived(),
  };
}
