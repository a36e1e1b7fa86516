/** Words of the goal seek. */
const zh = {
  title: "目标求解：参数取多少，才不超出？",
  note: "在参数的法定取值范围内按其单位步长二分求解：比例 0.01%，金额 1 元，其余按 1（有上限的小数按 0.0001）。各取值用同一批随机数；解出后另用一个种子复核。",
  parameter: "参数",
  figure: "指标",
  kinds: { committed: "已承诺", mean: "预期", p95: "P95", overBudget: "超预算概率" },
  year: "年度",
  term: "政策期",
  allYears: "全部年度（含期后）",
  department: "部门",
  allDepartments: "全部部门",
  limit: (unit: string) => `不超过（${unit}）`,
  trials: "试验次数",
  start: "求解",
  needsLimit: "先填入 0 或更大的上限（概率为 0 至 100），再求解。",
  needsBudget: "该年度和部门没有预算：先在“年度预算”中填入，再求解超预算概率。",
  stale: "以下结果属于修改前的情景，请重新求解。",
  found: (parameter: string, value: string, figure: string, limit: string) =>
    `${parameter}取 ${value} 时，${figure}刚好不超过 ${limit}。`,
  atStep: (figure: string, next: string, nextFigure: string) =>
    `此时为 ${figure}；再走一步取 ${next}，为 ${nextFigure}。`,
  check: (seed: string, figure: string, low: string, high: string) =>
    `换种子 ${seed} 复核：${figure}，95% 区间 ${low} 至 ${high}。`,
  checkExceeds: "复核值超过上限：求解所用的试验恰好偏低，请增加试验次数或留出余量。",
  checkUnsure: "区间跨过上限：这些试验还不足以断定，请增加试验次数或留出余量。",
  checkSure: "整个区间都不超过上限。",
  exact: "已承诺金额没有随机性，无需复核。",
  every: (low: string, high: string) => `取值范围两端（${low} 至 ${high}）都不超过上限：这个参数不必改。`,
  none: (value: string, figure: string) => `取值范围内没有解：最接近的是取 ${value}，为 ${figure}，仍超过上限。`,
  notMonotone: "试过的取值并非同向变化：这只是一个解，可能还有别的。",
  tried: (count: number, trials: string, seed: string) => `共试 ${count} 个取值，每个 ${trials} 次试验，种子 ${seed}。`,
  triedCommitted: (count: number) => `共试 ${count} 个取值。`,
  apply: "采用为修改",
};

const en: typeof zh = {
  title: "Goal seek: what value keeps within the limit?",
  note: "Bisection over all legal values by the step of the unit: shares 0.01%, money 1 yuan, others 1 (bounded decimals 0.0001). All values are priced on the same random numbers; the answer is checked from another seed.",
  parameter: "Parameter",
  figure: "Figure",
  kinds: { committed: "Committed", mean: "Expected", p95: "P95", overBudget: "P(over budget)" },
  year: "Year",
  term: "Policy term",
  allYears: "All years with the tail",
  department: "Department",
  allDepartments: "All departments",
  limit: (unit) => `At most (${unit})`,
  trials: "Trials",
  start: "Seek",
  needsLimit: "Enter a limit of 0 or more (a chance from 0 to 100) first.",
  needsBudget:
    "There is no budget for this year and department: enter one under Budgets to seek a chance of passing it.",
  stale: "What follows belongs to the scenario before the edit; seek again.",
  found: (parameter, value, figure, limit) => `With ${parameter} at ${value}, ${figure} is just within ${limit}.`,
  atStep: (figure, next, nextFigure) => `It comes to ${figure}; one step further, at ${next}, to ${nextFigure}.`,
  check: (seed, figure, low, high) => `Checked from seed ${seed}: ${figure}, 95% interval ${low} to ${high}.`,
  checkExceeds:
    "The check is above the limit: the trials of the search happened to be low. Take more trials or leave a margin.",
  checkUnsure: "The interval reaches past the limit: these trials cannot tell. Take more trials or leave a margin.",
  checkSure: "The whole interval is within the limit.",
  exact: "Committed money involves no chance and needs no check.",
  every: (low, high) =>
    `Both ends of the range (${low} to ${high}) are within the limit: this parameter need not change.`,
  none: (value, figure) => `No value of the range meets the limit: the nearest is ${value} with ${figure}.`,
  notMonotone: "The values tried do not run one way: this is one answer, there may be others.",
  tried: (count, trials, seed) => `${count} values tried, ${trials} trials each, seed ${seed}.`,
  triedCommitted: (count) => `${count} values tried.`,
  apply: "Apply as an edit",
};

export const goalText = { zh, en };
