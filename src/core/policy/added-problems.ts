import { checkFormula } from "../formula/formula.ts";
import type { Scope, Unit } from "../formula/types.ts";
import { fieldsOf } from "../roster/fields.ts";
import { policyUnder, type AddedMeasure } from "./added-measure.ts";
import type { Measure, Parameter, Policy } from "./policy.ts";
import { scoreUnit } from "./prepare.ts";
import { measureScope } from "./scope.ts";

/** Something of an added measure that cannot be used; `start` and `end` place it inside a formula. */
export interface AddedProblem {
  /** Such as `x01.gross`. */
  readonly place: string;
  readonly start?: number;
  readonly end?: number;
  readonly message: { readonly zh: string; readonly en: string };
}

/** Measures a scenario may add. */
const MOST_ADDED = 40;

const problem = (place: string, zh: string, en: string): AddedProblem => ({ place, message: { zh, en } });

/** Everything that keeps a policy from taking these measures; empty: they can be used. */
export function addedProblems(policy: Policy, added: readonly AddedMeasure[]): readonly AddedProblem[] {
  if (added.length > MOST_ADDED) {
    return [problem("added", `新增措施最多 ${MOST_ADDED} 项`, `at most ${MOST_ADDED} measures can be added`)];
  }
  const names = added.flatMap((each, index) => nameProblems(policy, added, each, index));
  if (names.length > 0) return names;
  const whole = policyUnder(policy, { added });
  return added.flatMap(({ measure }, index) => [
    ...columnProblems(measure),
    ...parameterProblems(whole, measure),
    ...tieProblems(whole, measure, policy.measures.length + index),
    ...sharingProblems(measure),
    ...formulaProblems(whole, measure),
  ]);
}

function nameProblems(
  { measures }: Policy,
  added: readonly AddedMeasure[],
  { measure: { id, departments, article }, parameters }: AddedMeasure,
  index: number,
): AddedProblem[] {
  const before = [...measures.map((each) => each.id), ...added.slice(0, index).map(({ measure }) => measure.id)];
  const found: AddedProblem[] = [];
  if (!/^[a-z][a-z0-9]{0,11}$/.test(id)) {
    found.push(problem(id, "编号须为小写字母加数字，如 x01", "an id is a small letter with digits, such as x01"));
  }
  if (before.includes(id)) found.push(problem(id, `编号 ${id} 已有，请另取`, `the id ${id} is taken; choose another`));
  if (departments.length === 0) found.push(problem(`${id}.departments`, "至少写一个部门", "name a department"));
  if (!Number.isInteger(article) || article < 1 || article > 99) {
    found.push(problem(`${id}.article`, "条款号须为1至99", "the article is a whole number from 1 to 99"));
  }
  parameters.forEach(({ name }, at) => {
    const isTwice = parameters.findIndex((each) => each.name === name) !== at;
    if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) || isTwice) {
      found.push(problem(`${id}.${name}`, "参数名须为文字且不重复", "a parameter has a name of letters, used once"));
    }
  });
  return found;
}

function columnProblems({ id, table, owner, order, schedule, exclusive }: Measure): AddedProblem[] {
  const fields = fieldsOf(table);
  const codes = fields.filter(({ type }) => type === "code").map((field) => field.id);
  const wanted = [
    ...order,
    ...(schedule.kind === "months" ? [schedule.end] : []),
    ...(exclusive ? [exclusive.by] : []),
  ];
  const unknown = wanted.filter((name) => !fields.some((field) => field.id === name));
  return [
    ...(codes.includes(owner)
      ? []
      : [problem(`${id}.owner`, `主体列须为 ${codes.join("、")} 之一`, `the owner is one of ${codes.join(", ")}`)]),
    ...unknown.map((name) => problem(`${id}.${name}`, `该表没有列 ${name}`, `the table has no column ${name}`)),
  ];
}

type Needed = (readonly [name: string, type: Parameter["type"]])[];

/** Parameters that a measure reads by name, by their type. */
const neededParameters = (measure: Measure): Needed => [...scheduleNeeds(measure), ...sharingNeeds(measure)];

function sharingNeeds({ allocation, clawback }: Measure): Needed {
  return [
    ...(allocation?.places === undefined ? [] : [[allocation.places, "count"] as const]),
    ...(allocation?.envelope === undefined ? [] : [[allocation.envelope, "yuan"] as const]),
    ...(clawback ? [[clawback.years, "count"] as const, [clawback.share, "share"] as const] : []),
  ];
}

function scheduleNeeds({ kind, schedule }: Measure): Needed {
  if (kind !== "grant") return [["年度额度", "yuan"]];
  switch (schedule.kind) {
    case "once":
      return schedule.offset === undefined ? [] : [[schedule.offset, "count"]];
    case "instalments":
      return [
        [schedule.shares, "shares"],
        [schedule.offset, "count"],
      ];
    case "months":
      return [[schedule.term, "count"]];
    case "anniversaries":
      return [[schedule.years, "count"]];
    default:
      return schedule satisfies never;
  }
}

function parameterProblems({ parameters }: Policy, measure: Measure): AddedProblem[] {
  const { id, statutory } = measure;
  const has = (name: string, type?: Parameter["type"]): boolean =>
    parameters.some((each) => each.key === `${id}.${name}` && (type === undefined || each.type === type));
  return [
    ...neededParameters(measure)
      .filter(([name, type]) => !has(name, type))
      .map(([name, type]) =>
        problem(`${id}.${name}`, `须有类型为 ${type} 的参数 ${name}`, `a parameter ${name} of type ${type} is needed`),
      ),
    ...parameters
      .filter(({ key, value, maximum = Infinity }) => key.startsWith(`${id}.`) && Number(value) > maximum)
      .map(({ key, maximum }) => problem(key, `不能大于 ${maximum}`, `must not be above ${maximum}`)),
    ...Object.keys(statutory)
      .filter((name) => !has(name))
      .map((name) => problem(`${id}.statutory.${name}`, `没有参数 ${name}`, `there is no parameter ${name}`)),
  ];
}

/** What a measure that competes for places or money, or is taken back, cannot be besides. */
function sharingProblems({ id, kind, table, schedule, chain, allocation, clawback }: Measure): AddedProblem[] {
  const at = (place: string, zh: string, en: string): AddedProblem => problem(`${id}.${place}`, zh, en);
  const found: AddedProblem[] = [];
  const whole = kind === "grant" && (schedule.kind === "once" || schedule.kind === "instalments");
  if (allocation && !whole) {
    const zh = "分配名额、额度只用于按触发一次核定的措施（一次或分期支付）";
    found.push(at("allocation", zh, "places and envelopes are for grants paid once or in instalments"));
  }
  if (allocation && chain) {
    const zh = "分配名额、额度的措施不能再用“本条已享受”";
    found.push(at("allocation", zh, "a measure that competes for places cannot read what was received before"));
  }
  if (allocation?.order === "score" && allocation.score === undefined) {
    found.push(at("allocation.score", "按评分排序须写评分公式", "ranking by a score needs its formula"));
  }
  if (allocation && allocation.order !== "share" && (allocation.places ?? allocation.envelope) === undefined) {
    found.push(at("allocation", "须有名额或额度", "name the places or the envelope"));
  }
  const hasPlaces = allocation?.places !== undefined;
  if (allocation?.order === "share" && (allocation.envelope === undefined || hasPlaces)) {
    const zh = "按比例核减只用额度，不设名额";
    found.push(at("allocation", zh, "cutting in proportion needs an envelope and no places"));
  }
  if (clawback && (kind !== "grant" || !fieldsOf(table).some((field) => field.id === "uscc"))) {
    const zh = "追回只用于有触发日期、以本企业为主体的措施";
    found.push(at("clawback", zh, "taking back is for grants with triggers whose rows name their enterprise"));
  }
  return found;
}

/** Ties to other measures go to earlier ones, so that none can go round in a circle. */
function tieProblems({ measures }: Policy, { id, kind, after, exclusive, triggers }: Measure, index: number) {
  const found: AddedProblem[] = [];
  if (after && !measures.slice(0, index).some((each) => each.id === after.measure)) {
    const [zh, en] = [`${after.measure} 须是排在前面的措施`, `${after.measure} must be a measure that stands before`];
    found.push(problem(`${id}.after`, zh, en));
  }
  const closing = measures.slice(0, index).find((each) => each.chain && each.exclusive?.group === exclusive?.group);
  if (exclusive && closing) {
    const zh = `互斥组 ${exclusive.group} 以 ${closing.id} 结束，不能再加`;
    found.push(problem(`${id}.exclusive`, zh, `the group ${exclusive.group} ends with ${closing.id}`));
  }
  if (kind === "grant" && triggers.length === 0) {
    found.push(problem(`${id}.triggers`, "至少要有一个触发日期", "a grant needs a trigger"));
  }
  return found;
}

/** Every formula of a measure with its place and unit, as it is compiled. */
function formulasOf(
  measure: Measure,
  scope: Scope,
): (readonly [place: string, text: string | undefined, unit: Unit])[] {
  const { triggers, limits, chain, exclusive, allocation } = measure;
  return [
    ...triggers.flatMap(
      ({ id, date, exists, gross }) =>
        [
          [`triggers.${id}.date`, date, "date"],
          [`triggers.${id}.exists`, exists, "truth"],
          [`triggers.${id}.gross`, gross, "yuan"],
        ] as const,
    ),
    ["eligible", measure.eligible, "truth"],
    ["testDay", measure.testDay, "date"],
    ["countsWhen", measure.countsWhen, "truth"],
    ["gross", measure.gross, "yuan"],
    ...limits.flatMap(
      ({ formula, when }, at) =>
        [
          [`limits.${at + 1}`, formula, "yuan"],
          [`limits.${at + 1}.when`, when, "truth"],
        ] as const,
    ),
    ["chain.opening", chain?.opening, "yuan"],
    ["chain.joins", chain?.joins, "truth"],
    ["exclusive.when", exclusive?.when, "truth"],
    [
      "allocation.score",
      allocation?.score,
      allocation?.score === undefined ? "count" : scoreUnit(allocation.score, scope),
    ],
    ["clawback.date", measure.clawback?.date, "date"],
  ];
}

/** A gross or a limit stands in MIN when it is compiled, so an unset cap is fine there. */
const wrapping = "MIN(";
const isAmount = (place: string): boolean => place === "gross" || /^limits\.\d+$/.test(place);

function formulaProblems(policy: Policy, measure: Measure): AddedProblem[] {
  const scope = measureScope(policy, measure);
  return formulasOf(measure, scope).flatMap(([place, text, unit]) => {
    if (text === undefined) return [];
    const before = isAmount(place) ? wrapping.length : 0;
    const checked = checkFormula(before > 0 ? `${wrapping}${text})` : text, scope, unit);
    if (!("problems" in checked)) return [];
    return checked.problems.map(({ start, end, message }) => ({
      place: `${measure.id}.${place}`,
      start: Math.max(0, start - before),
      end: Math.min(text.length, Math.max(0, end - before)),
      message,
    }));
  });
}
