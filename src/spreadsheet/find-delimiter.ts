const delimiters = [",", "\t", ";", "|", "，"] as const;
const LINES = 20;
/** Enough for any header and its first rows. */
const HEAD = 65_536;

/** What separates the fields of a text, and where they begin: Excel's line `sep=;` says so and is none of them. */
export function findDelimiter(text: string): { text: string; start: number; delimiter: string } {
  const stated = /^sep=(.)\r?\n/.exec(text);
  if (stated?.[1] !== undefined) return { text, start: stated[0].length, delimiter: stated[1] };
  const lines = text
    .slice(0, HEAD)
    .replace(/"(?:[^"]|"")*"/g, "") // what is quoted separates nothing
    .split(/\r\n?|\n/)
    .filter((line) => line !== "")
    .slice(0, LINES);
  const scores = delimiters.map((delimiter) => ({ delimiter, score: scoreOf(lines, delimiter) }));
  const [best] = scores.toSorted((a, b) => b.score - a.score);
  return { text, start: 0, delimiter: best && best.score > 0 ? best.delimiter : "," };
}

/** In how many lines it stands as often as in most lines, times how often: titles above have none. */
function scoreOf(lines: readonly string[], delimiter: string): number {
  const counts = lines.map((line) => line.split(delimiter).length - 1);
  const lineCounts = new Map<number, number>();
  for (const count of counts) if (count > 0) lineCounts.set(count, (lineCounts.get(count) ?? 0) + 1);
  return Math.max(0, ...[...lineCounts].map(([count, found]) => found * found * Math.min(count, 50)));
}
