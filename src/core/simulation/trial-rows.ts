import { dayOf } from "../date/day.ts";
import { somebodyElse } from "../policy/bound-roster.ts";
import type { CountProcess, DefaultProcess } from "../policy/process.ts";
import { fieldOf, fieldsOf, type FieldId, type TableId } from "../roster/fields.ts";
import type { Candidate, Candidates } from "./candidates.ts";
import { changedCell, ChangeSet, type Cell } from "./change-set.ts";
import { lognormalAt, lognormalOfMean, normal } from "./distributions.ts";
import type { ForecastPlan, Placed } from "./forecast-plan.ts";
import { RandomStream } from "./random-stream.ts";
import type { TrialBatch, TrialRows } from "./trial-batch.ts";

/** One child row to be: a copy of a template with some cells of its own. */
interface RowDraft {
  readonly template: number;
  readonly trial: number;
  /** By owner column: position of the enterprise, −1 where its code is not in 企业; absent: somebody else's business. */
  readonly owners: Readonly<Partial<Record<FieldId, number>>>;
  readonly simulated: boolean;
  readonly cells: readonly Cell[];
}

/** Enterprises in trials to which rows are added. */
export interface RowOwners extends Pick<TrialBatch, "enterprise" | "trial" | "arrived"> {
  /** By row: position of its enterprise, −1 where its code is not in 企业. */
  readonly positionOf: Int32Array;
}

/** Columns of a table that name an enterprise whose money a row is. */
export const ownerFields = (table: TableId): readonly FieldId[] =>
  table === "hrServices" ? ["agency", "employer"] : ["uscc"];

/**
 * The child rows of a block: simulated ones, and the roster's own of enterprises that have a simulated one there.
 * @param whole a table of which all own rows are wanted; null: none of any table
 */
export function trialRows(
  plan: ForecastPlan,
  candidates: Candidates,
  live: RowOwners,
  firstTrial: number,
  whole?: TableId | null,
): Map<TableId, TrialRows> {
  const drafts = new Map<TableId, RowDraft[]>();
  if (whole) drafts.set(whole, []);
  const make = rowMaker(plan, live, firstTrial);
  for (let at = 0; at < candidates.count; at++) {
    const made = make(candidates.at(at), live.positionOf[at] ?? -1);
    if (!made) continue;
    const list = drafts.get(made.table);
    if (list) list.push(made.draft);
    else drafts.set(made.table, [made.draft]);
  }
  if (whole !== null) for (const [table, list] of drafts) addOwnRows(plan, table, live, list, table === whole);
  return new Map(Array.from(drafts, ([table, list]) => [table, rowsOf(table, list)]));
}

type Made = { readonly table: TableId; readonly draft: RowDraft };

function rowMaker(
  plan: ForecastPlan,
  live: RowOwners,
  firstTrial: number,
): (candidate: Candidate, position: number) => Made | undefined {
  const counts = new Map(plan.counts.map((count) => [count.index, count]));
  const defaults = new Map(plan.defaults.map((process) => [process.index, process]));
  const draws = new RandomStream();
  return (candidate, position) => {
    const count = counts.get(candidate.process);
    if (count?.process.kind === "count") {
      const placed = { ...count, process: count.process };
      return {
        table: placed.process.table,
        draft: addedRow(plan, placed, candidate, position, live, draws, firstTrial),
      };
    }
    const loss = defaults.get(candidate.process)?.process;
    return loss && { table: loss.table, draft: defaultedRow(plan, loss, candidate, position) };
  };
}

/** Dates of a copy are not the event's, and its project is another one. */
export const emptiedCells = (table: TableId): Cell[] =>
  fieldsOf(table)
    .filter(({ id, type }) => type === "date" || id === "projectName")
    .map(({ label }): Cell => [label, Number.NaN]);

function addedRow(
  plan: ForecastPlan,
  { process, hash }: Placed<CountProcess>,
  { month, template, trial, serial, second }: Candidate,
  position: number,
  live: RowOwners,
  draws: RandomStream,
  firstTrial: number,
): RowDraft {
  const { table } = process;
  const day = plan.horizon.days[month] ?? Number.NaN;
  const own: Cell[] =
    template >= 0
      ? []
      : [
          ...sizeCells(process, draws.moveTo(plan.seed, hash, { high: serial, low: 1 }, firstTrial + trial)),
          ...process.changes.map((change) => changedCell(table, change, day)),
        ];
  const loss = plan.defaults.find((candidate) => candidate.process.table === table)?.process;
  const balance = own.find(([label]) => loss && label === fieldOf(table, loss.balance).label)?.[1];
  return {
    template,
    trial,
    owners: ownersOf(plan, process, template, position, live),
    simulated: true,
    cells: [
      ...emptiedCells(table),
      [fieldOf(table, process.date).label, day],
      ...own,
      ...(loss && second >= 0 ? compensationCells(plan, loss, second, balance ?? balanceOf(plan, loss, template)) : []),
    ],
  };
}

/** A copy that keeps its owners concerns this enterprise only by the columns that name it. */
function ownersOf(
  { context: { bound } }: ForecastPlan,
  { table, owner }: CountProcess,
  template: number,
  position: number,
  live: RowOwners,
): RowDraft["owners"] {
  if (owner !== "template") return { [owner]: position };
  const enterprise = live.enterprise[position] ?? -1;
  const naming = ownerFields(table).filter((field) => (bound.owners(table, field)[template] ?? -1) === enterprise);
  return Object.fromEntries(naming.map((field) => [field, position]));
}

function sizeCells({ table, sizes }: CountProcess, draws: RandomStream): Cell[] {
  return sizes.map(({ field, mean, sigma }): Cell => {
    const { label, type } = fieldOf(table, field);
    const size = lognormalAt(lognormalOfMean(mean, sigma), normal(draws));
    return [label, type === "count" ? Math.max(1, Math.round(size)) : Math.round(size * 100) / 100];
  });
}

/** A guarantee of the roster whose guarantor pays some months after the default. */
const defaultedRow = (
  plan: ForecastPlan,
  process: DefaultProcess,
  { template, trial, month }: Candidate,
  position: number,
): RowDraft => ({
  template,
  trial,
  owners: { uscc: position },
  simulated: true,
  cells: compensationCells(plan, process, month, balanceOf(plan, process, template)),
});

const balanceOf = ({ context }: ForecastPlan, { table, balance }: DefaultProcess, row: number): number =>
  context.bound.operand(table, fieldOf(table, balance).label)?.values[row] ?? Number.NaN;

/** 代偿日期 and 代偿金额 of a default in a month of the horizon; the date may lie after the term. */
function compensationCells(plan: ForecastPlan, process: DefaultProcess, month: number, balance: number): Cell[] {
  const value = (key: string): number => Number(plan.context.values.value(key));
  const paid = plan.horizon.firstMonth + month + value(process.lagMonths);
  return [
    [fieldOf(process.table, process.paidDate).label, dayOf(Math.floor(paid / 12), (paid % 12) + 1, 15)],
    [fieldOf(process.table, process.paidAmount).label, Math.round(balance * value(process.balanceShare) * 100) / 100],
  ];
}

/** Rows of the roster in a table with a chain, of enterprises with a simulated row there: earlier amounts count. */
function addOwnRows(plan: ForecastPlan, table: TableId, live: RowOwners, list: RowDraft[], everybody: boolean): void {
  const chained = plan.context.policy.measures.some((measure) => measure.table === table && measure.chain);
  if (!chained && !everybody) return;
  const owned = new Map<number, number[]>();
  plan.context.bound.owners(table, "uscc").forEach((enterprise, row) => {
    const rows = owned.get(enterprise);
    if (rows) rows.push(row);
    else owned.set(enterprise, [row]);
  });
  const wanted = everybody ? live.enterprise.keys() : new Set(list.map(({ owners }) => owners["uscc"] ?? -1));
  for (const owner of wanted) {
    if (owner < 0 || live.arrived[owner] === 1) continue;
    for (const template of owned.get(live.enterprise[owner] ?? -1) ?? []) {
      list.push({ template, trial: live.trial[owner] ?? 0, owners: { uscc: owner }, simulated: false, cells: [] });
    }
  }
}

function rowsOf(table: TableId, list: readonly RowDraft[]): TrialRows {
  const changes = new ChangeSet(list.length);
  list.forEach(({ cells }, row) => {
    for (const cell of cells) changes.write(row, cell);
  });
  return {
    template: Int32Array.from(list, ({ template }) => template),
    trial: Int32Array.from(list, ({ trial }) => trial),
    owners: new Map(
      ownerFields(table).map((field) => [field, Int32Array.from(list, ({ owners }) => owners[field] ?? somebodyElse)]),
    ),
    simulated: Uint8Array.from(list, ({ simulated }) => (simulated ? 1 : 0)),
    changes: changes.columns,
  };
}
