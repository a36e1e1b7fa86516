import type { CaseRow } from "../worked-case.ts";
import { casesOf, firm, paid } from "../worked-case.ts";

const award = (amount: number, date = "2024-06-01", facts: CaseRow = {}) => ({
  企业: [firm({ 市级升规奖励: amount, 升规奖励日期: date, ...facts })],
});
const share = "给予市级升规奖励资金10%的区级配套支持";
const cap = "支持金额最高不超过10万元（含）";

export const article09Cases = casesOf(
  ["m09"],
  [
    {
      name: "按市级奖励的10%配套",
      cites: share,
      roster: award(30),
      expected: [paid("m09", 2024, 30_000)],
      arithmetic: "30万 × 10% = 3万元",
    },
    {
      name: "配套恰为10万元",
      cites: cap,
      roster: award(100),
      expected: [paid("m09", 2024, 100_000)],
      arithmetic: "100万 × 10% = 10万元，等于上限",
    },
    {
      name: "配套超过10万元以10万元为限",
      cites: cap,
      roster: award(100.01),
      expected: [paid("m09", 2024, 100_000, 100_000, "cap")],
      arithmetic: "100.01万 × 10% = 10.001万元，以10万元为限",
    },
    {
      name: "市级奖励为零不触发",
      cites: share,
      roster: award(0),
      expected: [],
      arithmetic: "没有市级奖励",
    },
    {
      name: "市级政策截止后名册已有的奖励照计",
      cites: "第4节：名册已有的奖励照计",
      roster: award(30, "2026-03-01"),
      expected: [paid("m09", 2026, 30_000)],
      arithmetic: "30万 × 10% = 3万元",
    },
    {
      name: "施行前一天获奖不触发",
      cites: "第2节：触发日在2023-05-29至2028-05-28之间",
      roster: award(30, "2023-05-28"),
      expected: [],
      arithmetic: "2023-05-28 早于 2023-05-29",
    },
    {
      name: "大型企业不享受",
      cites: "第3节：须为中小微企业",
      roster: award(30, "2024-06-01", { 申报划型: "大型" }),
      expected: [],
      refused: ["m09"],
      arithmetic: "大型企业，0元",
    },
  ],
);
