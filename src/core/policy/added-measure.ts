import type { Article, Measure, Parameter, ParameterValue, Policy } from "./policy.ts";
import { preparePolicy, type PreparedPolicy } from "./prepare.ts";
import type { Scenario } from "./scenario.ts";

/** A number of an added measure, which its formulas name by `name`; money in 元, shares as fractions, dates ISO text. */
export interface AddedParameter {
  readonly name: string;
  readonly type: Parameter["type"];
  readonly label: Parameter["label"];
  /** null: unset. */
  readonly value: ParameterValue;
}

/** A measure that a scenario adds to the policy, in the shape of the rule pack's own. */
export interface AddedMeasure {
  readonly measure: Measure;
  readonly parameters: readonly AddedParameter[];
}

/** Kinds of measure that a scenario may add; pools and funds have ledgers of their own in the pack. */
export const addedKinds = ["grant", "shared-envelope", "envelope"] as const satisfies readonly Measure["kind"][];

/** Most that money or a count may be set to, as in the rule pack. */
const MOST = 1e12;

type Reads = Pick<Measure, "id" | "schedule" | "allocation" | "clawback">;

/** Most that a number may be which says when money is paid or returned: as in the rule pack, where forecasts end. */
function mostOf({ schedule, clawback }: Reads, name: string): number {
  const limits: readonly (readonly [string | undefined, number])[] = [
    ["offset" in schedule ? schedule.offset : undefined, 5],
    [schedule.kind === "anniversaries" ? schedule.years : undefined, 10],
    [schedule.kind === "months" ? schedule.term : undefined, 120],
    [clawback?.years, 10],
  ];
  return Math.min(MOST, ...limits.flatMap(([read, most]) => (read === name ? [most] : [])));
}

const bounds = (measure: Reads, name: string, type: Parameter["type"]): Pick<Parameter, "minimum" | "maximum"> =>
  type === "date" ? {} : { minimum: 0, maximum: type === "share" || type === "shares" ? 1 : mostOf(measure, name) };

/** A cell of these types would add or remove rows of the workbook. */
const locks = (type: Parameter["type"]): boolean => type === "count" || type === "date" || type === "shares";

/** A number of an added measure as the policy under its scenario has it. */
export const addedParameter = (measure: Reads, { name, type, label, value }: AddedParameter): Parameter => ({
  key: `${measure.id}.${name}`,
  space: "parameter",
  type,
  label,
  value,
  mayBeUnset: value === null,
  workbook: locks(type) && name !== measure.allocation?.places ? "locked" : "live",
  ...(locks(type) &&
    name !== measure.allocation?.places && {
      lockedBecause: { zh: "改动会增减明细行", en: "a change would add or remove rows" },
    }),
  source: "情景新增措施",
  rating: "E",
  ...bounds(measure, name, type),
});

/** Says wherever a measure is named that it is none of the law's. */
const marked = ({ zh, en }: Measure["label"]): Measure["label"] => ({
  zh: `${zh}（情景新增）`,
  en: `${en} (added by the scenario)`,
});

/** The article that an added measure stands under where the policy has none of its number. */
const articleFor = ({ article, label, departments }: Measure): Article => ({
  number: article,
  chapter: "情景新增措施",
  title: marked(label),
  kind: "monetary",
  departments,
  departmentText: "",
  text: label.zh,
  summary: label,
  coverage: "modelled",
  ambiguities: [],
});

function articlesWith(policy: Policy, added: readonly AddedMeasure[]): readonly Article[] {
  const articles = [...policy.articles];
  for (const { measure } of added) {
    if (!articles.some(({ number }) => number === measure.article)) articles.push(articleFor(measure));
  }
  return articles;
}

/**
 * The policy with the measures that a scenario adds, after its own; a scenario that adds none gives the very same
 * object. The measures must have passed `addedProblems`.
 */
export function policyUnder(policy: Policy, { added = [] }: Pick<Scenario, "added">): Policy {
  if (added.length === 0) return policy;
  return {
    ...policy,
    articles: articlesWith(policy, added),
    measures: [...policy.measures, ...added.map(({ measure }) => ({ ...measure, label: marked(measure.label) }))],
    parameters: [
      ...policy.parameters,
      ...added.flatMap(({ measure, parameters }) => parameters.map((each) => addedParameter(measure, each))),
    ],
  };
}

/**
 * The policy with what any of several scenarios adds: what each of them says can be named in it. Of one id added twice
 * the later scenario's measure stands.
 */
export function policyUnderAll(policy: Policy, scenarios: readonly Pick<Scenario, "added">[]): Policy {
  const added = new Map(scenarios.flatMap(({ added = [] }) => added.map((each) => [each.measure.id, each] as const)));
  return policyUnder(policy, { added: [...added.values()] });
}

/** {@link policyUnder}, compiled; a scenario that adds none gives what was prepared. */
export function preparedUnder(prepared: PreparedPolicy, scenario: Pick<Scenario, "added">): PreparedPolicy {
  const policy = policyUnder(prepared.policy, scenario);
  return policy === prepared.policy ? prepared : preparePolicy(policy);
}

/** Whether two scenarios add the same measures. */
export const addSame = (one: Pick<Scenario, "added">, other: Pick<Scenario, "added">): boolean =>
  JSON.stringify(one.added ?? []) === JSON.stringify(other.added ?? []);
