import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";

import { publishedScenario } from "../../../src/core/policy/scenario.ts";
import type { ReportCell, ReportModel } from "../../../src/core/report/report-model.ts";
import { importRoster } from "../../../src/core/roster/import-roster.ts";
import type { Roster } from "../../../src/core/roster/roster.ts";
import { readWorkbook } from "../../../src/spreadsheet/read-workbook.ts";
import { differences, liveModel, recalculated, reportInput } from "../../support/recalculated-report.ts";

async function sample(name: string): Promise<Roster> {
  const workbook = await readWorkbook(new Uint8Array(await readFile(`samples/${name}`)), name);
  if ("refused" in workbook) throw new Error(workbook.refused.code);
  const { roster } = importRoster(workbook);
  if (!roster) throw new Error(`${name} gave no roster`);
  return roster;
}

describe("the report of the demonstration district", () => {
  it("recomputes every figure to what the app gives", async () => {
    const model = liveModel(reportInput(await sample("demo-district.xlsx"), publishedScenario));
    expect(differences(model, await recalculated(model))).toEqual([]);
  }, 300_000);
});

describe("the report of the thirty firms worked by hand", () => {
  let model: ReportModel;

  beforeAll(async () => {
    model = liveModel(reportInput(await sample("hand-check-30.xlsx"), publishedScenario));
  });

  it("comes back corrected where its stored values were wrong", async () => {
    const wrong = (cell: ReportCell): ReportCell =>
      cell.formula !== undefined && typeof cell.value === "number" ? { ...cell, value: cell.value + 987_654 } : cell;
    const spoilt = {
      ...model,
      sheets: model.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => row.map(wrong)) })),
    };
    const read = await recalculated(spoilt);
    expect(differences(spoilt, read).length).toBeGreaterThan(1000);
    expect(differences(model, read)).toEqual([]);
  }, 120_000);
});
