import type { Article } from "../../../src/core/policy/policy.ts";

/** 第十条 专精特新奖励. */
export const article10: Article = {
  number: 10,
  chapter: "第三章 促进中小微企业规模成长培育",
  title: { zh: "专精特新奖励", en: "Award for specialised firms" },
  kind: "monetary",
  departments: ["区中小企业服务中心"],
  departmentText: "（责任部门：区中小企业服务中心）",
  text: "对新迁入或首次获得市（省）级专精特新中小企业认定的驻区企业，给予20万元一次性资金奖励；对新迁入或首次获得国家级、市（省）级专精特新小巨人企业认定的驻区企业，分别给予最高100万元、50万元一次性资金奖励。单个企业不重复享受，晋级补差。已获得同类补助的企业可参照本措施补差。奖励金额原则上不超过年度区级综合贡献。",
  summary: {
    zh: "新迁入或首次认定：市级专精特新20万元，市级小巨人最高50万元，国家级小巨人最高100万元；不重复享受，晋级补差，原则上不超过年度区级综合贡献。",
    en: "One-off awards by title on first recognition or move-in: 200,000, 500,000 and 1,000,000 yuan; an upgrade pays the difference; in principle not above the yearly district contribution.",
  },
  coverage: "modelled",

  ambiguities: [
    {
      id: "A10-1",
      question: "20万元为定额，50万、100万元为“最高”",
      readings: ["全额", "最高额下另设系数"],
      recommended: "全额",
    },
    {
      id: "A10-2",
      question: "“晋级补差”的差额",
      readings: ["档次金额减实际已享受", "档次金额减低一档标准"],
      recommended: "减实际已享受，可切换",
      reading: "补差口径",
    },
    {
      id: "A10-3",
      question: "“已获得同类补助”扣减哪些？",
      readings: ["仅西城区奖励", "各区同类奖励", "含市级、中央奖励"],
      recommended: "名册“已获同类补助”所列金额",
    },
    {
      id: "A10-4",
      question: "“原则上不超过年度区级综合贡献”：哪一年、是否封顶？",
      readings: ["触发上年，仅本条，不结转", "认定当年", "与其他条款合并", "不封顶"],
      recommended: "触发上年，仅本条，不结转；缺数不封顶并标记；法定口径不封顶",
      reading: "综合贡献封顶",
    },
    {
      id: "A10-5",
      question: "“新迁入”是否要求称号为新取得？",
      readings: ["迁入日有效的任何称号", "施行后取得的称号"],
      recommended: "迁入日有效的任何称号，且迁入日在政策期内",
    },
    {
      id: "A10-6",
      question: "三年复核通过是否再奖？",
      readings: ["不再奖（首次、一次性）", "再奖"],
      recommended: "不再奖",
    },
    {
      id: "A10-7",
      question: "市级小巨人已不再新认定",
      readings: ["保留档次", "取消档次"],
      recommended: "保留，新增按零估计",
    },
    {
      id: "A10-8",
      question: "认定或迁入须在2023年5月29日及以后？",
      readings: ["须在政策期内", "早期称号在期内首次申请也算"],
      recommended: "须在政策期内",
    },
  ],
};
