import type { Article } from "../../../src/core/policy/policy.ts";

/** 第二十三条 展会. */
export const article23: Article = {
  number: 23,
  chapter: "第六章 促进中小微企业经营市场拓展",
  title: { zh: "展会", en: "Fairs" },
  kind: "service",
  departments: ["区中小企业服务中心", "区投资促进服务中心"],
  departmentText: "（责任部门：区中小企业服务中心、区投资促进服务中心）",
  text: "推荐优质中小微企业积极参与中国国际服务贸易交易会、中国国际进口博览会、京港洽谈会等展会活动，充分发挥国家级服务平台作用，帮助中小微企业开拓国内外市场。",
  summary: { zh: "推荐参加展会，文件不含展位费补助。", en: "Recommends firms for fairs; no fee subsidy in the text." },
  coverage: "none",

  ambiguities: [{ id: "A23-1", question: "展位费是否补助？", readings: ["否", "是"], recommended: "否" }],
};
