import type { Article } from "../../../src/core/policy/policy.ts";

/** 第二条 中小微企业的定义. */
export const article02: Article = {
  number: 2,
  chapter: "第一章 总则",
  title: { zh: "中小微企业的定义", en: "Definition of an SME" },
  kind: "general",
  departments: [],
  departmentText: "",
  text: "本措施所称中小微企业，是指在中华人民共和国境内依法设立的，人员规模、经营规模相对较小的企业，包括中型企业、小型企业和微型企业。具体可通过查询“国家企业信用信息公示系统-全国个体私营经济发展服务网”予以认定，或按照工业和信息化部等部门《关于印发中小企业划型标准规定的通知》（工信部联企业〔2011〕300号）、中国人民银行等部门《关于印发〈金融业企业划型标准规定〉的通知》（银发〔2015〕309号）划型标准予以认定。符合条件的非法人合伙组织性质专业服务机构参照执行。若遇行业划型调整，则参照国家最新划型标准执行。",
  summary: {
    zh: "界定中小微企业：公示系统名录认定，或按300号、银发309号划型标准认定；符合条件的非法人合伙专业服务机构参照执行。",
    en: "Who is an SME: the public list, or the size standards of 2011 and 2015; qualifying professional partnerships are treated alike.",
  },
  coverage: "none",

  ambiguities: [
    {
      id: "A2-1",
      question: "公示名录与计算划型不一致时以何者为准？",
      readings: ["以名录为准", "以计算划型为准", "任一满足即可（“或按照”）"],
      recommended: "任一满足即可，差异作为数据提示",
    },
    {
      id: "A2-2",
      question: "中小微企业身份按哪一天认定？",
      readings: ["申请日", "触发日", "每次分期拨付日"],
      recommended: "触发日；后续分期不再检验",
    },
    {
      id: "A2-3",
      question: "划型标准未覆盖的行业（教育、卫生、铁路、房地产租赁）",
      readings: ["不视为中小微企业", "按其他未列明行业"],
      recommended: "按其他未列明行业，并提示",
    },
  ],
};
