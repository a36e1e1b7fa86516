import { selectRows, type Block } from "./block.ts";
import { codesAt, everyIndex, numberColumn, orderByEnterprise } from "./columns.ts";
import type { Work } from "./price.ts";

/** Dues of one work that are priced together: no enterprise has two of its chain among them. */
export interface Batch {
  /** Position of the work in its group. */
  readonly work: number;
  /** Positions among the work's dues; the other arrays have one entry each. */
  readonly dues: Int32Array;
  readonly trigger: Int32Array;
  readonly rule: Uint8Array;
  /** Place of the enterprise in the chain, 0 to `seats` − 1; empty without a chain. */
  readonly seat: Int32Array;
  /** The rows as they are when nothing has been paid. */
  readonly rows: Block;
}

/** Works that share a chain, with their dues in the order they are priced in. */
export interface BatchedGroup {
  readonly works: readonly Work[];
  readonly batches: readonly Batch[];
  /** Enterprises in the chain, 0 without one. */
  readonly seats: number;
}

/** Which dues of a group are priced together, whatever the amounts. */
export function batched(works: readonly Work[]): BatchedGroup {
  if (works.some(({ measure }) => measure.measure.chain)) return chained(works);
  const batches = works.map((work, position) =>
    batchOf(work, position, everyIndex(work.dues.length), new Int32Array()),
  );
  return { works, batches: withDues(batches), seats: 0 };
}

/** Wave by wave: every enterprise's first due together, then every second …, by date; on one day as they stand. */
function chained(works: readonly Work[]): BatchedGroup {
  const { work, due, enterprise, date } = linksOf(works);
  const waves: { dues: number[]; seats: number[] }[][] = [];
  let [position, last, seat] = [0, Number.NaN, -1];
  for (const link of orderByEnterprise(enterprise, (a, b) => (date[a] ?? 0) - (date[b] ?? 0))) {
    const follows = enterprise[link] === last;
    position = follows ? position + 1 : 0;
    if (!follows) seat++;
    last = enterprise[link] ?? -1;
    const own = (waves[position] ??= works.map(() => ({ dues: [], seats: [] })))[work[link] ?? 0];
    own?.dues.push(due[link] ?? -1);
    own?.seats.push(seat);
  }
  const batches = waves.flatMap((wave) =>
    works.map((each, index) =>
      batchOf(each, index, Int32Array.from(wave[index]?.dues ?? []), Int32Array.from(wave[index]?.seats ?? [])),
    ),
  );
  return { works, batches: withDues(batches), seats: seat + 1 };
}

const withDues = (batches: readonly Batch[]): Batch[] => batches.filter(({ dues }) => dues.length > 0);

/** The dues of all works of a group, one after another. */
function linksOf(works: readonly Work[]) {
  const count = works.reduce((sum, { dues }) => sum + dues.length, 0);
  const links = {
    work: new Int32Array(count),
    due: new Int32Array(count),
    enterprise: new Int32Array(count),
    date: new Float64Array(count),
  };
  let at = 0;
  for (const [position, { triggers, dues }] of works.entries()) {
    for (const [due, { trigger }] of dues.entries()) {
      links.work[at] = position;
      links.due[at] = due;
      links.enterprise[at] = triggers.block.enterprise[trigger] ?? -1;
      links.date[at] = triggers.date[trigger] ?? Number.NaN;
      at++;
    }
  }
  return links;
}

function batchOf({ triggers, dues }: Work, work: number, wanted: Int32Array, seat: Int32Array): Batch {
  const trigger = new Int32Array(wanted.length);
  for (let i = 0; i < trigger.length; i++) trigger[i] = dues[wanted[i] ?? -1]?.trigger ?? -1;
  const block = selectRows(triggers.block, trigger);
  const dueNumber = (of: "year" | "months"): Float64Array =>
    numberColumn(wanted.length, (i) => dues[wanted[i] ?? -1]?.[of] ?? Number.NaN);
  const state = new Map(block.state).set("预算年度", dueNumber("year")).set("当年月数", dueNumber("months"));
  return {
    work,
    dues: wanted,
    trigger,
    rule: codesAt(triggers.rule, trigger),
    seat,
    rows: { ...block, state, gathered: new Map() },
  };
}
