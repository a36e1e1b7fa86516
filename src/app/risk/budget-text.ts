/** Words of the yearly budgets. */
const zh = {
  title: "年度预算",
  none: "还没有年度预算",
  worst: (when: string, who: string, share: string) => `${when}最可能超出预算的是${who}：概率 ${share}`,
  hint: "逐格填写，或从 Excel 复制一块粘贴到格子里：带年度和部门的表头按名称对应，不带表头从该格起向右向下填。空白即不设预算。",
  unit: (unit: string) => `预算（${unit}）`,
  total: "全区合计",
  departmentSum: "各部门之和",
  field: (who: string, year: string) => `${who} ${year} 年预算`,
  over: (share: string) => `超出 ${share}`,
  pending: "概率待算",
  clear: "清除全部预算",
  period: "时段",
  year: (year: string) => `${year} 年`,
  columns: ["预算", "预期", "P95", "超出的概率", "标准误", "95% 下限", "95% 上限"],
  problem: {
    notNumber: (where: string, text: string) => `${where}：“${text}”不是数。请填不小于 0 的金额，空白即不设预算。`,
    range: (where: string, most: string) => `${where}：应为 0 至 ${most}。请改正后再填。`,
    unknownName: (name: string) => `粘贴的部门“${name}”不在本政策的责任部门里，什么也没有填入。请改为左栏的名称。`,
    unknownYear: (year: string) => `粘贴的年度“${year}”不在表中，什么也没有填入。请只保留表中的年度。`,
    tooLarge: (rows: number, columns: number) =>
      `粘贴的区域有 ${rows} 行 ${columns} 列，从该格起放不下，什么也没有填入。请选靠左上的格子，或带上表头。`,
  },
};

const en: typeof zh = {
  title: "Yearly budgets",
  none: "No yearly budget yet",
  worst: (when, who, share) => `${when}: ${who} is likeliest to pass its budget, with probability ${share}`,
  hint: "Type, or paste a block copied from Excel into a cell: with heads of years and departments it is placed by name, else from that cell on. Blank means no budget.",
  unit: (unit) => `Budget (${unit})`,
  total: "All departments",
  departmentSum: "Sum of departments",
  field: (who, year) => `Budget of ${who} for ${year}`,
  over: (share) => `over ${share}`,
  pending: "pending",
  clear: "Clear all budgets",
  period: "Period",
  year: (year) => year,
  columns: ["Budget", "Expected", "P95", "P(over)", "SE", "95% low", "95% high"],
  problem: {
    notNumber: (where, text) =>
      `${where}: “${text}” is no number. Enter an amount of 0 or more; blank means no budget.`,
    range: (where, most) => `${where}: must be from 0 to ${most}. Correct it and enter it again.`,
    unknownName: (name) =>
      `The pasted department “${name}” is none of this policy's; nothing was filled in. Use the names at the left.`,
    unknownYear: (year) => `The pasted year “${year}” is not in the table; nothing was filled in. Keep its years only.`,
    tooLarge: (rows, columns) =>
      `The pasted block of ${rows} rows and ${columns} columns does not fit from that cell on; nothing was filled in. Choose a cell further up and left, or copy the heads, too.`,
  },
};

export const budgetText = { zh, en };
export type BudgetWords = typeof zh;
