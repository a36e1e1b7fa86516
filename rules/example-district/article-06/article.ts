import type { Article } from "../../../src/core/policy/policy.ts";

/** 第六条 施行日期. */
export const article06: Article = {
  number: 6,
  chapter: "第三章 附则",
  title: { zh: "施行日期", en: "Term" },
  kind: "general",
  departments: [],
  departmentText: "",
  text: "本措施自2024年1月1日起施行，有效期五年。本措施为虚构示例，不是任何地区的政策文件。",
  summary: {
    zh: "2024年1月1日起施行，有效期五年；虚构示例。",
    en: "In force for five years from 1 January 2024; made up.",
  },
  coverage: "none",
  ambiguities: [],
};
