import type { FieldId, TableId } from "../roster/fields.ts";
import type { Process } from "./process.ts";

/**
 * A policy as plain serialisable data: what a rule pack holds. Formulas are Excel formulas without the leading
 * `=`, over the headers of the roster, parameters and state; see `scope.ts` for every name they may use.
 */
export interface Policy {
  readonly id: string;
  readonly title: string;
  readonly number: string;
  /** First and last day on which a trigger counts, ISO text. */
  readonly termStart: string;
  readonly termEnd: string;
  readonly articles: readonly Article[];
  readonly measures: readonly Measure[];
  readonly parameters: readonly Parameter[];
  readonly readings: readonly Reading[];
  /** Names that formulas may use for longer formulas over 检验日 (the day eligibility is tested). */
  readonly definitions: readonly Definition[];
  /** Kleene condition that every trigger must meet on its 检验日; a text of the definitions' language. */
  readonly baseEligibility: string;
  /** 个体工商户 fail this for every measure that does not admit them. */
  readonly soleTraderTest: string;
  /** Key of the count of year pairs over which 连续增长 asks revenue to grow; absent: no formula may ask for it. */
  readonly growthYears?: string;
  /** Kleene condition that 担保时专精特新 tests on a pool's 检验日; absent: no borrower is titled. */
  readonly titleTest?: string;
  /** Key of what the acceptance of a domestic listing pays, where a listing is paid by stages; absent: it is not. */
  readonly acceptanceStage?: string;
  /** Amounts by calendar year around a trigger, e.g. 上年区级综合贡献. */
  readonly yearLookups: readonly YearLookup[];
  /** Roster dates whose newest is the default as-of date (section 2). */
  readonly asOfFields: readonly { readonly table: TableId; readonly field: FieldId }[];
  /** Readings that the statutory basis fixes, whatever the scenario says. */
  readonly statutoryReadings: Readonly<Record<string, string>>;
  /** What may happen after the as-of date (section 7). */
  readonly processes: readonly Process[];
  /** Named departures from any scenario, for a look at what goes badly. */
  readonly stressCases: readonly StressCase[];
  /** How uncertain the assumptions are, where somebody has said so. */
  readonly assumptionRanges: readonly AssumptionRange[];
  /** Departments known by other names since, for display and search. */
  readonly departmentAliases: Readonly<Record<string, readonly string[]>>;
  /** What a text in English calls each department that the articles name. */
  readonly departmentEnglish: Readonly<Record<string, string>>;
}

export interface Definition {
  readonly name: string;
  readonly label: { readonly zh: string; readonly en: string };
  readonly formula: string;
}

/** `name` = the money column of `family` in the year of the trigger plus `offset`. */
export interface YearLookup {
  readonly name: string;
  readonly english: string;
  readonly family: "营业收入" | "区级综合贡献";
  readonly offset: number;
}

export type ArticleKind =
  "general" | "monetary" | "monetary_unquantified" | "contingent" | "investment" | "indirect" | "service";

/** One article: the clause as printed, who is responsible, and what of the model it governs. */
export interface Article {
  readonly number: number;
  readonly chapter: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly kind: ArticleKind;
  /** As written, in order; empty where the text names no body. */
  readonly departments: readonly string[];
  readonly departmentText: string;
  /** Verbatim. */
  readonly text: string;
  readonly summary: { readonly zh: string; readonly en: string };
  /** modelled: formula pays; simplified: only an envelope or an assumption; none: no outlay in the text. */
  readonly coverage: "modelled" | "simplified" | "none";
  /** What the roster can count for an article that pays nothing, e.g. SMEs by class; a formula over 企业. */
  readonly coverageCount?: { readonly label: { readonly zh: string; readonly en: string }; readonly formula: string };
  /** Unclear wording: question, readings, what is modelled. */
  readonly ambiguities: readonly {
    readonly id: string;
    readonly question: string;
    readonly readings: readonly string[];
    readonly recommended: string;
    /** Name of the reading that switches it, where there is one. */
    readonly reading?: string;
  }[];
}

/** Where a number stands: the exact words in the article's text. */
export interface ClauseRef {
  readonly article: number;
  /** Substring of the article's text that contains `figure`. */
  readonly quote: string;
  /** The number as printed inside the quote, e.g. `30%`. */
  readonly figure: string;
}

/** How sure a number is: text of the policy, stored source read, computed, memory, judgement. */
export type Rating = "T" | "S" | "C" | "M" | "E";

export type ParameterValue = number | string | null | readonly number[];

/** A number of the clause (parameter) or one that the text does not give (assumption). Appendix A. */
export interface Parameter {
  /** e.g. `m06.补助比例`. */
  readonly key: string;
  readonly space: "parameter" | "assumption" | "simulation";
  /** share 0–1 · yuan · count (whole) · number · date (ISO text) · shares (fractions, sum 1). */
  readonly type: "share" | "yuan" | "count" | "number" | "date" | "shares";
  readonly label: { readonly zh: string; readonly en: string };
  /** Published or default value; null = unset; `"equal"` for an even schedule. Money in 元. */
  readonly value: ParameterValue;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly mayBeUnset: boolean;
  /** Live: its cell recomputes the workbook. Locked: it would change which rows exist. */
  readonly workbook: "live" | "locked";
  readonly lockedBecause?: { readonly zh: string; readonly en: string };
  readonly clause?: ClauseRef;
  readonly source: string;
  readonly rating: Rating;
}

/** A switch between interpretations of an unclear wording; the first option is the default. */
export interface Reading {
  readonly name: string;
  readonly label: { readonly zh: string; readonly en: string };
  readonly options: readonly { readonly value: string; readonly zh: string; readonly en: string }[];
  readonly articles: readonly number[];
  readonly question: { readonly zh: string; readonly en: string };
  readonly source: string;
  readonly workbook: "live" | "locked";
}

/** 10th and 90th percentile of what an assumption may truly be, in its own unit. */
export interface AssumptionRange {
  /** Key of a numeric assumption. */
  readonly key: string;
  readonly p10: number;
  readonly p90: number;
  readonly source: { readonly zh: string; readonly en: string };
  readonly rating: Rating;
}

/** What a scenario becomes in a bad or unusual course of things: its values and readings replace the scenario's. */
export interface StressCase {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly values: Readonly<Record<string, ParameterValue>>;
  readonly readings: Readonly<Record<string, string>>;
  readonly source: { readonly zh: string; readonly en: string };
  readonly rating: Rating;
}

/** The order is the one in which limits are tested: the last that lowers an amount is what binds. */
export const limitKinds = ["cap", "cofund", "topup", "contribution", "moveout", "envelope", "pool"] as const;
export type LimitKind = (typeof limitKinds)[number];

/** An upper limit of the amount. The amount is MIN(gross, all limits that apply), not below 0. */
export interface Limit {
  readonly kind: "cap" | "cofund" | "topup" | "contribution";
  readonly formula: string;
  /** Applies only where this is TRUE (a formula over readings); absent: always. */
  readonly when?: string;
  /** What a blank operand does: no limit and a flag, or an UNKNOWN amount. */
  readonly ifUnknown?: "no-limit";
  readonly label: { readonly zh: string; readonly en: string };
}

/** A dated fact that makes a measure payable. Exists unless its date is blank or `exists` is FALSE. */
export interface TriggerRule {
  readonly id: string;
  readonly label: { readonly zh: string; readonly en: string };
  /** Date formula over the row. */
  readonly date: string;
  /** Kleene; FALSE: no trigger; UNKNOWN: a trigger of UNKNOWN eligibility. 检验日 is the trigger date here. */
  readonly exists?: string;
  /** Rank of the title (1 lowest) for tiered rewards, read as 档次. */
  readonly tier?: number;
  /** Gross of this trigger where triggers of one measure differ. */
  readonly gross?: string;
}

/** When a trigger's amount is paid. `offset` and the like are local parameter names. */
export type Schedule =
  | { readonly kind: "once"; readonly offset?: string }
  /** Shares of the amount, one a year from year(trigger) + offset. Planning stops after the year of 迁出日期. */
  | { readonly kind: "instalments"; readonly shares: string; readonly offset: string }
  /** Whole months from the trigger's month, cut by term, end date, 迁出 and 期后续付; 当年月数 a calendar year. */
  | { readonly kind: "months"; readonly term: string; readonly end: FieldId }
  /** One claim a year on the anniversary, cut by 迁出 and 期后续付. */
  | { readonly kind: "anniversaries"; readonly years: string };

/** One payable line of an article: the unit of every table and chart. */
export interface Measure {
  readonly id: string;
  readonly article: number;
  readonly label: { readonly zh: string; readonly en: string };
  readonly departments: readonly string[];
  /**
   * grant: triggers priced by formula · shared-envelope: enterprise-years sharing 年度额度 (m04) ·
   * envelope: 年度额度 alone (m15, m18, m19) · pool: losses shared from a limited pool (m14) · fund: equity (m13).
   */
  readonly kind: "grant" | "shared-envelope" | "envelope" | "pool" | "fund";
  readonly table: TableId;
  /** Column that names the enterprise whose eligibility counts. */
  readonly owner: FieldId;
  readonly triggers: readonly TriggerRule[];
  /** each: every trigger · first: the first not FALSE · highest-of-day: of one day the highest tier. */
  readonly select: "each" | "first" | "highest-of-day";
  /** Test day of eligibility where it is not the trigger date, a date formula. */
  readonly testDay?: string;
  /** Replaces "trigger date in the term"; may use 触发日, 政策起始日, 政策截止日. */
  readonly countsWhen?: string;
  /** Further condition, Kleene, on the 检验日. */
  readonly eligible?: string;
  readonly admitsSoleTraders: boolean;
  /** Amount before any limit, 元. */
  readonly gross: string;
  readonly limits: readonly Limit[];
  readonly schedule: Schedule;
  /** Local names fixed on the statutory basis, e.g. 核定系数 = 1, 单项上限 = null. */
  readonly statutory: Readonly<Record<string, ParameterValue>>;
  /** Order of triggers of one day: columns of the row, before the sheet row. */
  readonly order: readonly FieldId[];
  /**
   * Earlier amounts of one enterprise read as 本条已享受. Measures of one group share it. `opening` is a formula;
   * `joins` tells whether the measure adds its amounts (default TRUE).
   */
  readonly chain?: { readonly group: string; readonly opening: string; readonly joins?: string };
  /**
   * Measures of one `group` exclude each other on one matter: rows of one enterprise with the same text in `by`. While
   * `when` is TRUE (a formula over readings) only the higher is paid. A measure with a chain stands last in its group.
   */
  readonly exclusive?: { readonly group: string; readonly by: FieldId; readonly when: string };
  /** State from another measure: `name` is TRUE if that measure has an eligible trigger before this one. */
  readonly after?: { readonly name: string; readonly measure: string };
  readonly pool?: PoolRule;
  readonly allocation?: AllocationRule;
  readonly clawback?: ClawbackRule;
  readonly workbookNote?: string;
  /** Shown where the text gives no figure. */
  readonly withoutFigure: boolean;
}

/** How claims come to be paid before others where not all can be. */
export const allocationOrders = ["score", "date", "share"] as const;

/**
 * Who is paid where places or money are fewer than claims (评审择优, 按序或按比例核减). A claim is a trigger whose amount
 * after all limits is above 0. `places` and `envelope` are local parameters, no limit while unset.
 */
export interface AllocationRule {
  /** Claims of one budget year compete, or all that are ever made. */
  readonly per: "year" | "term";
  /**
   * score: the highest first · date: the earliest first · share: all alike, the envelope in proportion. Of equal ones
   * the earlier trigger goes first, then the lower credit code, then the upper row; the last is paid what is left.
   */
  readonly order: (typeof allocationOrders)[number];
  /** The number that ranks, rounded to six decimals; UNKNOWN where a cell of it is. */
  readonly score?: string;
  /** Name of a count: so many are paid at most. */
  readonly places?: string;
  /** Name of an amount: so much is paid at most. */
  readonly envelope?: string;
}

/**
 * Payments that must be returned (追回): those of a trigger before the day of `date`, where that day's year is at most
 * `years` (a local count) after the payment's budget year. `share` (a local share) of what was paid is booked as a
 * negative payment in the year of the day, or of the payment if that is later.
 */
export interface ClawbackRule {
  readonly date: string;
  readonly years: string;
  readonly share: string;
}

/** Section 5. Column names are formula names of the measure's table. */
export interface PoolRule {
  readonly size: string;
  readonly refillReading: string;
  readonly recoveryShare: string;
  readonly recovery: FieldId;
  readonly recoveryDate: FieldId;
  /** Claims of one day: by these columns, then the sheet row. */
  readonly order: readonly FieldId[];
}
