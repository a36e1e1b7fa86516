import { expect, it } from "vitest";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import { departmentsOf } from "../../../src/core/policy/cells.ts";
import { departmentName } from "../../../src/core/policy/department-name.ts";

const inEnglish = (name: string): string => departmentName(xicheng202371, name, "en");

it("names every department of the policy in English, no two alike and each without a comma, so that lists stay clear", () => {
  const named = new Set([
    ...departmentsOf(xicheng202371),
    ...xicheng202371.articles.flatMap(({ departments }) => departments),
  ]);
  const names = [...named].map(inEnglish);
  expect(names.filter((name) => !/^[A-Za-z ]+$/.test(name))).toEqual([]);
  expect(new Set(names).size).toBe(named.size);
});

it("keeps a department as the law names it in Chinese, and one that a scenario added as it was written", () => {
  expect(departmentName(xicheng202371, "区财政局", "zh")).toBe("区财政局");
  expect(inEnglish("区财政局")).toBe("Finance Bureau");
  expect(inEnglish("示例部门")).toBe("示例部门");
});
