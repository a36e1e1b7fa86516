import type { Article } from "../../../src/core/policy/policy.ts";

/** 第十二条 挂牌上市支持. */
export const article12: Article = {
  number: 12,
  chapter: "第三章 促进中小微企业规模成长培育",
  title: { zh: "挂牌上市支持", en: "Admission and listing support" },
  kind: "monetary",
  departments: ["北京金融街服务局"],
  departmentText: "（责任部门：北京金融街服务局）",
  text: "支持中小企业在新三板挂牌、在北交所或区政府认可的其他境内外资本市场上市。对于新三板挂牌企业，根据企业情况综合考量，给予总额不超过150万元的区级专项资金支持。对于在境内外资本市场上市的企业，根据企业上市不同阶段，给予总额不超过600万元的区级专项资金支持。",
  summary: {
    zh: "新三板挂牌最高150万元；境内外上市分阶段最高600万元。",
    en: "Up to 1.5 million yuan for NEEQ admission, up to 6 million by stage for a listing.",
  },
  coverage: "modelled",

  ambiguities: [
    {
      id: "A12-1",
      question: "150万与600万元是否相加？",
      readings: ["分别封顶", "合计600万元"],
      recommended: "分别封顶，可切换",
      reading: "挂牌上市合并",
    },
    {
      id: "A12-2",
      question: "文件未载明上市阶段及比例",
      readings: ["境内受理、上市各300万元，境外一次600万元", "三阶段均分"],
      recommended: "境内各300万元，境外600万元",
    },
    {
      id: "A12-3",
      question: "上市后多已不是中小微企业",
      readings: ["每阶段检验", "仅首阶段检验"],
      recommended: "仅首阶段检验",
    },
    { id: "A12-4", question: "受理后未上市是否退回？", readings: ["不退", "退回"], recommended: "文件未载明，不退" },
    {
      id: "A12-5",
      question: "先新三板后北交所是否两件事？",
      readings: ["两件", "一件"],
      recommended: "两件，依日期先后",
    },
  ],
};
