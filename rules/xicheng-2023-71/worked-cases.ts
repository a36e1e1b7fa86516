import { article04Cases } from "./article-04/cases.ts";
import { article05Cases } from "./article-05/cases.ts";
import { article06Cases } from "./article-06/cases.ts";
import { article09Cases } from "./article-09/cases.ts";
import { article10Cases } from "./article-10/cases.ts";
import { article11Cases } from "./article-11/cases.ts";
import { article12Cases } from "./article-12/cases.ts";
import { article14Cases } from "./article-14/cases.ts";
import { article15Cases } from "./article-15/cases.ts";
import { article18Cases } from "./article-18/cases.ts";
import { article19Cases } from "./article-19/cases.ts";
import { article20Cases } from "./article-20/cases.ts";
import { article21Cases } from "./article-21/cases.ts";
import { article31Cases } from "./article-31/cases.ts";
import type { WorkedCase } from "./worked-case.ts";

/** Every worked case by the article it stands beside. */
export const workedCases: ReadonlyMap<number, readonly WorkedCase[]> = new Map([
  [4, article04Cases],
  [5, article05Cases],
  [6, article06Cases],
  [9, article09Cases],
  [10, article10Cases],
  [11, article11Cases],
  [12, article12Cases],
  [14, article14Cases],
  [15, article15Cases],
  [18, article18Cases],
  [19, article19Cases],
  [20, article20Cases],
  [21, article21Cases],
  [31, article31Cases],
]);
