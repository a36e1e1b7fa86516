import type { Parameter } from "../../../src/core/policy/policy.ts";
import { locksRows } from "../../parameter.ts";
import { stated } from "../parameter.ts";

const standard = (tier: string, english: string, amount: number): Parameter =>
  stated({
    key: `s04.年标准.${tier}`,
    type: "yuan",
    label: { zh: `岗位${tier}每人每年标准`, en: `Job subsidy per person and year, ${english}` },
    value: amount,
    clause: { article: 4, quote: "按每人每年3000元、5000元、8000元三档给予岗位补助", figure: `${amount}元` },
  });

export const article04Parameters: readonly Parameter[] = [
  standard("一档", "tier 1", 3000),
  standard("二档", "tier 2", 5000),
  standard("三档", "tier 3", 8000),
  stated({
    key: "s04.补助期限",
    type: "count",
    label: { zh: "岗位补助期限（月）", en: "Job subsidy term (months)" },
    value: 24,
    minimum: 0,
    maximum: 120,
    ...locksRows,
    clause: { article: 4, quote: "最长二年", figure: "二年" },
  }),
];
