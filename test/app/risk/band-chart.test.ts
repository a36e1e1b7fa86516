import { expect, it } from "vitest";
import { palettes } from "../../../src/app/charts/palette.ts";
import { bandChartOption, type BandChart } from "../../../src/app/risk/band-chart.ts";

const chart: BandChart = {
  categories: ["2027", "2028"],
  bars: [[3, 0]],
  bands: [
    { low: [1, 2], high: [9, 8] },
    { low: [4, 4], high: [6, 5] },
  ],
  lines: [{ look: "mean", values: [5, 4.5] }],
  limits: [7, undefined],
  told: [["2027", "<b>"], ["2028"]],
  unitName: "万元",
  reducedMotion: true,
};

function seriesOf(drawn: BandChart) {
  const { series } = bandChartOption(drawn, palettes.light);
  if (!Array.isArray(series)) throw new Error("a fan must have series");
  return series;
}

it("draws each band from its lower edge by its height, behind the bars and the mean", () => {
  const series = seriesOf(chart);
  expect(series.slice(0, 4).map(({ data }) => data)).toEqual([
    [1, 2],
    [8, 6],
    [4, 4],
    [2, 1],
  ]);
  const depth = series.map(({ z = 0 }) => z);
  expect(depth).toEqual(depth.toSorted());
});

it("draws no bar for nothing and no limit where there is none, and keeps vermilion for limits", () => {
  const series = seriesOf(chart);
  expect(series.at(-1)?.data).toEqual([7, "-"]);
  expect(series.find(({ type }) => type === "bar")?.data).toEqual([3, "-"]);
  const { seal } = palettes.light;
  expect(series.filter((each) => JSON.stringify(each).includes(seal))).toEqual([series.at(-1)]);
});

it("starts the axis at nothing only where bars stand on it, or the chart asks for it", () => {
  const scaleOf = (drawn: BandChart) => bandChartOption(drawn, palettes.light).yAxis;
  expect(scaleOf(chart)).toMatchObject({ scale: false });
  expect(scaleOf({ ...chart, bars: [] })).toMatchObject({ scale: true });
  expect(scaleOf({ ...chart, bars: [], fromZero: true })).toMatchObject({ scale: false });
});
