import { edate, monthIndexOf } from "../date/day.ts";
import type { Kernel } from "../formula/types.ts";
import type { Context } from "../policy/block.ts";
import type {
  ArrivalProcess,
  AttritionProcess,
  CountProcess,
  DefaultProcess,
  EventProcess,
  GrowthProcess,
  Process,
  ReviewProcess,
} from "../policy/process.ts";
import { fieldOf } from "../roster/fields.ts";
import { compileCondition, everAtRisk } from "./at-risk.ts";
import { countPlan, type CountPlan } from "./count-plan.ts";
import { expiriesOf } from "./expiries.ts";
import { horizonOf, type Horizon } from "./horizon.ts";
import { keyHash, type KeyHash } from "./key-hash.ts";
import { rowKeys } from "./row-keys.ts";
import { sizeHangsOnRevenue } from "./size-growth.ts";

/** A process with its position among the policy's processes and the address of its draws. */
export interface Placed<P extends Process> {
  readonly process: P;
  readonly index: number;
  readonly hash: KeyHash;
}

export interface EventPlan extends Placed<EventProcess> {
  readonly condition: Kernel;
  /** Enterprises that can come to be at risk. */
  readonly enterprises: Int32Array;
}

export interface PlannedReview extends Placed<ReviewProcess> {
  /** By enterprise; see `expiriesOf`. */
  readonly expiries: Float64Array;
}

/** Months of the horizon in which a guarantee can default: its life, both ends included. */
export interface LiveGuarantee {
  readonly row: number;
  readonly enterprise: number;
  readonly key: KeyHash;
  readonly firstMonth: number;
  readonly lastMonth: number;
}

/** What a forecast needs to know of a roster before anything is drawn. It does not depend on rates of the clauses. */
export interface ForecastPlan {
  /** The roster as it was known on the as-of day. */
  readonly context: Context;
  readonly horizon: Horizon;
  readonly seed: number;
  readonly enterpriseKeys: readonly KeyHash[];
  /** 1 for enterprises whose being 中小微企业 hangs on the revenue that their trial gives them. */
  readonly sizeHangs: Uint8Array;
  readonly events: readonly EventPlan[];
  readonly reviews: readonly PlannedReview[];
  readonly counts: readonly (Placed<CountProcess | ArrivalProcess> & { readonly plan: CountPlan })[];
  readonly defaults: readonly (Placed<DefaultProcess> & { readonly live: readonly LiveGuarantee[] })[];
  readonly attritions: readonly Placed<AttritionProcess>[];
  readonly growths: readonly Placed<GrowthProcess>[];
}

/** @param context over the roster's history (see `historyOf`) */
export function forecastPlan(context: Context, seed: number): ForecastPlan {
  const { processes } = context.policy;
  const horizon = horizonOf(context.asOf, context.termEnd);
  const placed = <P extends Process>(is: (process: Process) => process is P): Placed<P>[] =>
    processes.flatMap((process, index) => (is(process) ? [{ process, index, hash: keyHash(process.id) }] : []));
  const sizeHangs = sizeHangsOnRevenue(context);
  const possible = everAtRisk(context, processes, horizon, sizeHangs);
  return {
    context,
    horizon,
    seed,
    enterpriseKeys: enterpriseKeys(context),
    sizeHangs,
    events: placed((process) => process.kind === "event").map((event) => ({
      ...event,
      condition: compileCondition(context.policy, event.process.atRisk, event.process.id),
      enterprises: positionsOf(possible.get(event.process) ?? new Uint8Array()),
    })),
    reviews: placed((process) => process.kind === "review").map((review) => ({
      ...review,
      expiries: expiriesOf(context, horizon, review.process),
    })),
    counts: placed((process) => process.kind === "count" || process.kind === "arrival").map((count) => ({
      ...count,
      plan: countPlan(context, count.process),
    })),
    defaults: placed((process) => process.kind === "default").map((process) => ({
      ...process,
      live: liveGuarantees(context, horizon, process.process),
    })),
    attritions: placed((process) => process.kind === "attrition"),
    growths: placed((process) => process.kind === "growth"),
  };
}

const positionsOf = (flags: Uint8Array): Int32Array =>
  Int32Array.from(Array.from(flags.keys()).filter((i) => flags[i] === 1));

function enterpriseKeys({ bound }: Context): KeyHash[] {
  const codes = bound.operand("enterprises", "统一社会信用代码")?.values ?? new Float64Array();
  return Array.from(codes, (text) => keyHash(bound.roster.texts[text] ?? ""));
}

/** Guarantees in force after the as-of day whose guarantor has not paid yet. */
function liveGuarantees(context: Context, horizon: Horizon, process: DefaultProcess): LiveGuarantee[] {
  const { bound, asOf } = context;
  const dates = (field: string): Float64Array =>
    bound.operand(process.table, fieldOf(process.table, field).label)?.values ?? new Float64Array();
  const [starts, ends, paid] = [dates(process.start), dates(process.end), dates(process.paidDate)];
  const owners = bound.owners(process.table, "uscc");
  const keys = rowKeys(bound.roster, process.table);
  return Array.from(starts, (start, row): LiveGuarantee[] => {
    const end = ends[row] ?? Number.NaN;
    const last = Number.isNaN(end) ? edate(start, process.months) : end;
    const live = start <= asOf && Number.isNaN(paid[row]) && last > asOf;
    const lastMonth = Math.min(horizon.monthCount - 1, monthIndexOf(last) - horizon.firstMonth);
    if (!live || lastMonth < 0) return [];
    return [{ row, enterprise: owners[row] ?? -1, key: keyHash(keys[row] ?? ""), firstMonth: 0, lastMonth }];
  }).flat();
}
