/** Kinds of entries, in the order in which they are listed. */
export const paletteGroups = ["pages", "actions", "scenarios", "articles", "firms"] as const;
export type PaletteGroup = (typeof paletteGroups)[number];

/** Something that the palette offers. */
export interface PaletteEntry {
  readonly group: PaletteGroup;
  readonly title: string;
  /** Stands at the end of its line, e.g. a code or a key. */
  readonly note?: string;
  /** What it is found by, whatever language the page is in. */
  readonly found: string;
  readonly run: () => void;
}

/** Full-width letters and digits are those of a half; upper case is lower. */
const folded = (text: string): string => text.normalize("NFKC").toLowerCase();

/** The entries that hold every word typed; all of them where nothing is. */
export function matchingEntries(entries: readonly PaletteEntry[], typed: string): readonly PaletteEntry[] {
  const words = folded(typed).split(/\s+/u).filter(Boolean);
  return entries.filter(({ found }) => words.every((word) => folded(found).includes(word)));
}
