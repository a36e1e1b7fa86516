import { expect, it } from "vitest";
import { publishedScenario } from "../../../src/core/policy/scenario.ts";
import { parameterSheet } from "../../../src/core/report/parameter-sheet.ts";
import { read, withEnterprises } from "../../support/imported-roster.ts";
import { reportInput } from "../../support/recalculated-report.ts";

it("has room for every amount of 参数, so that no cell shows ### for its number", () => {
  const { sheet } = parameterSheet(reportInput(read(withEnterprises({})).roster, publishedScenario));
  const narrow = sheet.rows.flatMap((row, at) =>
    row.flatMap(({ value, format }, column) => {
      if (typeof value !== "number" || format !== "yuan") return [];
      const shown = value.toLocaleString("en-US", { minimumFractionDigits: 2 });
      return shown.length + 1 > (sheet.widths[column] ?? 0) ? [`${at + 1} ${column} ${shown}`] : [];
    }),
  );
  expect(narrow).toEqual([]);
});
