import type { Parameter } from "../../../src/core/policy/policy.ts";
import { wan } from "../../../src/core/money/money.ts";
import { unstated } from "../../parameter.ts";
import { stated } from "../parameter.ts";

const quote = "分别给予10万元、20万元、50万元奖励";

const award = (title: string, english: string, amount: number): Parameter =>
  stated({
    key: `s03.奖励.${title}`,
    type: "yuan",
    label: { zh: `${title}奖励`, en: `Award: ${english}` },
    value: wan(amount),
    clause: { article: 3, quote, figure: `${amount}万元` },
  });

export const article03Parameters: readonly Parameter[] = [
  award("市级专精特新", "municipal 专精特新", 10),
  award("市级小巨人", "municipal little giant", 20),
  award("国家级小巨人", "national little giant", 50),
  stated({
    key: "s03.分期",
    type: "shares",
    label: { zh: "称号奖励分期比例", en: "Instalments of the award" },
    value: [0.6, 0.4],
    clause: { article: 3, quote: "奖励分两年拨付", figure: "两年" },
  }),
  unstated({
    key: "s03.兑付年度偏移",
    type: "count",
    label: { zh: "称号奖励兑付年度偏移", en: "Years from the title to the first instalment" },
    value: 0,
    minimum: 0,
    maximum: 5,
    source: "第3条：认定当年拨付",
    rating: "T",
    clause: { article: 3, quote: "认定当年拨付60%", figure: "当年" },
  }),
];
