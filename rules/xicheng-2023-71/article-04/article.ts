import type { Article } from "../../../src/core/policy/policy.ts";

/** 第四条 综合服务奖励. */
export const article04: Article = {
  number: 4,
  chapter: "第二章 支持中小微企业稳定健康发展",
  title: { zh: "综合服务奖励", en: "Comprehensive service award" },
  kind: "monetary_unquantified",
  departments: ["区投资促进服务中心"],
  departmentText: "（责任部门：区投资促进服务中心）",
  text: "支持中小微企业可持续发展，每年安排资金针对运行稳定、营业收入持续增长、区级综合贡献突出的中小微企业给予综合服务奖励。",
  summary: {
    zh: "每年安排资金奖励运行稳定、营收持续增长、区级综合贡献突出的企业；文件未载明数额，按年度额度分配。",
    en: "Yearly money for stable, growing firms of high district contribution; the text gives no figure, a yearly envelope is shared out.",
  },
  coverage: "simplified",

  ambiguities: [
    {
      id: "A4-1",
      question: "“运行稳定、持续增长、贡献突出”如何认定？",
      readings: ["排名取前若干名", "设门槛", "专家评审"],
      recommended: "设门槛（连续增长年数、最低区级综合贡献），超额度时同比例核减",
    },
    {
      id: "A4-2",
      question: "本条奖励是否算第10条的同类补助？",
      readings: ["算", "不算"],
      recommended: "不算，事项不同",
    },
  ],
};
