import type { Article } from "../../../src/core/policy/policy.ts";

/** 第三条 适用范围. */
export const article03: Article = {
  number: 3,
  chapter: "第一章 总则",
  title: { zh: "适用范围", en: "Scope" },
  kind: "general",
  departments: [],
  departmentText: "",
  text: "本措施适用于在西城区发展，进行独立核算的中小微企业。",
  summary: {
    zh: "适用于在西城区发展、独立核算的中小微企业。",
    en: "Applies to SMEs that develop in the district and keep independent accounts.",
  },
  coverage: "none",

  ambiguities: [
    {
      id: "A3-1",
      question: "何为“在西城区发展”“驻区”？",
      readings: ["区内注册", "区内注册且区内纳税", "仅在区内经营"],
      recommended: "区内注册且区内纳税，并按迁入、迁出日期判断",
    },
  ],
};
