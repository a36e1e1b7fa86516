import { codes, firm, secondFirm, type CaseRow } from "../../../../rules/xicheng-2023-71/worked-case.ts";

/** A clause shape as one scenario file adds it, with a case worked by hand; money of the rows in 万元, of payments in 元. */
export interface ShapeCase {
  readonly shape: string;
  readonly added: readonly object[];
  readonly roster: Readonly<Record<string, readonly CaseRow[]>>;
  /** Year and net amount of every TRUE payment, in ledger order. */
  readonly paid: readonly (readonly [year: number, net: number])[];
  readonly arithmetic: string;
}

const label = "示例措施";
const money = (name: string, value: number | null) => ({ name, type: "yuan", label: name, value });
const share = (name: string, value: number) => ({ name, type: "share", label: name, value });
const count = (name: string, value: number) => ({ name, type: "count", label: name, value });
const cap = (formula: string) => ({ kind: "cap", formula, label: "上限" });
const on = (date: string, rest: object = {}) => ({ id: "on", label: date, date, ...rest });
const added = (measure: object, parameters: readonly object[]) => ({
  measure: { id: "x01", article: 32, label, departments: ["示例部门"], table: "enterprises", ...measure },
  parameters,
});
const project = (name: string, investment: number, date: string, rest: CaseRow = {}): CaseRow => ({
  统一社会信用代码: codes.first,
  项目名称: name,
  项目类型: "节能技改",
  总投资: investment,
  验收日期: date,
  ...rest,
});

export const shapes: readonly ShapeCase[] = [
  {
    shape: "1 分档称号奖励，晋级补差",
    added: [
      added(
        {
          triggers: [
            on("市级专精特新认定日期", { id: "one", tier: 1, gross: "一档" }),
            on("国家级小巨人认定日期", { id: "two", tier: 2, gross: "二档" }),
          ],
          select: "highest-of-day",
          gross: "一档",
          limits: [{ kind: "topup", formula: "MAX(0,IF(档次=2,二档,一档)-本条已享受)", label: "补差" }],
          chain: { group: "x01", opening: "0*一档" },
        },
        [money("一档", 300_000), money("二档", 800_000)],
      ),
    ],
    roster: { 企业: [firm({ 市级专精特新认定日期: "2023-06-01", 国家级小巨人认定日期: "2024-06-01" })] },
    paid: [
      [2023, 300_000],
      [2024, 500_000],
    ],
    arithmetic: "30万；80万 − 30万 = 50万元",
  },
  {
    shape: "2 按上级奖励配套并封顶",
    added: [
      added(
        {
          triggers: [on("升规奖励日期", { exists: "市级升规奖励>0" })],
          gross: "市级升规奖励*比例",
          limits: [cap("单户上限")],
        },
        [share("比例", 0.6), money("单户上限", 150_000)],
      ),
    ],
    roster: { 企业: [firm({ 市级升规奖励: 30, 升规奖励日期: "2024-06-01" })] },
    paid: [[2024, 150_000]],
    arithmetic: "30万 × 60% = 18万元，以15万元为限",
  },
  {
    shape: "3 房租按年补助，年度上限与累计上限",
    added: [
      added(
        {
          triggers: [on("成立日期")],
          gross: "年房租*比例",
          limits: [cap("年度上限"), cap("MAX(0,累计上限-本条已享受)")],
          schedule: { kind: "anniversaries", years: "年数" },
          chain: { group: "x01", opening: "0*累计上限" },
        },
        [share("比例", 0.4), money("年度上限", 500_000), money("累计上限", 1_200_000), count("年数", 3)],
      ),
    ],
    roster: { 企业: [firm({ 成立日期: "2023-09-01", 年房租: 150 })] },
    paid: [
      [2023, 500_000],
      [2024, 500_000],
      [2025, 200_000],
    ],
    arithmetic: "150万 × 40% = 60万元，每年以50万元为限；累计120万：50 + 50 + 20",
  },
  {
    shape: "4 按LPR比例贴息，利差封顶",
    added: [
      added(
        {
          table: "guarantees",
          triggers: [on("起始日期")],
          gross: "MIN(担保金额,贷款上限)*利率*比例",
          limits: [cap("MIN(担保金额,贷款上限)*利差上限")],
        },
        [share("利率", 0.035), share("比例", 0.6), share("利差上限", 0.01), money("贷款上限", 5_000_000)],
      ),
    ],
    roster: {
      企业: [firm()],
      担保: [
        { 统一社会信用代码: codes.first, 担保编号: "D1", 政府性担保: "是", 担保金额: 800, 起始日期: "2024-03-01" },
      ],
    },
    paid: [[2024, 50_000]],
    arithmetic: "贷款以500万为限；500万 × 3.5% × 60% = 10.5万元，利差上限 500万 × 1% = 5万元",
  },
  {
    shape: "5 数量乘单价，连续三年，两个上限",
    added: [
      added(
        {
          table: "employment",
          triggers: [on("起始日期", { exists: '类别="职业培训"' })],
          gross: "人数*单价",
          limits: [cap("年度上限"), cap("MAX(0,累计上限-本条已享受)")],
          schedule: { kind: "anniversaries", years: "年数" },
          chain: { group: "x01", opening: "0*累计上限" },
        },
        [money("单价", 1_000), money("年度上限", 80_000), money("累计上限", 200_000), count("年数", 3)],
      ),
    ],
    roster: {
      企业: [firm()],
      用工: [{ 统一社会信用代码: codes.first, 类别: "职业培训", 人数: 100, 起始日期: "2023-07-01" }],
    },
    paid: [
      [2023, 80_000],
      [2024, 80_000],
      [2025, 40_000],
    ],
    arithmetic: "100 × 1000 = 10万元，每年以8万元为限；累计20万：8 + 8 + 4",
  },
  {
    shape: "6 分类上限，同一事项就高不重复",
    added: [
      added(
        {
          table: "projects",
          triggers: [on("验收日期")],
          gross: "总投资*比例",
          limits: [cap("单项上限")],
          exclusive: { group: "示例事项", by: "projectName", when: "TRUE" },
        },
        [share("比例", 0.5), money("单项上限", 2_000_000)],
      ),
      added(
        {
          id: "x02",
          table: "projects",
          triggers: [on("验收日期")],
          gross: "总投资*比例",
          limits: [cap("单项上限")],
          exclusive: { group: "示例事项", by: "projectName", when: "TRUE" },
        },
        [share("比例", 0.6), money("单项上限", 1_500_000)],
      ),
    ],
    roster: { 企业: [firm()], 项目: [project("A", 500, "2024-03-01"), project("B", 200, "2024-04-01")] },
    paid: [
      [2024, 2_000_000],
      [2024, 0],
      [2024, 0],
      [2024, 1_200_000],
    ],
    arithmetic: "A：min(250, 200) = 200万 > min(300, 150) = 150万；B：100万 < 120万",
  },
  {
    shape: "7 阶段奖励，评分乘上限",
    added: [
      added(
        {
          triggers: [
            on("上市受理日期", { id: "accepted", gross: "受理" }),
            on("上市日期", { id: "listed", gross: "上市*得分" }),
          ],
          gross: "受理",
        },
        [money("受理", 1_000_000), money("上市", 2_000_000), share("得分", 0.75)],
      ),
    ],
    roster: { 企业: [firm({ 上市市场: "境内", 上市受理日期: "2024-01-10", 上市日期: "2025-02-10" })] },
    paid: [
      [2024, 1_000_000],
      [2025, 1_500_000],
    ],
    arithmetic: "受理100万；200万 × 0.75 = 150万元",
  },
  {
    shape: "8 按产品比例分担代偿损失",
    added: [
      added(
        {
          table: "guarantees",
          triggers: [on("代偿日期")],
          gross: "代偿金额*IF(政府性担保,政府比例,其他比例)",
        },
        [share("政府比例", 0.5), share("其他比例", 0.25)],
      ),
    ],
    roster: {
      企业: [firm()],
      担保: [
        {
          统一社会信用代码: codes.first,
          担保编号: "D1",
          政府性担保: "否",
          担保金额: 100,
          起始日期: "2024-03-01",
          代偿日期: "2025-03-01",
          代偿金额: 80,
        },
      ],
    },
    paid: [[2025, 200_000]],
    arithmetic: "80万 × 25% = 20万元",
  },
  {
    shape: "9 已获支持的企业不再享受",
    added: [
      added({ triggers: [on("升规奖励日期")], eligible: "已获同类补助=0", gross: "奖励" }, [money("奖励", 100_000)]),
    ],
    roster: {
      企业: [
        firm({ 升规奖励日期: "2024-06-01", 已获同类补助: 20 }),
        secondFirm({ 升规奖励日期: "2024-06-01", 已获同类补助: 0 }),
      ],
    },
    paid: [[2024, 100_000]],
    arithmetic: "甲已获20万元，不再享受；乙10万元",
  },
  {
    shape: "11 超年度额度按比例核减",
    added: [
      added({ kind: "shared-envelope", gross: "上年区级综合贡献*比例" }, [
        share("比例", 0.1),
        money("年度额度", 60_000),
      ]),
    ],
    roster: { 企业: [firm({ 区级综合贡献2022: 100 }), secondFirm({ 区级综合贡献2022: 50 })] },
    paid: [
      [2023, 40_000],
      [2023, 20_000],
    ],
    arithmetic: "应奖10万与5万，额度6万：10 × 6 ÷ 15 = 4万，5 × 6 ÷ 15 = 2万元",
  },
  {
    shape: "12 迁出后停付分期",
    added: [
      added(
        {
          triggers: [on("新三板挂牌日期")],
          gross: "奖励",
          schedule: { kind: "instalments", shares: "分期", offset: "兑付年度偏移" },
        },
        [
          money("奖励", 900_000),
          count("兑付年度偏移", 0),
          { name: "分期", type: "shares", label: "分期", value: [0.5, 0.25, 0.25] },
        ],
      ),
    ],
    roster: { 企业: [firm({ 新三板挂牌日期: "2023-09-01", 迁出日期: "2024-06-01" })] },
    paid: [
      [2023, 450_000],
      [2024, 225_000],
      [2025, 0],
    ],
    arithmetic: "45万、22.5万；2024年迁出，2025年不付",
  },
  {
    shape: "13 按增量累进奖励",
    added: [
      added(
        {
          kind: "grant",
          triggers: [on("升规奖励日期")],
          gross:
            "MIN(MAX(0,上年区级综合贡献-前年区级综合贡献),分界)*低档+MAX(0,上年区级综合贡献-前年区级综合贡献-分界)*高档",
        },
        [money("分界", 1_000_000), share("低档", 0.05), share("高档", 0.1)],
      ),
    ],
    roster: { 企业: [firm({ 升规奖励日期: "2024-06-01", 区级综合贡献2022: 100, 区级综合贡献2023: 400 })] },
    paid: [[2024, 250_000]],
    arithmetic: "增量300万：100万 × 5% + 200万 × 10% = 25万元",
  },
];
