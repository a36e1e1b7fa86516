import type { Parameter } from "../../../src/core/policy/policy.ts";
import { percent } from "../../../src/core/money/money.ts";
import { assumed, stated } from "../parameter.ts";

export const article21Parameters: readonly Parameter[] = [
  stated({
    key: "m21a.奖励比例",
    type: "share",
    label: { zh: "人才服务奖励比例", en: "Share of the service fee" },
    value: percent(10),
    clause: { article: 21, quote: "按照服务费10%的标准给予人才服务奖励", figure: "10%" },
  }),
  assumed({
    key: "m21b.用人单位比例",
    type: "share",
    label: { zh: "用人单位人才引进补助比例", en: "Employer's share of the service fee" },
    value: 0,
    source: "第21条未载明数额，默认0",
  }),
];
