import type { Evaluation } from "../policy/evaluation.ts";
import { Eligibility, type Ledger } from "../policy/ledger.ts";
import type { Measure } from "../policy/policy.ts";
import { unnamedDepartment } from "../policy/cells.ts";
import type { ReportInput } from "./report-input.ts";

const departmentsOf = ({ departments }: Measure): readonly string[] =>
  departments.length > 0 ? departments : [unnamedDepartment];

/** Whether a report shows a measure: all of them, or those for which its department answers, alone or with others. */
export const showsMeasure = (input: Pick<ReportInput, "department">, measure: Measure): boolean =>
  input.department === undefined || departmentsOf(measure).includes(input.department);

/** The same report over its department's measures alone: what belongs to others is taken out of the evaluation. */
export function withinDepartment(input: ReportInput): ReportInput {
  if (input.department === undefined) return input;
  const { measures } = input.prepared.policy;
  const shown = new Set([...measures.keys()].filter((index) => isShownAt(input, measures, index)));
  const { evaluation } = input;
  const ledger = ledgerOf(evaluation.ledger, shown);
  const ofShown = <T extends { readonly measure: number }>(list: readonly T[]): readonly T[] =>
    list.filter(({ measure }) => shown.has(measure));
  return {
    ...input,
    evaluation: {
      ...evaluation,
      ledger,
      pools: { planning: ofShown(evaluation.pools.planning), statutory: ofShown(evaluation.pools.statutory) },
      funds: ofShown(evaluation.funds),
      recordedTriggers: evaluation.recordedTriggers.map((count, index) => (shown.has(index) ? count : 0)),
      afterAsOf: ofShown(evaluation.afterAsOf),
      atStake: atStakeOf(evaluation, ledger, measures),
    },
  };
}

const isShownAt = (input: ReportInput, measures: readonly Measure[], index: number): boolean => {
  const measure = measures[index];
  return measure !== undefined && showsMeasure(input, measure);
};

/** The entries of some measures, in their order. */
function ledgerOf(ledger: Ledger, shown: ReadonlySet<number>): Ledger {
  const kept = Array.from({ length: ledger.count }, (_, entry) => entry).filter((entry) =>
    shown.has(ledger.measure[entry] ?? -1),
  );
  const pick = <T extends Uint8Array | Int16Array | Int32Array | Float64Array>(column: T): T => {
    const picked = column.slice(0, kept.length);
    kept.forEach((entry, index) => (picked[index] = column[entry] ?? 0));
    return picked as T;
  };
  return {
    count: kept.length,
    measure: pick(ledger.measure),
    enterprise: pick(ledger.enterprise),
    row: pick(ledger.row),
    trigger: pick(ledger.trigger),
    rule: pick(ledger.rule),
    date: pick(ledger.date),
    year: pick(ledger.year),
    part: pick(ledger.part),
    gross: pick(ledger.gross),
    net: pick(ledger.net),
    statutory: pick(ledger.statutory),
    eligibility: pick(ledger.eligibility),
    binds: pick(ledger.binds),
  };
}

/** Money at stake on rows that the kept entries concern: a row's own, or its enterprise's. */
function atStakeOf({ atStake }: Evaluation, ledger: Ledger, measures: readonly Measure[]): Evaluation["atStake"] {
  const openRows = new Set<string>();
  const enterprises = new Set<number>();
  for (let entry = 0; entry < ledger.count; entry++) {
    const { table } = measures[ledger.measure[entry] ?? 0] ?? {};
    if (ledger.eligibility[entry] === Eligibility.unknown) openRows.add(`${table} ${ledger.row[entry]}`);
    enterprises.add(ledger.enterprise[entry] ?? -1);
  }
  return atStake.filter(({ code, table, row, enterprise }) =>
    code === "eligibility-unknown" ? openRows.has(`${table} ${row}`) : enterprises.has(enterprise),
  );
}
