import type { CleaningKind } from "./import-cleaning.ts";

/** What each way of tidying a cell is called, with what it takes for granted. */
export const cleaningWords = {
  "full-width": { zh: "全角字符", en: "full-width characters" },
  spaces: { zh: "首尾空格", en: "spaces around a text" },
  "letter-case": { zh: "小写字母", en: "small letters in a code" },
  thousands: { zh: "千分位逗号", en: "thousands separators" },
  brackets: { zh: "括号表示负数", en: "brackets for a minus" },
  "unit-suffix": { zh: "数字后带单位", en: "a unit behind the number" },
  "number-as-text": { zh: "文本格式的数字", en: "a number stored as text" },
  "date-as-text": { zh: "文本格式的日期", en: "a date stored as text" },
  "date-without-format": { zh: "丢失格式的日期", en: "a date without its format" },
  "truth-word": { zh: "是否的其他写法", en: "another word for yes or no" },
} as const satisfies Readonly<Record<CleaningKind, Readonly<Record<"zh" | "en", string>>>>;
