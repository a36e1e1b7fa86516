import "./drawing.ts";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { chartTheme } from "./chart-theme.ts";
import type { ChartOption } from "./chart.svelte.ts";
import type { Palette } from "./palette.ts";
import { ownTurn } from "../turns/turns.ts";

use([CanvasRenderer]);

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Picture dots a pixel of the page. */
const FINENESS = 2;
const TITLE_HEIGHT = 40;
const EDGE = 16;

/** The title above what was drawn, on the ground of the page. */
function composed(
  drawn: HTMLCanvasElement,
  title: string,
  { width, height }: Size,
  palette: Palette,
): HTMLCanvasElement {
  const sheet = document.createElement("canvas");
  sheet.width = (width + 2 * EDGE) * FINENESS;
  sheet.height = (height + TITLE_HEIGHT + 2 * EDGE) * FINENESS;
  const pen = sheet.getContext("2d");
  if (!pen) throw new Error("the browser must offer a drawing context, found none");
  pen.scale(FINENESS, FINENESS);
  pen.fillStyle = palette.paper;
  pen.fillRect(0, 0, width + 2 * EDGE, height + TITLE_HEIGHT + 2 * EDGE);
  pen.fillStyle = palette.ink;
  pen.font = `16px ${getComputedStyle(document.body).fontFamily}`;
  pen.fillText(title, EDGE, EDGE + 16, width);
  pen.drawImage(drawn, EDGE, EDGE + TITLE_HEIGHT, width, height);
  return sheet;
}

async function pngOf(canvas: HTMLCanvasElement): Promise<Uint8Array> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error(`a picture of ${canvas.width} × ${canvas.height} dots could not be made`);
  return new Uint8Array(await blob.arrayBuffer());
}

/** A chart under its title as the bytes of a .png file. @throws Error where the browser cannot draw it */
export async function chartPicture(
  option: ChartOption,
  title: string,
  size: Size,
  palette: Palette,
): Promise<Uint8Array> {
  const instance = init(document.createElement("div"), chartTheme(), {
    renderer: "canvas",
    devicePixelRatio: FINENESS,
    ...size,
  });
  try {
    instance.setOption({ ...option, animation: false });
    await ownTurn();
    const sheet = composed(instance.renderToCanvas({ pixelRatio: FINENESS }), title, size, palette);
    await ownTurn();
    return await pngOf(sheet);
  } finally {
    instance.dispose();
  }
}
