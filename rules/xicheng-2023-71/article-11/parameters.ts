import type { Parameter } from "../../../src/core/policy/policy.ts";
import { wan } from "../../../src/core/money/money.ts";
import { assumed, locksRows, stated } from "../parameter.ts";

const yearOffset = {
  type: "count",
  value: 1,
  minimum: 0,
  maximum: 5,
  source: "规划假设：证书多在年末颁发，次年兑付",
} as const;

export const article11Parameters: readonly Parameter[] = [
  stated({
    key: "m11a.奖励金额",
    type: "yuan",
    label: { zh: "国高新首次奖励金额", en: "High-tech first award" },
    value: wan(30),
    clause: { article: 11, quote: "给予30万元资金奖励", figure: "30万元" },
  }),
  stated({
    key: "m11a.分期",
    type: "shares",
    label: { zh: "首次奖励分期比例", en: "Instalments of the first award" },
    value: [1 / 3, 1 / 3, 1 / 3],
    clause: { article: 11, quote: "奖励资金分三年拨付", figure: "三年" },
  }),
  assumed({
    ...yearOffset,
    key: "m11a.兑付年度偏移",
    label: { zh: "首次奖励兑付年度偏移", en: "Years from certificate to first instalment" },
  }),
  stated({
    key: "m11b.奖励金额",
    type: "yuan",
    label: { zh: "国高新再认定奖励金额", en: "High-tech renewal award" },
    value: wan(5),
    clause: { article: 11, quote: "给予一次性5万元奖励", figure: "5万元" },
  }),
  assumed({
    key: "m11b.宽限天数",
    type: "count",
    label: { zh: "再认定宽限天数", en: "Days of grace before three years" },
    value: 180,
    minimum: 0,
    maximum: 1000,
    ...locksRows,
    clause: { article: 11, quote: "首次获得奖励三年后再次取得国家高新技术证书的", figure: "三年" },
  }),
  assumed({
    ...yearOffset,
    key: "m11b.兑付年度偏移",
    label: { zh: "再认定奖励兑付年度偏移", en: "Years from certificate to renewal award" },
  }),
];
