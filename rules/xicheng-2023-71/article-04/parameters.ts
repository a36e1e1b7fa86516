import type { Parameter } from "../../../src/core/policy/policy.ts";
import { percent } from "../../../src/core/money/money.ts";
import { locksRows, unstated } from "../parameter.ts";

const open = { source: "第4条未载明，规划假设", rating: "E" } as const;

export const article04Parameters: readonly Parameter[] = [
  unstated({
    key: "m04.年度额度",
    type: "yuan",
    label: { zh: "综合服务奖励年度额度", en: "Yearly envelope of the service award" },
    value: null,
    ...open,
  }),
  unstated({
    key: "m04.连续增长年数",
    type: "count",
    label: { zh: "营业收入连续增长年数", en: "Years of continuous revenue growth" },
    value: 2,
    minimum: 1,
    maximum: 5,
    ...locksRows,
    ...open,
  }),
  unstated({
    key: "m04.最低区级综合贡献",
    type: "yuan",
    label: { zh: "上年区级综合贡献下限", en: "Least district contribution of the year before" },
    value: 0,
    ...locksRows,
    ...open,
  }),
  unstated({
    key: "m04.奖励比例",
    type: "share",
    label: { zh: "按综合贡献增量的奖励比例", en: "Share of the growth of contribution" },
    value: percent(10),
    ...open,
  }),
];
