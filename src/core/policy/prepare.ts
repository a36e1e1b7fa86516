import { checkFormula, compileKernel, type CheckedFormula } from "../formula/formula.ts";
import type { Kernel, Scope, Unit } from "../formula/types.ts";
import type { Limit, Measure, Policy, TriggerRule } from "./policy.ts";
import { measureScope } from "./scope.ts";

/** A checked formula with its column operation. */
export interface Compiled {
  readonly checked: CheckedFormula;
  readonly kernel: Kernel;
  /** The same without reading any blank as zero: NaN wherever an operand that decides the result is not known. */
  readonly strict: Kernel;
  /** Names whose blank reads zero in this amount. */
  readonly zeroIfBlank: ReadonlySet<string>;
}

export interface CompiledRule {
  readonly rule: TriggerRule;
  readonly date: Compiled;
  readonly exists?: Compiled;
  readonly gross?: Compiled;
}

export interface CompiledLimit {
  readonly limit: Limit;
  readonly amount: Compiled;
  readonly when?: Compiled;
}

/** A measure whose formulas are checked and compiled once, whatever the scenario. */
export interface CompiledMeasure {
  readonly measure: Measure;
  readonly index: number;
  readonly scope: Scope;
  readonly rules: readonly CompiledRule[];
  readonly base: Compiled;
  readonly soleTrader: Compiled;
  readonly eligible?: Compiled;
  readonly testDay?: Compiled;
  readonly countsWhen?: Compiled;
  readonly gross: Compiled;
  readonly limits: readonly CompiledLimit[];
  readonly opening?: Compiled;
  readonly joins?: Compiled;
  /** `exclusive.when`. */
  readonly excludes?: Compiled;
  readonly titleTest: Compiled;
  /** `allocation.score`, rounded as it is compared. */
  readonly score?: Compiled;
  /** `clawback.date`. */
  readonly takenBackOn?: Compiled;
}

export interface PreparedPolicy {
  readonly policy: Policy;
  readonly measures: readonly CompiledMeasure[];
  /** Counts for articles that pay nothing. */
  readonly coverage: readonly { readonly article: number; readonly formula: Compiled }[];
}

/** Compiles one formula. @throws Error naming measure, formula and place: a pack that does not check is our mistake */
function compile(text: string, unit: Unit, scope: Scope, where: string): Compiled {
  const checked = checkFormula(text, scope, unit);
  if ("problems" in checked) {
    const problems = checked.problems.map(({ start, end, message }) => `${start}–${end}: ${message.en}`).join("; ");
    throw new Error(`${where}: ${text}: ${problems}`);
  }
  return {
    checked,
    kernel: compileKernel(checked, scope, { amounts: unit === "yuan" }),
    strict: compileKernel(checked, scope),
    zeroIfBlank: new Set([...checked.names].filter((name) => scope.lookup(name)?.blankIsZero === true)),
  };
}

/** What a formula that ranks claims is a number of: people and things unless it is money or a share. */
export const scoreUnit = (text: string, scope: Scope): Unit =>
  (["yuan", "share"] as const).find((unit) => !("problems" in checkFormula(text, scope, unit))) ?? "count";

/** An amount that may be unset is legal only inside MIN, which is where every gross and limit stands. */
const capped = (formula: string): string => `MIN(${formula})`;

function compileMeasure(policy: Policy, measure: Measure, index: number): CompiledMeasure {
  const scope = measureScope(policy, measure);
  const one = (text: string, unit: Unit): Compiled => compile(text, unit, scope, measure.id);
  const { allocation, clawback } = measure;
  return {
    measure,
    index,
    scope,
    rules: measure.triggers.map((rule) => ({
      rule,
      date: one(rule.date, "date"),
      ...(rule.exists !== undefined && { exists: one(rule.exists, "truth") }),
      ...(rule.gross !== undefined && { gross: one(rule.gross, "yuan") }),
    })),
    base: one(policy.baseEligibility, "truth"),
    soleTrader: one(policy.soleTraderTest, "truth"),
    ...(measure.eligible !== undefined && { eligible: one(measure.eligible, "truth") }),
    ...(measure.testDay !== undefined && { testDay: one(measure.testDay, "date") }),
    ...(measure.countsWhen !== undefined && { countsWhen: one(measure.countsWhen, "truth") }),
    gross: one(capped(measure.gross), "yuan"),
    limits: measure.limits.map((limit) => ({
      limit,
      amount: one(capped(limit.formula), "yuan"),
      ...(limit.when !== undefined && { when: one(limit.when, "truth") }),
    })),
    ...(measure.chain && { opening: one(measure.chain.opening, "yuan") }),
    ...(measure.chain?.joins !== undefined && { joins: one(measure.chain.joins, "truth") }),
    ...(measure.exclusive && { excludes: one(measure.exclusive.when, "truth") }),
    titleTest: one(policy.titleTest ?? "FALSE", "truth"),
    ...(allocation?.score !== undefined && {
      score: one(`ROUND(${allocation.score},6)`, scoreUnit(allocation.score, scope)),
    }),
    ...(clawback && { takenBackOn: one(clawback.date, "date") }),
  };
}

/** What a chain has added cannot be taken back, so no later measure may outbid one with a chain. */
function checkExclusions({ measures }: Policy): void {
  for (const [index, { id, chain, exclusive }] of measures.entries()) {
    const later = measures.slice(index + 1).find((other) => other.exclusive?.group === exclusive?.group);
    if (chain && exclusive && later) throw new Error(`${id} has a chain and must stand after ${later.id}`);
  }
}

/** Checks and compiles every formula of a policy. @throws Error for data that is not coherent (our own mistake) */
export function preparePolicy(policy: Policy): PreparedPolicy {
  checkExclusions(policy);
  const scope = measureScope(policy, { id: "", table: "enterprises" });
  return {
    policy,
    measures: policy.measures.map((measure, index) => compileMeasure(policy, measure, index)),
    coverage: policy.articles.flatMap(({ number, coverageCount }) =>
      coverageCount
        ? [{ article: number, formula: compile(coverageCount.formula, "truth", scope, `article ${number}`) }]
        : [],
    ),
  };
}
