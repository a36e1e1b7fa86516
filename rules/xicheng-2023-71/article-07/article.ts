import type { Article } from "../../../src/core/policy/policy.ts";

/** 第七条 降成本政策. */
export const article07: Article = {
  number: 7,
  chapter: "第二章 支持中小微企业稳定健康发展",
  title: { zh: "降成本政策", en: "Lower costs" },
  kind: "indirect",
  departments: [],
  departmentText: "（各相关部门按照职责统筹推进）",
  text: "按照国家、北京市相关政策规定，对符合条件的中小微企业分类实施减税降费、房租减免、普惠性金融让利、用工用地用能成本减负等各项降成本政策举措，切实做好指导、服务工作，持续为驻区中小微企业纾困减负。",
  summary: {
    zh: "落实国家和北京市减税降费等降成本政策；本文件不另给资金。",
    en: "Carries out national and municipal relief; no district money in the text.",
  },
  coverage: "none",
  coverageCount: { label: { zh: "中小微企业户数", en: "SMEs" }, formula: "是中小微企业" },
  ambiguities: [
    { id: "A7-1", question: "国有房产减租是否列示？", readings: ["不列示", "作为备查"], recommended: "不计入" },
  ],
};
