import type { Parameter } from "../../../src/core/policy/policy.ts";
import { percent, wan } from "../../../src/core/money/money.ts";
import { assumed } from "../../parameter.ts";
import { stated } from "../parameter.ts";

export const article02Parameters: readonly Parameter[] = [
  stated({
    key: "s02.补助比例",
    type: "share",
    label: { zh: "数字化补助比例", en: "Share of the investment" },
    value: percent(20),
    clause: { article: 2, quote: "按总投资的20%给予补助", figure: "20%" },
  }),
  stated({
    key: "s02.项目上限",
    type: "yuan",
    label: { zh: "单个项目上限", en: "Cap per project" },
    value: wan(80),
    clause: { article: 2, quote: "单个项目不超过80万元", figure: "80万元" },
  }),
  stated({
    key: "s02.累计上限",
    type: "yuan",
    label: { zh: "同一企业累计上限", en: "Cap per firm" },
    value: wan(120),
    clause: { article: 2, quote: "同一企业累计不超过120万元", figure: "120万元" },
  }),
  assumed({
    key: "s02.核定系数",
    type: "share",
    label: { zh: "数字化补助核定系数", en: "Award ratio of the digital grant" },
    value: 0.9,
  }),
];
