import type { Parameter } from "../../../src/core/policy/policy.ts";
import { percent, wan } from "../../../src/core/money/money.ts";
import { locksRows, stated, unstated } from "../parameter.ts";

export const article09Parameters: readonly Parameter[] = [
  stated({
    key: "m09.配套比例",
    type: "share",
    label: { zh: "升规奖励配套比例", en: "Share of the municipal award" },
    value: percent(10),
    clause: { article: 9, quote: "给予市级升规奖励资金10%的区级配套支持", figure: "10%" },
  }),
  stated({
    key: "m09.单户上限",
    type: "yuan",
    label: { zh: "升规配套单户上限", en: "Cap of the match per firm" },
    value: wan(10),
    clause: { article: 9, quote: "支持金额最高不超过10万元（含）", figure: "10万元" },
  }),
  unstated({
    key: "m09.市级政策截止",
    type: "date",
    label: { zh: "市级升规政策截止日", en: "End of the municipal programme" },
    value: "2025-12-31",
    ...locksRows,
    source: "《关于促进先进制造业和软件信息服务业中小企业升规稳规创新发展的若干措施（2023-2025年）》",
    rating: "S",
  }),
];
