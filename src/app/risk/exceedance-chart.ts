import { axisLook, chartFigure, motion, tooltipLook } from "../charts/chart-ground.ts";
import { asMarkup } from "../overview/ranked-chart.ts";
import type { ChartOption } from "../charts/chart.svelte.ts";
import type { Palette } from "../charts/palette.ts";

/** P(amount > x); amounts in the unit that the chart shows, shares 0 to 1. */
export interface ExceedanceChart {
  readonly amounts: readonly number[];
  readonly above: readonly number[];
  /** Points that are named on the curve. */
  readonly marks: readonly { readonly name: string; readonly amount: number; readonly share: number }[];
  /** Its line crosses the chart. */
  readonly budget: { readonly name: string; readonly amount: number } | undefined;
  readonly unitName: string;
  readonly axisName: string;
  /** What the box beside the pointer says of a point, as plain text. */
  readonly told: (amount: number, share: number) => string;
  readonly reducedMotion: boolean;
}

const percentText = (share: number): string => `${Math.round(100 * share)}%`;

/** The axis of amounts: round ends that hold the curve and the budget. */
function amountEnds({ amounts, budget }: ExceedanceChart): { min?: number; max?: number } {
  const [low = 0, high = 0] = [amounts[0], amounts.at(-1)];
  if (!budget) return {};
  return { min: Math.min(low, budget.amount), max: Math.max(high, budget.amount) };
}

const curveSeries = (chart: ExceedanceChart, palette: Palette) => ({
  type: "line" as const,
  symbol: "none",
  step: "end" as const,
  lineStyle: { color: palette.ramp[0] ?? palette.ink, width: 2 },
  itemStyle: { color: palette.ramp[0] ?? palette.ink },
  data: chart.amounts.map((amount, at) => [amount, chart.above[at] ?? 0]),
  ...(chart.budget && {
    markLine: {
      symbol: "none",
      silent: true,
      animation: false,
      lineStyle: { color: palette.seal, width: 2, type: "solid" as const },
      label: { formatter: chart.budget.name, color: palette.seal, position: "end" as const },
      data: [{ xAxis: chart.budget.amount }],
    },
  }),
});

const markSeries = ({ marks }: ExceedanceChart, palette: Palette) => ({
  type: "scatter" as const,
  silent: true,
  symbolSize: 6,
  itemStyle: { color: palette.ink },
  data: marks.map(({ name, amount, share }) => ({
    value: [amount, share],
    label: { show: true, formatter: name, position: [8, -14], color: palette.inkSoft },
  })),
});

/** A falling curve over the amounts, its budget a vermilion line. */
export function exceedanceOption(chart: ExceedanceChart, palette: Palette): ChartOption {
  const axis = axisLook(palette);
  const scale = { ...axis, nameTextStyle: { ...axis.nameTextStyle, align: "left" as const } };
  return {
    ...motion(chart.reducedMotion),
    aria: { enabled: true, label: { enabled: false } },
    grid: { left: 8, right: 48, top: 40, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "all" },
    tooltip: {
      ...tooltipLook(palette),
      trigger: "axis",
      formatter: (shown) => {
        const first = Array.isArray(shown) ? shown[0] : shown;
        const at = first?.dataIndex ?? 0;
        return asMarkup(chart.told(chart.amounts[at] ?? 0, chart.above[at] ?? 0));
      },
    },
    xAxis: {
      type: "value",
      scale: true,
      ...amountEnds(chart),
      ...axis,
      name: chart.unitName,
      nameGap: 8,
      axisLabel: { ...axis.axisLabel, formatter: chartFigure, showMinLabel: true },
    },
    yAxis: {
      type: "value",
      min: 0,
      max: 1,
      name: chart.axisName,
      ...scale,
      axisLabel: { ...axis.axisLabel, formatter: percentText },
    },
    series: [curveSeries(chart, palette), markSeries(chart, palette)],
  };
}
