import type { WorkedCase } from "../worked-case.ts";
import { article02Cases } from "./article-02/cases.ts";
import { article03Cases } from "./article-03/cases.ts";
import { article04Cases } from "./article-04/cases.ts";
import { article05Cases } from "./article-05/cases.ts";

/** Every worked case by the article it stands beside. */
export const workedCases: ReadonlyMap<number, readonly WorkedCase[]> = new Map([
  [2, article02Cases],
  [3, article03Cases],
  [4, article04Cases],
  [5, article05Cases],
]);
