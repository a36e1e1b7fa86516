import { isoDay } from "../date/day.ts";
import type { ExplanationNode, Unit } from "./types.ts";

/** Words that values need in one language. */
export interface ValueWords {
  readonly yes: string;
  readonly no: string;
  readonly unknown: string;
  readonly unset: string;
  readonly yuan: string;
  readonly wan: string;
}

/** A value as an officer writes it: 元 from 10,000 on in 万元, shares in per cent, days as ISO text. */
export function valueText(
  { unit, value, shown }: { readonly unit: Unit; readonly value: number; readonly shown?: string },
  words: ValueWords,
): string {
  if (shown !== undefined) return shown;
  if (Number.isNaN(value)) return words.unknown;
  if (value === Number.POSITIVE_INFINITY) return words.unset;
  switch (unit) {
    case "yuan":
      return yuanText(value, words);
    case "share":
      return `${plain(value * 100)}%`;
    case "date":
      return isoDay(value);
    case "truth":
      return value === 1 ? words.yes : words.no;
    case "count":
    case "number":
    case "text":
      return plain(value);
    default:
      return unit satisfies never;
  }
}

/** Without the noise of doubles, and never in exponents below a trillion. */
const plain = (value: number): string => String(Number(value.toPrecision(12)));

const yuanText = (value: number, { yuan, wan }: ValueWords): string =>
  Math.abs(value) >= 10_000 ? `${plain(value / 10_000)}${wan}` : `${plain(value)}${yuan}`;

const signs: readonly (readonly [RegExp, string])[] = [
  [/<>/g, " ≠ "],
  [/<=/g, " ≤ "],
  [/>=/g, " ≥ "],
  [/\*/g, " × "],
  [/\//g, " ÷ "],
  [/(?<=.)-|^-$/g, " − "],
  [/([+=<>])/g, " $1 "],
  [/,/g, ", "],
];

const readable = (between: string): string => signs.reduce((text, [sign, shown]) => text.replace(sign, shown), between);

/** The formula with its values put in: `MIN(8,000,000*30%, …)` as `MIN(800万元 × 30%, …)`. */
export function numbersText(node: ExplanationNode, words: ValueWords): string {
  if (node.children.length === 0 || node.name !== undefined) return valueText(node, words);
  let text = "";
  let at = 0;
  for (const child of node.children) {
    const start = node.text.indexOf(child.text, at);
    if (start < 0) return valueText(node, words);
    text += readable(node.text.slice(at, start)) + numbersText(child, words);
    at = start + child.text.length;
  }
  return text + readable(node.text.slice(at));
}
