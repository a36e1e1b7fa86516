import type { Parameter } from "../../../src/core/policy/policy.ts";
import { unstated } from "../parameter.ts";

export const article18Parameters: readonly Parameter[] = [
  unstated({
    key: "m18.年度额度",
    type: "yuan",
    label: { zh: "人才资助年度额度", en: "Yearly envelope: Talent grants" },
    value: null,
    source: "第18条未载明数额",
    rating: "E",
  }),
];
