import type {
  ArrivalProcess,
  AttritionProcess,
  CountProcess,
  DefaultProcess,
  EventProcess,
  FactorLink,
  GrowthProcess,
  Process,
  ReviewProcess,
  SizeDefault,
} from "../../src/core/policy/process.ts";
import { employmentTypes, projectTypes } from "../../src/core/roster/fields.ts";
import { wan } from "../../src/core/money/money.ts";

const judged = { source: "规划假设，文件未载明", rating: "E" } as const;

const approvals: FactorLink = { factor: "审批力度", correlation: "sim.审批力度.相关系数", sign: 1 };
const listings: FactorLink = { factor: "上市窗口", correlation: "sim.上市窗口.相关系数", sign: 1 };

const recognitions: readonly EventProcess[] = [
  {
    ...judged,
    kind: "event",
    id: "市级专精特新认定",
    label: { zh: "市级专精特新认定", en: "Municipal title recognised" },
    atRisk:
      'AND(OR(创新型中小企业认定日期<>"",国高新证书有效),市级专精特新认定日期="",市级小巨人认定日期="",国家级小巨人认定日期="")',
    rate: "sim.市级专精特新认定.年概率",
    link: approvals,
    changes: [{ field: "cityTitleDate", value: "event-day" }],
  },
  {
    ...judged,
    kind: "event",
    id: "小巨人认定",
    label: { zh: "国家级小巨人认定", en: "National little giant recognised" },
    atRisk: 'AND(市级专精特新有效,国家级小巨人认定日期="")',
    rate: "sim.小巨人认定.年概率",
    link: approvals,
    changes: [{ field: "nationalGiantDate", value: "event-day" }],
  },
  {
    ...judged,
    kind: "event",
    id: "国高新首次认定",
    label: { zh: "国高新首次认定", en: "First high-tech certificate" },
    atRisk: 'AND(国高新首次取得日期="",国高新最近发证日期="")',
    industries: ["65", "73", "74", "75"],
    rate: "sim.国高新首次认定.年概率",
    link: approvals,
    changes: [{ field: "certificateFirst", value: "event-day" }],
  },
];

const review = (
  id: string,
  zh: string,
  en: string,
  date: string,
  expiry: string,
  passRate: string,
  from: Pick<ReviewProcess, "source" | "rating"> = judged,
): ReviewProcess => ({ ...from, kind: "review", id, label: { zh, en }, date, expiry, passRate });

const littleGiantReviews = {
  source: "前三批复核通过率57%、62%、83%（中制智库，2024-09-23）",
  rating: "S",
} as const;

const reviews: readonly ReviewProcess[] = [
  review(
    "市级专精特新复核",
    "市级专精特新复核",
    "Review of the municipal title",
    "cityTitleDate",
    "cityTitleExpiry",
    "sim.称号复核.通过率",
  ),
  review(
    "市级小巨人复核",
    "市级小巨人复核",
    "Review of the municipal little giant",
    "cityGiantDate",
    "cityGiantExpiry",
    "sim.称号复核.小巨人通过率",
    littleGiantReviews,
  ),
  review(
    "国家级小巨人复核",
    "国家级小巨人复核",
    "Review of the national little giant",
    "nationalGiantDate",
    "nationalGiantExpiry",
    "sim.称号复核.小巨人通过率",
    littleGiantReviews,
  ),
  {
    ...judged,
    kind: "review",
    id: "国高新再认定",
    label: { zh: "国高新再认定", en: "Certificate renewed" },
    date: "certificateFirst",
    renewed: "certificateLatest",
    passRate: "sim.国高新再认定.通过率",
  },
];

/** What an enterprise did before it came is no matter of the district. */
const history = [
  "movedOut",
  "sameKindReceived",
  "paid6",
  "paid10",
  "paid12",
  "certificateFirstAward",
  "certificateSecondAward",
  "scaleUpAward",
  "scaleUpDate",
  "neeqDate",
  "listingAccepted",
  "listedDate",
  ...Array.from({ length: 7 }, (_, index) => `contribution${2021 + index}`),
] as const;

/** What a firm founded yesterday cannot hold. */
const titles = [
  "innovativeDate",
  "cityTitleDate",
  "cityTitleExpiry",
  "cityGiantDate",
  "cityGiantExpiry",
  "nationalGiantDate",
  "nationalGiantExpiry",
  "certificateFirst",
  "certificateLatest",
] as const;

const moves: readonly (EventProcess | ArrivalProcess)[] = [
  {
    ...judged,
    kind: "event",
    id: "迁出",
    label: { zh: "迁出", en: "Moves out" },
    atRisk: '迁出日期=""',
    rate: "sim.迁出.年概率",
    changes: [{ field: "movedOut", value: "event-day" }],
  },
  {
    ...judged,
    kind: "arrival",
    id: "迁入",
    label: { zh: "持称号企业迁入", en: "Titled firms move in" },
    like: "AND(持有专精特新称号,在区)",
    count: { key: "sim.迁入.年比例", per: "stock" },
    perEnterprise: 0,
    clears: [...history, "residentStartup"],
    changes: [{ field: "movedIn", value: "event-day" }],
  },
];

const growthSteps: readonly EventProcess[] = [
  {
    ...judged,
    kind: "event",
    id: "升规",
    label: { zh: "升规", en: "Scales up" },
    // near the threshold: small firms with revenue of 1000 to 2000万元
    atRisk: 'AND(升规奖励日期="",营业收入>=10000000,营业收入<20000000)',
    rate: "sim.升规.年概率",
    until: "m09.市级政策截止",
    changes: [
      { field: "scaleUpDate", value: "event-day" },
      { field: "scaleUpAward", value: wan(30) },
    ],
  },
  {
    ...judged,
    kind: "event",
    id: "新三板挂牌",
    label: { zh: "新三板挂牌", en: "NEEQ admission" },
    atRisk: 'AND(持有专精特新称号,新三板挂牌日期="",上市日期="")',
    rate: "sim.新三板挂牌.年概率",
    link: listings,
    changes: [{ field: "neeqDate", value: "event-day" }],
  },
  {
    ...judged,
    kind: "event",
    id: "上市",
    label: { zh: "境内上市受理与上市", en: "Listing accepted, then listed" },
    atRisk: 'AND(持有专精特新称号,上市受理日期="",上市日期="")',
    rate: "sim.上市.年概率",
    link: listings,
    changes: [
      { field: "listingAccepted", value: "event-day" },
      { field: "listingMarket", value: { choice: "境内" } },
    ],
    then: {
      success: 0.7,
      lagMonths: [6, 18],
      changes: [{ field: "listedDate", value: "event-day" }],
      from: "listingAccepted",
    },
  },
];

const lognormal = (field: string, mean: number, sigma: number): SizeDefault => ({ field, mean, sigma });

/** Mean size in 元 and yearly count an SME, by type of project, where the roster has no rows to learn from. */
const projectDefaults = {
  节能技改: { investment: 3_000_000, perEnterprise: 0.0008 },
  新能源: { investment: 4_000_000, perEnterprise: 0.0004 },
  能源管控: { investment: 1_000_000, perEnterprise: 0.0004 },
  循环经济: { investment: 2_000_000, perEnterprise: 0.0002 },
  清洁生产中高费: { investment: 2_500_000, perEnterprise: 0.0002 },
  能源审计: { investment: 150_000, perEnterprise: 0.0004 },
  数字化转型: { investment: 2_000_000, perEnterprise: 0.05 },
} as const satisfies Record<(typeof projectTypes)[number], { investment: number; perEnterprise: number }>;

const project = (type: (typeof projectTypes)[number]): CountProcess => {
  const { investment, perEnterprise } = projectDefaults[type];
  const sizes = [
    lognormal("investment", investment, 0.9),
    ...(type === "清洁生产中高费" ? [lognormal("citySubsidy", investment / 5, 0.9)] : []),
    ...(type === "能源审计" ? [lognormal("auditFee", investment, 0.5)] : []),
  ];
  return {
    ...judged,
    kind: "count",
    id: `项目.${type}`,
    label: { zh: `${type}项目`, en: `Projects: ${type}` },
    table: "projects",
    rows: { field: "projectType", choices: [type] },
    date: "acceptedDate",
    owner: "uscc",
    atRisk: type === "数字化转型" ? "AND(是中小微企业,在区,持有专精特新称号)" : "AND(是中小微企业,在区)",
    count: `sim.项目.${type}.年件数`,
    perEnterprise,
    sizes,
    changes: [{ field: "projectType", value: { choice: type } }],
  };
};

const jobs = employmentTypes.filter((type) => type !== "职业培训");

const counts: readonly (CountProcess | ArrivalProcess)[] = [
  ...projectTypes.map(project),
  {
    ...judged,
    kind: "count",
    id: "用工",
    label: { zh: "新增岗位", en: "New jobs" },
    table: "employment",
    rows: { field: "employmentType", choices: jobs },
    date: "jobStart",
    owner: "uscc",
    atRisk: "AND(是中小微企业,在区)",
    count: "sim.用工.年件数",
    perEnterprise: 0.01,
    sizes: [lognormal("headcount", 3, 0.6)],
    changes: [{ field: "employmentType", value: { choice: "岗位一档" } }],
  },
  {
    ...judged,
    kind: "count",
    id: "职业培训",
    label: { zh: "职业培训", en: "Training" },
    table: "employment",
    rows: { field: "employmentType", choices: ["职业培训"] },
    date: "jobStart",
    owner: "uscc",
    atRisk: "AND(是中小微企业,在区)",
    count: "sim.职业培训.年件数",
    perEnterprise: 0.005,
    sizes: [lognormal("headcount", 15, 0.6)],
    changes: [{ field: "employmentType", value: { choice: "职业培训" } }],
  },
  {
    ...judged,
    kind: "arrival",
    id: "户籍创业",
    label: { zh: "本区户籍人员创业", en: "Start-ups by residents" },
    like: "AND(户籍创业,在区)",
    count: { key: "sim.户籍创业.年户数", per: "year" },
    perEnterprise: 0.003,
    clears: [...history, ...titles, "movedIn"],
    changes: [
      { field: "founded", value: "event-day" },
      { field: "residentStartup", value: true },
    ],
    // the first claim falls a year after the foundation
    monthsBefore: { founded: 12 },
  },
  {
    ...judged,
    kind: "count",
    id: "人才服务",
    label: { zh: "人才服务", en: "Recruitment services" },
    table: "hrServices",
    date: "serviceDate",
    owner: "template",
    atRisk: "AND(是中小微企业,在区)",
    count: "sim.人才服务.年件数",
    perEnterprise: 0.002,
    sizes: [lognormal("serviceFee", 60_000, 0.7)],
    changes: [],
  },
  {
    kind: "count",
    id: "新增担保",
    label: { zh: "新增担保", en: "New guarantees" },
    source: "北京市18家政府性融资担保机构2022年户均担保297万元",
    rating: "S",
    table: "guarantees",
    date: "startDate",
    owner: "uscc",
    atRisk: "AND(是中小微企业,在区)",
    count: "sim.新增担保.年件数",
    perEnterprise: 0.02,
    sizes: [lognormal("guaranteed", 2_970_000, 0.8)],
    changes: [{ field: "governmentGuarantor", value: true }],
  },
];

const losses: readonly (DefaultProcess | AttritionProcess | GrowthProcess)[] = [
  {
    kind: "default",
    id: "违约代偿",
    label: { zh: "担保违约与代偿", en: "Guarantee default and compensation" },
    source: "单因子高斯模型（Vasicek 2002；Basel CRE31）",
    rating: "S",
    table: "guarantees",
    rate: "sim.违约代偿.年违约率",
    link: { factor: "宏观", correlation: "sim.违约代偿.相关系数", sign: -1 },
    start: "startDate",
    end: "endDate",
    months: 12,
    balance: "guaranteed",
    balanceShare: "sim.违约代偿.余额比例",
    lagMonths: "sim.违约代偿.代偿滞后月数",
    paidDate: "compensationDate",
    paidAmount: "compensation",
  },
  {
    ...judged,
    kind: "attrition",
    id: "用工留存",
    label: { zh: "用工留存", en: "Jobs that last" },
    table: "employment",
    rows: { field: "employmentType", choices: jobs },
    persons: "headcount",
    start: "jobStart",
    end: "jobEnd",
    retention: "sim.用工.年留存率",
  },
  {
    ...judged,
    kind: "growth",
    id: "增长",
    label: { zh: "营业收入与区级综合贡献增长", en: "Growth of revenue and contribution" },
    mean: "sim.增长.均值",
    volatility: "sim.增长.波动率",
    factor: "宏观",
    loading: 0.3,
  },
];

/** Everything that may happen after the as-of date (section 7 of the calculation model). */
export const processes: readonly Process[] = [
  ...recognitions,
  ...reviews,
  ...moves,
  ...growthSteps,
  ...counts,
  ...losses,
];
