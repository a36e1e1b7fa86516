import { countText } from "../text/amount.ts";

/** Words of the recorded amounts beside the clauses. */
const zh = {
  exposure: "已记录的金额",
  title: (amount: string, year: string) => `应付 ${amount}，${year} 年最多`,
  nothing: "名册中没有触发",
  withoutRoster: "导入名册后，这里列出已触发的金额。",
  description: (title: string, parts: string) => `按预算年度的柱图。${title}。${parts}。`,
  triggersBy: "触发笔数，按受限于（不含待核实）",
  simulatedBy: (triggers: string) => `模拟的触发平均每次试验 ${triggers} 笔，受限于`,
  reaches: (label: string, count: number) => `${label}：${countText(count)} 家`,
  words: "文字",
  excel: "Excel",
  amountOf: "金额",
  notAbove: (label: string) => `，不超过${label}`,
  asPublished: "默认口径",
  changed: "已改",
  /** Names that the engine gives to formulas, for languages other than the law's. */
  names: {} as Readonly<Record<string, string>>,
  terms: {
    least: (parts: readonly string[]) => `${parts.join("、")}中最小的`,
    largest: (parts: readonly string[]) => `${parts.join("、")}中最大的`,
    notNegative: (part: string) => `${part}（不足 0 按 0）`,
    choice: (condition: string, yes: string, no: string) => `${condition}的为${yes}，否则为${no}`,
    byRank: (rank: string, parts: readonly string[]) => `按${rank}取${parts.join("、")}`,
    rounded: (part: string) => `${part}（四舍五入到分）`,
    is: (name: string, value: string) => `${name}为“${value}”`,
  },
};

const en: typeof zh = {
  exposure: "Recorded amounts",
  title: (amount, year) => `${amount} due, most of it in ${year}`,
  nothing: "Nothing in the roster triggers it",
  withoutRoster: "Once a roster is imported, what it has triggered stands here.",
  description: (title, parts) => `Bars by budget year. ${title}. ${parts}.`,
  triggersBy: "Triggers by what limits them, without unverified",
  simulatedBy: (triggers) => `Simulated triggers, ${triggers} a trial on average, by what limits them`,
  reaches: (label, count) => `${label}: ${countText(count)}`,
  words: "In words",
  excel: "Excel",
  amountOf: "Amount",
  notAbove: (label) => `, at most the ${label}`,
  asPublished: "default reading",
  changed: "changed",
  names: {
    本条已享受: "already received under the article",
    本条本年已享受: "already received this year under the article",
    当年月数: "months of the year",
    档次: "tier",
    已达档次: "tier reached",
    担保时专精特新: "titled when the guarantee began",
  },
  terms: {
    least: (parts) => `the least of ${parts.join(", ")}`,
    largest: (parts) => `the largest of ${parts.join(", ")}`,
    notNegative: (part) => `${part} (not below 0)`,
    choice: (condition, yes, no) => `${yes} if ${condition}, else ${no}`,
    byRank: (rank, parts) => `by ${rank}: ${parts.join(", ")}`,
    rounded: (part) => `${part} (rounded to 0.01)`,
    is: (name, value) => `${name} is “${value}”`,
  },
};

export const policyText = { zh, en };
export type FormulaTerms = typeof zh.terms;
