import { axisLook, chartFigure, motion, tooltipLook } from "../charts/chart-ground.ts";
import type { ChartOption } from "../charts/chart.svelte.ts";
import type { Palette } from "../charts/palette.ts";

/** done: money that went out · rest: money that is left · beyond: claims that found none. */
export type GaugePartKind = "done" | "done-otherwise" | "rest" | "beyond";

export interface GaugePart {
  readonly name: string;
  readonly kind: GaugePartKind;
  /** In the unit that the chart shows. */
  readonly value: number;
}

export interface Gauge {
  readonly parts: readonly GaugePart[];
  readonly limit: { readonly name: string; readonly value: number };
  readonly unitName: string;
  readonly reducedMotion: boolean;
}

function lookOf(kind: GaugePartKind, palette: Palette) {
  const lines = (color: string) => ({
    symbol: "rect",
    color,
    dashArrayX: [1, 0],
    dashArrayY: [1, 4],
    rotation: -Math.PI / 4,
  });
  const edge = { borderColor: palette.paper, borderWidth: 1 };
  switch (kind) {
    case "done":
      return { ...edge, color: palette.ramp[0] ?? palette.ink };
    case "done-otherwise":
      return { ...edge, color: palette.ramp[1] ?? palette.ink };
    case "rest":
      return { ...edge, color: palette.line };
    case "beyond":
      return { color: palette.paper, borderColor: palette.seal, borderWidth: 1, decal: lines(palette.seal) };
    default:
      return kind satisfies never;
  }
}

function limitLine({ limit }: Gauge, palette: Palette) {
  return {
    silent: true,
    symbol: "none",
    animation: false,
    lineStyle: { color: palette.seal, type: "solid" as const, width: 2 },
    label: { color: palette.seal, position: "end" as const, formatter: `${limit.name} ${chartFigure(limit.value)}` },
    data: [{ xAxis: limit.value }],
  };
}

/** Height of a gauge in pixels. */
export const GAUGE_HEIGHT = 96;

/** One quiet bar of what a limited sum has paid and has left, its limit a vermilion line. */
export function gaugeOption(gauge: Gauge, palette: Palette): ChartOption {
  const parts = gauge.parts.filter(({ value }) => value > 0);
  const sum = parts.reduce((total, { value }) => total + value, 0);
  return {
    ...motion(gauge.reducedMotion),
    aria: { enabled: true, label: { enabled: false } },
    grid: { left: 8, right: 56, top: 24, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "all" },
    tooltip: {
      ...tooltipLook(palette),
      trigger: "item",
      valueFormatter: (value) => (typeof value === "number" ? `${chartFigure(value)} ${gauge.unitName}` : ""),
    },
    xAxis: { type: "value", max: Math.max(sum, gauge.limit.value), ...axisLook(palette) },
    yAxis: { type: "category", data: [""], ...axisLook(palette), axisLine: { show: false } },
    series: parts.map(({ name, kind, value }, index) => ({
      type: "bar" as const,
      name,
      stack: "gauge",
      barWidth: 24,
      itemStyle: lookOf(kind, palette),
      data: [value],
      ...(index === 0 && { markLine: limitLine(gauge, palette) }),
    })),
  };
}
