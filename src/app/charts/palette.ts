import type { Theme } from "../state/preferences.svelte.ts";

/** Colours of charts: ink, lines, and a quiet blue–teal ramp for series. */
export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly line: string;
  /** Vermilion, for limits alone. */
  readonly seal: string;
  /** Lines of a hatch on the ramp. */
  readonly hatch: string;
  readonly ramp: readonly string[];
}

export const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    paper: "#fbfaf8",
    ink: "#1d1c1a",
    inkSoft: "#5c5953",
    line: "#dcd8d0",
    seal: "#b8321b",
    hatch: "rgb(255 255 255 / 55%)",
    ramp: ["#174f66", "#2f8f8b", "#5b9fc4", "#8cc7bd", "#2a6f9e", "#b3d3e0", "#4f7f86", "#a7c4a0"],
  },
  dark: {
    paper: "#171819",
    ink: "#eceae6",
    inkSoft: "#aeaaa2",
    line: "#36393c",
    seal: "#ff8d74",
    hatch: "rgb(0 0 0 / 45%)",
    ramp: ["#6cb9d0", "#3f8f8c", "#a9d3e4", "#5fb3a1", "#4a86b5", "#c7e0d8", "#5f7f95", "#8fb58a"],
  },
};
