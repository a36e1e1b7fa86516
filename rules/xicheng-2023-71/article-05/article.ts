import type { Article } from "../../../src/core/policy/policy.ts";

/** 第五条 绿色低碳项目补助. */
export const article05: Article = {
  number: 5,
  chapter: "第二章 支持中小微企业稳定健康发展",
  title: { zh: "绿色低碳项目补助", en: "Green and low-carbon project grants" },
  kind: "monetary",
  departments: ["区发展改革委"],
  departmentText: "（责任部门：区发展改革委）",
  text: "推动企业绿色低碳发展，针对节能技改项目、新能源项目、能源管控项目、循环经济项目最高给予总投资30%的资金补助，针对清洁生产中高费项目在市级补助基础上给予5%的资金补助；给予能源审计项目不超过12万元的资金补助。",
  summary: {
    zh: "节能技改、新能源、能源管控、循环经济项目最高补助总投资的30%；清洁生产中高费项目在市级补助基础上补助5%；能源审计不超过12万元。",
    en: "Up to 30% of investment for four project types; 5% on top of the municipal subsidy for cleaner production; energy audits up to 120,000 yuan.",
  },
  coverage: "modelled",

  ambiguities: [
    {
      id: "A5-1",
      question: "“最高给予总投资30%”没有金额上限",
      readings: ["不设上限", "由部门细则另设上限"],
      recommended: "法定口径不设上限；预算口径可设单项上限",
    },
    {
      id: "A5-2",
      question: "清洁生产中高费项目5%的基数",
      readings: ["总投资", "市级补助"],
      recommended: "总投资（与前句并列），可切换",
      reading: "清洁生产口径",
    },
    {
      id: "A5-3",
      question: "市、区补助合计可否超过总投资？",
      readings: ["可以", "合计不超过总投资"],
      recommended: "合计不超过总投资",
    },
    {
      id: "A5-4",
      question: "“推动企业”是否要求中小微企业？",
      readings: ["要求（第3条）", "不要求"],
      recommended: "要求",
    },
  ],
};
