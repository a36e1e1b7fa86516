import type { AddedMeasure } from "./added-measure.ts";
import type { ParameterValue } from "./policy.ts";

/** Why an edit was made, and the document that it follows (依据). */
export interface Ground {
  readonly reason?: string;
  readonly document?: string;
}

/** The sparse set of differences from the policy as published. Money in 元, shares as fractions, dates ISO text. */
export interface Scenario {
  readonly name: string;
  readonly asOf?: string;
  /** Parameters and assumptions by key: one name space; null = the default. */
  readonly values: Readonly<Record<string, ParameterValue>>;
  readonly readings: Readonly<Record<string, string>>;
  readonly budgets: Readonly<
    Record<string, { readonly total?: number; readonly departments?: Readonly<Record<string, number>> }>
  >;
  readonly seed?: number;
  readonly trials?: number;
  /** Measures beside those of the policy, see `policyUnder`; absent: none. */
  readonly added?: readonly AddedMeasure[];
  /** Grounds of edits by key of a parameter or name of a reading; they move no figure. */
  readonly grounds?: Readonly<Record<string, Ground>>;
}

/** The policy as published: no difference at all. */
export const publishedScenario: Scenario = { name: "现行政策", values: {}, readings: {}, budgets: {} };
