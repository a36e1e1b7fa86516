import type { CaseRow } from "../../worked-case.ts";
import { casesOf, codes, firm, paid } from "../../worked-case.ts";

const guarantee = (amount: number, number: string, date: string, facts: CaseRow = {}): CaseRow => ({
  统一社会信用代码: codes.first,
  担保编号: number,
  政府性担保: "是",
  担保金额: amount,
  起始日期: "2024-02-01",
  代偿日期: date,
  代偿金额: amount,
  ...facts,
});
const roster = (...guarantees: readonly CaseRow[]) => ({ 企业: [firm()], 担保: guarantees });

export const article05Cases = casesOf(
  ["s05"],
  [
    {
      name: "按代偿金额的20%补偿",
      cites: "按代偿金额的20%给予补偿",
      roster: roster(guarantee(100, "001", "2024-08-01")),
      expected: [paid("s05", 2024, 200_000)],
      arithmetic: "100万 × 20% = 20万元",
    },
    {
      name: "补偿恰为100万元时不算触顶",
      cites: "单笔不超过100万元",
      roster: roster(guarantee(500, "001", "2024-08-01")),
      expected: [paid("s05", 2024, 1_000_000)],
      arithmetic: "500万 × 20% = 100万元",
    },
    {
      name: "超过单笔上限以100万元为限",
      cites: "单笔不超过100万元",
      roster: roster(guarantee(600, "001", "2024-08-01")),
      expected: [paid("s05", 2024, 1_000_000, 1_000_000, "cap")],
      arithmetic: "600万 × 20% = 120万元，以100万元为限",
    },
    {
      name: "资金用完为止，按日期先后",
      cites: "用完为止",
      roster: roster(guarantee(100, "002", "2024-09-01"), guarantee(100, "001", "2024-08-01")),
      values: { "s05.补偿资金规模": 300_000 },
      expected: [paid("s05", 2024, 200_000), paid("s05", 2024, 100_000, 100_000, "pool")],
      arithmetic: "30万元：先付20万，余10万；第二笔20万只得10万元",
    },
    {
      name: "年度补足口径下次年重新补足",
      cites: "用完为止",
      roster: roster(guarantee(100, "001", "2024-08-01"), guarantee(100, "002", "2025-01-05")),
      readings: { 补偿资金口径: "年度补足" },
      values: { "s05.补偿资金规模": 200_000 },
      expected: [paid("s05", 2024, 200_000), paid("s05", 2025, 200_000)],
      arithmetic: "20万元当年用尽，次年年初补足20万元",
    },
    {
      name: "非政府性担保不补偿",
      cites: "政府性融资担保机构为企业担保发生代偿的",
      roster: roster(guarantee(100, "001", "2024-08-01", { 政府性担保: "否" })),
      expected: [],
      refused: ["s05"],
      arithmetic: "非政府性担保，0元",
    },
  ],
);
