import type { Parameter } from "../../../src/core/policy/policy.ts";
import { wan } from "../../../src/core/money/money.ts";
import { assumed, stated, unstated } from "../parameter.ts";

const stages = { source: "《西城区鼓励和支持企业上市发展办法》（2018年）的阶段", rating: "S" } as const;

export const article12Parameters: readonly Parameter[] = [
  stated({
    key: "m12a.单户上限",
    type: "yuan",
    label: { zh: "新三板挂牌支持上限", en: "Cap for NEEQ admission" },
    value: wan(150),
    clause: { article: 12, quote: "给予总额不超过150万元的区级专项资金支持", figure: "150万元" },
  }),
  assumed({
    key: "m12a.核定系数",
    type: "share",
    label: { zh: "新三板挂牌核定系数", en: "Award ratio of NEEQ admission" },
    value: 0.6,
    source: "规划假设：文件称“根据企业情况综合考量”，按评分核定",
  }),
  stated({
    key: "m12b.单户上限",
    type: "yuan",
    label: { zh: "上市支持单户上限", en: "Cap per firm for listing" },
    value: wan(600),
    clause: { article: 12, quote: "给予总额不超过600万元的区级专项资金支持", figure: "600万元" },
  }),
  unstated({
    key: "m12b.受理阶段",
    type: "yuan",
    label: { zh: "境内上市受理阶段", en: "Domestic listing: acceptance" },
    value: wan(300),
    ...stages,
  }),
  unstated({
    key: "m12b.上市阶段",
    type: "yuan",
    label: { zh: "境内上市完成阶段", en: "Domestic listing: completion" },
    value: wan(300),
    ...stages,
  }),
  unstated({
    key: "m12b.境外上市",
    type: "yuan",
    label: { zh: "境外上市", en: "Listing abroad" },
    value: wan(600),
    ...stages,
  }),
];
