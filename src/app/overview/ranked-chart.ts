import { axisLook, chartFigure, motion, tooltipLook } from "../charts/chart-ground.ts";
import type { ChartOption } from "../charts/chart.svelte.ts";
import type { Palette } from "../charts/palette.ts";
import type { Basis } from "../../core/policy/figures.ts";

/** One measure, in the unit that the chart shows. */
export interface RankedBar {
  readonly name: string;
  readonly committed: number;
  readonly statutory: number;
  readonly unverified: number;
  /** Whether the filter leaves it in. */
  readonly isSelected: boolean;
  /** Lines of the tooltip, plain text. */
  readonly told: readonly string[];
}

export interface RankedChart {
  readonly bars: readonly RankedBar[];
  readonly unitName: string;
  readonly reducedMotion: boolean;
  /** What a legend inside the chart calls its marks; absent: the legend stands outside. */
  readonly names?: Readonly<Record<Basis, string>>;
}

/** Height of a row of bars in pixels. */
const ROW = 26;
export const rankedHeight = (bars: number): number => bars * ROW + 64;

const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as it must stand in markup to be read as text. */
export const asMarkup = (text: string): string => text.replaceAll(/[&<>"']/gu, (sign) => signs[sign] ?? sign);

/** The figure beside a bar: committed, then what the statutory line stands for where that is another amount. */
function figureOf({ committed, statutory }: RankedBar): string {
  const [due, line] = [chartFigure(committed), chartFigure(statutory)];
  return due === line ? due : `${due} | ${line}`;
}

/** The end of everything drawn for a bar, where its figure stands. */
const endOf = ({ committed, unverified, statutory }: RankedBar): number => Math.max(committed + unverified, statutory);

const named = (name: string | undefined) => (name === undefined ? {} : { name });

function barSeries({ bars, names }: RankedChart, palette: Palette) {
  const dark = palette.ramp[0] ?? palette.ink;
  const shade = ({ isSelected }: RankedBar) => ({ color: isSelected ? dark : palette.line });
  const hatched = {
    color: palette.paper,
    borderColor: palette.inkSoft,
    decal: { symbol: "rect", color: palette.inkSoft, dashArrayX: [1, 0], dashArrayY: [1, 3], rotation: -Math.PI / 4 },
  };
  const stacked = { type: "bar" as const, stack: "due", barWidth: 12, cursor: "pointer" };
  return [
    {
      ...stacked,
      ...named(names?.committed),
      itemStyle: { color: dark },
      data: bars.map((bar) => ({ value: bar.committed, itemStyle: shade(bar) })),
    },
    {
      ...stacked,
      ...named(names?.unverified),
      itemStyle: hatched,
      data: bars.map(({ unverified }) => unverified || "-"),
    },
  ];
}

function markSeries({ bars, names }: RankedChart, palette: Palette) {
  const mark = { type: "scatter" as const, symbol: "rect", cursor: "pointer" };
  return [
    {
      ...mark,
      ...named(names?.statutory),
      symbolSize: [2, 20],
      itemStyle: { color: palette.ink },
      data: bars.map(({ statutory }, index) => [statutory, index]),
    },
    {
      ...mark,
      symbolSize: 0,
      label: {
        show: true,
        position: "right" as const,
        distance: 6,
        color: palette.ink,
        formatter: ({ dataIndex }: { dataIndex: number }) => {
          const bar = bars[dataIndex];
          return bar ? figureOf(bar) : "";
        },
      },
      data: bars.map((bar, index) => [endOf(bar), index]),
    },
  ];
}

/** Ranked bars: committed dark, unverified hatched behind it, the statutory basis a hairline. */
export function rankedChartOption(chart: RankedChart, palette: Palette): ChartOption {
  const { bars } = chart;
  const axis = axisLook(palette);
  return {
    ...motion(chart.reducedMotion),
    aria: { enabled: true, label: { enabled: false } },
    grid: { left: 8, right: 104, top: 8, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "all" },
    tooltip: {
      ...tooltipLook(palette),
      trigger: "axis",
      axisPointer: { type: "shadow" },
      formatter: (shown) => {
        const first = Array.isArray(shown) ? shown[0] : shown;
        return (bars[first?.dataIndex ?? -1]?.told ?? []).map(asMarkup).join("<br>");
      },
    },
    xAxis: { type: "value", name: chart.unitName, nameLocation: "middle", nameGap: 24, ...axis },
    yAxis: {
      type: "category",
      inverse: true,
      data: bars.map(({ name }) => name),
      triggerEvent: true,
      ...axis,
      axisLabel: { color: palette.ink, width: 176, overflow: "truncate" },
    },
    series: [...barSeries(chart, palette), ...markSeries(chart, palette)],
  };
}
