import type { ParameterValue } from "./policy.ts";

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
}

/** The policy as published: no difference at all. */
export const publishedScenario: Scenario = { name: "现行政策", values: {}, readings: {}, budgets: {} };
