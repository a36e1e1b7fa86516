import type { Article } from "../../../src/core/policy/policy.ts";

/** 第二十一条 人才引进服务奖励. */
export const article21: Article = {
  number: 21,
  chapter: "第五章 强化中小微企业人才发展支撑",
  title: { zh: "人才引进服务奖励", en: "Recruitment service award" },
  kind: "monetary",
  departments: ["区人力社保局"],
  departmentText: "（责任部门：区人力社保局）",
  text: "强化人才供需精准对接，加强政企联动，通过网络发布、带岗直播、现场招聘、入校宣讲等线上线下各类招聘形式，在引才数量、引才结构、引才渠道等方面给予支持。推进全区人力资源行业扩展中小微企业创新人才寻访、人才测评、新业态就业等服务项目，经认定引进人才成功的，对符合条件的机构按照服务费10%的标准给予人才服务奖励，用人单位同时享受人才引进补助。",
  summary: {
    zh: "引进人才成功的人力资源机构按服务费10%奖励；用人单位同时享受人才引进补助，文件未载明数额。",
    en: "Agencies get 10% of the service fee of a successful recruitment; the employer's part has no figure in the text.",
  },
  coverage: "modelled",

  ambiguities: [
    {
      id: "A21-1",
      question: "用人单位的人才引进补助数额",
      readings: ["未载明", "同为10%"],
      recommended: "未载明，默认0并标记",
    },
    { id: "A21-2", question: "机构是否须为驻区中小微企业？", readings: ["须（第3条）", "不须"], recommended: "须" },
  ],
};
