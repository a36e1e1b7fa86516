import { expect, test } from "vitest";
import { corpus, expectedOf, outcomeOf } from "../../corpus/corpus.ts";

test.each(corpus.map((file) => [file.trap, file] as const))("%s comes to the same in the browser", async (_, file) => {
  expect(await outcomeOf(file)).toEqual(expectedOf(file));
});
