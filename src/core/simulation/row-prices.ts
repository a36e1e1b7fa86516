import { yearOf } from "../date/day.ts";
import { isSettledApart } from "../policy/allocation.ts";
import { Eligibility } from "../policy/ledger.ts";
import type { CompiledMeasure, PreparedPolicy } from "../policy/prepare.ts";
import { fieldsOf, type TableId } from "../roster/fields.ts";
import { boundTriggersOf } from "./bound-triggers.ts";
import { ChangeSet, type Cell } from "./change-set.ts";
import type { ForecastPlan } from "./forecast-plan.ts";
import { priceTrials } from "./price-trials.ts";
import type { Bound } from "./trial-cells.ts";
import { ownerFields } from "./trial-rows.ts";

/** One payment that a row brings its enterprise, 分. */
export interface RowPayment {
  readonly measure: number;
  readonly year: number;
  /** Year of the trigger. */
  readonly arisen: number;
  readonly planning: number;
  readonly statutory: number;
  /** `Eligibility` of the trigger for the enterprise it was priced with; never FALSE. */
  readonly eligibility: number;
  /** What binds a simulated row, by index into `bindNames`. */
  readonly bounds: readonly LimitBound[];
}

/** What the limit at an index into `bindNames` does. */
export interface LimitBound extends Bound {
  readonly limit: number;
}

/** A row to be priced by itself: a copy of a template with some cells of its own. */
export interface PricedRow {
  readonly template: number;
  /** Row in 企业 whose money it is. */
  readonly enterprise: number;
  readonly cells: readonly Cell[];
}

/** State of a trigger that any enterprise shares. */
const sharedState = new Set(["触发日", "检验日", "预算年度", "当年月数"]);

/** Every name that the amounts and conditions of a measure use. */
export const namesOf = ({ gross, eligible, limits, rules }: CompiledMeasure): string[] =>
  [
    gross,
    eligible,
    ...limits.flatMap(({ amount, when }) => [amount, when]),
    ...rules.flatMap((rule) => [rule.date, rule.exists, rule.gross]),
  ].flatMap((formula) => [...(formula?.checked.names ?? [])]);

/** Whether a measure speaks of its own table's columns alone, and nothing earlier counts. */
function speaksOfRowsAlone(compiled: CompiledMeasure): boolean {
  const { measure, scope } = compiled;
  if (measure.chain || measure.pool || measure.table === "enterprises") return false;
  const own = new Set(fieldsOf(measure.table).map(({ label }) => label));
  return namesOf(compiled).every((name) => {
    const kind = scope.lookup(name)?.kind;
    if (kind === "column") return own.has(name);
    return kind !== "state" || sharedState.has(name);
  });
}

/**
 * Prices rows of one table, each alone and claimed: by row, what it brings.
 * @param simulated whether the rows are new; else they are the roster's own
 * @returns undefined where an amount hangs on the enterprise, so that rows cannot be priced alone
 */
export function rowPayments(
  prepared: PreparedPolicy,
  plan: ForecastPlan,
  table: TableId,
  rows: readonly PricedRow[],
  simulated: boolean,
): RowPayment[][] | undefined {
  const { ledger, claims } = priceTrials(prepared, plan, rowBatch(table, rows, simulated), {
    measures: prepared.measures.filter(({ measure }) => measure.table === table && !isSettledApart(measure)),
    claimed: () => true,
  });
  if (claims.some(({ work }) => work.dues.length > 0)) return undefined;
  const byRow = rows.map((): RowPayment[] => []);
  const bounds = Array.from({ length: ledger.count }, (): LimitBound[] => []);
  const { asOf } = plan.context;
  boundTriggersOf(ledger, asOf, [Eligibility.true, Eligibility.unknown], (entry, limit, bound) => {
    bounds[entry]?.push({ limit, ...bound });
  });
  for (let entry = 0; entry < ledger.count; entry++) {
    const compiled = prepared.measures[ledger.measure[entry] ?? -1];
    if (!compiled || !speaksOfRowsAlone(compiled)) return undefined;
    if (ledger.eligibility[entry] === Eligibility.false) continue;
    byRow[ledger.row[entry] ?? -1]?.push({
      measure: ledger.measure[entry] ?? 0,
      year: ledger.year[entry] ?? 0,
      arisen: yearOf(ledger.date[entry] ?? Number.NaN),
      planning: ledger.net[entry] ?? 0,
      statutory: ledger.statutory[entry] ?? 0,
      eligibility: ledger.eligibility[entry] ?? 0,
      bounds: bounds[entry] ?? [],
    });
  }
  return byRow;
}

function rowBatch(table: TableId, rows: readonly PricedRow[], simulated: boolean) {
  const cells = new ChangeSet(rows.length);
  rows.forEach((row, i) => {
    for (const cell of row.cells) cells.write(i, cell);
  });
  const owners = Int32Array.from({ length: rows.length }, (_, i) => i);
  return {
    enterprise: Int32Array.from(rows, ({ enterprise }) => enterprise),
    trial: new Int32Array(rows.length),
    arrived: new Uint8Array(rows.length),
    changes: new Map<string, never>(),
    rows: new Map([
      [
        table,
        {
          template: Int32Array.from(rows, ({ template }) => template),
          trial: new Int32Array(rows.length),
          owners: new Map(ownerFields(table).map((field) => [field, owners])),
          simulated: new Uint8Array(rows.length).fill(simulated ? 1 : 0),
          changes: cells.columns,
        },
      ],
    ]),
  };
}
