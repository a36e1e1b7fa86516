import type { Parameter } from "../../../src/core/policy/policy.ts";
import { wan } from "../../../src/core/money/money.ts";
import { stated } from "../parameter.ts";

const giants = "分别给予最高100万元、50万元一次性资金奖励";

export const article10Parameters: readonly Parameter[] = [
  stated({
    key: "m10.档次金额.市级专精特新",
    type: "yuan",
    label: { zh: "市级专精特新奖励", en: "Award: municipal 专精特新" },
    value: wan(20),
    clause: { article: 10, quote: "给予20万元一次性资金奖励", figure: "20万元" },
  }),
  stated({
    key: "m10.档次金额.市级小巨人",
    type: "yuan",
    label: { zh: "市级小巨人奖励", en: "Award: municipal little giant" },
    value: wan(50),
    clause: { article: 10, quote: giants, figure: "50万元" },
  }),
  stated({
    key: "m10.档次金额.国家级小巨人",
    type: "yuan",
    label: { zh: "国家级小巨人奖励", en: "Award: national little giant" },
    value: wan(100),
    clause: { article: 10, quote: giants, figure: "100万元" },
  }),
];
