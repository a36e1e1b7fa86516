import type { Article } from "../../../src/core/policy/policy.ts";

/** 第二条 数字化补助. */
export const article02: Article = {
  number: 2,
  chapter: "第二章 支持措施",
  title: { zh: "数字化补助", en: "Digital grant" },
  kind: "monetary",
  departments: ["示例区科技局"],
  departmentText: "（责任部门：示例区科技局）",
  text: "企业实施数字化转型项目并通过验收的，按总投资的20%给予补助，单个项目不超过80万元，同一企业累计不超过120万元。",
  summary: {
    zh: "数字化转型项目补助总投资的20%，单个项目最高80万元，同一企业累计最高120万元。",
    en: "20% of the investment of an accepted digital project, at most 0.8 million yuan a project and 1.2 million a firm.",
  },
  coverage: "modelled",
  ambiguities: [
    {
      id: "S2-1",
      question: "单个项目的上限是否含市级补助？",
      readings: ["不含", "含"],
      recommended: "不含，可切换",
      reading: "项目上限口径",
    },
  ],
};
