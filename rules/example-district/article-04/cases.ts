import type { CaseRow } from "../../worked-case.ts";
import { casesOf, codes, firm, paid } from "../../worked-case.ts";

const roster = (facts: CaseRow, enterprise: CaseRow = {}) => ({
  企业: [firm(enterprise)],
  用工: [{ 统一社会信用代码: codes.first, 类别: "岗位一档", 人数: 4, 起始日期: "2024-07-15", ...facts }],
});
const tiers = "按每人每年3000元、5000元、8000元三档给予岗位补助";

export const article04Cases = casesOf(
  ["s04"],
  [
    {
      name: "自起始月起补助24个月，按日历年分列",
      cites: "最长二年",
      roster: roster({}),
      expected: [paid("s04", 2024, 6_000), paid("s04", 2025, 12_000), paid("s04", 2026, 6_000)],
      arithmetic: "4人 × 3000元：6个月0.6万元、12个月1.2万元、6个月0.6万元，共24个月2.4万元",
    },
    {
      name: "二档一人一个月",
      cites: tiers,
      roster: roster({ 类别: "岗位二档", 人数: 1, 结束日期: "2024-07-31" }),
      expected: [paid("s04", 2024, 416.67)],
      arithmetic: "5000 ÷ 12 = 416.666…，为416.67元",
    },
    {
      name: "三档到结束月为止",
      cites: tiers,
      roster: roster({ 类别: "岗位三档", 结束日期: "2024-12-01" }),
      expected: [paid("s04", 2024, 16_000)],
      arithmetic: "7月至12月共6个月：4 × 8000 × 6 ÷ 12 = 1.6万元",
    },
    {
      name: "个体工商户也补助",
      cites: "企业和个体工商户招用人员的",
      roster: roster({ 结束日期: "2024-12-01" }, { 组织形式: "个体工商户" }),
      expected: [paid("s04", 2024, 6_000)],
      arithmetic: "4 × 3000 × 6 ÷ 12 = 0.6万元",
    },
    {
      name: "期末招用的补助到期后付完",
      cites: "最长二年",
      roster: roster({ 起始日期: "2028-12-10" }),
      asOf: "2028-12-31",
      expected: [paid("s04", 2028, 1_000), paid("s04", 2029, 12_000), paid("s04", 2030, 11_000)],
      arithmetic: "4人 × 3000元：1个月0.1万元、12个月1.2万元、11个月1.1万元",
    },
  ],
);
