import type { Fen } from "../money/money.ts";
import type { Context } from "../policy/block.ts";
import { Eligibility, type BindName } from "../policy/ledger.ts";
import type { CompiledMeasure } from "../policy/prepare.ts";
import type { Basis } from "../policy/values.ts";
import { usesName, type DetailRow } from "./detail-row.ts";
import type { DetailWords } from "./detail-words.ts";
import type { Identities } from "./identity.ts";
import type { At } from "./placed-table.ts";
import type { ReportInput } from "./report-input.ts";

export const bothBases = ["planning", "statutory"] as const satisfies readonly Basis[];

/** What a row is due in the end, 分: after instalments, envelope and pool. */
export interface Payout {
  readonly planning: Fen;
  readonly statutory: Fen;
  /** Raw instalments of each basis, and those that the planning basis pays. */
  readonly parts?: Readonly<Record<Basis | "paid", readonly Fen[]>>;
  /** Of a measure whose claims compete: what the row gets, before instalments, and why. */
  readonly allotted?: Readonly<Record<Basis, Allotted>> & {
    /** Order among rows of equal score: by date, credit code and row, from 0. */
    readonly tie: number;
  };
  /** Share of the envelope before it is cut to whole 分, for TRUE and for UNKNOWN rows as if the row were one. */
  readonly quotients?: Readonly<Record<1 | 2, number>>;
}

/** What competing gives a row on one basis, 分. */
export interface Allotted {
  readonly amount: Fen;
  /** 0 where it does not compete by rank. */
  readonly rank: number;
  /** By eligibility, 1 TRUE and 2 UNKNOWN: what rows of the contest may share in proportion, and what they ask for. */
  readonly available: Readonly<Record<1 | 2, Fen>>;
  readonly wanted: Readonly<Record<1 | 2, Fen>>;
}

/** A payment above in the same group that a row takes back. */
export interface Returned {
  /** Rows between it and the row of the payment. */
  readonly above: number;
  /** Number of the instalment, from 0. */
  readonly instalment: number;
  /** Year of the fact that takes it back. */
  readonly year: number;
}

/** A row of details with what it is due, and its place among the rows of its firm. */
export interface PaidRow extends DetailRow {
  readonly payout: Payout;
  readonly returned?: Returned;
  /** Rows of the same firm directly above it in the same chain. */
  readonly above: number;
}

/** Measures priced together, whose rows stand together. */
export interface DetailGroup {
  readonly measures: readonly CompiledMeasure[];
  readonly rows: readonly PaidRow[];
}

/** Cells of other tables that the rows of details refer to. */
export interface OtherCells {
  /** Cell of the pool's account that holds what is paid of a claim. */
  readonly paidFromPool: (row: DetailRow, basis: Basis) => string;
  /** Cells of a year's envelope: what rows of an eligibility may share, and what they ask for together. */
  readonly envelope: (year: number, eligibility: 1 | 2) => { readonly available: string; readonly wanted: string };
}

/** All that the columns of one sheet of details need to know. */
export interface DetailPlan {
  readonly input: ReportInput;
  readonly context: Context;
  readonly identities: Identities;
  readonly said: DetailWords;
  readonly groups: readonly DetailGroup[];
  readonly cells: OtherCells;
  /** Whether conditions are tested on another day than the trigger's. */
  readonly hasTestDay: boolean;
}

export const measuresOf = ({ groups }: Pick<DetailPlan, "groups">): readonly CompiledMeasure[] =>
  groups.flatMap(({ measures }) => measures);

/** Whether the statutory amount of a measure is by its formulas the planning amount. */
export function hasOneBasis({ policy }: Context, { measures }: Pick<DetailGroup, "measures">): boolean {
  return measures.every(
    (measure) =>
      Object.keys(measure.measure.statutory).length === 0 &&
      !Object.keys(policy.statutoryReadings).some((name) => usesName(measure, name)),
  );
}

/** The column that holds what a row has before it is paid in instalments. */
export const settledColumn = ({ measure }: CompiledMeasure, basis: Basis): string =>
  `${basis}.${measure.allocation ? "allotted" : "amount"}`;

export const isInstalled = ({ measure }: CompiledMeasure): boolean => measure.schedule.kind === "instalments";

export const departmentCount = ({ measure }: CompiledMeasure): number => Math.max(1, measure.departments.length);

/** What binds a row on the planning basis, as the ledger has it but for the whole row. */
export function bindOf(row: PaidRow): BindName {
  const { planning, payout, eligibility, measure } = row;
  if (eligibility === Eligibility.false) return "ineligible";
  const allotted = payout.allotted?.planning.amount;
  if (allotted !== undefined && payout.planning === allotted && allotted < planning.amount) return "envelope";
  if (payout.planning < planning.amount) return lastBind(row) ?? "rate";
  if (planning.yields) return "topup";
  let binds: BindName = "rate";
  let left = planning.gross;
  planning.limits.forEach((limit, i) => {
    if (limit === null || limit >= left) return;
    left = limit;
    binds = measure.limits[i]?.limit.kind ?? binds;
  });
  return binds;
}

/** What binds, as a formula over the row's cells. */
export function bindFormula(row: PaidRow, at: At, limitCells: readonly string[], { binds }: DetailWords): string {
  const word = (name: BindName): string => `"${binds[name]}"`;
  const gross = at("planning.gross");
  let formula = word("rate");
  limitCells.forEach((cell, i) => {
    const kind = row.measure.limits[i]?.limit.kind ?? "cap";
    const before = i === 0 ? gross : `MIN(${gross}:${limitCells[i - 1]})`;
    formula = `IF(${cell}<${before},${word(kind)},${formula})`;
  });
  if (row.planning.yields) formula = word("topup");
  if (row.measure.measure.allocation) {
    formula = `IF(${at("planning.allotted")}<${at("planning.amount")},${word("envelope")},${formula})`;
  }
  const lasting = lastBind(row);
  if (lasting)
    formula = `IF(${at("planning.total")}<${at(settledColumn(row.measure, "planning"))},${word(lasting)},${formula})`;
  return `IF(${at("eligibility")}=0,${word("ineligible")},${formula})`;
}

function lastBind({ measure }: PaidRow): BindName | undefined {
  if (measure.measure.pool) return "pool";
  if (measure.measure.kind === "shared-envelope") return "envelope";
  return isInstalled(measure) ? "moveout" : undefined;
}
