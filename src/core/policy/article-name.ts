const digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"] as const;

function chineseNumber(number: number): string {
  const tens = Math.floor(number / 10);
  const ten = tens === 0 ? "" : tens === 1 ? "十" : `${digits[tens] ?? ""}十`;
  return ten + (digits[number % 10] ?? "");
}

/** 第十条 in Chinese, Article 10 in English; for 1 to 99. */
export const articleName = (number: number, language: "zh" | "en"): string =>
  language === "zh" ? `第${chineseNumber(number)}条` : `Article ${number}`;
