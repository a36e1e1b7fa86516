import type { Article } from "../../../src/core/policy/policy.ts";

/** 第十八条 人才+产业. */
export const article18: Article = {
  number: 18,
  chapter: "第五章 强化中小微企业人才发展支撑",
  title: { zh: "人才+产业", en: "Talent and industry" },
  kind: "monetary_unquantified",
  departments: ["区委组织部", "区科技和信息化局"],
  departmentText: "（责任部门：区委组织部、区科技和信息化局）",
  text: "积极推进“人才+产业”政策创新，持续优化重点领域人才发展政策环境，开展人才资助项目。大力开展“数字人才”培育，将数字经济人才纳入西城区人才激励计划支持范围；提升专业服务业人才引领效应，定期评选出一批行业示范人才向社会广泛推介。",
  summary: {
    zh: "开展人才资助项目、培育数字人才；文件未载明数额，可设年度额度。",
    en: "Talent grants and digital talent; no figure in the text, an envelope may be set.",
  },
  coverage: "simplified",

  ambiguities: [
    { id: "A18-1", question: "是否计入敞口？", readings: ["备查", "按额度"], recommended: "可设年度额度，默认未设" },
  ],
};
