import type { Article, Policy } from "../../core/policy/policy.ts";
import { clauseSegments } from "./clause-segments.ts";

export interface Chapter {
  readonly title: string;
  readonly articles: readonly Article[];
}

/** The articles under their chapters, in the order of the text. */
export const chaptersOf = ({ articles }: Policy): readonly Chapter[] =>
  [...new Set(articles.map(({ chapter }) => chapter))].map((title) => ({
    title,
    articles: articles.filter(({ chapter }) => chapter === title),
  }));

/** Printed numbers that can be edited in place. */
export const editableFigures = ({ articles, parameters }: Policy): number =>
  articles
    .flatMap(({ number, text }) => clauseSegments(number, text, parameters))
    .filter(({ kind }) => kind === "figure").length;
