import { axisLook, motion, tooltipLook } from "../../charts/chart-ground.ts";
import type { ChartOption } from "../../charts/chart.svelte.ts";
import type { Palette } from "../../charts/palette.ts";
import { asMarkup } from "../../overview/ranked-chart.ts";

/** A mark of a lane; `at` counts in years. */
export interface TimelineMark {
  readonly lane: number;
  readonly at: number;
  readonly told: string;
  /** From 0 to 1, of the largest payment. */
  readonly size?: number;
}

/** What happens to a firm over the years, one lane a title or measure. */
export interface TimelineChart {
  readonly lanes: readonly string[];
  /** Validity of titles. */
  readonly spans: readonly {
    readonly lane: number;
    readonly from: number;
    readonly to: number;
    readonly told: string;
  }[];
  readonly triggers: readonly TimelineMark[];
  readonly payments: readonly TimelineMark[];
  /** Payments of the ledger of disbursements. */
  readonly paid: readonly TimelineMark[];
  readonly years: { readonly first: number; readonly last: number };
  /** As-of date, in years. */
  readonly asOf: number;
  readonly asOfName: string;
  readonly reducedMotion: boolean;
}

const LANE = 28;
export const timelineHeight = (lanes: number): number => lanes * LANE + 72;

const scatter = (marks: readonly TimelineMark[], symbol: string, size: (mark: TimelineMark) => number) => ({
  type: "scatter" as const,
  symbol,
  z: 3,
  data: marks.map((mark) => ({ name: mark.told, value: [mark.at, mark.lane], symbolSize: size(mark) })),
});

/** Titles as thick lines, triggers as triangles, payments as discs by their amount, what was really paid as squares. */
export function timelineOption(chart: TimelineChart, palette: Palette): ChartOption {
  const axis = axisLook(palette);
  return {
    ...motion(chart.reducedMotion),
    aria: { enabled: true, label: { enabled: false } },
    grid: { left: 8, right: 24, top: 24, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "all" },
    tooltip: {
      ...tooltipLook(palette),
      trigger: "item",
      formatter: (shown) => asMarkup((Array.isArray(shown) ? shown[0] : shown)?.name ?? ""),
    },
    xAxis: {
      type: "value",
      min: chart.years.first,
      max: chart.years.last + 1,
      interval: 1,
      ...axis,
      axisLabel: { ...axis.axisLabel, formatter: (year: number) => String(year) },
    },
    yAxis: { type: "category", inverse: true, data: [...chart.lanes], ...axis },
    series: [
      ...chart.spans.map(({ lane, from, to, told }) => ({
        type: "line" as const,
        symbol: "none",
        name: told,
        triggerLineEvent: true,
        lineStyle: { color: palette.ramp[2] ?? palette.ink, width: 8, opacity: 0.5 },
        data: [
          [from, lane],
          [to, lane],
        ],
      })),
      { ...scatter(chart.triggers, "triangle", () => 10), z: 4, itemStyle: { color: palette.ink } },
      {
        ...scatter(chart.payments, "circle", ({ size = 0 }) => 8 + 16 * size),
        itemStyle: { color: palette.ramp[1] ?? palette.ink },
      },
      { ...scatter(chart.paid, "rect", () => 10), itemStyle: { color: palette.ramp[0] ?? palette.ink } },
      {
        type: "line" as const,
        symbol: "none",
        data: [],
        markLine: {
          silent: true,
          symbol: "none",
          lineStyle: { color: palette.inkSoft, type: "dashed" as const },
          label: { position: "start", formatter: chart.asOfName, color: palette.inkSoft },
          data: [{ xAxis: chart.asOf }],
        },
      },
    ],
  };
}
