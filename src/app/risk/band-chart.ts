import { axisLook, chartFigure, motion, tooltipLook } from "../charts/chart-ground.ts";
import type { ChartOption } from "../charts/chart.svelte.ts";
import type { Palette } from "../charts/palette.ts";
import { asMarkup } from "../overview/ranked-chart.ts";

/** mean: solid line · median: dashed · edge: the hairline of a band · limit: vermilion. */
export type LineLook = "mean" | "median" | "edge" | "limit";

/** One value a category in every list, in the unit that the chart shows. */
export interface BandChart {
  readonly categories: readonly string[];
  /** Stacked bars, the first one dark. */
  readonly bars: readonly (readonly number[])[];
  /** Wide bands first; later ones are drawn darker. */
  readonly bands: readonly { readonly low: readonly number[]; readonly high: readonly number[] }[];
  readonly lines: readonly { readonly look: LineLook; readonly values: readonly number[] }[];
  /** A mark of each category's own limit; undefined where there is none. */
  readonly limits: readonly (number | undefined)[];
  /** Lines of the tooltip of each category, plain text. */
  readonly told: readonly (readonly string[])[];
  readonly unitName: string;
  readonly reducedMotion: boolean;
  /** Whether the axis of values starts at 0 though no bar stands on it. */
  readonly fromZero?: boolean;
  /** How the axis of values is labelled; absent: plain figures. */
  readonly axisText?: (value: number) => string;
}

const bandLook = { type: "line" as const, symbol: "none", silent: true, z: 1, lineStyle: { width: 0 } };

/** Of the wide band, and of the narrow one on top of it. */
export const bandOpacities = [0.3, 0.5] as const;

/** A band is its lower edge, drawn as nothing, and its height, filled, on top of it. */
const bandSeries = ({ bands }: BandChart, palette: Palette) =>
  bands.flatMap(({ low, high }, index) => {
    const stack = { ...bandLook, stack: `band ${index}`, stackStrategy: "all" as const };
    const color = palette.ramp[2] ?? palette.line;
    return [
      { ...stack, data: [...low] },
      {
        ...stack,
        areaStyle: { color, opacity: bandOpacities[index] ?? 1 },
        data: high.map((value, at) => value - (low[at] ?? 0)),
      },
    ];
  });

const barSeries = ({ bars }: BandChart, palette: Palette) =>
  bars.map((values, index) => ({
    type: "bar" as const,
    stack: "bars",
    barMaxWidth: 48,
    z: 2,
    itemStyle: { color: palette.ramp[index === 0 ? 0 : 2] ?? palette.ink },
    data: values.map((value) => (value === 0 ? "-" : value)),
  }));

function lineStyleOf(look: LineLook, palette: Palette) {
  switch (look) {
    case "mean":
      return { color: palette.ink, width: 2 };
    case "median":
      return { color: palette.inkSoft, width: 1, type: "dashed" as const };
    case "edge":
      return { color: palette.ramp[2] ?? palette.ink, width: 1 };
    case "limit":
      return { color: palette.seal, width: 2 };
    default:
      return look satisfies never;
  }
}

const lineSeries = ({ lines }: BandChart, palette: Palette) =>
  lines.map(({ look, values }) => ({
    type: "line" as const,
    symbol: "none",
    z: 3,
    lineStyle: lineStyleOf(look, palette),
    data: [...values],
  }));

const limitSeries = ({ limits }: BandChart, palette: Palette) => ({
  type: "scatter" as const,
  symbol: "rect",
  symbolSize: [56, 2],
  z: 4,
  itemStyle: { color: palette.seal },
  data: limits.map((value) => value ?? "-"),
});

/** A fan: committed bars dark, bands light, the mean a solid line, limits vermilion. */
export function bandChartOption(chart: BandChart, palette: Palette): ChartOption {
  const axis = axisLook(palette);
  const { axisText = chartFigure } = chart;
  return {
    ...motion(chart.reducedMotion),
    aria: { enabled: true, label: { enabled: false } },
    grid: { left: 8, right: 16, top: 32, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "all" },
    tooltip: {
      ...tooltipLook(palette),
      trigger: "axis",
      formatter: (shown) => {
        const first = Array.isArray(shown) ? shown[0] : shown;
        return (chart.told[first?.dataIndex ?? -1] ?? []).map(asMarkup).join("<br>");
      },
    },
    xAxis: { type: "category", data: [...chart.categories], boundaryGap: chart.bars.length > 0, ...axis },
    yAxis: {
      type: "value",
      name: chart.unitName,
      scale: chart.bars.length === 0 && chart.fromZero !== true,
      ...axis,
      axisLabel: { ...axis.axisLabel, formatter: axisText },
      nameTextStyle: { ...axis.nameTextStyle, align: "left" },
    },
    series: [
      ...bandSeries(chart, palette),
      ...barSeries(chart, palette),
      ...lineSeries(chart, palette),
      limitSeries(chart, palette),
    ],
  };
}
