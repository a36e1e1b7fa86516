/** Chinese words of a firm's simulated range; English has the same keys. */
const zh = {
  title: "模拟区间",
  sentence: (mean: string, low: string, high: string, chance: string) =>
    `五年期预期 ${mean}，P5 至 P95 为 ${low} 至 ${high}，得到任何支付的概率 ${chance}`,
  note: (trials: string, seed: number, leftOut: string) =>
    `取自全区同一批 ${trials} 次试验（种子 ${seed}）里这家企业自己的经历；各企业的预期相加就是全区的预期。${leftOut}取决于其他企业的申报，不在其内。`,
  waiting: "全区试验完成后计算。",
  off: "情景没有要求试验，没有模拟区间。",
  outside: "企业表没有这个代码，没有模拟区间。",
  year: "年度",
  measure: "措施",
  byMeasure: "按措施",
  period: "时段",
  term: "五年期",
  committed: "已承诺",
  mean: "预期",
  chance: "有支付的概率",
  band: "P5 至 P95",
  total: "合计",
  description: (title: string) => `这家企业各预算年度的已承诺、预期和区间。${title}。`,
};

export type RangeWords = typeof zh;

const en: RangeWords = {
  title: "Simulated range",
  sentence: (mean, low, high, chance) =>
    `Expected ${mean} over the five years, P5 to P95 from ${low} to ${high}, any payment with probability ${chance}`,
  note: (trials, seed, leftOut) =>
    `What befalls this firm in the district's own ${trials} trials (seed ${seed}); the firms' expected amounts sum to the district's. ${leftOut} hang on who else claims and are left out.`,
  waiting: "Worked out once the district's trials are done.",
  off: "The scenario asks for no trials, so there is no simulated range.",
  outside: "The table of enterprises has no such code, so there is no simulated range.",
  year: "Year",
  measure: "Measure",
  byMeasure: "By measure",
  period: "Period",
  term: "Five years",
  committed: "Committed",
  mean: "Expected",
  chance: "P(any payment)",
  band: "P5 to P95",
  total: "Total",
  description: (title) => `This firm's committed and expected amounts by budget year, with their range. ${title}.`,
};

export const rangeText = { zh, en } as const;
