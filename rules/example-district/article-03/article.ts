import type { Article } from "../../../src/core/policy/policy.ts";

/** 第三条 称号奖励. */
export const article03: Article = {
  number: 3,
  chapter: "第二章 支持措施",
  title: { zh: "称号奖励", en: "Award for titles" },
  kind: "monetary",
  departments: ["示例区经济局"],
  departmentText: "（责任部门：示例区经济局）",
  text: "对认定为市级专精特新、市级小巨人、国家级小巨人的企业，分别给予10万元、20万元、50万元奖励；晋级的补足差额。奖励分两年拨付，认定当年拨付60%，次年拨付40%。",
  summary: {
    zh: "三档称号分别奖励10万、20万、50万元，晋级补差，分两年按六四拨付。",
    en: "100,000, 200,000 or 500,000 yuan by title, the difference on an upgrade, paid 60% and 40% over two years.",
  },
  coverage: "modelled",
  ambiguities: [],
};
