import { expect, it } from "vitest";
import { palettes } from "../../../src/app/charts/palette.ts";
import { bySize, chartFigure, yearChartOption } from "../../../src/app/overview/year-chart.ts";

const chart = {
  labels: ["2023", "2024", "2029 期后"],
  series: [
    { name: "区发改委", values: [1, 2, 3] },
    { name: "区科信局", values: [4, 5, 6] },
  ],
  unitName: "万元",
  reducedMotion: false,
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
  expect(option.aria).toMatchObject({ decal: { show: true } });
  expect(option.animation).toBe(false);
});

it("shows three significant digits and the largest department first", () => {
  expect(chartFigure(123_456.7)).toBe("123,000");
  expect(chartFigure(0.012345)).toBe("0.0123");
  expect(bySize([{ total: 1 }, { total: 3 }, { total: 2 }]).map(({ total }) => total)).toEqual([3, 2, 1]);
});
