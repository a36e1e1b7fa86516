import { chartFigure, motion, tooltipLook } from "../charts/chart-ground.ts";
import type { ChartOption } from "../charts/chart.svelte.ts";
import type { Palette } from "../charts/palette.ts";

export interface GridChart {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly rowName: string;
  readonly columnName: string;
  /** By row and column, in the unit that the chart shows. */
  readonly figures: readonly (readonly number[])[];
  /** Where the present values stand, absent where one of them is not among those drawn. */
  readonly present?: { readonly row: number; readonly column: number };
  readonly reducedMotion: boolean;
}

/** Pixels: a row, the axis below and the names. */
export const gridHeight = (rows: number): number => rows * 36 + 72;

/** A heat map: weak tints, so that ink on them stays readable in both themes; the present cell has a frame. */
export function gridOption({ rows, columns, figures, present, ...chart }: GridChart, palette: Palette): ChartOption {
  const all = figures.flat();
  const tint = palette.ramp[1] ?? palette.ink;
  const axis = {
    type: "category" as const,
    nameLocation: "middle" as const,
    nameTextStyle: { color: palette.inkSoft },
    axisLabel: { color: palette.ink },
    axisLine: { show: false },
    axisTick: { show: false },
  };
  return {
    ...motion(chart.reducedMotion),
    aria: { enabled: true, label: { enabled: false } },
    grid: { left: 32, right: 8, top: 8, bottom: 32, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    tooltip: { ...tooltipLook(palette), trigger: "item" },
    xAxis: { ...axis, data: [...columns], name: chart.columnName, nameGap: 32 },
    yAxis: { ...axis, data: [...rows], inverse: true, name: chart.rowName, nameGap: 96 },
    visualMap: {
      show: false,
      dimension: 2,
      min: Math.min(...all),
      max: Math.max(...all),
      inRange: { color: [`${tint}10`, `${tint}80`] },
    },
    series: [
      {
        type: "heatmap",
        label: {
          show: true,
          color: palette.ink,
          formatter: ({ value }) => chartFigure(Array.isArray(value) ? Number(value[2]) : Number.NaN),
        },
        data: figures.flatMap((line, row) =>
          line.map((figure, column) => {
            const isPresent = present?.row === row && present.column === column;
            const frame = { borderColor: isPresent ? palette.ink : palette.paper, borderWidth: isPresent ? 2 : 1 };
            return { value: [column, row, figure], itemStyle: frame };
          }),
        ),
      },
    ],
  };
}
