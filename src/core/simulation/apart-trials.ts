import { yearOf } from "../date/day.ts";
import { allocationTerms, codeRanks, isSettledApart, ownerTexts, rowPlaces } from "../policy/allocation.ts";
import type { Context } from "../policy/block.ts";
import { clawbackOf } from "../policy/clawback.ts";
import { Eligibility } from "../policy/ledger.ts";
import { outcomesOf, type Outcome } from "../policy/outcomes.ts";
import type { CompiledMeasure, PreparedPolicy } from "../policy/prepare.ts";
import { priceRecorded } from "../policy/recorded-work.ts";
import { departureDays, sharesOf } from "../policy/schedule.ts";
import { bookDues, type ApartDue, type ApartMoney, type ApartRule } from "./apart-dues.ts";
import { concerned } from "./apart-batch.ts";
import type { BlockGrowth, DrawnBlock } from "./drawn-block.ts";
import type { TrialBlock } from "./hazards.ts";
import { lifeBatch } from "./life-batch.ts";
import { trialContext } from "./price-trials.ts";
import type { Forecast } from "./simulate-block.ts";
import type { TrialBatch } from "./trial-batch.ts";
import type { TrialCells } from "./trial-cells.ts";
import { trialRows } from "./trial-rows.ts";

/** A measure whose dues are settled together in every trial, recorded ones and simulated ones. */
export interface ApartMeasure extends ApartRule {
  readonly measure: CompiledMeasure;
  /** What its triggers and amounts cannot be found without, itself among them. */
  readonly together: readonly CompiledMeasure[];
  readonly recorded: readonly ApartDue[];
  /** Contests of the recorded dues, with what they come to where a trial changes none of them. */
  readonly contests: ReadonlyMap<number, { readonly dues: readonly ApartDue[]; readonly booked: readonly Booked[] }>;
  /** Orders for ties: of the enterprises' codes, and of the rows of the table. */
  readonly codes: Float64Array;
  readonly rows: Float64Array;
  /** Whether rows of the roster are priced anew where something happens to their enterprise. */
  readonly repricesOwn: boolean;
}

type Booked = Parameters<ApartMoney["add"]>;

/** The measures of a policy that are settled apart, with their recorded dues over the roster's history. */
export function apartMeasures({ measures }: PreparedPolicy, context: Context): ApartMeasure[] {
  return measures
    .filter(({ measure }) => isSettledApart(measure))
    .flatMap((measure): ApartMeasure[] => {
      const { allocation, schedule, table, clawback } = measure.measure;
      const together = companions(measures, measure);
      const rule: ApartRule = {
        terms: allocation && allocationTerms(context, measure.measure, allocation),
        shares: schedule.kind === "instalments" ? sharesOf(context, measure, schedule.shares) : undefined,
      };
      const outcome = outcomesOf(priceRecorded(context, together).groups).get(measure.index);
      const orders = { codes: enterpriseCodes(context, measure), rows: rowPlaces(context, measure.measure) };
      const recorded = outcome ? duesOf(context, outcome, recordedPlace(context, measure, orders.rows)) : [];
      const repricesOwn = table === "enterprises" || clawback !== undefined;
      return [{ measure, together, recorded, contests: contestsOf(recorded, rule), ...rule, ...orders, repricesOwn }];
    });
}

/** Measures of the same rows, among which one matter may be paid once, and what a measure comes after. */
function companions(measures: readonly CompiledMeasure[], { measure }: CompiledMeasure): CompiledMeasure[] {
  const wanted = new Set(measures.filter((other) => other.measure.table === measure.table));
  for (const { measure: each } of wanted) {
    for (const other of measures) if (other.measure.id === each.after?.measure) wanted.add(other);
  }
  return measures.filter((each) => wanted.has(each));
}

function contestsOf(recorded: readonly ApartDue[], rule: ApartRule): ApartMeasure["contests"] {
  const contests = new Map<number, ApartDue[]>();
  for (const due of recorded) contests.set(due.contest, [...(contests.get(due.contest) ?? []), due]);
  return new Map(
    [...contests].map(([contest, dues]) => {
      const booked: Booked[] = [];
      bookDues(dues, rule, { add: (...each) => booked.push(each), bound: () => undefined });
      return [contest, { dues, booked }];
    }),
  );
}

/** By enterprise: the place of its code among those of the roster that can be owners. */
function enterpriseCodes(context: Context, { measure }: CompiledMeasure): Float64Array {
  const owners = ownerTexts(context, measure);
  const codes = ownerTexts(context, { table: "enterprises", owner: "uscc" });
  const ranks = codeRanks(context.bound.roster.texts, [...owners, ...codes]);
  return codes.map((text) => ranks.get(text) ?? 0);
}

/** Whose a trigger is, and its order among equal ones. */
type Place = (row: number, enterprise: number) => Pick<ApartDue, "enterprise" | "code" | "row">;

function recordedPlace(context: Context, { measure }: CompiledMeasure, rows: Float64Array): Place {
  const owners = ownerTexts(context, measure);
  const codes = ownerTexts(context, { table: "enterprises", owner: "uscc" });
  const ranks = codeRanks(context.bound.roster.texts, [...owners, ...codes]);
  return (row, enterprise) => ({ enterprise, code: ranks.get(owners[row] ?? -1) ?? 0, row: rows[row] ?? 0 });
}

/** The dues of a priced measure, before they are settled. */
function duesOf(context: Context, { work, planning, statutory }: Outcome, placeOf: Place): ApartDue[] {
  const { measure, triggers, dues } = work;
  const { allocation } = measure.measure;
  const takenOf = clawbackOf(context, measure, work);
  const departures = measure.measure.schedule.kind === "instalments" ? departureDays(context) : new Float64Array();
  return dues.map(({ trigger, year }, i): ApartDue => {
    const enterprise = triggers.block.enterprise[trigger] ?? -1;
    const date = triggers.date[trigger] ?? Number.NaN;
    const departure = departures[enterprise] ?? Number.POSITIVE_INFINITY;
    return {
      ...placeOf(triggers.block.row[trigger] ?? -1, enterprise),
      contest: allocation?.per === "term" ? 0 : year,
      date,
      year,
      eligibility: triggers.eligibility[trigger] ?? Eligibility.false,
      simulated: date > context.asOf,
      gross: planning.gross[i] ?? 0,
      binds: planning.binds[i] ?? 0,
      amount: { planning: planning.amount[i] ?? 0, statutory: statutory.amount[i] ?? 0 },
      score: {
        planning: planning.score ? (planning.score[i] ?? Number.NaN) : 0,
        statutory: statutory.score ? (statutory.score[i] ?? Number.NaN) : 0,
      },
      lastYear: Number.isFinite(departure) ? yearOf(departure) : Number.POSITIVE_INFINITY,
      taken: takenOf(trigger),
    };
  });
}

/** Settles in every trial of a block the dues of the measures that are settled apart: all that they pay. */
export function settleApart(
  forecast: Forecast,
  block: TrialBlock,
  drawn: DrawnBlock,
  grown: BlockGrowth,
  cells: TrialCells,
): void {
  for (const apart of forecast.apart) {
    if (!forecast.priced.has(apart.measure.index)) continue;
    const fresh = freshDues(forecast, block, drawn, grown, apart);
    for (let trial = 0; trial < block.count; trial++) settleTrial(apart, fresh, trial, cells);
  }
}

/** Dues of a block's trials that take the place of recorded ones, or are new. */
interface FreshDues {
  readonly byTrial: readonly (readonly ApartDue[])[];
  /** By trial: enterprises whose recorded dues are priced anew. */
  readonly replaced: readonly ReadonlySet<number>[];
}

function settleTrial(apart: ApartMeasure, { byTrial, replaced }: FreshDues, trial: number, cells: TrialCells): void {
  const { index } = apart.measure;
  const money: ApartMoney = {
    add: (basis, year, arisen, amount) => {
      if (basis === "planning") cells.addPlanned(index, year, arisen, trial, amount);
      else cells.addAmount(cells[basis], index, year, trial, amount);
    },
    bound: (limit, triggers, gross, forgone) => {
      cells.addBound(index, limit, trial, triggers, gross, forgone);
    },
  };
  const fresh = new Map<number, ApartDue[]>();
  for (const due of byTrial[trial] ?? []) fresh.set(due.contest, [...(fresh.get(due.contest) ?? []), due]);
  const gone = replaced[trial] ?? new Set();
  for (const [contest, { dues, booked }] of apart.contests) {
    const kept = gone.size === 0 ? dues : dues.filter(({ enterprise }) => !gone.has(enterprise));
    if (kept.length === dues.length && !fresh.has(contest)) for (const each of booked) money.add(...each);
    else bookDues([...kept, ...(fresh.get(contest) ?? [])], apart, money);
  }
  for (const [contest, dues] of fresh) if (!apart.contests.has(contest)) bookDues(dues, apart, money);
}

function freshDues(
  forecast: Forecast,
  block: TrialBlock,
  drawn: DrawnBlock,
  grown: BlockGrowth,
  apart: ApartMeasure,
): FreshDues {
  const byTrial = Array.from({ length: block.count }, (): ApartDue[] => []);
  const replaced = Array.from({ length: block.count }, () => new Set<number>());
  const batch = batchOf(forecast, block, drawn, grown, apart);
  if (!batch) return { byTrial, replaced };
  if (apart.repricesOwn) {
    batch.enterprise.forEach((enterprise, position) => {
      if (batch.arrived[position] !== 1) replaced[batch.trial[position] ?? 0]?.add(enterprise);
    });
  }
  const context = trialContext(forecast.plan, batch, (measureId, position, day) => {
    const row = batch.enterprise[position] ?? -1;
    return forecast.takeUp.claimedOn(measureId, row, block.first + (batch.trial[position] ?? 0), day);
  });
  const present = apart.together.filter(({ measure }) => context.bound.rowCount(measure.table) > 0);
  const outcome = outcomesOf(priceRecorded(context, present).groups).get(apart.measure.index);
  if (!outcome) return { byTrial, replaced };
  const rows = batch.rows.get(apart.measure.measure.table);
  const { block: triggers } = outcome.work.triggers;
  const dues = duesOf(context, outcome, (row, position) => placeInTrial(batch, apart, row, position));
  outcome.work.dues.forEach(({ trigger }, i) => {
    const trial = rows ? rows.trial[triggers.row[trigger] ?? -1] : batch.trial[triggers.enterprise[trigger] ?? -1];
    const due = dues[i];
    if (due) byTrial[trial ?? 0]?.push(due);
  });
  return { byTrial, replaced };
}

/** A new row, and one of a new enterprise, goes after those that it is a copy of. */
function placeInTrial(batch: TrialBatch, { measure, codes, rows }: ApartMeasure, row: number, position: number) {
  const enterprise = batch.enterprise[position] ?? -1;
  const own = batch.rows.get(measure.measure.table);
  const template = own ? (own.template[row] ?? -1) : enterprise;
  const isCopy = (own ? own.simulated[row] : batch.arrived[position]) === 1;
  return { enterprise, code: codes[enterprise] ?? 0, row: (rows[template] ?? rows.length) + (isCopy ? 0.5 : 0) };
}

/** Enterprises in trials in which something happens that concerns the measure, with their rows. */
function batchOf(
  { plan }: Forecast,
  block: TrialBlock,
  drawn: DrawnBlock,
  grown: BlockGrowth,
  { measure, repricesOwn }: ApartMeasure,
): TrialBatch | undefined {
  const { table } = measure.measure;
  const { positions, rows, positionOf, lived } = concerned(plan, block, drawn, table, repricesOwn);
  if (positions.length === 0 && rows.count === 0) return undefined;
  const batch = lifeBatch(plan, lived, grown, positions);
  if (table === "enterprises") return batch;
  return {
    ...batch,
    rows: trialRows(plan, rows, { ...batch, positionOf }, block.first, repricesOwn ? table : null),
  };
}
