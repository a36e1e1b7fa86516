import { isSettledApart } from "../policy/allocation.ts";
import type { Ledger } from "../policy/ledger.ts";
import type { Measure } from "../policy/policy.ts";
import { Candidates } from "./candidates.ts";
import type { DrawnBlock } from "./drawn-block.ts";
import { forecastOfMeasures } from "./forecast.ts";
import type { Forecast } from "./simulate-block.ts";

/**
 * Stands for all that is no firm's of the roster in a district's trials: firms that arrive, and rows whose code is not
 * in 企业.
 */
export const NO_FIRM = -1;

/** Whether what a measure pays a firm hangs on the firm's own rows and lives alone, not on who else claims. */
export const isFirmsOwn = (measure: Pick<Measure, "kind" | "table" | "allocation" | "clawback">): boolean =>
  measure.kind === "grant" && !isSettledApart(measure);

/**
 * The forecast of one firm within the district's: it prices what the district's trials drew for it. Measures whose money
 * is shared with others (pool, envelopes) are left out.
 * @param firm row in 企业, or {@link NO_FIRM}
 */
export function forecastOfFirm(forecast: Forecast, firm: number): Forecast {
  const measures = forecast.prepared.measures.filter(({ measure }) => isFirmsOwn(measure)).map(({ index }) => index);
  const own = forecastOfMeasures(forecast, new Set(measures));
  return {
    ...own,
    attritions: own.attritions.map((attrition) => ({
      ...attrition,
      rows: attrition.rows.filter(({ enterprise }) => enterprise === firm),
    })),
  };
}

/** What a block of the district drew for one firm. @param firm row in 企业, or {@link NO_FIRM} */
export function drawnOfFirm({ alone, rows, groupOf, groups, lives }: DrawnBlock, firm: number): DrawnBlock {
  const chosen: number[] = [];
  const placeOf = new Map<number, number>();
  groups.enterprise.forEach((enterprise, group) => {
    if ((groups.arrived[group] === 1 ? NO_FIRM : enterprise) !== firm) return;
    placeOf.set(group, chosen.length);
    chosen.push(group);
  });
  const owned = new Candidates();
  const ownGroups: number[] = [];
  for (let at = 0; at < rows.count; at++) {
    const group = groupOf[at] ?? -1;
    const place = group < 0 && firm === NO_FIRM ? -1 : placeOf.get(group);
    if (place === undefined) continue;
    owned.copy(rows, at);
    ownGroups.push(place);
  }
  const picked = Int32Array.from(chosen);
  return {
    alone: copiesOf(alone, firm),
    rows: owned,
    groupOf: Int32Array.from(ownGroups),
    groups: {
      enterprise: picked.map((group) => groups.enterprise[group] ?? -1),
      trial: picked.map((group) => groups.trial[group] ?? 0),
      arrived: Uint8Array.from(chosen, (group) => groups.arrived[group] ?? 0),
    },
    lives: chosen.flatMap((group) => lives[group] ?? []),
  };
}

function copiesOf(candidates: Candidates, firm: number): Candidates {
  const own = new Candidates();
  const { enterprise } = candidates.columns;
  for (let at = 0; at < candidates.count; at++) if (enterprise[at] === firm) own.copy(candidates, at);
  return own;
}

/** The entries of one firm in measures that are its own. @param firm row in 企业, or {@link NO_FIRM} */
export function ledgerOfFirm(
  ledger: Ledger,
  measures: readonly Parameters<typeof isFirmsOwn>[0][],
  firm: number,
): Ledger {
  const entries: number[] = [];
  for (let entry = 0; entry < ledger.count; entry++) {
    const measure = measures[ledger.measure[entry] ?? -1];
    if (ledger.enterprise[entry] === firm && measure && isFirmsOwn(measure)) entries.push(entry);
  }
  const picked = Int32Array.from(entries);
  const of = (column: Uint8Array | Int16Array | Int32Array | Float64Array) => (entry: number) => column[entry] ?? 0;
  return {
    count: picked.length,
    measure: Uint8Array.from(picked, of(ledger.measure)),
    enterprise: Int32Array.from(picked, of(ledger.enterprise)),
    row: Int32Array.from(picked, of(ledger.row)),
    trigger: Int32Array.from(picked, of(ledger.trigger)),
    rule: Uint8Array.from(picked, of(ledger.rule)),
    date: Float64Array.from(picked, of(ledger.date)),
    year: Int16Array.from(picked, of(ledger.year)),
    part: Uint8Array.from(picked, of(ledger.part)),
    gross: Float64Array.from(picked, of(ledger.gross)),
    net: Float64Array.from(picked, of(ledger.net)),
    statutory: Float64Array.from(picked, of(ledger.statutory)),
    eligibility: Uint8Array.from(picked, of(ledger.eligibility)),
    binds: Uint8Array.from(picked, of(ledger.binds)),
  };
}
