import type { NoEffect } from "../../core/policy/compare/no-effect.ts";
import type { BindName } from "../../core/policy/ledger.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { Language } from "../state/preferences.svelte.ts";
import { en as messagesEn } from "../text/en.ts";
import { zh as messagesZh } from "../text/zh.ts";

const zh = {
  because: (reason: string) => `没有改变已记录的任何合计：${reason}`,
  futureOnly: "只影响模拟的未来事项，见「风险」。",
  noCase: "名册中没有用到它的事项。",
  futureCase: (cases: number) => `名册中的 ${cases} 项都在基准日之后。`,
  expired: (label: string) => `措施已按「${label}」停止。`,
  otherEdit: (label: string) => `被另一处改动「${label}」盖过。`,
  quotaUnset: (label: string) => `「${label}」未设定。`,
  noEligible: (cases: number) => `名册中的 ${cases} 笔没有一笔符合条件。`,
  reading: (reading: string, option: string) => `按现在的口径不适用；「${reading}」选「${option}」时才起作用。`,
  slack: (cases: number) => `${cases} 笔都没有达到这一上限。`,
  otherLimit: (cases: number, limits: string) => `${cases} 笔都由别的限制决定：${limits}。`,
  limit: (name: BindName, cases: number) => `${messagesZh.binds[name]} ${cases} 笔`,
  unmoved: (cases: number) => `有关的 ${cases} 笔在改动前后金额相同。`,
  join: "、",
};

const en: typeof zh = {
  because: (reason) => `Moves no total of what is recorded: ${reason}`,
  futureOnly: "it bears only on simulated future cases, see Risk.",
  noCase: "the roster has no case that uses it.",
  futureCase: (cases) => `all cases of the roster (${cases}) are after the as-of date.`,
  expired: (label) => `the measure is ended by “${label}”.`,
  otherEdit: (label) => `overridden by another edit, “${label}”.`,
  quotaUnset: (label) => `“${label}” is not set.`,
  noEligible: (cases) => `none of the payments of the roster (${cases}) is eligible.`,
  reading: (reading, option) => `it does not apply as things are read; it counts where “${reading}” is “${option}”.`,
  slack: (cases) => `no payment (of ${cases}) reaches this limit.`,
  otherLimit: (cases, limits) => `every payment (of ${cases}) is set by another limit: ${limits}.`,
  limit: (name, cases) => `${messagesEn.binds[name]} ${cases}`,
  unmoved: (cases) => `the payments it bears on (${cases}) have the same amounts as before.`,
  join: ", ",
};

const texts = { zh, en };

/** Why an edit moves no total, as a sentence. @param policy of the scenario, with what it adds */
export function noEffectText(reason: NoEffect, policy: Policy, language: Language): string {
  return texts[language].because(because(reason, policy, language));
}

function because(reason: NoEffect, policy: Policy, language: Language): string {
  const words = texts[language];
  const reading = (name: string) => policy.readings.find((each) => each.name === name);
  const label = (key: string): string =>
    (policy.parameters.find((each) => each.key === key) ?? reading(key))?.label[language] ?? key;
  switch (reason.kind) {
    case "future-only":
      return words.futureOnly;
    case "no-case":
      return words.noCase;
    case "future-case":
      return words.futureCase(reason.cases);
    case "expired":
      return words.expired(label(reason.other));
    case "other-edit":
      return words.otherEdit(label(reason.other));
    case "quota-unset":
      return words.quotaUnset(label(reason.key));
    case "no-eligible":
      return words.noEligible(reason.cases);
    case "reading": {
      const option = reading(reason.reading)?.options.find(({ value }) => value === reason.option);
      return words.reading(label(reason.reading), option?.[language] ?? reason.option);
    }
    case "slack":
      return words.slack(reason.cases);
    case "other-limit": {
      const limits = reason.limits.map(({ name, cases }) => words.limit(name, cases));
      return words.otherLimit(reason.cases, limits.join(words.join));
    }
    case "unmoved":
      return words.unmoved(reason.cases);
    default:
      return reason satisfies never;
  }
}
