/** Words of the charts of chances: exceedance, and the month in which the pool runs dry. */
const zh = {
  exceedance: {
    overBudget: (when: string, who: string, budget: string, share: string, low: string, high: string) =>
      `${when}${who}支出超过预算 ${budget} 的概率 ${share}（95% 区间 ${low} 至 ${high}）`,
    noBudget: (when: string, who: string, p95: string, p99: string) =>
      `${when}${who}支出有 5% 的概率超过 ${p95}，1% 的概率超过 ${p99}`,
    certain: (when: string, who: string, amount: string) => `${when}${who}支出在每次试验中都是 ${amount}`,
    year: (year: string) => `${year} 年`,
    term: "政策期",
    everyone: "全区",
    allDepartments: "全区合计",
    heading: "分位",
    columns: ["超过的概率", "金额"],
    budget: "预算",
    mean: "均值",
    axis: "超过的概率",
    description: (title: string, parts: string) =>
      `超过概率曲线：横轴为金额，纵轴为支出超过该金额的概率。${title}。${parts}。`,
    part: (share: string, amount: string) => `${share} 的概率超过 ${amount}`,
    hint: "在“年度预算”里填入预算，这里标出预算线和超出的概率。",
    hintTerm: "政策期各年都有预算时，这里标出各年预算之和。",
  },
  exhaustion: {
    title: (month: string, share: string) => `担保池最可能在 ${month} 耗尽：该月的概率 ${share}`,
    heading: "月份",
    inMonth: "当月耗尽的概率",
    byMonth: "至月末已耗尽的概率",
    earlier: (month: string) => `${month}及以前`,
    description: (title: string, parts: string) => `担保池耗尽月份的分布。${title}。${parts}。`,
    part: (month: string, share: string) => `至 ${month} 末已耗尽 ${share}`,
    rest: (share: string) => `政策期内没有耗尽的概率 ${share}。`,
  },
};

const en: typeof zh = {
  exceedance: {
    overBudget: (when, who, budget, share, low, high) =>
      `${who}: outlay of ${when} passes the budget of ${budget} with probability ${share} (95% interval ${low} to ${high})`,
    noBudget: (when, who, p95, p99) =>
      `${who}: outlay of ${when} passes ${p95} with probability 5%, ${p99} with probability 1%`,
    certain: (when, who, amount) => `${who}: outlay of ${when} is ${amount} in every trial`,
    year: (year) => year,
    term: "the term",
    everyone: "All departments",
    allDepartments: "All departments",
    heading: "Quantile",
    columns: ["Probability of more", "Amount"],
    budget: "Budget",
    mean: "Mean",
    axis: "Probability of more",
    description: (title, parts) =>
      `Exceedance curve: the probability, upright, that outlay passes the amount along the base. ${title}. ${parts}.`,
    part: (share, amount) => `more than ${amount} with probability ${share}`,
    hint: "Enter a budget under “Yearly budgets” to see its line and the chance of passing it.",
    hintTerm: "Once every year of the term has a budget, their sum is marked here.",
  },
  exhaustion: {
    title: (month, share) => `The pool runs dry most likely in ${month}: in that month with probability ${share}`,
    heading: "Month",
    inMonth: "Runs dry in the month",
    byMonth: "Dry by its end",
    earlier: (month) => `${month} or before`,
    description: (title, parts) => `Distribution of the month in which the pool runs dry. ${title}. ${parts}.`,
    part: (month, share) => `dry by the end of ${month} ${share}`,
    rest: (share) => `It does not run dry within the term with probability ${share}.`,
  },
};

export const chanceText = { zh, en };
