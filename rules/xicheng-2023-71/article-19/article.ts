import type { Article } from "../../../src/core/policy/policy.ts";

/** 第十九条 人才统筹服务. */
export const article19: Article = {
  number: 19,
  chapter: "第五章 强化中小微企业人才发展支撑",
  title: { zh: "人才统筹服务", en: "Talent services" },
  kind: "monetary_unquantified",
  departments: [],
  departmentText: "（各相关部门按照职责统筹推进）",
  text: "加大人才统筹服务力度，针对符合条件的中小微企业，给予人才公寓支持，提供工作居住证办理、住房补助、健康医疗、职称评定等方面支持。优先推荐业务骨干参加西城区优秀人才项目评选；协助参与国家、北京市相关人才评选表彰和人才项目评审。",
  summary: {
    zh: "人才公寓、工作居住证、住房补助、健康医疗等支持；文件未载明数额，可设年度额度。",
    en: "Housing, permits, health and other support for talent; no figure in the text, an envelope may be set.",
  },
  coverage: "simplified",

  ambiguities: [
    {
      id: "A19-1",
      question: "住房补助金额",
      readings: ["其他政策", "本政策"],
      recommended: "其他政策，可设年度额度，默认未设",
    },
  ],
};
