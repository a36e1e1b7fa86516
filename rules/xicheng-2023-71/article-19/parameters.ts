import type { Parameter } from "../../../src/core/policy/policy.ts";
import { unstated } from "../parameter.ts";

export const article19Parameters: readonly Parameter[] = [
  unstated({
    key: "m19.年度额度",
    type: "yuan",
    label: { zh: "人才服务年度额度", en: "Yearly envelope: Talent services" },
    value: null,
    source: "第19条未载明数额",
    rating: "E",
  }),
];
