import type { Parameter } from "../../core/policy/policy.ts";

/** A run of the clause: plain words, or a printed number with the parameters it sets. */
export type Segment =
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "figure"; readonly text: string; readonly parameters: readonly Parameter[] };

interface Figure {
  readonly start: number;
  readonly text: string;
  readonly parameters: Parameter[];
}

/** Cuts an article's text at its editable numbers; the texts of the segments joined are the article. */
export function clauseSegments(article: number, text: string, parameters: readonly Parameter[]): readonly Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  for (const figure of figuresOf(article, text, parameters)) {
    if (figure.start < end) continue; // printed inside the figure before it: edited from the drawer
    if (figure.start > end) segments.push({ kind: "words", text: text.slice(end, figure.start) });
    segments.push({ kind: "figure", text: figure.text, parameters: figure.parameters });
    end = figure.start + figure.text.length;
  }
  if (end < text.length) segments.push({ kind: "words", text: text.slice(end) });
  return segments;
}

function figuresOf(article: number, text: string, parameters: readonly Parameter[]): readonly Figure[] {
  const figures = new Map<string, Figure>();
  for (const parameter of parameters) {
    const clause = parameter.clause;
    if (clause?.article !== article) continue;
    const start = text.indexOf(clause.quote) + clause.quote.indexOf(clause.figure);
    const key = `${start}:${clause.figure}`;
    const figure = figures.get(key) ?? { start, text: clause.figure, parameters: [] };
    figure.parameters.push(parameter);
    figures.set(key, figure);
  }
  return [...figures.values()].sort((a, b) => a.start - b.start || b.text.length - a.text.length);
}
