import { BarChart, LineChart, ScatterChart } from "echarts/charts";
import { AriaComponent, GridComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { init, use, type ECharts } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { chartTheme } from "./chart-theme.ts";

use([
  BarChart,
  LineChart,
  ScatterChart,
  AriaComponent,
  GridComponent,
  MarkLineComponent,
  TooltipComponent,
  SVGRenderer,
]);

/** An empty drawing in an element; the drawing library comes with the first one, not with the page. */
export const startDrawing = (element: HTMLElement): ECharts => init(element, chartTheme(), { renderer: "svg" });
