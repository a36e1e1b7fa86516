import { describe, expect, it } from "vitest";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import { budgetGrid } from "../../../src/app/risk/budget-lines.ts";
import { budgetText } from "../../../src/app/risk/budget-text.ts";
import { pastedBudgets } from "../../../src/app/risk/pasted-budgets.ts";
import { publishedScenario } from "../../../src/core/policy/scenario.ts";

const grid = budgetGrid(xicheng202371, publishedScenario);
const paste = (text: string, line = 0, column = 0) => pastedBudgets(text, grid, { line, column }, budgetText.zh);
const department = (line: number): string => grid.departments[line] ?? "";

describe("the table of budgets", () => {
  it("has all departments that bear money, and those and the years that a scenario file adds", () => {
    expect(grid.departments[0]).toBeUndefined();
    expect(grid.departments).toContain("区发展改革委");
    expect(grid.years).toEqual([2023, 2024, 2025, 2026, 2027, 2028]);
    const budgets = { 2030: { departments: { 某某局: 1 } } };
    const wider = budgetGrid(xicheng202371, { ...publishedScenario, budgets });
    expect([wider.departments.at(-1), wider.years.at(-1)]).toEqual(["某某局", 2030]);
  });
});

describe("a pasted block", () => {
  it("without heads goes right and down from the cell", () => {
    expect(paste("1\t2\r\n3\t\r\n", 1, 4)).toEqual({
      budgets: [
        { place: { year: 2027, department: department(1) }, text: "1" },
        { place: { year: 2028, department: department(1) }, text: "2" },
        { place: { year: 2027, department: department(2) }, text: "3" },
        { place: { year: 2028, department: department(2) }, text: "" },
      ],
    });
  });

  it("with heads goes by their names wherever it is pasted, sums left out, other names of a department known", () => {
    const text = "部门\t2028年\t2027\t合计\n合计\t10\t20\t30\n西城区发展和改革委员会\t1\t2\t3\n";
    expect(paste(text, 9, 5)).toEqual({
      budgets: [
        { place: { year: 2028 }, text: "10" },
        { place: { year: 2027 }, text: "20" },
        { place: { year: 2028, department: "区发展改革委" }, text: "1" },
        { place: { year: 2027, department: "区发展改革委" }, text: "2" },
      ],
    });
  });

  it("with names alone begins at the column, with years alone at the line", () => {
    expect(paste("区发展改革委\t5", 0, 5)).toEqual({
      budgets: [{ place: { year: 2028, department: "区发展改革委" }, text: "5" }],
    });
    expect(paste("2026\t2027\n5\t6", 1, 0)).toEqual({
      budgets: [
        { place: { year: 2026, department: department(1) }, text: "5" },
        { place: { year: 2027, department: department(1) }, text: "6" },
      ],
    });
  });

  it("is refused whole, with what is strange in it", () => {
    const last = grid.departments.length - 1;
    expect(paste("部门\t2027\n某某局\t1")).toEqual({ problem: expect.stringContaining("“某某局”") as string });
    expect(paste("部门\t2031\n合计\t1")).toEqual({ problem: expect.stringContaining("“2031”") as string });
    expect(paste("1\t2", 0, 5)).toEqual({ problem: expect.stringContaining("1 行 2 列") as string });
    expect(paste("1\n2", last, 0)).toEqual({ problem: expect.stringContaining("2 行 1 列") as string });
  });
});
