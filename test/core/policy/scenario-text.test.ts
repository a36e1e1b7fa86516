import { expect, it } from "vitest";
import { exampleDistrict } from "../../../rules/example-district/policy.ts";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import { rulePackHash } from "../../../src/core/policy/pack-hash.ts";
import { otherPolicyIn, parseScenario } from "../../../src/core/policy/scenario-file.ts";
import { scenarioText } from "../../../src/core/policy/scenario-text.ts";
import { publishedScenario } from "../../../src/core/policy/scenario.ts";

const edited = {
  name: "少补一点",
  asOf: "2026-03-31",
  values: { "m14.补偿比例": 0.25, "m05a.核定系数": 0.7, "m04.年度额度": 1e6, "m11a.分期": [0.5, 0.5] },
  readings: { 资金池口径: "年度补足" },
  budgets: { 2027: { total: 3e7, departments: { 区发展改革委: 1e6 } } },
  seed: 7,
  trials: 2500,
  grounds: {
    "m14.补偿比例": { reason: "控制风险", document: "西财发〔2026〕8号" },
    资金池口径: { reason: "年度预算" },
  },
};

it("writes a scenario that reads back the same", () => {
  expect(parseScenario(xicheng202371, scenarioText(xicheng202371, edited))).toEqual(edited);
  expect(parseScenario(xicheng202371, scenarioText(xicheng202371, publishedScenario))).toEqual(publishedScenario);
});

it("keeps the numbers of the clauses apart from assumptions, as the file's form asks", () => {
  const file: unknown = JSON.parse(scenarioText(xicheng202371, edited));
  expect(file).toMatchObject({ format: "exposure-scenario/1", assumptions: { "m05a.核定系数": 0.7 } });
});

it.each([
  [{ "m99.没有": { reason: "试点" } }, "unknown key m99.没有"],
  [{ "m14.补偿比例": { because: "试点" } }, 'allowed are "reason" and "document"'],
  [{ "m14.补偿比例": "试点" }, "grounds.m14.补偿比例"],
])("refuses grounds that it does not know: %j", (grounds, message) => {
  const text = JSON.stringify({ format: "exposure-scenario/1", grounds });
  expect(() => parseScenario(xicheng202371, text)).toThrow(message);
});

const withBudget = (departments: Record<string, number>): string =>
  JSON.stringify({ format: "exposure-scenario/1", budgets: { 2027: { departments } } });

it("refuses a budget of a department that the policy does not know, with its place and the names it knows", () => {
  const read = (): unknown => parseScenario(xicheng202371, withBudget({ 某某局: 1 }));
  expect(read).toThrow("budgets.2027.departments.某某局");
  expect(read).toThrow("区发展改革委");
});

it("takes a department by its full name, but not twice", () => {
  const full = "西城区发展和改革委员会";
  const { budgets } = parseScenario(xicheng202371, withBudget({ [full]: 1e6 }));
  expect(budgets).toEqual({ 2027: { departments: { 区发展改革委: 1e6 } } });
  expect(() => parseScenario(xicheng202371, withBudget({ [full]: 1, 区发展改革委: 2 }))).toThrow("keep one of the two");
});

it("names the policy that it departs from, by id, title and hash", () => {
  const { id, title } = xicheng202371;
  const file: unknown = JSON.parse(scenarioText(xicheng202371, edited));
  expect(file).toMatchObject({ policy: { id, title, hash: rulePackHash(xicheng202371) } });
});

it("refuses a scenario of another policy by the names of both, before any key of it, and says the remedy", () => {
  const text = scenarioText(exampleDistrict, { ...publishedScenario, values: { "s02.补助比例": 0.1 } });
  const read = (): unknown => parseScenario(xicheng202371, text);
  for (const words of [exampleDistrict.title, xicheng202371.title, "--policy example-district"])
    expect(read).toThrow(words);
  expect(otherPolicyIn(xicheng202371, text)).toEqual({ id: "example-district", title: exampleDistrict.title });
  expect(otherPolicyIn(exampleDistrict, text)).toBeUndefined();
  expect(otherPolicyIn(exampleDistrict, "no file")).toBeUndefined();
});

it("reads a file that names no policy, and tells one that names it otherwise", () => {
  const of = (policy: unknown): string => JSON.stringify({ format: "exposure-scenario/1", policy });
  expect(parseScenario(exampleDistrict, of(undefined)).values).toEqual({});
  expect(parseScenario(exampleDistrict, of({ id: "example-district" })).values).toEqual({});
  expect(() => parseScenario(exampleDistrict, of("example-district"))).toThrow('the policy\'s "id"');
});
