import { axisLook, chartFigure, motion, tooltipLook } from "../charts/chart-ground.ts";
import type { ChartOption } from "../charts/chart.svelte.ts";
import type { Palette } from "../charts/palette.ts";

/** A change and what it moves, in the unit that the chart shows. */
export interface WaterfallStep {
  readonly name: string;
  readonly amount: number;
}

export interface WaterfallChart {
  readonly steps: readonly WaterfallStep[];
  /** Name of the last bar, which is the whole difference. */
  readonly totalName: string;
  readonly unitName: string;
  readonly reducedMotion: boolean;
}

/** Where a bar floats: its ends, and what it moves. */
interface Bar extends WaterfallStep {
  readonly from: number;
  readonly to: number;
}

/** Pixels a bar. */
const ROW = 32;
export const waterfallHeight = (steps: number): number => (steps + 1) * ROW + 56;

/** Bars that begin where the one before ended, and the whole difference from 0. */
export function waterfallBars({ steps, totalName }: WaterfallChart): readonly Bar[] {
  let end = 0;
  const bars = steps.map(({ name, amount }) => {
    const from = end;
    end += amount;
    return { name, amount, from, to: end };
  });
  return [...bars, { name: totalName, amount: end, from: 0, to: end }];
}

/** A bar in three stacked parts: what holds it up, unseen, and what is seen of it above and below 0. */
export function barParts({ from, to }: Pick<Bar, "from" | "to">): {
  readonly held: number;
  readonly above: number;
  readonly below: number;
} {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const held = low > 0 ? low : high < 0 ? high : 0;
  return { held, above: Math.max(high, 0) - Math.max(low, 0), below: Math.min(low, 0) - Math.min(high, 0) };
}

/** With its sign, which a bar does not show by colour alone. */
const signed = (amount: number): string => `${amount > 0 ? "+" : ""}${chartFigure(amount)}`;

export function waterfallOption(chart: WaterfallChart, palette: Palette): ChartOption {
  const bars = waterfallBars(chart);
  const parts = bars.map(barParts);
  const axis = axisLook(palette);
  const shade = (place: number, amount: number) => ({
    color: place === bars.length - 1 ? palette.ink : (palette.ramp[amount < 0 ? 3 : 0] ?? palette.ink),
  });
  const stacked = { type: "bar" as const, stack: "steps", barWidth: 16 };
  const seen = (part: "above" | "below") => ({
    ...stacked,
    data: bars.map(({ amount }, place) => ({ value: parts[place]?.[part] ?? 0, itemStyle: shade(place, amount) })),
  });
  return {
    ...motion(chart.reducedMotion),
    aria: { enabled: true, label: { enabled: false } },
    grid: { left: 8, right: 72, top: 8, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "all" },
    tooltip: { ...tooltipLook(palette), show: false },
    xAxis: { type: "value", name: chart.unitName, nameLocation: "middle", nameGap: 24, ...axis },
    yAxis: {
      type: "category",
      inverse: true,
      data: bars.map(({ name }) => name),
      ...axis,
      axisLabel: { color: palette.ink, width: 320, overflow: "truncate" },
    },
    series: [
      { ...stacked, silent: true, itemStyle: { color: "transparent" }, data: parts.map(({ held }) => held) },
      seen("above"),
      seen("below"),
      {
        type: "scatter",
        symbolSize: 0,
        silent: true,
        label: {
          show: true,
          position: "right",
          distance: 6,
          color: palette.ink,
          formatter: ({ dataIndex }: { dataIndex: number }) => signed(bars[dataIndex]?.amount ?? 0),
        },
        data: bars.map(({ from, to }, place) => [Math.max(from, to), place]),
      },
    ],
  };
}
