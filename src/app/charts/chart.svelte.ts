import type { BarSeriesOption, HeatmapSeriesOption, LineSeriesOption, ScatterSeriesOption } from "echarts/charts";
import type {
  AriaComponentOption,
  GridComponentOption,
  LegendComponentOption,
  MarkLineComponentOption,
  TooltipComponentOption,
  VisualMapComponentOption,
} from "echarts/components";
import type { ComposeOption, ECharts } from "echarts/core";
import type { Attachment } from "svelte/attachments";
import { inTurn, ownTurn } from "../turns/turns.ts";

export type ChartOption = ComposeOption<
  | BarSeriesOption
  | HeatmapSeriesOption
  | LineSeriesOption
  | ScatterSeriesOption
  | AriaComponentOption
  | GridComponentOption
  | LegendComponentOption
  | MarkLineComponentOption
  | TooltipComponentOption
  | VisualMapComponentOption
>;

/** What was clicked: a mark of a series, or a word of an axis, which belongs to no series. */
export interface ChartPick {
  /** Index into the axis of categories. */
  readonly category: number;
  readonly series?: number;
}

/** Width of a chart on A4 paper, in pixels of the page. */
const PAPER_WIDTH = 680;

/** Charts are drawn when they first come near the window, the others when the page is idle: paper shows all of them. */
function whenNear(element: HTMLElement, draw: () => void): () => void {
  const begin = (): void => {
    stop();
    draw();
  };
  const seen = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && begin(), {
    rootMargin: "200px",
  });
  seen.observe(element);
  // not every browser says when it is idle
  const idle = "requestIdleCallback" in globalThis ? requestIdleCallback(begin) : undefined;
  const stop = (): void => {
    seen.disconnect();
    if (idle !== undefined) cancelIdleCallback(idle);
  };
  return stop;
}

/** Keeps a chart at its element's size, on paper as on the screen. */
function keepSized(instance: ECharts, element: HTMLElement): () => void {
  let forget = (): void => undefined;
  const sized = new ResizeObserver(() => {
    if (instance.getWidth() !== element.clientWidth || instance.getHeight() !== element.clientHeight) {
      forget();
      forget = inTurn(() => instance.resize());
    }
  });
  sized.observe(element);
  const forPaper = (): void => {
    instance.resize({ width: PAPER_WIDTH });
    instance.getZr().flush(); // paper does not wait for the next frame
  };
  const forScreen = (): void => instance.resize();
  addEventListener("beforeprint", forPaper);
  addEventListener("afterprint", forScreen);
  return () => {
    sized.disconnect();
    forget();
    removeEventListener("beforeprint", forPaper);
    removeEventListener("afterprint", forScreen);
  };
}

/** The option is taken now and drawn in a task of its own, the next frame. */
const inNextFrame = { notMerge: true, lazyUpdate: true } as const;

/** Axes come a frame before the marks: a first drawing, whose code has never run, takes long as a whole. */
async function drawAxes(instance: ECharts, option: ChartOption): Promise<void> {
  instance.setOption({ ...option, series: [] }, inNextFrame);
  await new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));
  await ownTurn();
}

/** A word of an axis is not a mark: it comes with its text, and is found among the categories. */
function pickOf(
  event: { componentType: string; dataIndex?: number; seriesIndex?: number; value?: unknown },
  names: readonly string[],
): ChartPick {
  if (event.componentType !== "series") return { category: names.indexOf(String(event.value)) };
  return { category: event.dataIndex ?? -1, ...(event.seriesIndex !== undefined && { series: event.seriesIndex }) };
}

/** Draws a chart into its element, keeps it at the element's size, and moves it to each new option in its turn. */
export const chart =
  (
    option: () => ChartOption,
    categories: () => readonly string[],
    onPick?: (pick: ChartPick) => void,
  ): Attachment<HTMLElement> =>
  (element) => {
    let instance: ECharts | undefined = $state.raw();
    let unsize = (): void => undefined;
    let isGone = false;
    const start = async (): Promise<void> => {
      const { startDrawing } = await import("./drawing.ts");
      await ownTurn();
      if (isGone) return;
      const drawn = startDrawing(element);
      await drawAxes(drawn, option());
      if (isGone) return drawn.dispose();
      instance = drawn;
      unsize = keepSized(instance, element);
      instance.on("click", (event) => onPick?.(pickOf(event, categories())));
    };
    const unwatch = whenNear(element, () => void start());
    $effect(() => {
      const [drawn, next] = [instance, option()];
      return drawn && inTurn(() => drawn.setOption(next, inNextFrame));
    });
    return () => {
      isGone = true;
      unwatch();
      unsize();
      instance?.dispose();
    };
  };
