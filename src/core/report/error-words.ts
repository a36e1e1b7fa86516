/** Words of the error workbook. */
export const errorWords = {
  zh: {
    sheet: "错误汇总",
    heads: ["程度", "工作表", "单元格", "列", "问题", "所填", "应为或已按", "处理办法", "涉及金额（元）"],
    severities: { error: "错误", warning: "提示" },
    intro: (errors: number, warnings: number) =>
      `错误 ${errors} 处（没有采用），提示 ${warnings} 处（已采用，请核对）。有问题的单元格已着色并加批注；请在原表中改正后交回。`,
    left: (marked: number, all: number) =>
      `问题较多：按涉及金额从大到小，只标出前 ${marked} 处，另有 ${all - marked} 处未列。`,
    rewritten: "本文件由读到的单元格重新写成，原文件的样式、公式和其他内容没有保留。",
    note: (what: string, expected: string, remedy: string) =>
      `${what}\n${expected === "" ? "" : `应为或已按：${expected}\n`}处理：${remedy}`,
  },
  en: {
    sheet: "Errors",
    heads: ["Severity", "Sheet", "Cell", "Column", "Problem", "Found", "Expected or done", "Remedy", "At stake (yuan)"],
    severities: { error: "error", warning: "warning" },
    intro: (errors: number, warnings: number) =>
      `${errors} errors (not used), ${warnings} warnings (used: look at them). Their cells are coloured and carry a note; please correct them in place and send the file back.`,
    left: (marked: number, all: number) =>
      `Too many to mark: the first ${marked} by money at stake are marked, ${all - marked} are left out.`,
    rewritten: "This file was written anew from the cells that were read: styles, formulas and all else are not kept.",
    note: (what: string, expected: string, remedy: string) =>
      `${what}\n${expected === "" ? "" : `Expected or done: ${expected}\n`}Remedy: ${remedy}`,
  },
} as const;
