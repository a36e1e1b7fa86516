import { beforeAll, describe, expect, it } from "vitest";

import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import { departmentsOf } from "../../../src/core/policy/cells.ts";
import { publishedScenario, type Scenario } from "../../../src/core/policy/scenario.ts";
import type { ReportModel, ReportRow } from "../../../src/core/report/report-model.ts";
import type { Roster } from "../../../src/core/roster/roster.ts";
import { liveModel, reportInput, sheetOf, whole } from "../../support/recalculated-report.ts";
import { sampleRoster } from "../../support/sample-roster.ts";

let roster: Roster;

beforeAll(async () => {
  roster = await sampleRoster("hand-check-30.xlsx");
});

/** Amounts of a row in 分, by the place of its column. */
const fenOf = (row: ReportRow = []): readonly number[] =>
  row.slice(2).map(({ value }) => Math.round(Number(value) * 100));
const sum = (rows: readonly (readonly number[])[]): readonly number[] =>
  (rows[0] ?? []).map((_, column) => rows.reduce((total, row) => total + (row[column] ?? 0), 0));
/** Every row of 部门×年度 with that label: one a basis. */
const linesOf = (model: ReportModel, label: string): readonly ReportRow[] =>
  sheetOf(model, "部门×年度").rows.filter((row) => row[1]?.value === label);

/** 元 a year of the articles that name several departments: neither can be split evenly to the 分. */
const shared = { "m15.年度额度": 100_000.01, "m18.年度额度": 7.01 };

describe("the reports of single departments", () => {
  for (const reading of ["首列部门", "平均分摊"]) {
    it(`add up to the whole on each basis, to the 分, where 部门分摊 is ${reading}`, () => {
      const scenario: Scenario = { ...publishedScenario, values: shared, readings: { 部门分摊: reading } };
      const report = (department?: string): ReportModel =>
        whole(liveModel(reportInput(roster, scenario, department === undefined ? {} : { department })));
      const all = linesOf(report(), "合计").map(fenOf);
      const departments = departmentsOf(xicheng202371);
      const own = departments.map((department) => ({
        department,
        lines: linesOf(report(department), department).map(fenOf),
      }));
      expect(all).toHaveLength(3);
      all.forEach((total, basis) => {
        const lines = own.flatMap(({ lines }) => (lines[basis] ? [lines[basis]] : []));
        expect(lines.length).toBeGreaterThan(8);
        expect(sum(lines)).toEqual(total);
      });
      expect(all[0]?.at(-1)).toBeGreaterThan(0);
    });
  }
});
