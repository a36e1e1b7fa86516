import { codes, firm, secondFirm, type CaseRow } from "../../../../rules/xicheng-2023-71/worked-case.ts";
import type { ShapeCase } from "./shapes.ts";

const money = (name: string, value: number | null) => ({ name, type: "yuan", label: name, value });
const share = (name: string, value: number) => ({ name, type: "share", label: name, value });
const count = (name: string, value: number | null) => ({ name, type: "count", label: name, value });

const measure = (date: string, rest: object, parameters: readonly object[]) => ({
  measure: {
    id: "x01",
    article: 32,
    label: "示例措施",
    departments: ["示例部门"],
    table: "enterprises",
    triggers: [{ id: "on", label: date, date }],
    gross: "奖励",
    ...rest,
  },
  parameters,
});

export const thirdFirm = (facts: CaseRow = {}): CaseRow =>
  firm({ 统一社会信用代码: codes.outside, 企业名称: "示例企业丙", ...facts });
export const fourthFirm = (facts: CaseRow = {}): CaseRow =>
  firm({ 统一社会信用代码: "9111010299990002X4", 企业名称: "示例企业丁", ...facts });

/** Shapes 10 to 12: who is paid hangs on others, or a payment is taken back. */
export const sharingShapes: readonly ShapeCase[] = [
  {
    shape: "10 评审择优，每年取前两名",
    added: [
      measure("升规奖励日期", { allocation: { per: "year", order: "score", score: "从业人员", places: "名额" } }, [
        money("奖励", 200_000),
        count("名额", 2),
      ]),
    ],
    roster: {
      企业: [
        firm({ 升规奖励日期: "2024-01-10", 从业人员: 50 }),
        secondFirm({ 升规奖励日期: "2024-06-01", 从业人员: 80 }),
        thirdFirm({ 升规奖励日期: "2024-05-01", 从业人员: 80 }),
        fourthFirm({ 升规奖励日期: "2025-03-01", 从业人员: 20 }),
      ],
    },
    paid: [
      [2024, 0],
      [2024, 200_000],
      [2024, 200_000],
      [2025, 200_000],
    ],
    arithmetic: "2024年：丙、乙各80人，列前两名，甲50人第三；2025年：丁第一",
  },
  {
    shape: "11 超额度按比例核减（按触发）",
    added: [
      measure("升规奖励日期", { gross: "市级升规奖励*比例", allocation: { order: "share", envelope: "年度资金" } }, [
        share("比例", 0.5),
        money("年度资金", 200_000),
      ]),
    ],
    roster: {
      企业: [
        firm({ 升规奖励日期: "2024-01-10", 市级升规奖励: 30 }),
        secondFirm({ 升规奖励日期: "2024-02-01", 市级升规奖励: 20 }),
        thirdFirm({ 升规奖励日期: "2024-03-01", 市级升规奖励: 10 }),
      ],
    },
    paid: [
      [2024, 100_000],
      [2024, 66_666.66],
      [2024, 33_333.33],
    ],
    arithmetic: "应奖15万、10万、5万，共30万；额度20万：15 × 20 ÷ 30 = 10万，6.666666万，3.333333万元，舍至分",
  },
  {
    shape: "11 超额度先到先得",
    added: [
      measure("升规奖励日期", { allocation: { order: "date", envelope: "年度资金" } }, [
        money("奖励", 200_000),
        money("年度资金", 500_000),
      ]),
    ],
    roster: {
      企业: [
        firm({ 升规奖励日期: "2024-03-10" }),
        secondFirm({ 升规奖励日期: "2024-01-01" }),
        thirdFirm({ 升规奖励日期: "2024-02-01" }),
      ],
    },
    paid: [
      [2024, 100_000],
      [2024, 200_000],
      [2024, 200_000],
    ],
    arithmetic: "乙1月20万，丙2月20万，余 50 − 40 = 10万付甲",
  },
  {
    shape: "11 超额度按优先顺序",
    added: [
      measure("升规奖励日期", { allocation: { per: "term", order: "score", score: "营业收入", envelope: "总额" } }, [
        money("奖励", 200_000),
        money("总额", 500_000),
      ]),
    ],
    roster: {
      企业: [
        firm({ 升规奖励日期: "2024-03-10", 营业收入: 3000 }),
        secondFirm({ 升规奖励日期: "2024-01-01", 营业收入: 1000 }),
        thirdFirm({ 升规奖励日期: "2025-02-01", 营业收入: 2000 }),
      ],
    },
    paid: [
      [2024, 200_000],
      [2024, 100_000],
      [2025, 200_000],
    ],
    arithmetic: "全期50万：甲3000万、丙2000万在前，各20万，余10万付乙",
  },
  {
    shape: "12 三年内迁出追回一半",
    added: [
      measure("新三板挂牌日期", { clawback: { date: "迁出日期", years: "追回年限", share: "追回比例" } }, [
        money("奖励", 900_000),
        count("追回年限", 3),
        share("追回比例", 0.5),
      ]),
    ],
    roster: {
      企业: [
        firm({ 新三板挂牌日期: "2023-09-01", 迁出日期: "2025-06-01" }),
        secondFirm({ 新三板挂牌日期: "2023-09-01" }),
      ],
    },
    paid: [
      [2023, 900_000],
      [2025, -450_000],
      [2023, 900_000],
    ],
    arithmetic: "甲2025年迁出，在2023年兑付后三年内：90万 × 50% = 45万元，2025年冲减",
  },
  {
    shape: "12 迁出后停付分期并追回已付部分",
    added: [
      measure(
        "新三板挂牌日期",
        {
          schedule: { kind: "instalments", shares: "分期", offset: "兑付年度偏移" },
          clawback: { date: "迁出日期", years: "追回年限", share: "追回比例" },
        },
        [
          money("奖励", 900_000),
          count("兑付年度偏移", 0),
          { name: "分期", type: "shares", label: "分期", value: [0.5, 0.25, 0.25] },
          count("追回年限", 3),
          share("追回比例", 0.5),
        ],
      ),
    ],
    roster: { 企业: [firm({ 新三板挂牌日期: "2023-09-01", 迁出日期: "2024-06-01" })] },
    paid: [
      [2023, 450_000],
      [2024, -225_000],
      [2024, 225_000],
      [2024, -112_500],
      [2025, 0],
      [2025, 0],
    ],
    arithmetic: "45万、22.5万已付，各追回一半：22.5万与11.25万元记2024年；2025年不付（法定口径照付并追回一半）",
  },
];
