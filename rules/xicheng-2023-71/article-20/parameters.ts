import type { Parameter } from "../../../src/core/policy/policy.ts";
import { wan } from "../../../src/core/money/money.ts";
import { locksRows, stated, unstated } from "../parameter.ts";

const jobTiers = [
  { tier: "岗位一档", english: "tier 1", amount: 6000 },
  { tier: "岗位二档", english: "tier 2", amount: 9000 },
  { tier: "岗位三档", english: "tier 3", amount: 12000 },
] as const;

const jobStandards = jobTiers.map(({ tier, english, amount }) =>
  stated({
    key: `m20a.年标准.${tier}`,
    type: "yuan",
    label: { zh: `${tier}每人每年标准`, en: `Job subsidy per person and year, ${english}` },
    value: amount,
    clause: { article: 20, quote: "按照每人每年6000元、9000元、12000元三档给予岗位补助", figure: `${amount}元` },
  }),
);

export const article20Parameters: readonly Parameter[] = [
  ...jobStandards,
  stated({
    key: "m20a.补助期限",
    type: "count",
    label: { zh: "岗位补助期限（月）", en: "Job subsidy term (months)" },
    value: 36,
    minimum: 0,
    maximum: 120,
    ...locksRows,
    clause: { article: 20, quote: "给予岗位补助，最长不超过三年", figure: "三年" },
  }),
  stated({
    key: "m20b.人均标准",
    type: "yuan",
    label: { zh: "职业培训每人标准", en: "Training subsidy per person" },
    value: 200,
    clause: { article: 20, quote: "经认定按照每人200元标准给予职业培训补助", figure: "200元" },
  }),
  stated({
    key: "m20c.年度上限",
    type: "yuan",
    label: { zh: "创业房租上限", en: "Cap of start-up rent" },
    value: wan(4),
    clause: { article: 20, quote: "按照每年实际房租金额申请补助，最高不超过4万元", figure: "4万元" },
  }),
  stated({
    key: "m20c.补助年数",
    type: "count",
    label: { zh: "创业房租补助年数", en: "Years of start-up rent" },
    value: 3,
    minimum: 0,
    maximum: 10,
    ...locksRows,
    clause: { article: 20, quote: "补助期限最长不超过三年", figure: "三年" },
  }),
  unstated({
    key: "m20c.创业成立不早于",
    type: "date",
    label: { zh: "创业成立不早于", en: "Start-ups founded not before" },
    value: "2020-05-29",
    ...locksRows,
    source: "规划假设：施行日前三年",
    rating: "E",
  }),
];
