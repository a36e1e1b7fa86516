import type { Article } from "../../../src/core/policy/policy.ts";

/** 第二十四条 行业联盟. */
export const article24: Article = {
  number: 24,
  chapter: "第六章 促进中小微企业经营市场拓展",
  title: { zh: "行业联盟", en: "Industry alliances" },
  kind: "service",
  departments: ["区投资促进服务中心"],
  departmentText: "（责任部门：区投资促进服务中心）",
  text: "支持金融科技、数字经济、人工智能、区块链等领域的领军企业牵头成立行业联盟、专家咨询委员会，丰富平台资源，创新服务模式，推动上下游企业长期、全面、深度合作，提升对行业发展和管理的服务支撑水平。",
  summary: { zh: "支持领军企业牵头成立行业联盟。", en: "Supports leading firms in forming alliances." },
  coverage: "none",

  ambiguities: [],
};
