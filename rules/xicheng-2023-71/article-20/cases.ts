import type { CaseRow } from "../worked-case.ts";
import { casesOf, codes, firm, paid } from "../worked-case.ts";

const job = (facts: CaseRow): CaseRow => ({
  统一社会信用代码: codes.first,
  类别: "岗位一档",
  人数: 10,
  起始日期: "2024-03-15",
  ...facts,
});
const roster = (facts: CaseRow, enterprise: CaseRow = {}) => ({ 企业: [firm(enterprise)], 用工: [job(facts)] });
const tiers = "经认定按照每人每年6000元、9000元、12000元三档给予岗位补助";
const threeYears = "最长不超过三年";

const jobs = casesOf(
  ["m20a"],
  [
    {
      name: "自起始月起补助36个月，按日历年分列",
      cites: threeYears,
      roster: roster({}),
      expected: [
        paid("m20a", 2024, 50_000),
        paid("m20a", 2025, 60_000),
        paid("m20a", 2026, 60_000),
        paid("m20a", 2027, 10_000),
      ],
      arithmetic: "10人 × 6000元：10个月5万元、12个月6万元、12个月6万元、2个月1万元，共36个月18万元",
    },
    ...(
      [
        ["岗位一档", 500],
        ["岗位二档", 750],
        ["岗位三档", 1000],
      ] as const
    ).map(([tier, monthly]) => ({
      name: `${tier}一人一个月`,
      cites: tiers,
      roster: roster({ 类别: tier, 人数: 1, 结束日期: "2024-03-20" }),
      expected: [paid("m20a", 2024, monthly)],
      arithmetic: `年标准 ÷ 12 = ${monthly}元，起止月按整月计`,
    })),
    {
      name: "结束月按整月计",
      cites: threeYears,
      roster: roster({ 结束日期: "2024-12-01" }),
      expected: [paid("m20a", 2024, 50_000)],
      arithmetic: "3月至12月共10个月：10 × 6000 × 10 ÷ 12 = 5万元",
    },
    {
      name: "月额四舍五入到分",
      cites: tiers,
      roster: roster({ 人数: 1, 结束日期: "2024-03-20" }),
      values: { "m20a.年标准.岗位一档": 1000 },
      expected: [paid("m20a", 2024, 83.33)],
      arithmetic: "1000 ÷ 12 = 83.333…，为83.33元",
    },
    {
      name: "迁出当月为止",
      cites: "第4节：不晚于迁出当月",
      roster: roster({}, { 迁出日期: "2025-06-10" }),
      expected: [paid("m20a", 2024, 50_000), paid("m20a", 2025, 30_000)],
      arithmetic: "2024年10个月5万元；2025年1至6月 10 × 6000 × 6 ÷ 12 = 3万元",
    },
    {
      name: "缩短补助期限为12个月",
      cites: threeYears,
      roster: roster({}),
      values: { "m20a.补助期限": 12 },
      expected: [paid("m20a", 2024, 50_000), paid("m20a", 2025, 10_000)],
      arithmetic: "2024年10个月5万元，2025年2个月1万元",
    },
    {
      name: "期后续付满三年",
      cites: threeYears,
      roster: roster({ 起始日期: "2027-01-10" }),
      asOf: "2028-06-30",
      expected: [paid("m20a", 2027, 60_000), paid("m20a", 2028, 60_000), paid("m20a", 2029, 60_000)],
      arithmetic: "2027、2028、2029年各12个月6万元",
    },
    {
      name: "期后不续付时止于2028年5月",
      cites: threeYears,
      roster: roster({ 起始日期: "2027-01-10" }),
      readings: { 期后续付: "否" },
      asOf: "2028-06-30",
      expected: [paid("m20a", 2027, 60_000), paid("m20a", 2028, 25_000)],
      arithmetic: "2027年6万元；2028年1至5月 10 × 6000 × 5 ÷ 12 = 2.5万元",
    },
    {
      name: "施行前一天起用不触发",
      cites: "第2节：触发日在2023-05-29至2028-05-28之间",
      roster: roster({ 起始日期: "2023-05-28" }),
      expected: [],
      arithmetic: "2023-05-28 早于 2023-05-29",
    },
    {
      name: "个体工商户用工也补助",
      cites: "第3节：个体工商户不适用，第14、20条除外",
      roster: roster({ 人数: 1, 结束日期: "2024-03-20" }, { 组织形式: "个体工商户" }),
      expected: [paid("m20a", 2024, 500)],
      arithmetic: "6000 ÷ 12 = 500元",
    },
  ],
);

const training = "经认定按照每人200元标准给予职业培训补助";

const trainings = casesOf(
  ["m20b"],
  [
    {
      name: "每人200元",
      cites: training,
      roster: roster({ 类别: "职业培训", 人数: 35 }),
      expected: [paid("m20b", 2024, 7_000)],
      arithmetic: "35人 × 200元 = 7000元",
    },
    {
      name: "岗位补助行不计培训补助",
      cites: training,
      roster: roster({ 人数: 1, 结束日期: "2024-03-20" }),
      measures: ["m20a", "m20b"],
      expected: [paid("m20a", 2024, 500)],
      arithmetic: "6000 ÷ 12 = 500元，无培训补助",
    },
    {
      name: "施行当天培训触发",
      cites: "第2节：触发日在2023-05-29至2028-05-28之间",
      roster: roster({ 类别: "职业培训", 人数: 1, 起始日期: "2023-05-29" }),
      expected: [paid("m20b", 2023, 200)],
      arithmetic: "1人 × 200元 = 200元",
    },
    {
      name: "施行前一天培训不触发",
      cites: "第2节：触发日在2023-05-29至2028-05-28之间",
      roster: roster({ 类别: "职业培训", 人数: 1, 起始日期: "2023-05-28" }),
      expected: [],
      arithmetic: "2023-05-28 早于 2023-05-29",
    },
    {
      name: "大型企业培训不补助",
      cites: "第3节：须为中小微企业",
      roster: roster({ 类别: "职业培训" }, { 申报划型: "大型" }),
      expected: [],
      refused: ["m20b"],
      arithmetic: "大型企业，0元",
    },
  ],
);

const startup = (founded: string, rent: number, facts: CaseRow = {}) => ({
  企业: [firm({ 户籍创业: "是", 成立日期: founded, 年房租: rent, ...facts })],
});
const years = (first: number, amount: number) => [0, 1, 2].map((index) => paid("m20c", first + index, amount));
const rentCap = "按照每年实际房租金额申请补助，最高不超过4万元";
const oneYear = "在本区注册、经营一年以上";

const rents = casesOf(
  ["m20c"],
  [
    {
      name: "满一年起三年按实际房租",
      cites: oneYear,
      roster: startup("2023-01-10", 3.5),
      expected: years(2024, 35_000),
      arithmetic: "满一年为2024-01-10；2024至2026年各3.5万元",
    },
    {
      name: "房租恰为4万元",
      cites: rentCap,
      roster: startup("2023-01-10", 4),
      expected: years(2024, 40_000),
      arithmetic: "min(4万, 4万) = 4万元，三年",
    },
    {
      name: "房租超过4万元以4万元为限",
      cites: rentCap,
      roster: startup("2023-01-10", 4.01),
      expected: [0, 1, 2].map((index) => paid("m20c", 2024 + index, 40_000, 40_000, "cap")),
      arithmetic: "min(4.01万, 4万) = 4万元，三年",
    },
    {
      name: "最早的成立日期自施行日起算",
      cites: oneYear,
      roster: startup("2020-05-29", 3),
      expected: years(2023, 30_000),
      arithmetic: "满一年2021-05-29早于施行日，取2023-05-29；2023至2025年各3万元",
    },
    {
      name: "成立早一天不享受",
      cites: "第4节：成立日期不早于2020-05-29",
      roster: startup("2020-05-28", 3),
      expected: [],
      arithmetic: "2020-05-28 早于 2020-05-29",
    },
    {
      name: "政策末日满一年触发",
      cites: oneYear,
      roster: startup("2027-05-28", 3),
      asOf: "2028-06-30",
      expected: years(2028, 30_000),
      arithmetic: "满一年2028-05-28；2028至2030年各3万元",
    },
    {
      name: "政策末日次日满一年不触发",
      cites: oneYear,
      roster: startup("2027-05-29", 3),
      asOf: "2028-06-30",
      expected: [],
      arithmetic: "满一年2028-05-29 晚于政策期",
    },
    {
      name: "闰日成立的次年2月末满一年",
      cites: oneYear,
      roster: startup("2024-02-29", 3),
      asOf: "2025-02-28",
      expected: years(2025, 30_000),
      arithmetic: "2024-02-29加12个月为2025-02-28，等于基准日；2025至2027年各3万元",
    },
    {
      name: "迁出年度之后不付",
      cites: "第4节：迁出年度之后不付",
      roster: startup("2023-01-10", 3, { 迁出日期: "2025-03-01" }),
      expected: [paid("m20c", 2024, 30_000), paid("m20c", 2025, 30_000)],
      arithmetic: "2024、2025年各3万元，2026年晚于迁出年度",
    },
    {
      name: "累计口径三年合计4万元",
      cites: rentCap,
      roster: startup("2023-01-10", 3),
      readings: { 房租上限口径: "累计" },
      expected: [
        paid("m20c", 2024, 30_000),
        paid("m20c", 2025, 10_000, 10_000, "cap"),
        paid("m20c", 2026, 0, 0, "cap"),
      ],
      arithmetic: "3万；4万 − 3万 = 1万；4万 − 4万 = 0",
    },
    {
      name: "期后不续付时期满后的周年不付",
      cites: "补助期限最长不超过三年",
      roster: startup("2025-07-01", 3),
      readings: { 期后续付: "否" },
      asOf: "2026-12-31",
      expected: [paid("m20c", 2026, 30_000), paid("m20c", 2027, 30_000)],
      arithmetic: "周年2026-07-01、2027-07-01在期内；2028-07-01晚于2028-05-28",
    },
    {
      name: "非户籍创业不触发",
      cites: "本区户籍劳动力实现创业",
      roster: startup("2023-01-10", 3, { 户籍创业: "否" }),
      expected: [],
      arithmetic: "不是户籍创业",
    },
  ],
);

export const article20Cases = [...jobs, ...trainings, ...rents];
