import type { Day } from "../../date/day.ts";
import type { ExplanationNode, Unit } from "../../formula/types.ts";
import type { Fen } from "../../money/money.ts";
import type { SizeIndicator, Floors } from "../../roster/size-standard.ts";
import type { TableId } from "../../roster/fields.ts";
import type { BindName } from "../ledger.ts";
import type { AllocationRule, LimitKind, ParameterValue } from "../policy.ts";

/** A row of the workbook as Excel shows it. */
export interface RowPlace {
  readonly table: TableId;
  readonly sheet: string;
  readonly row: number;
}

/** One cell of the roster with what stands in it. `absent`: the workbook has no such column. */
export interface CellValue extends RowPlace {
  /** Canonical header. */
  readonly column: string;
  readonly unit: Unit;
  /** As in `Operand`: money in 元, NaN where not filled. */
  readonly value: number;
  readonly shown?: string;
  readonly state: "filled" | "blank" | "unreadable" | "absent";
}

/** What has to hold for a trigger to pay. */
export type ConditionKind =
  | "base"
  | "sole-trader"
  | "own"
  | "exists"
  /** The cell that ends a run of months can be read. */
  | "end-readable"
  /** Dated before 停止日期. */
  | "not-stopped"
  /** Every cell that the amount needs is filled and readable. */
  | "amount-known";

export interface Condition {
  readonly kind: ConditionKind;
  /** Kleene: 1, 0 or NaN for UNKNOWN. */
  readonly value: number;
  /** The formula with values; absent where the condition is no formula. */
  readonly tree?: ExplanationNode;
  /** Cells that make it FALSE or UNKNOWN; empty where it is TRUE. */
  readonly cells: readonly CellValue[];
}

/** A limit as it was tested: the amount before is lowered to `value` where that is less. */
export interface LimitExplanation {
  readonly kind: LimitKind;
  /** Index into `measure.limits`. */
  readonly index: number;
  readonly tree: ExplanationNode;
  /** 分; null where nothing bounds: not set, not applicable under the readings, or unknown and then no limit. */
  readonly value: Fen | null;
  /** Whether the readings make it apply. */
  readonly applies: boolean;
  readonly lowered: boolean;
}

/** How one due amount came about on one basis. */
export interface AmountExplanation {
  /** Earlier amounts and the like that the formulas used, by their name in formulas, 元. */
  readonly state: readonly { readonly name: string; readonly unit: Unit; readonly value: number }[];
  readonly grossTree: ExplanationNode;
  readonly gross: Fen;
  readonly limits: readonly LimitExplanation[];
  /** After all limits, and after 同一事项 where `forgoneForMatter`; before 迁出, the envelope and the pool. */
  readonly amount: Fen;
  /** Another measure is paid for the same matter. */
  readonly forgoneForMatter: boolean;
  /** What the pool had for this claim; `balance` is what was there when it came. */
  readonly pool?: { readonly claim: Fen; readonly balance: Fen; readonly paid: Fen };
  /** The year's 年度额度 and what the eligible firms would have together. */
  readonly envelope?: { readonly limit: Fen | null; readonly wanted: Fen };
  /** Where the claim stood among those that compete for places or money, and what it got. */
  readonly standing?: Standing;
}

/** A claim among those it competes with; limits are Infinity where there is none. */
export interface Standing {
  readonly order: AllocationRule["order"];
  /** Budget year of the contest; 0: the term. */
  readonly contest: number;
  /** NaN where it is not known. */
  readonly score: number;
  readonly scoreUnit: Unit;
  /** From 1 on; 0 where claims share in proportion, or nothing is claimed. */
  readonly rank: number;
  /** Claims of TRUE eligibility. */
  readonly rivals: number;
  readonly places: number;
  readonly envelope: Fen;
  /** Paid to the TRUE claims that go before it; in proportion: what all TRUE ones ask for. */
  readonly before: Fen;
  readonly paid: Fen;
}

/** One amount due of a trigger: the whole, or the part of a year. */
export interface DueExplanation {
  readonly year: number;
  /** Whole months of that year, where the measure counts months. */
  readonly months?: number;
  readonly planning: AmountExplanation;
  readonly statutory: AmountExplanation;
}

/** An entry of the ledger. */
export interface PaymentExplanation {
  readonly year: number;
  readonly part: number;
  readonly gross: Fen;
  readonly net: Fen;
  readonly statutory: Fen;
  readonly binds: BindName;
}

export interface TriggerExplanation {
  /** Index into `measure.triggers`; 0 where the measure has none (enterprise-years). */
  readonly rule: number;
  readonly date: Day;
  readonly place: RowPlace;
  /** An `Eligibility` code. */
  readonly eligibility: number;
  readonly conditions: readonly Condition[];
  readonly dues: readonly DueExplanation[];
  readonly payments: readonly PaymentExplanation[];
}

/** Why a row, or a rule of a measure, gives no trigger. */
export type Absence =
  /** The measure's table has no row of this code. */
  | { readonly kind: "no-row"; readonly table: TableId }
  /** The measure is not claimed by enterprises: an envelope, or the fund. */
  | { readonly kind: "no-entity" }
  | {
      readonly kind: "date-missing";
      readonly rule: number;
      readonly place: RowPlace;
      readonly cells: readonly CellValue[];
    }
  | {
      readonly kind: "condition-false";
      readonly rule: number;
      readonly place: RowPlace;
      readonly date: Day;
      readonly condition: Condition;
    }
  | {
      /** superseded: another trigger of the same day or an earlier one counts instead. */
      readonly kind: "outside-term" | "after-as-of" | "superseded";
      readonly rule: number;
      readonly place: RowPlace;
      readonly date: Day;
    };

export interface MeasureExplanation {
  /** Index into `policy.measures`. */
  readonly measure: number;
  readonly triggers: readonly TriggerExplanation[];
  readonly absences: readonly Absence[];
  /** Every number the formulas use, with its value under the scenario; the policy holds clause and source by key. */
  readonly parameters: readonly { readonly key: string; readonly value: ParameterValue }[];
  readonly readings: readonly { readonly name: string; readonly value: string }[];
  /** TRUE payments. */
  readonly sums: { readonly gross: Fen; readonly net: Fen; readonly statutory: Fen };
  /** Planning amounts of UNKNOWN triggers. */
  readonly unverified: Fen;
}

/** How large the firm is, and by what. Classes are `SizeClass` codes. */
export interface SizeExplanation {
  readonly computed: number;
  readonly declared: number;
  /** Kleene truth of 是中小微企业. */
  readonly isSme: number;
  readonly industryCode?: string;
  /** Row of the standard; absent where the industry is open. */
  readonly standard?: string;
  readonly indicators: readonly {
    readonly indicator: SizeIndicator;
    readonly floors: Floors;
    readonly cell: CellValue;
  }[];
}

/** What is known of the firm, on the as-of date. */
export interface EnterpriseFacts {
  readonly place: RowPlace;
  readonly size: SizeExplanation;
  readonly base: Condition;
  /** Every definition of the policy (在区, titles, certificate) on the as-of date. */
  readonly definitions: readonly { readonly name: string; readonly condition: Condition }[];
  /** Filled and unreadable cells of its row. */
  readonly cells: readonly CellValue[];
}

/** A row of a child table that names the firm, with its filled and unreadable cells. */
export interface FirmRow {
  readonly place: RowPlace;
  readonly cells: readonly CellValue[];
}

/** One enterprise under one scenario: every measure, due or not. */
export interface EnterpriseExplanation {
  readonly code: string;
  readonly name: string;
  readonly asOf: Day;
  /** Absent for a code that only other tables know. */
  readonly facts?: EnterpriseFacts;
  /** Its rows of every other table, table by table. */
  readonly rows: readonly FirmRow[];
  readonly measures: readonly MeasureExplanation[];
}
