import type { Article } from "../../../src/core/policy/policy.ts";

/** 第十六条 小微企业金融服务平台. */
export const article16: Article = {
  number: 16,
  chapter: "第四章 加大中小微企业融资服务支撑",
  title: { zh: "小微企业金融服务平台", en: "Finance platform for small firms" },
  kind: "service",
  departments: ["北京金融街服务局"],
  departmentText: "（责任部门：北京金融街服务局）",
  text: "利用“西城区小微企业金融服务平台”打造实体经济与金融机构对接平台。引导金融机构开发优质普惠金融产品，快速响应来自平台的融资服务需求，做好惠企政策宣传，提高融资支持效率。",
  summary: { zh: "运行小微企业金融服务平台，对接融资。", en: "Runs the matching platform." },
  coverage: "none",

  ambiguities: [],
};
