import { describe, expect, it } from "vitest";
import { corpus, expectedOf, outcomeOf } from "./corpus.ts";

describe("the corpus", () => {
  it("has a file for each of at least sixty traps", () => {
    expect(new Set(corpus.map(({ trap }) => trap)).size).toBe(corpus.length);
    expect(corpus.length).toBeGreaterThanOrEqual(60);
  });

  it.each(corpus.map((file) => [file.trap, file] as const))("%s comes to what it should", async (_, file) => {
    expect(await outcomeOf(file)).toEqual(expectedOf(file));
  });
});
