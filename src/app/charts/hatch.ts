/** A hatch tells series apart where colour cannot: the same lines in a chart and in its legend. */
interface Lines {
  /** Angle of the lines in degrees from the horizontal; absent: no lines. */
  readonly angle?: number;
  /** Pixels from line to line. */
  readonly gap: number;
}

const hatches: readonly Lines[] = [
  { gap: 0 },
  { angle: 45, gap: 6 },
  { angle: 0, gap: 5 },
  { angle: -45, gap: 6 },
  { angle: 90, gap: 5 },
];

const hatchOf = (series: number): Lines => hatches[series % hatches.length] ?? { gap: 0 };

/** The hatch of a series as ECharts draws it. */
export function decalOf(series: number, ink: string) {
  const { angle, gap } = hatchOf(series);
  if (angle === undefined) return { symbol: "none" };
  return {
    symbol: "rect",
    color: ink,
    dashArrayX: [1, 0],
    dashArrayY: [1, gap - 1],
    rotation: (-angle * Math.PI) / 180,
  };
}

/** The same as a CSS background. */
export function hatchBackground(series: number, color: string, ink: string): string {
  const { angle, gap } = hatchOf(series);
  if (angle === undefined) return color;
  return `repeating-linear-gradient(${-angle}deg, ${ink} 0 1px, transparent 1px ${gap}px) ${color}`;
}
