import type { Palette } from "./palette.ts";

const threeDigits = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 3 });

/** Three significant digits, as charts show figures. */
export const chartFigure = (value: number): string => threeDigits.format(value);

/** Bars move to new values quickly, or not at all where motion is unwanted. */
export const motion = (isReduced: boolean) => ({
  animation: !isReduced,
  animationDuration: 0,
  animationDurationUpdate: 180,
});

/** Lines and words of an axis. */
export const axisLook = (palette: Palette) => ({
  axisLabel: { color: palette.inkSoft },
  axisLine: { lineStyle: { color: palette.line } },
  nameTextStyle: { color: palette.inkSoft },
  splitLine: { lineStyle: { color: palette.line } },
  axisTick: { show: false },
});

/** The box beside the pointer; names stand in it as text, never as markup. */
export const tooltipLook = (palette: Palette) => ({
  confine: true,
  backgroundColor: palette.paper,
  borderColor: palette.line,
  textStyle: { color: palette.ink, fontSize: 12 },
});
