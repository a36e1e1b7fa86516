/** Words of the two-way grid. */
const zh = {
  title: "双因素表：两个参数一起变，数字怎么变？",
  note: "每格用同一批随机数重新计价；现值在范围内时一并列出，并加框。",
  row: "行参数",
  column: "列参数",
  from: (unit: string) => `从${unit && `（${unit}）`}`,
  to: (unit: string) => `到${unit && `（${unit}）`}`,
  count: "每个取值数",
  start: "计算",
  needsTwo: "请选择两个不同的参数。",
  needsBudget: "该年度和部门没有预算：先在“预算”中填入。",
  cells: (count: number) => `共 ${count} 格。`,
  stale: "以下结果属于修改前的情景，请重新计算。",
  finding: (figure: string, low: string, high: string) => `${figure}在 ${low} 至 ${high} 之间`,
  present: "现值",
  description: (title: string, rows: string, columns: string) => `${title}。行为${rows}，列为${columns}；数字见表。`,
  of: (trials: string, seed: string) => `每格 ${trials} 次试验，种子 ${seed}。`,
};

const en: typeof zh = {
  title: "Two-way grid: how does the figure move when two parameters move together?",
  note: "Every cell is priced on the same random numbers; the present values are listed too where they lie within, and framed.",
  row: "Rows",
  column: "Columns",
  from: (unit) => `From${unit && ` (${unit})`}`,
  to: (unit) => `To${unit && ` (${unit})`}`,
  count: "Values of each",
  start: "Calculate",
  needsTwo: "Choose two different parameters.",
  needsBudget: "There is no budget for this year and department: enter one under Budgets first.",
  cells: (count) => `${count} cells.`,
  stale: "What follows belongs to the scenario before the edit; calculate again.",
  finding: (figure, low, high) => `${figure} lies between ${low} and ${high}`,
  present: "present",
  description: (title, rows, columns) => `${title}. Rows: ${rows}; columns: ${columns}; the table has the numbers.`,
  of: (trials, seed) => `${trials} trials a cell, seed ${seed}.`,
};

export const gridText = { zh, en };
