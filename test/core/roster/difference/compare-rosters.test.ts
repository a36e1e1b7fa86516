import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldsOf } from "../../../../src/core/roster/fields.ts";
import { compareRosters, type TableDifference } from "../../../../src/core/roster/difference/compare-rosters.ts";
import type { TestRow } from "../../../support/raw-workbook.ts";
import { A, B, C, read, withEnterprises, type Sheets } from "../../../support/imported-roster.ts";

const between = (before: Sheets, after: Sheets): readonly TableDifference[] =>
  compareRosters(read(before).roster, read(after).roster);

const of = (differences: readonly TableDifference[], table: string): TableDifference => {
  const found = differences.find((each) => each.table === table);
  if (!found) throw new Error(`no table ${table}`);
  return found;
};

const changesOf = ({ table, changed }: TableDifference): (readonly [number, number, string])[] =>
  Array.from(changed.field, (field, index) => [
    changed.before[index] ?? -1,
    changed.after[index] ?? -1,
    fieldsOf(table as "projects")[field]?.label ?? "",
  ]);

const firms = ["统一社会信用代码", "企业名称", "从业人员", "营业收入（万元）"];
const jobs = ["统一社会信用代码", "类别", "人数", "起始日期"];

describe("a second roster", () => {
  it("adds, changes and drops firms by their code, whatever their order and the order of columns", () => {
    const differences = between(
      { 企业: [firms, [A, "甲", 10, 100], [B, "乙", 20, null]] },
      {
        企业: [
          ["企业名称", ...firms.filter((_, i) => i !== 1)],
          ["丙", C, 5, 1],
          ["甲公司", A, 10, 100.5],
        ],
      },
    );
    const { added, gone, counts, ...rest } = of(differences, "enterprises");
    expect([[...added], [...gone]]).toEqual([[0], [1]]);
    expect(changesOf({ added, gone, counts, ...rest })).toEqual([
      [0, 1, "企业名称"],
      [0, 1, "营业收入"],
    ]);
    expect(counts).toMatchObject({ before: 2, after: 2, added: 1, gone: 1, changedRows: 1, changedCells: 2 });
  });

  it("tells blank from zero and from what cannot be read", () => {
    const cells = (cell: string | number | null): Sheets => ({ 企业: [firms, [A, "甲", cell, 1]] });
    for (const [before, after] of [
      [null, 0],
      [0, "x"],
      [null, "x"],
    ] as const)
      expect(of(between(cells(before), cells(after)), "enterprises").counts.changedCells).toBe(1);
    expect(of(between(cells(10), cells("１０")), "enterprises").counts.changedCells).toBe(0);
  });

  it("pairs rows that share a key by content first: of three equal jobs one is one less, one more is added", () => {
    const rows = (...counts: number[]): Sheets =>
      withEnterprises({ 用工: [jobs, ...counts.map((count): TestRow => [A, "岗位一档", count, "2025-01-01"])] });
    // 3, 5, 5 → 5, 4, 5, 9: both 5 stay, of the rest 3 becomes 4, and 9 is new
    const employment = of(between(rows(3, 5, 5), rows(5, 4, 5, 9)), "employment");
    expect(changesOf(employment)).toEqual([[0, 1, "人数"]]);
    expect([[...employment.added], [...employment.gone]]).toEqual([[3], []]);
  });

  it("names the columns that came and went", () => {
    const differences = between(
      {
        企业: [
          ["统一社会信用代码", "企业名称", "从业人员"],
          [A, "甲", 1],
        ],
      },
      {
        企业: [
          ["统一社会信用代码", "企业名称", "年房租（万元）"],
          [A, "甲", 2],
        ],
      },
    );
    expect(of(differences, "enterprises").counts).toMatchObject({
      columnsAdded: ["年房租"],
      columnsGone: ["从业人员"],
      changedCells: 2,
    });
  });
});

const job = fc.tuple(
  fc.constantFrom(A, B, C),
  fc.constantFrom("岗位一档", "岗位二档"),
  fc.integer({ min: 1, max: 3 }),
  fc.constantFrom("2025-01-01", "2025-02-01"),
);
const jobSheet = (rows: readonly TestRow[]): Sheets => withEnterprises({ 用工: [jobs, ...rows] });

describe("for any rows", () => {
  it("nothing is changed between a roster and itself in another order", () => {
    const shuffled = fc
      .array(job, { minLength: 1, maxLength: 12 })
      .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })));
    fc.assert(
      fc.property(shuffled, ([rows, others]) => {
        for (const { counts } of between(jobSheet(rows), jobSheet(others)))
          expect(counts).toMatchObject({ added: 0, gone: 0, changedRows: 0, changedCells: 0 });
      }),
      { seed: 81, numRuns: 60 },
    );
  });

  it("the later rows are the earlier ones without the gone, with the added; the way back undoes it", () => {
    fc.assert(
      fc.property(fc.array(job, { maxLength: 10 }), fc.array(job, { maxLength: 10 }), (one, other) => {
        const there = of(between(jobSheet(one), jobSheet(other)), "employment").counts;
        const back = of(between(jobSheet(other), jobSheet(one)), "employment").counts;
        expect(there.before - there.gone + there.added).toBe(there.after);
        expect([back.added, back.gone, back.changedRows, back.changedCells]).toEqual([
          there.gone,
          there.added,
          there.changedRows,
          there.changedCells,
        ]);
      }),
      { seed: 82, numRuns: 60 },
    );
  });
});
