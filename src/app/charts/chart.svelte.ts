import { BarChart, type BarSeriesOption } from "echarts/charts";
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  type AriaComponentOption,
  type GridComponentOption,
  type LegendComponentOption,
  type TooltipComponentOption,
} from "echarts/components";
import { init, use, type ComposeOption } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { Attachment } from "svelte/attachments";

use([BarChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

export type ChartOption = ComposeOption<
  BarSeriesOption | AriaComponentOption | GridComponentOption | LegendComponentOption | TooltipComponentOption
>;

/** Draws a chart into its element, keeps it at the element's size, and moves it to each new option. */
export const chart =
  (option: () => ChartOption, onPick: (categoryIndex: number) => void): Attachment<HTMLElement> =>
  (element) => {
    const instance = init(element, null, { renderer: "svg" });
    const sized = new ResizeObserver(() => instance.resize());
    sized.observe(element);
    instance.on("click", ({ dataIndex }) => onPick(dataIndex));
    $effect(() => instance.setOption(option(), { notMerge: true }));
    return () => {
      sized.disconnect();
      instance.dispose();
    };
  };
