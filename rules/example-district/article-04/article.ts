import type { Article } from "../../../src/core/policy/policy.ts";

/** 第四条 岗位补助. */
export const article04: Article = {
  number: 4,
  chapter: "第二章 支持措施",
  title: { zh: "岗位补助", en: "Job subsidy" },
  kind: "monetary",
  departments: ["示例区就业局"],
  departmentText: "（责任部门：示例区就业局）",
  text: "企业和个体工商户招用人员的，按每人每年3000元、5000元、8000元三档给予岗位补助，最长二年。",
  summary: {
    zh: "按每人每年3000、5000、8000元三档补助，最长二年。",
    en: "3,000, 5,000 or 8,000 yuan a person and year by tier, for two years at most.",
  },
  coverage: "modelled",
  ambiguities: [],
};
