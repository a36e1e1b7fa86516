import { axisLook, motion, tooltipLook } from "../charts/chart-ground.ts";
import type { ChartOption } from "../charts/chart.svelte.ts";
import type { Palette } from "../charts/palette.ts";

/** A mean difference and the ends of its interval, in the unit that the chart shows. */
export interface PairedBar {
  readonly name: string;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface PairedChart {
  readonly bars: readonly PairedBar[];
  readonly unitName: string;
  readonly reducedMotion: boolean;
}

/** Pixels: a bar a row, and the axis below. */
export const pairedHeight = (rows: number): number => rows * 28 + 56;

/** Bars from 0 to each mean difference, with a line over its interval. */
export function pairedOption({ bars, unitName, reducedMotion }: PairedChart, palette: Palette): ChartOption {
  const axis = axisLook(palette);
  const ends = bars.flatMap(({ low, high }) => [low, high]);
  return {
    ...motion(reducedMotion),
    aria: { enabled: true, label: { enabled: false } },
    grid: { left: 8, right: 24, top: 8, bottom: 24, outerBoundsMode: "same", outerBoundsContain: "all" },
    tooltip: { ...tooltipLook(palette), show: false },
    xAxis: {
      type: "value",
      name: unitName,
      nameLocation: "middle",
      nameGap: 24,
      ...axis,
      // lines over the bars do not stretch the axis by themselves
      min: ({ min }: { min: number }) => Math.min(min, ...ends),
      max: ({ max }: { max: number }) => Math.max(max, ...ends),
      axisLabel: { ...axis.axisLabel, hideOverlap: true, showMinLabel: false, showMaxLabel: false },
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: bars.map(({ name }) => name),
      ...axis,
      axisLabel: { color: palette.ink, width: 320, overflow: "truncate" },
      axisLine: { onZero: true, lineStyle: { color: palette.inkSoft } },
    },
    series: [
      {
        type: "bar",
        barWidth: 14,
        data: bars.map(({ mean }) => ({
          value: mean,
          itemStyle: { color: palette.ramp[mean < 0 ? 3 : 0] ?? palette.ink },
        })),
        markLine: {
          silent: true,
          symbol: ["rect", "rect"],
          symbolSize: [1.5, 10],
          symbolRotate: 0,
          lineStyle: { color: palette.ink, type: "solid", width: 1.5 },
          itemStyle: { color: palette.ink },
          label: { show: false },
          data: bars
            .map(({ low, high }, row) => ({ low, high, row }))
            .filter(({ low, high }) => high > low)
            .map(({ low, high, row }) => [{ coord: [low, row] }, { coord: [high, row] }]),
        },
      },
    ],
  };
}
