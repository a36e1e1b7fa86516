import type { Parameter } from "../../../src/core/policy/policy.ts";
import { unstated } from "../parameter.ts";

export const article15Parameters: readonly Parameter[] = [
  unstated({
    key: "m15.年度额度",
    type: "yuan",
    label: { zh: "贷款贴息年度额度", en: "Yearly envelope: Interest subsidies" },
    value: null,
    source: "第15条未载明数额",
    rating: "E",
  }),
];
