import type { ScenarioChange } from "../policy/compare/changes.ts";
import { articleOf } from "../policy/article-name.ts";
import { departmentName } from "../policy/department-name.ts";
import type { Policy } from "../policy/policy.ts";
import type { BudgetChange } from "./read-budgets.ts";
import { optionText, valueText } from "./parameter-words.ts";
import type { ReportChoice } from "./report-input.ts";

type Language = ReportChoice["language"];

const words = {
  zh: {
    value: (label: string, from: string, to: string) => `${label}由 ${from} 改为 ${to}`,
    added: (label: string) => `新增措施「${label}」`,
    rewritten: (label: string) => `改写新增措施「${label}」`,
    removed: (label: string) => `删去新增措施「${label}」`,
    none: "无",
    budget: (year: string, who: string) => `${year} 年预算（${who}）`,
    wholeYear: "全年",
    yuan: (amount: string) => `${amount} 元`,
    asOf: "基准日",
    ofRoster: "名册中最新的日期",
  },
  en: {
    value: (label: string, from: string, to: string) => `${label}: ${to} instead of ${from}`,
    added: (label: string) => `Measure added: ${label}`,
    rewritten: (label: string) => `Added measure rewritten: ${label}`,
    removed: (label: string) => `Added measure taken away: ${label}`,
    none: "none",
    budget: (year: string, who: string) => `Budget of ${year} (${who})`,
    wholeYear: "whole year",
    yuan: (amount: string) => `${amount} yuan`,
    asOf: "As-of date",
    ofRoster: "newest date of the roster",
  },
} as const;

/** A change of a scenario in words. */
export interface ChangeText {
  /** Key of the parameter, name of the reading, id of the added measure, or `asOf`. */
  readonly key: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
  /** From and to with units, as a sentence. */
  readonly sentence: string;
  /** 0: of no single article. */
  readonly article: number;
  /** Words of the clause, where it prints the number. */
  readonly quote?: string;
}

/** A budget that was edited in a file, as a sentence. */
export function budgetText({ year, department, from, to }: BudgetChange, policy: Policy, language: Language): string {
  const said = words[language];
  const who = department === undefined ? said.wholeYear : departmentName(policy, department, language);
  const amount = (yuan: number | undefined): string =>
    yuan === undefined ? said.none : said.yuan(yuan.toLocaleString("en-US", { maximumFractionDigits: 2 }));
  return said.value(said.budget(year, who), amount(from), amount(to));
}

const never = (id: string): never => {
  throw new Error(`neither scenario adds the measure ${id}`);
};

/** @param policy one that has the parameters of both scenarios, see `policyUnderAll` */
export function changeText(change: ScenarioChange, policy: Policy, language: Language): ChangeText {
  const said = words[language];
  const told = (text: Omit<ChangeText, "sentence">): ChangeText => ({
    ...text,
    sentence: said.value(text.label, text.from, text.to),
  });
  switch (change.kind) {
    case "value": {
      const { parameter } = change;
      const [from, to] = [change.from, change.to].map((value) => valueText(parameter, value, language));
      return told({
        key: parameter.key,
        label: parameter.label[language],
        from: from ?? "",
        to: to ?? "",
        article: articleOf(parameter, policy),
        ...(parameter.clause && { quote: parameter.clause.quote }),
      });
    }
    case "reading": {
      const { reading } = change;
      const [from, to] = [change.from, change.to].map((option) => optionText(reading, option, language));
      const article = reading.articles.length === 1 ? (reading.articles[0] ?? 0) : 0;
      return told({ key: reading.name, label: reading.label[language], from: from ?? "", to: to ?? "", article });
    }
    case "added": {
      const { measure } = change.to ?? change.from ?? never(change.id);
      const say = !change.from ? said.added : change.to ? said.rewritten : said.removed;
      const [from, to] = [change.from, change.to].map((each) => (each ? `=${each.measure.gross}` : said.none));
      const sentence = say(measure.label[language]);
      return { key: change.id, label: sentence, from: from ?? "", to: to ?? "", sentence, article: measure.article };
    }
    case "asOf":
      return told({
        key: "asOf",
        label: said.asOf,
        from: change.from ?? said.ofRoster,
        to: change.to ?? said.ofRoster,
        article: 0,
      });
    default:
      return change satisfies never;
  }
}
