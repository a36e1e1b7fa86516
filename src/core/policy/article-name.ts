import type { Parameter, Policy } from "./policy.ts";

const digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"] as const;

function chineseNumber(number: number): string {
  const tens = Math.floor(number / 10);
  const ten = tens === 0 ? "" : tens === 1 ? "十" : `${digits[tens] ?? ""}十`;
  return ten + (digits[number % 10] ?? "");
}

/** 第十条 in Chinese, Article 10 in English; for 1 to 99. */
export const articleName = (number: number, language: "zh" | "en"): string =>
  language === "zh" ? `第${chineseNumber(number)}条` : `Article ${number}`;

/** The article whose clause or measure a parameter belongs to, 0 for none; a key begins with its measure, e.g. `m14.补偿比例`. */
export function articleOf({ clause, key }: Parameter, { measures }: Policy): number {
  const measureId = key.split(".")[0];
  return clause?.article ?? measures.find(({ id }) => id === measureId)?.article ?? 0;
}
