import { axisLook, motion, tooltipLook } from "../charts/chart-ground.ts";
import type { ChartOption } from "../charts/chart.svelte.ts";
import type { Palette } from "../charts/palette.ts";

/** A bar about the scenario's own figure: what each end departs by, in the unit that the chart shows. */
export interface TornadoRow {
  readonly name: string;
  readonly low: number;
  readonly high: number;
}

export interface TornadoChart {
  /** From the widest. */
  readonly rows: readonly TornadoRow[];
  readonly unitName: string;
  readonly lowName: string;
  readonly highName: string;
  readonly reducedMotion: boolean;
}

/** Pixels: a bar, and the axis below. */
export const tornadoHeight = (rows: number): number => rows * 24 + 88;

export function tornadoOption({ rows, ...chart }: TornadoChart, palette: Palette): ChartOption {
  const axis = axisLook(palette);
  const bar = (name: string, end: "low" | "high", color: string) => ({
    type: "bar" as const,
    name,
    barWidth: 12,
    // both ends of a bar share its line
    barGap: "-100%",
    itemStyle: { color },
    data: rows.map((row) => row[end]),
  });
  return {
    ...motion(chart.reducedMotion),
    aria: { enabled: true, label: { enabled: false } },
    grid: { left: 8, right: 24, top: 32, bottom: 24, outerBoundsMode: "same", outerBoundsContain: "all" },
    legend: { top: 0, left: 0, textStyle: { color: palette.ink } },
    tooltip: { ...tooltipLook(palette), trigger: "axis" },
    xAxis: { type: "value", name: chart.unitName, nameLocation: "middle", nameGap: 24, ...axis },
    yAxis: {
      type: "category",
      inverse: true,
      data: rows.map(({ name }) => name),
      ...axis,
      axisLabel: { color: palette.ink, width: 280, overflow: "truncate" },
      axisLine: { onZero: false },
    },
    series: [
      bar(chart.lowName, "low", palette.ramp[3] ?? palette.ink),
      bar(chart.highName, "high", palette.ramp[0] ?? palette.ink),
    ],
  };
}
