import { axisLook } from "../charts/chart-ground.ts";
import type { ChartOption } from "../charts/chart.svelte.ts";
import type { Palette } from "../charts/palette.ts";

/** One bar: a name, a value and how the value is written beside it. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly text: string;
  readonly note?: string;
}

/** Pixels. */
export const barPictureHeight = (bars: readonly Bar[]): number => bars.length * 24 + 48;

/** Bars beside their names, the first on top, as a picture shows them. `full`: the value of the longest bar there can be. */
export const barPicture = (bars: readonly Bar[], unit: string, full: number, palette: Palette): ChartOption => ({
  grid: { left: 8, right: 64, top: 8, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "all" },
  xAxis: {
    type: "value",
    name: unit,
    nameLocation: "middle",
    nameGap: 8,
    max: full,
    ...axisLook(palette),
    axisLabel: { show: false },
  },
  yAxis: {
    type: "category",
    inverse: true,
    data: bars.map(({ label, note }) => (note ? `${label} ${note}` : label)),
    ...axisLook(palette),
    axisLabel: { color: palette.ink },
  },
  series: [
    {
      type: "bar",
      barWidth: 14,
      itemStyle: { color: palette.ramp[0] ?? palette.ink },
      label: {
        show: true,
        position: "right",
        color: palette.ink,
        formatter: ({ dataIndex }) => bars[dataIndex]?.text ?? "",
      },
      data: bars.map(({ value }) => value),
    },
  ],
});
