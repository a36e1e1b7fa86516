import { expect, it } from "vitest";
import { editedValueOf, typedText } from "../../../src/app/enterprise/hypothesis/edit-value.ts";
import { hypothesisAddress, linkedHypothesis } from "../../../src/app/enterprise/hypothesis/hypothesis-link.ts";
import { parseIsoDay } from "../../../src/core/date/day.ts";
import type { FirmEdit } from "../../../src/core/policy/hypothesis/firm-edit.ts";
import { fieldOf } from "../../../src/core/roster/fields.ts";

const edits: readonly FirmEdit[] = [
  { kind: "cell", table: "enterprises", sheet: "企业/名册#1", row: 5, field: "revenue", value: 1_230_000 },
  { kind: "cell", table: "enterprises", sheet: "企业/名册#1", row: 5, field: "movedOut", value: null },
  { kind: "row", table: "projects", cells: { projectName: "上云/二期", projectType: 6, investment: 5_000_000 } },
];
const partOf = (address: string): string => decodeURIComponent(address.split("/")[2] ?? "");

it("comes back from its link as it went, whatever the sheets are called", () => {
  expect(linkedHypothesis(partOf(hypothesisAddress("91110102MA01WORK1A", edits)))).toEqual({ edits, isDamaged: false });
  expect(hypothesisAddress("91110102MA01WORK1A", [])).toBe("#enterprise/91110102MA01WORK1A");
});

it("leaves out what no cell can hold, and says so", () => {
  const good = ["enterprises", "企业", 5, "taxed", 0];
  const damaged = [["enterprises", "企业", 5, "taxed", 3], ["nowhere", {}], ["projects", { projectType: 1 }], 7];
  for (const part of damaged) {
    expect(linkedHypothesis(JSON.stringify([good, part]))).toMatchObject({ edits: [{ value: 0 }], isDamaged: true });
  }
  expect(linkedHypothesis("[[")).toEqual({ edits: [], isDamaged: true });
});

it("reads what is typed in the unit of the field", () => {
  expect(editedValueOf(fieldOf("enterprises", "revenue"), "1,234.5")).toBe(1_234_500_000);
  expect(editedValueOf(fieldOf("enterprises", "trustAssets"), "1.5")).toBe(15_000_000_000);
  expect(editedValueOf(fieldOf("enterprises", "founded"), "2025-02-28")).toBe(parseIsoDay("2025-02-28"));
  expect(editedValueOf(fieldOf("enterprises", "founded"), "")).toBe(null);
  expect(typedText(fieldOf("enterprises", "revenue"), 1_234_500_000)).toBe("1234.5");
});

it.each([
  ["founded", "2025-02-30"],
  ["founded", "2025/02/28"],
  ["revenue", "很多"],
  ["employees", "1.5"],
  ["name", ""],
])("reads nothing from %s = %j", (field, typed) => {
  expect(editedValueOf(fieldOf("enterprises", field), typed)).toBeUndefined();
});
