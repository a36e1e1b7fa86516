import { countText } from "../text/amount.ts";

/** Words of the table of descriptive statistics. */
const zh = {
  title: "描述统计",
  note: "仅供浏览名册；报表中的金额都不由此得出。空白与不可读的单元格不计。",
  column: "列",
  count: "个数",
  mean: "均值",
  standardDeviation: "标准差",
  minimum: "最小值",
  lowerQuartile: "下四分位",
  median: "中位数",
  upperQuartile: "上四分位",
  maximum: "最大值",
  table: "表",
  empty: "这张表没有数值。",
  tooMany: (rows: number, most: number) => `这张表有 ${countText(rows)} 行，描述统计最多 ${countText(most)} 行。`,
  failed: (reason: string) => `没有算成：${reason}`,
  working: "计算中…",
};

const en: typeof zh = {
  title: "Descriptive statistics",
  note: "To look at the roster; no reported amount comes from here. Blank and unreadable cells are left out.",
  column: "Column",
  count: "Count",
  mean: "Mean",
  standardDeviation: "SD",
  minimum: "Minimum",
  lowerQuartile: "Lower quartile",
  median: "Median",
  upperQuartile: "Upper quartile",
  maximum: "Maximum",
  table: "Table",
  empty: "This table holds no numbers.",
  tooMany: (rows, most) => `This table has ${countText(rows)} rows; at most ${countText(most)} are described.`,
  failed: (reason) => `Not computed: ${reason}`,
  working: "Computing…",
};

export const descriptiveText = { zh, en };
