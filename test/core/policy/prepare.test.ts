import { expect, test } from "vitest";
import { preparePolicy } from "../../../src/core/policy/prepare.ts";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";

test("a measure with a chain before another of its exclusive group is refused by name", () => {
  const measures = xicheng202371.measures.toReversed();
  expect(() => preparePolicy({ ...xicheng202371, measures })).toThrow("m06 has a chain and must stand after m05c");
});
