import { yearOf } from "../date/day.ts";
import type { Context, TrialFacts } from "../policy/block.ts";
import type { FieldId } from "../roster/fields.ts";
import { CellState, type Column, type Roster, type Table } from "../roster/roster.ts";
import { latestRevenue, sizeClasses } from "../roster/size-class.ts";
import type { ForecastPlan } from "./forecast-plan.ts";
import { growthSince, type Growth } from "./growth.ts";
import type { TrialBatch } from "./trial-batch.ts";

/** Columns that decide a size beside the revenue. */
const sizeFields: ReadonlySet<string> = new Set([
  "industryCode",
  "declaredSize",
  "employees",
  "assets",
  "financialAssets",
  "trustAssets",
] satisfies FieldId[]);

/** Revenue that no enterprise has, 分. */
const beyondAll = 1e18;

/** 1 for enterprises whose being 中小微企业 hangs on the revenue that a later year brings. */
export function sizeHangsOnRevenue({ bound, asOf, isSme }: Context): Uint8Array {
  const rows = Int32Array.from(isSme.keys());
  const at = (revenue: number): Float64Array =>
    classesAt(bound.roster, rows, new Float64Array(rows.length).fill(revenue), yearOf(asOf));
  const [none, most] = [at(0), at(beyondAll)];
  const revenueOf = latestRevenue(bound.roster, yearOf(asOf));
  return Uint8Array.from(isSme, (truth, i) => {
    const stays = Object.is(truth, none[i]) && Object.is(truth, most[i]);
    return stays || Number.isNaN(revenueOf(i)) ? 0 : 1;
  });
}

/** 是中小微企业 of some rows of 企业 at another 营业收入, 分. */
const classesAt = (roster: Roster, rows: Int32Array, revenue: Float64Array, asOfYear: number): Float64Array =>
  sizeClasses(withRevenue(roster, rows, revenue), asOfYear).isSme;

/** Some rows of 企业 with another 营业收入, as a roster of their own. */
function withRevenue(roster: Roster, rows: Int32Array, revenue: Float64Array): Roster {
  const { enterprises } = roster.tables;
  const select = ({ values, state }: Column): Column => ({
    values: Float64Array.from(rows, (row) => values[row] ?? Number.NaN),
    state: Uint8Array.from(rows, (row) => state[row] ?? CellState.blank),
  });
  const table: Table = {
    ...enterprises,
    rowCount: rows.length,
    columns: new Map([
      ...Array.from(enterprises.columns).flatMap(([id, column]): [string, Column][] =>
        sizeFields.has(id) ? [[id, select(column)]] : [],
      ),
      ["revenue", { values: revenue, state: new Uint8Array(rows.length).fill(CellState.filled) }],
    ]),
  };
  return { ...roster, tables: { ...roster.tables, enterprises: table } };
}

/** Enterprises of a batch; see `TrialBatch`. */
type Placed = Pick<TrialBatch, "enterprise" | "trial" | "arrived">;

/** 是中小微企业 by position in a batch and day; undefined where no growth can change it. */
export type SizeInTrials = (batch: Placed) => TrialFacts["isSmeOn"];

/**
 * Whether enterprises are 中小微企业 on days after the as-of date: by the revenue their trial gives them by that year,
 * where it decides. Before, and everywhere else, the class of the recorded part stands (section 3).
 */
export function sizeInTrials(plan: ForecastPlan, growth: Growth): SizeInTrials {
  const { sizeHangs, horizon, context } = plan;
  const { bound, asOf, isSme } = context;
  if (!sizeHangs.includes(1)) return () => undefined;
  const since = growthSince(plan, growth);
  const revenueOf = latestRevenue(bound.roster, yearOf(asOf));
  return ({ enterprise, trial, arrived }) => {
    const positions = enterprise
      .map((_, i) => i)
      .filter((i) => sizeHangs[enterprise[i] ?? -1] === 1 && arrived[i] !== 1);
    if (positions.length === 0) return undefined;
    const years = horizon.years.length;
    const rows = new Int32Array(positions.length * years);
    const revenue = new Float64Array(rows.length);
    positions.forEach((position, place) => {
      const row = enterprise[position] ?? -1;
      since(row, trial[position] ?? 0).forEach((factor, year) => {
        rows[place * years + year] = row;
        revenue[place * years + year] = Math.round(revenueOf(row) * factor);
      });
    });
    const grown = classesAt(bound.roster, rows, revenue, yearOf(asOf));
    const placeOf = new Map(Array.from(positions, (position, place) => [position, place]));
    return (position, day) => {
      const place = placeOf.get(position);
      const year = day > asOf ? horizon.years.indexOf(yearOf(day)) : -1;
      if (place === undefined || year < 0) return isSme[enterprise[position] ?? -1] ?? Number.NaN;
      return grown[place * years + year] ?? Number.NaN;
    };
  };
}
