import { Eligibility } from "../policy/ledger.ts";
import type { PreparedPolicy } from "../policy/prepare.ts";
import type { AttritionProcess, CountProcess } from "../policy/process.ts";
import { fieldOf, fieldsOf } from "../roster/fields.ts";
import type { Candidate } from "./candidates.ts";
import type { Cell } from "./change-set.ts";
import { monthlyHazard } from "./common-factor.ts";
import { geometricSkip, skipScale } from "./distributions.ts";
import type { ForecastPlan, Placed } from "./forecast-plan.ts";
import type { KeyHash } from "./key-hash.ts";
import { never, type Moves } from "./moves.ts";
import { RandomStream } from "./random-stream.ts";
import { namesOf, rowPayments, type PricedRow, type RowPayment } from "./row-prices.ts";
import type { StaticEligibility } from "./static-eligibility.ts";
import type { TakeUp } from "./take-up.ts";
import type { TrialCells } from "./trial-cells.ts";
import { emptiedCells, ownerFields } from "./trial-rows.ts";

/** Persons of a row that leave one by one. */
interface Leaving {
  readonly hash: KeyHash;
  /** See `skipScale`: of the chance that a person leaves in a month. */
  readonly scale: number;
  /** Persons of each row of the table. */
  readonly persons: Float64Array;
}

/** Rows of one process priced once, by template, month of the start and month of the end. */
export interface AddedRows {
  readonly process: Placed<CountProcess>;
  /** What a row (of one person, where persons leave) brings, from `placeOf` on. */
  readonly payments: readonly (readonly RowPayment[])[];
  readonly placeOf: ReadonlyMap<number, number>;
  readonly ends: number;
  readonly leaving?: Leaving;
  /** By owner column, the enterprises that the templates name; absent: a row is its enterprise's own. */
  readonly owners?: ReadonlyMap<string, Int32Array>;
}

/** Monthly chance of leaving, from the share that stays a year. */
export const leavingScale = (retention: number): number => skipScale(monthlyHazard(1 - retention));

/**
 * Prices the rows that a process can add, where their amounts do not hang on the enterprise: eligibility, the claim
 * and a move are then all that a trial has to decide.
 * @param eligible an enterprise that is eligible as long as nothing happens to it
 */
export function addedRows(
  prepared: PreparedPolicy,
  plan: ForecastPlan,
  count: ForecastPlan["counts"][number],
  eligible: number,
): AddedRows | undefined {
  const { process } = count;
  const { templates } = count.plan;
  // what a new guarantee costs hangs on its default, its title and the pool
  const loses = plan.defaults.some((loss) => process.kind === "count" && loss.process.table === process.table);
  if (process.kind !== "count" || templates.length === 0 || loses) return undefined;
  const attrition = plan.attritions.find((candidate) => concerns(candidate.process, process));
  const { monthCount } = plan.horizon;
  const ends = attrition ? monthCount + 1 : 1;
  const kinds = kindsOf(prepared, plan, process, templates, attrition?.process);
  const places: number[] = [];
  const rows: PricedRow[] = [];
  for (const [template, kind] of kinds.first) {
    for (let month = 0; month < monthCount; month++) {
      // nobody leaves in the month they came, or before
      for (let end = attrition ? month + 1 : 0; end < ends; end++) {
        places.push((kind * monthCount + month) * ends + end);
        rows.push({ template, enterprise: eligible, cells: cellsOf(plan, process, month, attrition?.process, end) });
      }
    }
  }
  const priced = rowPayments(prepared, plan, process.table, rows, true);
  if (!priced) return undefined;
  const payments: (readonly RowPayment[])[] = [];
  places.forEach((place, row) => (payments[place] = priced[row] ?? []));
  return {
    process: { process, index: count.index, hash: count.hash },
    payments,
    placeOf: new Map(Array.from(kinds.of, ([template, kind]) => [template, kind * monthCount * ends])),
    ends,
    ...(attrition && { leaving: leavingOf(plan, attrition) }),
    ...(process.owner === "template" && {
      owners: new Map(
        ownerFields(process.table).map((field) => [field, plan.context.bound.owners(process.table, field)]),
      ),
    }),
  };
}

/** Templates that any formula of their table tells apart: by template its kind, and the first template of each kind. */
function kindsOf(
  prepared: PreparedPolicy,
  { context: { bound } }: ForecastPlan,
  { table }: CountProcess,
  templates: Int32Array,
  attrition: AttritionProcess | undefined,
): { readonly of: ReadonlyMap<number, number>; readonly first: ReadonlyMap<number, number> } {
  const named = new Set(
    prepared.measures.flatMap((compiled) => (compiled.measure.table === table ? namesOf(compiled) : [])),
  );
  const columns = fieldsOf(table)
    .filter(({ id, label, type }) => named.has(label) && type !== "date" && id !== attrition?.persons)
    .map(({ label }) => bound.operand(table, label));
  const kinds = new Map<string, number>();
  const first = new Map<number, number>();
  const of = new Map<number, number>();
  for (const template of templates) {
    const key = columns.map((column) => `${column?.values[template]}/${column?.state?.[template]}`).join("|");
    const kind = kinds.get(key) ?? kinds.size;
    if (!kinds.has(key)) first.set(template, kind);
    kinds.set(key, kind);
    of.set(template, kind);
  }
  return { of, first };
}

const concerns = (attrition: AttritionProcess, { table, rows }: CountProcess): boolean =>
  attrition.table === table && rows?.choices.every((choice) => attrition.rows.choices.includes(choice)) === true;

/** @param end month of the end, or the number of months where there is none */
function cellsOf(
  { horizon: { days, monthCount } }: ForecastPlan,
  { table, date }: CountProcess,
  month: number,
  attrition: AttritionProcess | undefined,
  end: number,
): Cell[] {
  const cells: Cell[] = [...emptiedCells(table), [fieldOf(table, date).label, days[month] ?? Number.NaN]];
  if (!attrition) return cells;
  cells.push([fieldOf(table, attrition.persons).label, 1]);
  if (end < monthCount) cells.push([fieldOf(table, attrition.end).label, days[end] ?? Number.NaN]);
  return cells;
}

function leavingOf(plan: ForecastPlan, { process, hash }: Placed<AttritionProcess>): Leaving {
  const retention = Number(plan.context.values.value(process.retention));
  const label = fieldOf(process.table, process.persons).label;
  return {
    hash,
    scale: leavingScale(retention),
    persons: plan.context.bound.operand(process.table, label)?.values ?? new Float64Array(),
  };
}

/** What adding rows to trials needs beside their prices. */
export interface RowTrials {
  readonly prepared: PreparedPolicy;
  readonly plan: ForecastPlan;
  readonly eligibility: StaticEligibility;
  readonly moves: Moves;
  readonly takeUp: TakeUp;
  readonly cells: TrialCells;
  readonly firstTrial: number;
}

const stream = new RandomStream();

/** Adds what one simulated row brings its trial. */
export function addRow(rows: AddedRows, candidate: Candidate, trials: RowTrials): void {
  const { plan, moves } = trials;
  const { enterprise, trial, month, template, serial } = candidate;
  const moved = moves.month(enterprise, trial);
  if (month >= moved) return;
  const place = (rows.placeOf.get(template) ?? 0) + month * rows.ends;
  if (!rows.leaving) {
    addPayments(rows, rows.payments[place] ?? [], candidate, trials, 1);
    return;
  }
  const { hash, scale, persons } = rows.leaving;
  const address = { high: trials.firstTrial + trial, low: serial };
  stream.moveTo(plan.seed, hash, address, rows.process.index);
  const none = plan.horizon.monthCount;
  for (let person = 0; person < Math.round(persons[template] ?? 0); person++) {
    const left = Math.min(month + 1 + geometricSkip(stream, scale), moved === never ? none : moved, none);
    // the persons of a row are one trigger
    addPayments(rows, rows.payments[place + left] ?? [], candidate, trials, person === 0 ? 1 : 0);
  }
}

/** @param triggers how many each trigger of the payments counts for: 0 or 1 */
function addPayments(
  { owners }: AddedRows,
  payments: readonly RowPayment[],
  { enterprise, trial, month, template }: Candidate,
  { prepared, eligibility, takeUp, cells, firstTrial }: RowTrials,
  triggers: 0 | 1,
): void {
  for (const { measure, year, arisen, planning, statutory, eligibility: open, bounds } of payments) {
    const rule = prepared.measures[measure]?.measure;
    // a row that keeps its owners may name two
    if (!rule || (owners && owners.get(rule.owner)?.[template] !== enterprise)) continue;
    const truth =
      (rule.admitsSoleTraders ? eligibility.base : eligibility.withoutSoleTraders)[enterprise] ?? Number.NaN;
    if (truth === 0) continue;
    const claimed = takeUp.claimed(rule.id, enterprise, firstTrial + trial, month);
    const known = truth === 1 && open === Eligibility.true;
    if (known) cells.addAmount(cells.statutory, measure, year, trial, statutory);
    if (!claimed) continue;
    if (!known) {
      cells.addAmount(cells.unverified, measure, year, trial, planning);
      continue;
    }
    cells.addPlanned(measure, year, arisen, trial, planning);
    for (const bound of bounds) {
      cells.addBound(measure, bound.limit, trial, triggers * bound.triggers, bound.gross, bound.forgone);
    }
  }
}
