import type { Fen } from "../../core/money/money.ts";
import type { ChartOption } from "../charts/chart.svelte.ts";
import type { Palette } from "../charts/palette.ts";

/** One department and its money by budget year, in the unit that the chart shows. */
export interface YearSeries {
  readonly name: string;
  readonly values: readonly number[];
}

export interface YearChart {
  readonly series: readonly YearSeries[];
  /** Axis labels, one a budget year. */
  readonly labels: readonly string[];
  readonly unitName: string;
  readonly reducedMotion: boolean;
}

/** Three significant digits, as charts show figures. */
export const chartFigure = (value: number): string =>
  value.toLocaleString("en-US", { maximumSignificantDigits: 3, useGrouping: true });

/** Departments in order of their money, largest first. */
export const bySize = <T extends { readonly total: Fen }>(rows: readonly T[]): readonly T[] =>
  [...rows].sort((a, b) => b.total - a.total);

/** Stacked bars: one bar a budget year, one layer a department; hatching repeats what colour says. */
export function yearChartOption(chart: YearChart, palette: Palette): ChartOption {
  const axis = { axisLabel: { color: palette.inkSoft }, axisLine: { lineStyle: { color: palette.line } } };
  return {
    animation: !chart.reducedMotion,
    animationDurationUpdate: 180,
    animationDuration: 0,
    color: [...palette.ramp],
    aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
    grid: { left: 8, right: 216, top: 32, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "all" },
    legend: {
      type: "scroll",
      orient: "vertical",
      right: 0,
      top: 24,
      bottom: 8,
      width: 200,
      icon: "rect",
      itemWidth: 14,
      itemHeight: 14,
      textStyle: { color: palette.ink, width: 176, overflow: "truncate" },
      tooltip: { show: true },
    },
    tooltip: {
      trigger: "axis",
      axisPointer: { type: "shadow" },
      confine: true,
      backgroundColor: palette.paper,
      borderColor: palette.line,
      textStyle: { color: palette.ink, fontSize: 12 },
      valueFormatter: (value) => (typeof value === "number" ? chartFigure(value) : ""),
    },
    xAxis: { type: "category", data: [...chart.labels], ...axis, axisTick: { show: false } },
    yAxis: {
      type: "value",
      name: chart.unitName,
      nameTextStyle: { color: palette.inkSoft, align: "left" },
      ...axis,
      splitLine: { lineStyle: { color: palette.line } },
    },
    series: chart.series.map(({ name, values }) => ({
      type: "bar" as const,
      name,
      stack: "committed",
      barMaxWidth: 64,
      data: [...values],
      itemStyle: { borderColor: palette.paper, borderWidth: 1 },
      cursor: "pointer",
    })),
  };
}
