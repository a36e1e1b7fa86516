import { beforeAll, describe, expect, it } from "vitest";

import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import { publishedScenario } from "../../../src/core/policy/scenario.ts";
import { parameterName } from "../../../src/core/report/parameter-name.ts";
import type { ReportCell, ReportModel } from "../../../src/core/report/report-model.ts";
import type { Roster } from "../../../src/core/roster/roster.ts";
import { exposureResult } from "../../../src/engine/result.ts";
import { sampleRoster } from "../../support/sample-roster.ts";
import {
  differences,
  edited,
  liveModel,
  recalculated,
  recomputed,
  reportInput,
  sheetOf,
  whole,
} from "../../support/recalculated-report.ts";

describe("the report of the demonstration district", () => {
  let roster: Roster;
  let model: ReportModel;

  beforeAll(async () => {
    roster = await sampleRoster("demo-district.xlsx");
    model = liveModel(reportInput(roster, publishedScenario));
  }, 120_000);

  it("recomputes every figure to what the app gives", async () => {
    const read = await recalculated(model);
    expect(differences(model, read)).toEqual([]);
    expect(read("核对", 2, 1)).toBe("全部一致");
    const checked = sheetOf(model, "核对").rows.flatMap((cells, row) =>
      cells.flatMap(({ formula = "" }, column) =>
        /^(MAX\(0,)?ROUND\([^()]+-[A-Z]+\d+,2\)\)?$/.test(formula) ? [read("核对", row, column)] : [],
      ),
    );
    expect(checked.length).toBeGreaterThan(1000);
    expect(checked.filter((difference) => difference !== 0)).toEqual([]);
  }, 300_000);

  it("gives every measure and the total what the result of the same run says, to the cent", () => {
    const { evaluation } = reportInput(roster, publishedScenario);
    const given = {
      policy: xicheng202371,
      roster,
      issues: [],
      scenario: publishedScenario,
      evaluation,
      seed: 1,
      trials: 0,
    };
    const { measures, total } = exposureResult({ ...given, trials: 0, entities: false });
    const sumOf = (byYear: Readonly<Record<string, number>>): number =>
      Object.values(byYear).reduce((sum, yuan) => sum + yuan, 0);
    const rows = sheetOf(model, "措施×年度").rows;
    const shown = (label: string): unknown => rows.find(([, name]) => String(name?.value) === label)?.at(-1)?.value;
    for (const { id, committed } of measures) {
      const label = xicheng202371.measures.find((measure) => measure.id === id)?.label.zh ?? "";
      if (id !== "m13") expect(shown(`${id} ${label}`), id).toBeCloseTo(sumOf(committed), 2);
    }
    expect(shown("合计")).toBeCloseTo(sumOf(total.committed), 2);
  });

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
    expect(differences(recomputed(wanted), read)).toEqual([]);
  }, 300_000);
});

describe("the report of the thirty firms worked by hand", () => {
  let model: ReportModel;

  beforeAll(async () => {
    model = liveModel(reportInput(await sampleRoster("hand-check-30.xlsx"), publishedScenario));
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
