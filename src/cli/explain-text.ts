import { isoDay } from "../core/date/day.ts";
import { numbersText, valueText } from "../core/formula/explanation-text.ts";
import type { ExplanationNode } from "../core/formula/types.ts";
import type { Fen } from "../core/money/money.ts";
import { articleName } from "../core/policy/article-name.ts";
import {
  absenceText,
  cellsText,
  explanationWords,
  fenText,
  instalmentText,
  limitText,
  sharesText,
  triggerLabel,
} from "../core/policy/explanation/describe-explanation.ts";
import type {
  AmountExplanation,
  Condition,
  DueExplanation,
  EnterpriseExplanation,
  EnterpriseFacts,
  MeasureExplanation,
  TriggerExplanation,
} from "../core/policy/explanation/explanation.ts";
import { bindNames, Eligibility, type BindName } from "../core/policy/ledger.ts";
import type { Measure, ParameterValue, Policy } from "../core/policy/policy.ts";

const words = explanationWords("zh");
const money = (fen: Fen): string => fenText(fen, "zh");
const truth = (value: number): string => valueText({ unit: "truth", value }, words.values);
const eligibilities = { [Eligibility.false]: "不符合", [Eligibility.true]: "符合", [Eligibility.unknown]: "待核实" };
const binds = Object.fromEntries(
  bindNames.map((name, index) => [
    name,
    ["比例或档次", "单项上限", "配套上限", "补足上限", "区级贡献上限", "迁出", "年度额度", "担保池余额", "不符合条件"][
      index
    ],
  ]),
) as Readonly<Record<BindName, string>>;

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

/** `公式 = 代入数值 = 结果`; a bare value says itself once. */
function equation(tree: ExplanationNode, result: string): string {
  const numbers = numbersText(tree, words.values);
  return [tree.text, ...(numbers === result ? [] : [numbers]), result].join(" = ");
}

const conditionLine = (condition: Condition): string => {
  const cells = cellsText(condition.cells, "zh");
  return `${words.conditions[condition.kind]}：${truth(condition.value)}${cells === "" ? "" : `（${cells}）`}`;
};

function amountLines(measure: Measure, amount: AmountExplanation): string[] {
  return [
    `限额前：${equation(amount.grossTree, money(amount.gross))}`,
    ...amount.state.map(({ name, unit, value }) => `其中 ${name}：${valueText({ unit, value }, words.values)}`),
    ...amount.limits.map(
      (limit) =>
        `${measure.limits[limit.index]?.label.zh ?? ""}：${limit.tree.text} = ${numbersText(limit.tree, words.values)}，${limitText(limit, "zh")}`,
    ),
    ...sharesText(amount, "zh"),
  ];
}

function dueLines(measure: Measure, due: DueExplanation): string[] {
  const months = due.months === undefined ? "" : `（${due.months} 个月）`;
  const statutory = amountLines(measure, due.statutory);
  const planning = amountLines(measure, due.planning);
  const differs = statutory.join() !== planning.join();
  return [
    `${due.year} 年${months}`,
    ...indented(planning),
    ...(differs ? ["  法定口径：", ...indented(indented(statutory))] : []),
  ];
}

function triggerLines(measure: Measure, trigger: TriggerExplanation, explained: MeasureExplanation): string[] {
  const { place, eligibility, payments } = trigger;
  const label = triggerLabel(measure, trigger, "zh");
  return [
    `${label} ${isoDay(trigger.date)}，${words.row(place.sheet, place.row)}，${eligibilities[eligibility as 0 | 1 | 2]}`,
    ...indented([
      ...trigger.conditions.map(conditionLine),
      ...trigger.dues.flatMap((due) => dueLines(measure, due)),
      ...payments.map((payment) => {
        const { year, gross, net, statutory, binds: bind } = payment;
        const instalment = instalmentText(payment, measure, explained.parameters, "zh");
        return `付款 ${year}${instalment === "" ? "" : `（${instalment}）`}：限额前 ${money(gross)}，应付 ${money(net)}，未享受 ${money(gross - net)}，法定口径 ${money(statutory)}，受限于${binds[bind]}`;
      }),
    ]),
  ];
}

const parameterText = (value: ParameterValue, type: string): string => {
  if (value === null) return words.values.unset;
  if (typeof value !== "number") return Array.isArray(value) ? value.join("、") : String(value);
  const unit = type === "share" || type === "yuan" ? type : "count";
  return valueText({ unit, value }, words.values);
};

function citationLines(policy: Policy, explained: MeasureExplanation): string[] {
  const parameters = explained.parameters.map(({ key, value }) => {
    const parameter = policy.parameters.find((candidate) => candidate.key === key);
    const clause = parameter?.clause;
    const cited = clause ? `${articleName(clause.article, "zh")}“${clause.quote}”` : (parameter?.source ?? "");
    return `${key} = ${parameterText(value, parameter?.type ?? "number")}，${cited}`;
  });
  return [...parameters, ...explained.readings.map(({ name, value }) => `口径 ${name} = ${value}`)];
}

function measureLines(policy: Policy, explained: MeasureExplanation): string[] {
  const measure = policy.measures[explained.measure];
  if (!measure) return [];
  const { sums, unverified, triggers } = explained;
  const heading = `${articleName(measure.article, "zh")} ${measure.label.zh}（${measure.id}，${measure.departments.join("、")}）`;
  if (triggers.length === 0) {
    return [
      `${heading}：没有触发`,
      ...indented(explained.absences.map((absence) => absenceText(absence, measure, "zh"))),
    ];
  }
  const open = unverified === 0 ? "" : `，待核实 ${money(unverified)}`;
  return [
    `${heading}：应付 ${money(sums.net)}，法定口径 ${money(sums.statutory)}${open}`,
    ...indented([
      ...triggers.flatMap((trigger) => triggerLines(measure, trigger, explained)),
      "依据",
      ...indented(citationLines(policy, explained)),
    ]),
  ];
}

function factLines({ place, size, base, definitions }: EnterpriseFacts): string[] {
  const class_ = (code: number): string => words.sizes[code] ?? "";
  const indicators = size.indicators.map(({ cell }) => cellsText([cell], "zh")).join("，");
  const standard = size.standard === undefined ? "行业未定" : `按${size.standard}，${indicators}`;
  return [
    `${words.row(place.sheet, place.row)}`,
    `划型：计算为${class_(size.computed)}（${standard}），申报为${class_(size.declared)}，是中小微企业：${truth(size.isSme)}`,
    `基准日的${conditionLine(base)}`,
    ...definitions.map(({ name, condition }) => `基准日${name}：${truth(condition.value)}`),
  ];
}

/** One enterprise's derivation in Chinese: the sum first, facts, then every measure with clauses. */
export function explanationLines(policy: Policy, explanation: EnterpriseExplanation): string[] {
  const { code, name, facts, measures } = explanation;
  const total = (pick: (measure: MeasureExplanation) => Fen): string =>
    money(measures.reduce((sum, measure) => sum + pick(measure), 0));
  return [
    `${name === "" ? "（不在企业表）" : name}（${code}），截至 ${isoDay(explanation.asOf)}`,
    `应付 ${total(({ sums }) => sums.net)}，法定口径 ${total(({ sums }) => sums.statutory)}，待核实 ${total(({ unverified }) => unverified)}`,
    ...indented(facts ? factLines(facts) : []),
    ...measures.flatMap((measure) => ["", ...measureLines(policy, measure)]),
  ];
}
