import type { Fen } from "../../core/money/money.ts";
import { axisLook, chartFigure, motion, tooltipLook } from "../charts/chart-ground.ts";
import type { ChartOption } from "../charts/chart.svelte.ts";
import { decalOf } from "../charts/hatch.ts";
import type { Palette } from "../charts/palette.ts";

/** One department and its money by budget year, in the unit that the chart shows. */
export interface YearSeries {
  readonly name: string;
  readonly values: readonly number[];
}

/** mean: solid line · edge: light line, as the edge of a band. */
export interface YearMark extends YearSeries {
  readonly look: "mean" | "edge";
}

export interface YearChart {
  readonly series: readonly YearSeries[];
  /** Axis labels, one a budget year. */
  readonly labels: readonly string[];
  readonly unitName: string;
  readonly reducedMotion: boolean;
  /** Figures of the whole stack that trials give, one a year, NaN where there is none. */
  readonly marks?: readonly YearMark[];
  /** About how many steps the axis of money has; a low chart has room for few. */
  readonly steps?: number;
  /** Whether the filter leaves a bar in: index of the series and of the year. */
  readonly isSelected: (series: number, year: number) => boolean;
}

/** Departments in order of their money, largest first. */
export const bySize = <T extends { readonly total: Fen }>(rows: readonly T[]): readonly T[] =>
  [...rows].sort((a, b) => b.total - a.total);

export const seriesColor = (palette: Palette, series: number): string =>
  palette.ramp[series % palette.ramp.length] ?? palette.ink;

function barsOf(chart: YearChart, { name, values }: YearSeries, series: number, palette: Palette) {
  const grey = { color: palette.line, decal: { symbol: "none" } };
  return {
    type: "bar" as const,
    name,
    stack: "committed",
    barMaxWidth: 64,
    cursor: "pointer",
    itemStyle: {
      color: seriesColor(palette, series),
      decal: decalOf(series, palette.hatch),
      borderColor: palette.paper,
      borderWidth: 1,
    },
    data: values.map((value, year) => {
      if (value === 0) return "-"; // a bar of no height would still cut the axis with its edge
      return chart.isSelected(series, year) ? value : { value, itemStyle: grey };
    }),
  };
}

function marksOf({ name, values, look }: YearMark, palette: Palette) {
  const color = look === "mean" ? palette.ink : (palette.ramp[2] ?? palette.inkSoft);
  return {
    type: "scatter" as const,
    name,
    symbol: "rect",
    symbolSize: [72, look === "mean" ? 3 : 1],
    silent: true,
    z: 3,
    itemStyle: { color },
    label: { show: look === "edge", formatter: name, position: "top" as const, color: palette.inkSoft, fontSize: 10 },
    data: values.map((value) => (Number.isNaN(value) ? "-" : value)),
  };
}

/** Stacked bars: one bar a budget year, one layer a department; hatching repeats what colour says, grey is left out. */
export function yearChartOption(chart: YearChart, palette: Palette): ChartOption {
  const axis = axisLook(palette);
  return {
    ...motion(chart.reducedMotion),
    aria: { enabled: true, label: { enabled: false } },
    grid: { left: 8, right: 8, top: 32, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "all" },
    tooltip: {
      ...tooltipLook(palette),
      trigger: "axis",
      axisPointer: { type: "shadow" },
      order: "valueDesc",
      valueFormatter: (value) => (typeof value === "number" && value !== 0 ? chartFigure(value) : "–"),
    },
    xAxis: { type: "category", data: [...chart.labels], ...axis, triggerEvent: true },
    yAxis: {
      type: "value",
      name: chart.unitName,
      splitNumber: chart.steps ?? 5,
      ...axis,
      nameTextStyle: { ...axis.nameTextStyle, align: "left" },
    },
    series: [
      ...chart.series.map((each, index) => barsOf(chart, each, index, palette)),
      ...(chart.marks ?? []).map((mark) => marksOf(mark, palette)),
    ],
  };
}
