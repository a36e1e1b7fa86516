import { expect, it } from "vitest";
import { palettes } from "../../../src/app/charts/palette.ts";
import { chartFigure } from "../../../src/app/charts/chart-ground.ts";
import { bySize, yearChartOption } from "../../../src/app/overview/year-chart.ts";

const chart = {
  labels: ["2023", "2024", "2029 期后"],
  series: [
    { name: "区发改委", values: [1, 2, 3] },
    { name: "区科信局", values: [4, 5, 6] },
  ],
  unitName: "万元",
  reducedMotion: false,
  isSelected: () => true,
};

it("stacks one layer a department over one bar a budget year", () => {
  const option = yearChartOption(chart, palettes.light);
  expect(option.series).toMatchObject([
    { name: "区发改委", stack: "committed", data: [1, 2, 3] },
    { name: "区科信局", stack: "committed", data: [4, 5, 6] },
  ]);
  expect(option.xAxis).toMatchObject({ data: chart.labels });
  expect(option.yAxis).toMatchObject({ name: "万元" });
});

it("tells departments apart by hatching too, and stands still where motion is unwanted", () => {
  const option = yearChartOption({ ...chart, reducedMotion: true }, palettes.dark);
  const decals = [option.series].flat().map((series) => JSON.stringify(series));
  expect(new Set(decals.map((text) => /"decal":\{[^}]*\}/u.exec(text)?.[0])).size).toBe(2);
  expect(option.animation).toBe(false);
});

it("greys what the filter leaves out and keeps its value", () => {
  const option = yearChartOption(
    { ...chart, isSelected: (series, year) => series === 0 && year === 1 },
    palettes.light,
  );
  const grey = (value: number) => ({ value, itemStyle: { color: palettes.light.line } });
  expect(option.series).toMatchObject([{ data: [grey(1), 2, grey(3)] }, { data: [grey(4), grey(5), grey(6)] }]);
});

it("shows three significant digits and the largest department first", () => {
  expect(chartFigure(123_456.7)).toBe("123,000");
  expect(chartFigure(0.012345)).toBe("0.0123");
  expect(bySize([{ total: 1 }, { total: 3 }, { total: 2 }]).map(({ total }) => total)).toEqual([3, 2, 1]);
});

it("marks what trials expect over the bars, and nothing where a year is settled", () => {
  const mark = { name: "P95", look: "edge" as const, values: [Number.NaN, 9, 7] };
  const option = yearChartOption({ ...chart, marks: [mark] }, palettes.light);
  expect([option.series].flat().at(-1)).toMatchObject({ type: "scatter", name: "P95", data: ["-", 9, 7] });
});
