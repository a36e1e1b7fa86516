import type { Article } from "../../../src/core/policy/policy.ts";

/** 第十七条 融资常态化机制. */
export const article17: Article = {
  number: 17,
  chapter: "第四章 加大中小微企业融资服务支撑",
  title: { zh: "融资常态化机制", en: "Standing financing mechanism" },
  kind: "service",
  departments: ["北京金融街服务局", "区中小企业服务中心"],
  departmentText: "（责任部门：北京金融街服务局、区中小企业服务中心）",
  text: "建立保就业保市场主体融资常态化工作机制。强化对中小微企业运行监测，梳理掌握有融资需求企业名单，及时与金融机构及投融资企业对接提供精准融资服务，对暂遇困难但发展前景良好的中小微企业及时“输血”。",
  summary: {
    zh: "监测运行、梳理融资需求、对接金融机构；“输血”为机构融资，非区级资金。",
    en: "Monitoring and matching; the financing comes from institutions, not from district money.",
  },
  coverage: "none",

  ambiguities: [{ id: "A17-1", question: "“输血”是否为区级资金？", readings: ["否", "是"], recommended: "否" }],
};
