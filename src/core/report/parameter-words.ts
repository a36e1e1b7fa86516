import { parseIsoDay } from "../date/day.ts";
import type { Parameter, ParameterValue, Rating, Reading } from "../policy/policy.ts";
import { countCell, dayCell, textCell } from "./report-cells.ts";
import type { CellStyle, ReportCell } from "./report-model.ts";
import type { ReportChoice } from "./report-input.ts";

type Language = ReportChoice["language"];

const words = {
  zh: { unset: "不设", equal: "平均", join: "、", yuan: " 元" },
  en: { unset: "not set", equal: "even", join: ", ", yuan: " yuan" },
} as const;

const ratings = {
  zh: {
    T: "文件原文",
    S: "已查阅的来源",
    C: "由来源计算得出",
    M: "一般了解，未查阅来源",
    E: "规划判断，无来源",
  },
  en: {
    T: "text of the policy",
    S: "source that was read",
    C: "computed from a source",
    M: "general knowledge, no source read",
    E: "judgement, no source",
  },
} as const satisfies Record<Language, Record<Rating, string>>;

/** What a rating means, in words. */
export const ratingText = (rating: Rating, language: Language): string => ratings[language][rating];

const shareText = (share: number): string => `${Number((share * 100).toPrecision(6))}%`;

/** A parameter's value in a sentence: per cent, 元, date or list. */
export function valueText({ type }: Parameter, value: ParameterValue, language: Language): string {
  if (value === null) return words[language].unset;
  if (value === "equal") return words[language].equal;
  if (typeof value === "string") return value;
  if (typeof value !== "number") return value.map(shareText).join(words[language].join);
  if (type === "share") return shareText(value);
  return `${value.toLocaleString("en-US", { maximumFractionDigits: 6 })}${type === "yuan" ? words[language].yuan : ""}`;
}

/** A parameter's value as a cell: a number or a day where it is one, else in words. */
export function valueCell(
  parameter: Parameter,
  value: ParameterValue,
  language: Language,
  style: CellStyle = "body",
): ReportCell {
  if (parameter.type === "date" && typeof value === "string") return dayCell(parseIsoDay(value), style);
  if (typeof value !== "number") return textCell(valueText(parameter, value, language), style);
  if (parameter.type === "count") return countCell(value, style);
  const format = parameter.type === "share" || parameter.type === "yuan" ? parameter.type : "number";
  return { value, format, style };
}

/** An option of a reading in words. */
export const optionText = ({ options }: Reading, value: string | undefined, language: Language): string =>
  (options.find((option) => option.value === value) ?? options[0])?.[language] ?? "";
