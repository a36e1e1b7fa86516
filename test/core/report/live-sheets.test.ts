import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";

import { publishedScenario } from "../../../src/core/policy/scenario.ts";
import { parameterName } from "../../../src/core/report/parameter-name.ts";
import type { ReportCell, ReportModel } from "../../../src/core/report/report-model.ts";
import { importRoster } from "../../../src/core/roster/import-roster.ts";
import type { Roster } from "../../../src/core/roster/roster.ts";
import { readWorkbook } from "../../../src/spreadsheet/read-workbook.ts";
import { differences, edited, liveModel, recalculated, reportInput, whole } from "../../support/recalculated-report.ts";

async function sample(name: string): Promise<Roster> {
  const workbook = await readWorkbook(new Uint8Array(await readFile(`samples/${name}`)), name);
  if ("refused" in workbook) throw new Error(workbook.refused.code);
  const { roster } = importRoster(workbook);
  if (!roster) throw new Error(`${name} gave no roster`);
  return roster;
}

describe("the report of the demonstration district", () => {
  let roster: Roster;
  let model: ReportModel;

  beforeAll(async () => {
    roster = await sample("demo-district.xlsx");
    model = liveModel(reportInput(roster, publishedScenario));
  }, 120_000);

  it("recomputes every figure to what the app gives", async () => {
    expect(differences(model, await recalculated(model))).toEqual([]);
  }, 300_000);

  it("recomputes every figure after many edits at once, in tables long enough to be computed by column", async () => {
    const values = {
      "m04.年度额度": 3_456_789.01,
      "m04.奖励比例": 0.137,
      "m05a.单项上限": 200_000,
      "m06.单户上限": 800_000.33,
      "m10.档次金额.市级专精特新": 350_000.55,
      "m11a.兑付年度偏移": 2,
      "m14.资金池规模": 4_000_000.55,
      "m14.追偿返还比例": 0.37,
      "m15.年度额度": 100_000.01,
      "m18.年度额度": 7.01,
      "m20a.年标准.岗位一档": 7_777.77,
    };
    const readings = {
      综合贡献封顶: "否",
      补差口径: "低一档标准",
      挂牌上市合并: "是",
      单户上限口径: "年度",
      部门分摊: "平均分摊",
      资金池口径: "每年新增",
    };
    const cells = Object.entries(values).map(([key, value]) => [parameterName(key), value]);
    const read = await recalculated(edited(model, { ...Object.fromEntries(cells), ...readings }));
    const wanted = liveModel(reportInput(roster, { ...publishedScenario, values, readings }));
    const sheets = wanted.sheets.filter(({ name }) => name !== "参数" && name !== "核对");
    expect(differences({ ...wanted, sheets }, read)).toEqual([]);
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
      sheets: whole(model).sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => row.map(wrong)) })),
    };
    const read = await recalculated(spoilt);
    expect(differences(spoilt, read).length).toBeGreaterThan(1000);
    expect(differences(model, read)).toEqual([]);
  }, 120_000);
});
