import type { Parameter } from "../../../src/core/policy/policy.ts";
import { percent, wan } from "../../../src/core/money/money.ts";
import { assumed } from "../../parameter.ts";
import { stated } from "../parameter.ts";

export const article05Parameters: readonly Parameter[] = [
  stated({
    key: "s05.补偿资金规模",
    type: "yuan",
    label: { zh: "担保风险补偿资金规模", en: "Size of the pool" },
    value: wan(300),
    clause: { article: 5, quote: "设立300万元担保风险补偿资金", figure: "300万元" },
  }),
  stated({
    key: "s05.补偿比例",
    type: "share",
    label: { zh: "代偿补偿比例", en: "Share of the compensation paid" },
    value: percent(20),
    clause: { article: 5, quote: "按代偿金额的20%给予补偿", figure: "20%" },
  }),
  stated({
    key: "s05.单笔上限",
    type: "yuan",
    label: { zh: "单笔补偿上限", en: "Cap per claim" },
    value: wan(100),
    clause: { article: 5, quote: "单笔不超过100万元", figure: "100万元" },
  }),
  assumed({
    key: "s05.追偿返还比例",
    type: "share",
    label: { zh: "追偿返还比例", en: "Share of recoveries returned to the pool" },
    value: 0,
  }),
];
