import { describe, expect, it, test } from "vitest";
import { policies } from "../../../rules/index.ts";
import { exampleDistrict } from "../../../rules/example-district/policy.ts";
import { parsePolicy, PolicyError } from "../../../src/core/policy/policy-file.ts";

test.each(policies)("$id reads back from a file as it is", (policy) => {
  expect(parsePolicy(JSON.stringify(policy))).toEqual(policy);
});

const [measure, ...others] = exampleDistrict.measures;
const withMeasure = (change: object): object => ({
  ...exampleDistrict,
  measures: [{ ...measure, ...change }, ...others],
});

describe("a file that is no pack is told by its place", () => {
  it.each([
    ["no JSON", "{", "not JSON"],
    ["another thing", { format: "exposure-scenario/1" }, "id: found nothing"],
    ["a list", [], "allowed is an object"],
    ["a day that is none", { ...exampleDistrict, termEnd: "2028-02-30" }, "termEnd: found"],
    ["a member by a slip", { ...exampleDistrict, reading: [] }, "reading: found [], allowed is no such member"],
    [
      "a kind that there is not",
      withMeasure({ kind: "loan" }),
      'measures[0].kind: found "loan", allowed is one of grant',
    ],
    ["a schedule that there is not", withMeasure({ schedule: { kind: "never" } }), "measures[0].schedule.kind"],
    ["a table that there is not", withMeasure({ table: "loans" }), "measures[0].table"],
    ["a column that there is not", withMeasure({ owner: "code" }), "s02: projects.code"],
    ["a formula of unknown names", withMeasure({ gross: "总投资*没有的比例" }), "s02: MIN(总投资*没有的比例)"],
    ["a formula of the wrong unit", withMeasure({ gross: "总投资+项目名称" }), "s02"],
    [
      "a process without its number",
      { ...exampleDistrict, parameters: exampleDistrict.parameters.filter(({ key }) => key !== "sim.迁出.年概率") },
      "no parameter has the key sim.迁出.年概率",
    ],
  ])("%s", (_, file, message) => {
    const read = (): unknown => parsePolicy(typeof file === "string" ? file : JSON.stringify(file));
    expect(read).toThrow(PolicyError);
    expect(read).toThrow(message);
  });
});
