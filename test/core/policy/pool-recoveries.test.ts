import { expect, test } from "vitest";
import { monthIndexOf, parseIsoDay } from "../../../src/core/date/day.ts";
import { codes, firm, type CaseRow } from "../../../rules/xicheng-2023-71/worked-case.ts";
import { evaluateRows } from "./evaluate-rows.ts";

const claim = (number: string, facts: CaseRow): CaseRow => ({
  统一社会信用代码: codes.first,
  担保编号: number,
  政府性担保: "是",
  担保金额: 2000,
  起始日期: "2023-09-01",
  ...facts,
});

test("an unverified claim that turns out good brings its recovery back into the pool", () => {
  const guarantees = [
    claim("D1", {
      统一社会信用代码: codes.outside,
      代偿日期: "2024-01-10",
      代偿金额: 100,
      追偿回收: 100,
      追偿日期: "2024-02-10",
    }),
    claim("D2", { 代偿日期: "2024-03-10", 代偿金额: 100 }),
    claim("D3", { 代偿日期: "2024-05-10", 代偿金额: 1 }),
  ];
  const { pools } = evaluateRows(
    { 企业: [firm()], 担保: guarantees },
    { values: { "m14.资金池规模": 300_000, "m14.追偿返还比例": 1 } },
  );
  const [pool] = pools.planning;
  expect(pool?.exhaustionMonth).toBe(monthIndexOf(parseIsoDay("2024-05-10")));
  // 30 万 out in January, back in February, out in March, nothing left in May
  expect(pool?.exhaustionMonthAll).toBe(monthIndexOf(parseIsoDay("2024-05-10")));
  expect(pool?.recoveries).toEqual(new Map());
});
