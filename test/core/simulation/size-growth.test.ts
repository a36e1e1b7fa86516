import { expect, test } from "vitest";
import { A } from "../../support/imported-roster.ts";
import { scenarioOf } from "../policy/evaluate-rows.ts";
import { collect, forecastRows, hashOf, policy } from "./simulate-rows.ts";

/** One software firm with revenue just below the floor of 大型 (10000 万元 with 300 persons), and its energy audits. */
const district = (employees: number) => ({
  企业: [
    {
      统一社会信用代码: A,
      企业名称: "甲",
      行业代码: "6510",
      从业人员: employees,
      营业收入: 9990,
      资产总额: 1,
      区内注册: "是",
      区内纳税: "是",
      独立核算: "是",
      经营异常或失信: "否",
    },
  ],
});

const audits = policy.measures.findIndex(({ id }) => id === "m05c");

/** All figures that can be drawn stand still but one energy audit process. */
const stillness = Object.fromEntries(
  policy.parameters
    .filter(({ key }) => /^sim\..*(年概率|年比例|年件数|年户数|年违约率|通过率)$/.test(key))
    .map(({ key }) => [key, 0]),
);

function run(employees: number, growth: number) {
  const values = { ...stillness, "sim.项目.能源审计.年件数": 20, "sim.增长.均值": growth, "sim.增长.波动率": 0 };
  return collect(forecastRows(district(employees), scenarioOf({ asOf: "2025-12-31", values })), 250);
}

/** Share of trials with money for audits in a year, planning basis. */
function share({ columns, years, trials }: ReturnType<typeof run>, year: number): number {
  const paid = columns.get(audits * years.count + year - years.first);
  return (paid ?? new Float64Array()).reduce((sum, amount) => sum + (amount > 0 ? 1 : 0), 0) / trials;
}

test("a firm that grows beyond the floor of 大型 gets nothing from the year on in which it does", () => {
  // 9998 万元 in 2026, 10006 in 2027, 10014 in 2028
  const grown = run(400, 0.0008);
  expect(share(grown, 2026)).toBeGreaterThan(0.99);
  expect([share(grown, 2027), share(grown, 2028)]).toEqual([0, 0]);
});

test("a firm that does not grow is priced in every trial like one whose size no revenue decides, to the bit", () => {
  expect(hashOf(run(400, 0))).toBe(hashOf(run(10, 0)));
  expect(share(run(400, 0), 2028)).toBeGreaterThan(0.9);
});

test("a firm that shrinks below the floor of 大型 becomes eligible", () => {
  const large = { ...district(400), 企业: district(400).企业.map((firm) => ({ ...firm, 营业收入: 10_010 })) };
  const values = { ...stillness, "sim.国高新首次认定.年概率": 1, "sim.增长.均值": -0.1, "sim.增长.波动率": 0 };
  const first = policy.measures.findIndex(({ id }) => id === "m11a");
  const shrunk = collect(forecastRows(large, scenarioOf({ asOf: "2025-12-31", values })), 250);
  const paid = [...shrunk.columns.keys()].filter((key) => Math.floor(key / shrunk.years.count) === first);
  expect(paid.length).toBeGreaterThan(0);
});
