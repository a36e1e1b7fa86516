import type { ParameterValue } from "../src/core/policy/policy.ts";
import type { BindName } from "../src/core/policy/ledger.ts";

/** A row by canonical header: money in 万元, dates as ISO text. */
export type CaseRow = Readonly<Record<string, string | number>>;

/** One payment of a recorded trigger, in 元. */
export interface ExpectedPayment {
  readonly measure: string;
  readonly year: number;
  readonly net: number;
  readonly statutory: number;
  readonly eligibility: "true" | "unknown";
  readonly binds: BindName;
}

/** A case of the law worked by hand from the clause, never printed by the code under test. */
export interface WorkedCase {
  /** What the clause does here, as a sentence. */
  readonly name: string;
  /** The words of the clause, or the section of the calculation model, that decide. */
  readonly cites: string;
  /** Rows by sheet name. */
  readonly roster: Readonly<Record<string, readonly CaseRow[]>>;
  readonly values?: Readonly<Record<string, ParameterValue>>;
  readonly readings?: Readonly<Record<string, string>>;
  readonly asOf: string;
  /** Measures whose payments are compared: exactly those of `expected`, TRUE and UNKNOWN ones. */
  readonly measures: readonly string[];
  readonly expected: readonly ExpectedPayment[];
  /** Measures that must list a trigger of FALSE eligibility. */
  readonly refused: readonly string[];
  /** The sum, written out. */
  readonly arithmetic: string;
}

/** Codes of made-up enterprises with valid check characters. */
export const codes = {
  first: "91110102999900003H",
  second: "91110102999900011C",
  outside: "911101029999001690",
} as const;

/** A small firm that meets every base condition, with the facts of the case. */
export const firm = (facts: CaseRow = {}): CaseRow => ({
  统一社会信用代码: codes.first,
  企业名称: "示例企业甲",
  组织形式: "企业法人",
  申报划型: "小型",
  区内注册: "是",
  区内纳税: "是",
  独立核算: "是",
  经营异常或失信: "否",
  ...facts,
});

export const secondFirm = (facts: CaseRow = {}): CaseRow =>
  firm({ 统一社会信用代码: codes.second, 企业名称: "示例企业乙", ...facts });

/** A payment of TRUE eligibility; the statutory amount is the same unless given. */
export const paid = (
  measure: string,
  year: number,
  net: number,
  statutory: number = net,
  binds: BindName = "rate",
): ExpectedPayment => ({ measure, year, net, statutory, eligibility: "true", binds });

/** A payment priced as if eligible, reported as 待核实. */
export const unverified = (...payment: Parameters<typeof paid>): ExpectedPayment => ({
  ...paid(...payment),
  eligibility: "unknown",
});

type CaseFacts = Pick<WorkedCase, "name" | "cites" | "roster" | "expected" | "arithmetic"> & Partial<WorkedCase>;

/** Fills what most cases of one measure share. */
export const casesOf = (measures: readonly string[], cases: readonly CaseFacts[]): readonly WorkedCase[] =>
  cases.map((facts) => ({ measures, asOf: "2026-06-30", refused: [], ...facts }));
