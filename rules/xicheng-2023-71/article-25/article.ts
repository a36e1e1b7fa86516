import type { Article } from "../../../src/core/policy/policy.ts";

/** 第二十五条 政府采购. */
export const article25: Article = {
  number: 25,
  chapter: "第六章 促进中小微企业经营市场拓展",
  title: { zh: "政府采购", en: "Government procurement" },
  kind: "service",
  departments: ["区财政局"],
  departmentText: "（责任部门：区财政局）",
  text: "落实政府采购促进中小企业发展政策，采购项目中适宜由中小微企业提供的，由相应采购人向中小微企业采购。加强政府采购需求管理，采取预留采购份额、价格评审优惠、优先采购等措施，支持中小微企业参与政府采购。",
  summary: {
    zh: "预留份额、价格评审优惠、优先采购；改变支出方向，不新增支出。",
    en: "Reserved shares, price preference, priority purchase: redirects spending, adds none.",
  },
  coverage: "none",
  coverageCount: { label: { zh: "中小微企业户数", en: "SMEs" }, formula: "是中小微企业" },
  ambiguities: [{ id: "A25-1", question: "价格优惠的成本", readings: ["不计", "备查"], recommended: "不计入" }],
};
