import type { FieldId, TableId } from "../roster/fields.ts";
import type { Rating } from "./policy.ts";

/** A standard normal that all enterprises share in one year of one trial (section 7). */
export const factorNames = ["宏观", "审批力度", "上市窗口"] as const;
export type FactorName = (typeof factorNames)[number];

/** How a yearly rate follows a factor: Φ((Φ⁻¹(rate) + sign·√ρ·F)/√(1−ρ)); `correlation` is the key of ρ. */
export interface FactorLink {
  readonly factor: FactorName;
  readonly correlation: string;
  /** −1: a good year lowers the rate (defaults); 1: it raises it (recognition, listing). */
  readonly sign: 1 | -1;
}

/** What an event writes into a column: its own day (the 15th of its month), an amount in 元, a choice or a truth. */
export interface Change {
  readonly field: FieldId;
  readonly value: "event-day" | number | { readonly choice: string } | boolean;
}

/** A size that the roster cannot supply: lognormal by mean in 元 (or persons) and standard deviation of the logarithm. */
export interface SizeDefault {
  readonly field: FieldId;
  readonly mean: number;
  readonly sigma: number;
}

interface Described {
  readonly id: string;
  readonly label: { readonly zh: string; readonly en: string };
  /** Where the form of the process and its fixed numbers come from. */
  readonly source: string;
  readonly rating: Rating;
}

/** Meets an enterprise at a yearly rate, month by month, while it is at risk. */
export interface EventProcess extends Described {
  readonly kind: "event";
  /** Kleene over 企业 on the 检验日 (the 15th of the month); at risk only where TRUE. */
  readonly atRisk: string;
  /** Only enterprises of these 大类. */
  readonly industries?: readonly string[];
  /** Key of the yearly probability. */
  readonly rate: string;
  readonly link?: FactorLink;
  /** Key of a date after which the event does not happen. */
  readonly until?: string;
  readonly changes: readonly Change[];
  /** A second event, with a chance of success, some whole months after the first (both ends included). */
  readonly then?: {
    readonly success: number;
    readonly lagMonths: readonly [number, number];
    readonly changes: readonly Change[];
    /** The first event's own column: where it is filled in the roster already, the second follows from there. */
    readonly from: FieldId;
  };
}

/** Months for which a title or certificate holds (section 2). */
export const validityMonths = 36;

/** A title or certificate that reaches the end of its 36 months: renewed with a chance, else lost. */
export interface ReviewProcess extends Described {
  readonly kind: "review";
  readonly date: FieldId;
  /** Column of the expiry; absent: 36 months from the later of `date` and `renewed`. */
  readonly expiry?: FieldId;
  /** Column that takes the day of the renewal; absent: the expiry moves by 36 months. */
  readonly renewed?: FieldId;
  /** Key of the pass rate. */
  readonly passRate: string;
}

/** Rows of a child table that come at a yearly count over the whole district. */
export interface CountProcess extends Described {
  readonly kind: "count";
  readonly table: TableId;
  /** The rows it concerns: one or more choices of a column. */
  readonly rows?: { readonly field: FieldId; readonly choices: readonly string[] };
  readonly date: FieldId;
  /** Column that the drawn enterprise owns the row by; `template`: the resampled row keeps its own owner. */
  readonly owner: FieldId | "template";
  /** Kleene over 企业 on the as-of date: who can be drawn. */
  readonly atRisk: string;
  /** Key of the yearly count; unset: the mean of the roster's full years of the term. */
  readonly count: string;
  /** Yearly count an at-risk enterprise where the roster has no such row. */
  readonly perEnterprise: number;
  /** Used where the roster has fewer than five such rows. */
  readonly sizes: readonly SizeDefault[];
  readonly changes: readonly Change[];
}

/** New enterprises, each a copy of one of the roster. */
export interface ArrivalProcess extends Described {
  readonly kind: "arrival";
  /** Kleene over 企业 on the as-of date: whose copies come. */
  readonly like: string;
  /** Key of the yearly count, or of a yearly rate of the stock of `like`. */
  readonly count: { readonly key: string; readonly per: "year" | "stock" };
  /** Yearly count an SME where the roster has none and the key is unset. */
  readonly perEnterprise: number;
  /** Columns of the copy that are emptied. */
  readonly clears: readonly FieldId[];
  readonly changes: readonly Change[];
  /** Whole months by which `event-day` of these columns lies before the event. */
  readonly monthsBefore?: Readonly<Record<FieldId, number>>;
}

/** A live guarantee whose borrower defaults; the guarantor pays some months later. */
export interface DefaultProcess extends Described {
  readonly kind: "default";
  readonly table: TableId;
  readonly rate: string;
  readonly link: FactorLink;
  readonly start: FieldId;
  readonly end: FieldId;
  /** Months a guarantee without an end date lives. */
  readonly months: number;
  readonly balance: FieldId;
  readonly balanceShare: string;
  readonly lagMonths: string;
  readonly paidDate: FieldId;
  readonly paidAmount: FieldId;
}

/** Persons of a row that leave, each at the same yearly rate. */
export interface AttritionProcess extends Described {
  readonly kind: "attrition";
  readonly table: TableId;
  readonly rows: { readonly field: FieldId; readonly choices: readonly string[] };
  readonly persons: FieldId;
  readonly start: FieldId;
  readonly end: FieldId;
  /** Key of the yearly share that stays. */
  readonly retention: string;
}

/** Yearly lognormal growth of every enterprise's money columns by year. */
export interface GrowthProcess extends Described {
  readonly kind: "growth";
  readonly mean: string;
  readonly volatility: string;
  readonly factor: FactorName;
  /** Loading of the factor; the enterprise's own part takes √(1 − loading²). */
  readonly loading: number;
}

/** Everything that may happen after the as-of date. */
export type Process =
  EventProcess | ReviewProcess | CountProcess | ArrivalProcess | DefaultProcess | AttritionProcess | GrowthProcess;
