import { expect, it } from "vitest";
import { valueText } from "../../../src/core/report/parameter-words.ts";
import type { Parameter } from "../../../src/core/policy/policy.ts";

const parameter = (type: Parameter["type"]): Parameter => ({
  key: "m01.示例",
  label: { zh: "示例", en: "Example" },
  type,
  space: "parameter",
  value: 0,
  mayBeUnset: true,
  workbook: "live",
  source: "示例",
  rating: "E",
});

it("says an amount with the unit of its language", () => {
  expect(valueText(parameter("yuan"), 150_000, "zh")).toBe("150,000 元");
  expect(valueText(parameter("yuan"), 150_000, "en")).toBe("150,000 yuan");
});

it("says a share in per cent, a list of shares one by one, and what is not set in words", () => {
  expect(valueText(parameter("share"), 0.075, "zh")).toBe("7.5%");
  expect(valueText(parameter("shares"), [0.5, 0.5], "zh")).toBe("50%、50%");
  expect(valueText(parameter("yuan"), null, "en")).toBe("not set");
});
