import type { Article } from "../../../src/core/policy/policy.ts";

/** 第十五条 贷款贴息服务. */
export const article15: Article = {
  number: 15,
  chapter: "第四章 加大中小微企业融资服务支撑",
  title: { zh: "贷款贴息服务", en: "Interest subsidies" },
  kind: "indirect",
  departments: ["区文化和旅游局", "区文促中心", "西城园管委会"],
  departmentText: "（责任部门：区文化和旅游局、区文促中心、西城园管委会）",
  text: "提供贷款贴息服务，用好市级“首贷户”“投贷奖”贴息服务，指导驻区中小微企业运用市级贷款优惠政策拓展融资渠道。强化中关村西城园创业创新贷款贴息等专项补助，降低企业融资成本。",
  summary: {
    zh: "用好市级首贷户、投贷奖贴息，强化西城园贴息补助；文件未载明数额，可设年度额度。",
    en: "Guides firms to municipal interest subsidies and strengthens the park's own; no figure in the text, an envelope may be set.",
  },
  coverage: "simplified",

  ambiguities: [
    {
      id: "A15-1",
      question: "“强化…专项补助”是否为区级承诺？",
      readings: ["是，未量化", "否，指向其他政策"],
      recommended: "指向其他政策，可设年度额度",
    },
  ],
};
