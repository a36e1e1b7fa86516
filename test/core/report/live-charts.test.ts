import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";

import { publishedScenario } from "../../../src/core/policy/scenario.ts";
import { parameterName } from "../../../src/core/report/parameter-name.ts";
import type { CellRange, ReportModel, SheetChart } from "../../../src/core/report/report-model.ts";
import type { Roster } from "../../../src/core/roster/roster.ts";
import { writeWorkbook } from "../../../src/spreadsheet/write-report.ts";
import { recalculate } from "../../support/recalculate.ts";
import { edited, liveModel, recalculated, reportInput, sheetOf, whole } from "../../support/recalculated-report.ts";
import { sampleRoster } from "../../support/sample-roster.ts";

let roster: Roster;
let model: ReportModel;

beforeAll(async () => {
  roster = await sampleRoster("hand-check-30.xlsx");
  model = whole(liveModel(reportInput(roster, publishedScenario)));
});

const chartsOf = (report: ReportModel): readonly SheetChart[] => sheetOf(report, "图表").charts ?? [];
const positionOf = (letters: string): number =>
  [...letters].reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Positions of the cells of a range: sheet, row, column. */
function cellsOf({ reference }: Pick<CellRange, "reference">): readonly (readonly [string, number, number])[] {
  const [, sheet = "", left = "", top = "", right = left, bottom = top] =
    /^'(.+)'!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?$/.exec(reference) ?? [];
  return Array.from({ length: Number(bottom) - Number(top) + 1 }, (_, down) =>
    Array.from({ length: positionOf(right) - positionOf(left) + 1 }, (_, along) => {
      return [sheet, Number(top) - 1 + down, positionOf(left) + along] as const;
    }),
  ).flat();
}
const rangesOf = ({ categories, series }: SheetChart): readonly CellRange[] => [
  categories,
  ...series.flatMap(({ name, values }) => [name, values]),
];

describe("the charts of a report", () => {
  it("refer to cells that hold what the charts were written with", () => {
    const ranges = chartsOf(model).flatMap(rangesOf);
    expect(ranges.length).toBeGreaterThan(20);
    for (const range of ranges) {
      const held = cellsOf(range).map(([sheet, row, column]) => sheetOf(model, sheet).rows[row]?.[column]?.value);
      expect(held, range.reference).toEqual(range.values);
    }
  });

  it("show departments by year: together what the sum line of the sheet says", () => {
    const [departments] = chartsOf(model);
    const sums = sheetOf(model, "部门×年度").rows.find((row) => row[1]?.value === "合计") ?? [];
    departments?.categories.values.forEach((_, year) => {
      const stacked = departments.series.reduce((sum, { values }) => sum + Number(values.values[year]), 0);
      expect(stacked).toBeCloseTo(Number(sums[year + 2]?.value), 2);
    });
    expect(sums.length).toBeGreaterThan(5);
  });

  it("rank measures, and rank them anew when a parameter is edited", async () => {
    const [, ranked] = chartsOf(model);
    const amounts = ranked?.series[0]?.values.values.map(Number) ?? [];
    expect(amounts[0]).toBeGreaterThan(0);
    expect(amounts).toEqual([...amounts].sort((one, other) => other - one));
    const values = { "m10.档次金额.市级专精特新": 5_000_000 };
    const wanted = chartsOf(liveModel(reportInput(roster, { ...publishedScenario, values })))[1];
    expect(wanted?.categories.values).not.toEqual(ranked?.categories.values);
    const cells = Object.entries(values).map(([key, value]) => [parameterName(key), value]);
    const read = await recalculated(edited(model, Object.fromEntries(cells)));
    expect(ranked?.categories && cellsOf(ranked.categories).map((cell) => read(...cell))).toEqual(
      wanted?.categories.values,
    );
  }, 120_000);

  it("are parts of the package with their types, and stay charts where LibreOffice writes the workbook anew", async () => {
    const bytes = await writeWorkbook(model);
    const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
    const charts = Object.keys(parts).filter((path) => path.startsWith("xl/charts/"));
    expect(charts).toEqual(["xl/charts/chart1.xml", "xl/charts/chart2.xml"]);
    for (const path of charts) expect(parts["[Content_Types].xml"]).toContain(`PartName="/${path}"`);
    for (const path of charts) expect(parts["xl/drawings/_rels/drawing1.xml.rels"]).toContain(`Target="/${path}"`);
    const place = 1 + model.sheets.findIndex(({ name }) => name === "图表");
    expect(parts[`xl/worksheets/sheet${place}.xml`]).toMatch(/<drawing r:id="rId1"\/><\/worksheet>$/);
    expect(parts[`xl/worksheets/_rels/sheet${place}.xml.rels`]).toContain('Target="/xl/drawings/drawing1.xml"');
    expect(parts["xl/charts/chart1.xml"]).toContain("<c:f>'部门×年度'!$C$5:");
    const kept = unzipSync(await recalculate(bytes));
    const written = Object.keys(kept).filter((path) => /^xl\/charts\/chart\d+\.xml$/.test(path));
    expect(written.length).toBe(2);
    for (const path of written) expect(strFromU8(kept[path] ?? new Uint8Array())).toContain("<c:barChart>");
  }, 120_000);
});
