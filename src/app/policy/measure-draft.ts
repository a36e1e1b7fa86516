import { addedKinds, type AddedMeasure, type AddedParameter } from "../../core/policy/added-measure.ts";
import { addedProblems, type AddedProblem } from "../../core/policy/added-problems.ts";
import type { AllocationRule, Measure, Parameter, Policy, Schedule, TriggerRule } from "../../core/policy/policy.ts";
import type { Scenario } from "../../core/policy/scenario.ts";
import { fieldsOf, type TableId } from "../../core/roster/fields.ts";
import { valueOf } from "../state/scenario-edit.ts";

type Label = Measure["label"];

/** What a parameter of a type holds before anybody sets it. */
const firstValues = {
  share: 0,
  yuan: 0,
  count: 0,
  number: 0,
  date: "2024-01-01",
  shares: [0.5, 0.5],
} as const satisfies Record<Parameter["type"], AddedParameter["value"]>;

const both = (text: string): Label => ({ zh: text, en: text });

export const parameterOfType = (name: string, type: Parameter["type"]): AddedParameter => ({
  name,
  type,
  label: both(name),
  value: firstValues[type],
});

/** Columns of dates that a trigger may be: of the table, and of the enterprise. */
export const dateColumns = (table: TableId): readonly string[] => [
  ...new Set(
    [...fieldsOf(table), ...fieldsOf("enterprises")].filter(({ type }) => type === "date").map(({ label }) => label),
  ),
];

/** A measure that pays nothing yet: one reward of 0 元 on a date of the enterprise. */
export function newMeasure(id: string, article: number, label: string, department: string): AddedMeasure {
  const [date = ""] = dateColumns("enterprises");
  return {
    measure: {
      id,
      article,
      label: both(label),
      departments: [department],
      kind: "grant",
      table: "enterprises",
      owner: "uscc",
      triggers: [{ id: "on", label: both(date), date }],
      select: "each",
      admitsSoleTraders: false,
      gross: "奖励金额",
      limits: [],
      schedule: { kind: "once" },
      statutory: {},
      order: [],
      withoutFigure: false,
    },
    parameters: [parameterOfType("奖励金额", "yuan")],
  };
}

/** Measures that can be copied as a start. */
export const copiable = ({ measures }: Policy): readonly Measure[] =>
  measures.filter(({ kind }) => addedKinds.some((each) => each === kind));

/**
 * A copy that stands alone, with the values of the scenario: what it had received before is its own, and it excludes no
 * other measure. Names of parameters with a dot, which an added measure cannot have, get an underscore.
 */
export function copyOf(policy: Policy, scenario: Scenario, source: Measure, id: string, article: number, label: Label) {
  const prefix = `${source.id}.`;
  const parameters = policy.parameters
    .filter(({ key }) => key.startsWith(prefix))
    .map((parameter): AddedParameter => {
      const value = valueOf(scenario, parameter);
      const name = parameter.key.slice(prefix.length);
      return {
        name,
        type: parameter.type,
        label: parameter.label,
        value: value === "equal" ? firstValues.shares : value,
      };
    });
  const { chain } = source;
  const rest = omit(source, "exclusive", "pool", "workbookNote");
  const measure: Measure = { ...rest, id, article, label, ...(chain && { chain: { ...chain, group: id } }) };
  return withPlainNames({ measure, parameters });
}

/** Without some of its members. */
export const omit = <Whole extends object, Name extends keyof Whole & string>(
  whole: Whole,
  ...names: readonly Name[]
) =>
  Object.fromEntries(Object.entries(whole).filter(([name]) => !names.some((each) => each === name))) as Omit<
    Whole,
    Name
  >;

function withPlainNames({ measure, parameters }: AddedMeasure): AddedMeasure {
  const plain = (name: string): string => name.replaceAll(".", "_");
  const dotted = parameters.map(({ name }) => name).filter((name) => name.includes("."));
  const text = dotted
    .sort((a, b) => b.length - a.length)
    .reduce((json, name) => json.replaceAll(name, plain(name)), JSON.stringify(measure));
  return {
    measure: JSON.parse(text) as Measure,
    parameters: parameters.map((each) => ({ ...each, name: plain(each.name) })),
  };
}

/** A measure with the edits that the scenario makes to its parameters. */
export const withValues = ({ measure, parameters }: AddedMeasure, { values }: Scenario): AddedMeasure => ({
  measure,
  parameters: parameters.map((each) => ({ ...each, value: values[`${measure.id}.${each.name}`] ?? each.value })),
});

/** An id that no scenario and no draft has: another scenario's measure of the same id would be taken for the same. */
export function freeId(taken: readonly string[]): string {
  for (let number = 1; ; number++) {
    const id = `x${String(number).padStart(2, "0")}`;
    if (!taken.includes(id)) return id;
  }
}

export const freeArticle = ({ articles }: Policy, drafts: readonly AddedMeasure[]): number =>
  1 + Math.max(...articles.map(({ number }) => number), ...drafts.map(({ measure }) => measure.article));

const withParameters = (draft: AddedMeasure, needed: readonly AddedParameter[]): AddedMeasure => ({
  ...draft,
  parameters: [
    ...draft.parameters,
    ...needed.filter(({ name }) => !draft.parameters.some((each) => each.name === name)),
  ],
});

/** The rows it is paid for, with a date of theirs, owned by the column of the table that names the enterprise. */
export function withTable({ measure, parameters }: AddedMeasure, table: TableId): AddedMeasure {
  const codes = fieldsOf(table).filter(({ type }) => type === "code");
  const owner = (codes.find(({ id }) => id === "uscc") ?? codes[0])?.id ?? measure.owner;
  const dates = dateColumns(table);
  const triggers = measure.triggers.map((trigger) =>
    dates.includes(trigger.date) ? trigger : { ...trigger, date: dates[0] ?? "", label: both(dates[0] ?? "") },
  );
  const { schedule } = measure;
  const ends = endColumns(table);
  const kept: Schedule =
    schedule.kind !== "months" || ends.some(({ id }) => id === schedule.end)
      ? schedule
      : { ...schedule, end: ends[0]?.id ?? schedule.end };
  return { measure: { ...measure, table, owner, triggers, schedule: kept, order: [] }, parameters };
}

/** Columns of a table that can end a run of months, the most likely first. */
export function endColumns(table: TableId) {
  const dates = fieldsOf(table).filter(({ type }) => type === "date");
  const isEnd = ({ label }: { readonly label: string }): boolean => /结束|到期|迁出/u.test(label);
  return [...dates.filter(isEnd), ...dates.filter((date) => !isEnd(date))];
}

/** One more date that makes the measure due. */
export function withTrigger({ measure, parameters }: AddedMeasure): AddedMeasure {
  const ids = measure.triggers.map(({ id }) => id);
  let number = ids.length + 1;
  while (ids.includes(`on${number}`)) number += 1;
  const [date = ""] = dateColumns(measure.table);
  return withTriggers({ measure, parameters }, [...measure.triggers, { id: `on${number}`, label: both(date), date }]);
}

/** The triggers with their tiers, where the highest of a day counts: in the order in which they are listed. */
export function withTriggers(
  { measure, parameters }: AddedMeasure,
  triggers: readonly TriggerRule[],
  select: Measure["select"] = measure.select,
): AddedMeasure {
  const tiered = triggers.map((trigger, at): TriggerRule => {
    const rest = omit(trigger, "tier");
    return select === "highest-of-day" ? { ...rest, tier: at + 1 } : rest;
  });
  return { measure: { ...measure, select, triggers: tiered }, parameters };
}

/** How claims come to be paid where not all can be; `none`: all are. */
export function withOrder(draft: AddedMeasure, order: AllocationRule["order"] | "none"): AddedMeasure {
  const { measure } = draft;
  const rest = omit(measure, "allocation");
  if (order === "none") return { ...draft, measure: rest };
  const { per = "year", score = "", places, envelope } = measure.allocation ?? {};
  const allocation: AllocationRule = {
    per,
    order,
    ...(order === "score" && { score }),
    ...(order !== "share" && places !== undefined && { places }),
    ...(envelope !== undefined && { envelope }),
  };
  const next = { ...draft, measure: { ...rest, allocation } };
  if (allocation.places !== undefined || allocation.envelope !== undefined) return next;
  return order === "score" ? withLimit(next, "places", true) : withLimit(next, "envelope", true);
}

/** What the limits of an allocation are called, and what they hold before anybody sets them. */
const limits = {
  places: { ...parameterOfType("名额", "count"), value: 10 },
  envelope: { ...parameterOfType("资金额度", "yuan"), value: null },
} as const;

/** Sets or lifts a limit of the allocation, with the parameter that it reads. */
export function withLimit(draft: AddedMeasure, limit: keyof typeof limits, on: boolean): AddedMeasure {
  const { measure } = draft;
  if (!measure.allocation) return draft;
  const rest = omit(measure.allocation, limit);
  const allocation = on ? { ...rest, [limit]: limits[limit].name } : rest;
  return withParameters({ ...draft, measure: { ...measure, allocation } }, on ? [limits[limit]] : []);
}

/** Takes payments back when a firm moves out, with the parameters that this reads, or takes none back. */
export function withClawback(draft: AddedMeasure, on: boolean): AddedMeasure {
  const rest = omit(draft.measure, "clawback");
  if (!on) return { ...draft, measure: rest };
  const clawback = { date: "迁出日期", years: "追回年限", share: "追回比例" };
  return withParameters({ ...draft, measure: { ...rest, clawback } }, [
    { ...parameterOfType(clawback.years, "count"), value: 3 },
    { ...parameterOfType(clawback.share, "share"), value: 1 },
  ]);
}

/** A measure with an envelope has its yearly limit as a parameter. */
export function withKind(draft: AddedMeasure, kind: Measure["kind"]): AddedMeasure {
  const measure = { ...(kind === "grant" ? draft.measure : omit(draft.measure, "allocation", "clawback")), kind };
  const needed = kind === "grant" ? [] : [parameterOfType("年度额度", "yuan")];
  return withParameters({ ...draft, measure }, needed);
}

/** How it is paid, with the parameters that this reads. */
export function withSchedule(draft: AddedMeasure, kind: Schedule["kind"]): AddedMeasure {
  const offset = parameterOfType("兑付年度偏移", "count");
  const withIt = (schedule: Schedule, ...needed: readonly AddedParameter[]): AddedMeasure =>
    withParameters({ ...draft, measure: { ...draft.measure, schedule } }, needed);
  switch (kind) {
    case "once":
      return withIt({ kind, offset: offset.name }, offset);
    case "instalments":
      return withIt({ kind, shares: "分期", offset: offset.name }, parameterOfType("分期", "shares"), offset);
    case "anniversaries":
      return withIt({ kind, years: "年数" }, { ...parameterOfType("年数", "count"), value: 3 });
    case "months": {
      const [end] = endColumns(draft.measure.table);
      if (!end) return draft;
      return withIt({ kind, term: "月数", end: end.id }, { ...parameterOfType("月数", "count"), value: 36 });
    }
    default:
      return kind satisfies never;
  }
}

/** What keeps a draft from being used beside the other added measures. */
export function draftProblems(published: Policy, others: readonly AddedMeasure[], draft: AddedMeasure) {
  const { id, label } = draft.measure;
  const nameless: readonly AddedProblem[] =
    label.zh.trim() === ""
      ? [{ place: `${id}.label`, message: { zh: "请写措施名称", en: "give the measure a name" } }]
      : [];
  return [...nameless, ...addedProblems(published, [...others, draft])];
}
