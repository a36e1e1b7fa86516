import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";

import { liveSheets } from "../../../src/core/report/live-sheets.ts";
import { longestList, parameterName, shareName } from "../../../src/core/report/parameter-name.ts";
import type { ReportCell, ReportModel } from "../../../src/core/report/report-model.ts";
import type { Scenario } from "../../../src/core/policy/scenario.ts";
import { parseIsoDay } from "../../../src/core/date/day.ts";
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
import { A } from "../../support/imported-roster.ts";
import { rosterOf, scenarioOf, type Differences, type Sheets } from "../policy/evaluate-rows.ts";
import { randomSheets } from "../policy/random-roster.ts";

/** Four firms with rows in every table: blanks, unreadable cells, contradictory moves, doubtful eligibility and all. */
const [firms] = fc.sample(randomSheets, { seed: 20_260_630, numRuns: 1 });

const edits: Readonly<Record<string, Differences>> = {
  "caps and tiers that newly bind": {
    values: {
      "m05a.补助比例": 0.55,
      "m05c.单项上限": 10_000.01,
      "m06.单户上限": 150_000.07,
      "m09.单户上限": 500,
      "m10.档次金额.市级专精特新": 350_000.55,
      "m12b.单户上限": 2_000_000,
      "m14.单项上限": 100_000.03,
      "m20a.年标准.岗位一档": 7_777.77,
      "m20c.年度上限": 5_000,
      "m21a.奖励比例": 0.123,
    },
  },
  "figures set that the text leaves open, split evenly between departments": {
    values: {
      "m05a.单项上限": 200_000,
      "m04.年度额度": 12_345.67,
      "m15.年度额度": 100_000.01,
      "m18.年度额度": 200_000.03,
      "m19.年度额度": 5,
    },
    readings: { 部门分摊: "平均分摊" },
  },
  "another list of instalments and other years": {
    values: { "m11a.分期": [0.5, 0.3, 0.1, 0.07, 0.03], "m11a.兑付年度偏移": 2, "m11b.兑付年度偏移": 0 },
  },
  "a single instalment of an odd amount": {
    values: { "m11a.分期": [1], "m11a.奖励金额": 123_456.78, "m11a.兑付年度偏移": 0 },
  },
  "a small pool that is refilled and gets recoveries back": {
    values: { "m14.资金池规模": 1_500_000.55, "m14.追偿返还比例": 0.37 },
    readings: { 资金池口径: "年度补足", 代偿基数口径: "净额" },
  },
  "every other reading that is live": {
    values: { "m06.核定系数": 1, "m12a.核定系数": 1, "m14.资金池规模": 900_000 },
    readings: {
      清洁生产口径: "市级补助",
      单户上限口径: "年度",
      补差口径: "低一档标准",
      综合贡献封顶: "否",
      挂牌上市合并: "是",
      房租上限口径: "累计",
      资金池口径: "每年新增",
    },
  },
  "other award ratios, a cap a project": {
    values: { "m05a.核定系数": 0.333, "m06.核定系数": 0.05, "m12a.核定系数": 1, "m21b.用人单位比例": 0.07 },
    readings: { 单户上限口径: "项目" },
  },
};

const cellValue = (value: unknown): ReportCell["value"] => {
  if (typeof value !== "string") return typeof value === "number" ? value : null;
  const day = parseIsoDay(value);
  return Number.isNaN(day) ? value : day;
};

/** What a reader would type into 参数 to make the same edit. */
function typed({ values = {}, readings = {} }: Differences): Record<string, ReportCell["value"]> {
  const cells: Record<string, ReportCell["value"]> = { ...readings };
  for (const [key, value] of Object.entries(values)) {
    if (!Array.isArray(value)) cells[parameterName(key)] = cellValue(value);
    else {
      const shares: readonly number[] = value;
      for (let k = 1; k <= longestList; k++) cells[shareName(key, k)] = shares[k - 1] ?? null;
    }
  }
  return cells;
}

const report = (scenario: Scenario, sheets: Sheets = firms ?? {}): ReportModel =>
  liveModel(reportInput(rosterOf(sheets), scenario));

/** A firm whose revenue grew in two years running, not in three. */
const growing: Sheets = {
  企业: [
    {
      统一社会信用代码: A,
      企业名称: "甲公司",
      申报划型: "小型",
      区内注册: "是",
      区内纳税: "是",
      独立核算: "是",
      营业收入2020: 100,
      营业收入2021: 90,
      营业收入2022: 120,
      营业收入2023: 130,
      营业收入2024: 125,
      区级综合贡献2021: 10,
      区级综合贡献2022: 20,
      区级综合贡献2023: 32.5,
      区级综合贡献2024: 40,
    },
  ],
};

describe("an exported workbook", () => {
  it.each(Object.entries(edits))(
    "recomputes itself for %s",
    async (_, edit) => {
      const model = edited(report(scenarioOf()), typed(edit));
      const wanted = recomputed(report(scenarioOf(edit)));
      const read = await recalculated(model);
      expect(differences(wanted, read)).toEqual([]);
      expect(differences(recomputed(model), read)).not.toEqual([]);
      expect(read("核对", 2, 1)).toBe("参数已改：下列差额为改动的影响");
    },
    120_000,
  );
});

describe("a workbook exported with other years of growth", () => {
  const exported = (years: number): ReportModel =>
    report(scenarioOf({ values: { "m04.年度额度": 12_345.67, "m04.连续增长年数": years } }), growing);
  const budgetYears = (model: ReportModel): unknown[] =>
    sheetOf(whole(model), "第四条明细").rows.flatMap(([, measure, , , , , , , , year]) =>
      String(measure?.value).startsWith("m04") ? [year?.value] : [],
    );

  it("has a row for each year that follows as many years of growth", () => {
    expect(budgetYears(exported(1))).toEqual([2023, 2024]);
    expect(budgetYears(exported(2))).toEqual([2024]);
  });

  it("keeps its amounts and says that it must be computed anew where their number is edited", async () => {
    const model = exported(1);
    const read = await recalculated(edited(model, { m04_连续增长年数: 2 }));
    expect(differences(recomputed(model), read)).toEqual([]);
    expect(read("核对", 2, 1)).toBe("锁定参数已改，须回软件重算");
  }, 120_000);
});

describe("the reconciliation", () => {
  let read: Awaited<ReturnType<typeof recalculated>>;
  let model: ReportModel;

  beforeAll(async () => {
    model = report(scenarioOf());
    read = await recalculated(edited(model, { m20a_补助期限: 12, m05a_补助比例: 0.2, m05b_补助比例: 1.5 }));
  }, 120_000);

  it("turns red with the reason where a locked key is edited", () => {
    const sheet = sheetOf(model, "核对");
    const row = sheet.rows.findIndex(([, key]) => key?.value === "m20a.补助期限");
    expect(read("核对", 2, 1)).toBe("锁定参数已改，须回软件重算");
    expect(read("核对", row, 4)).toBe("须回软件重算");
    expect(read("核对", row, 5)).toBe("改动会增减明细行");
    const alert = sheet.alerts?.find(({ formula }) => formula.startsWith("LEN("));
    expect(alert?.range).toMatch(/^E\d+:E\d+$/);
  });

  it("flags a value beyond the bounds of its cell, and no other", () => {
    const { rows } = sheetOf(model, "核对");
    const start = rows.findIndex(([title]) => String(title?.value).startsWith("三、"));
    const end = rows.findIndex((cells, row) => row > start && cells.length === 0);
    const states = rows.slice(start + 2, end).map(([, key], index) => [key?.value, read("核对", start + 2 + index, 4)]);
    expect(states.length).toBeGreaterThan(30);
    expect(states.filter(([, state]) => state)).toEqual([["m05b.补助比例", "超出允许范围"]]);
  });

  it("keeps its identities at 0 whatever is edited", () => {
    const sheet = sheetOf(model, "核对");
    const rows = sheet.rows.flatMap(([, label], row) => (/＝|超出额/.test(String(label?.value)) ? [row] : []));
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.map((row) => read("核对", row, 4))).toEqual(rows.map(() => 0));
  });
});

describe("a list of instalments", () => {
  it.each([
    ["without a share", { m11a_分期_3: null }],
    ["with a gap before the last share", { m11a_分期_3: null, m11a_分期_4: 1 / 3 }],
  ])(
    "%s is called wrong",
    async (_, cells) => {
      const model = report(scenarioOf());
      const read = await recalculated(edited(model, cells));
      const row = sheetOf(model, "核对").rows.findIndex(([, key]) => key?.value === "m11a.分期 各期之和");
      expect(read("核对", row, 4)).toBe("有误");
      expect(read("核对", 2, 1)).toBe("分期比例有误：各期之和应为1，且各期之间不留空");
    },
    120_000,
  );
});

describe("what a roster says", () => {
  it("stays text, whatever it starts with, and can be masked", async () => {
    const names = ["=1+1", "+86", "-5", "@SUM(A1)"];
    const sheets = {
      ...firms,
      企业: (firms?.["企业"] ?? []).map((row, i) => ({ ...row, 企业名称: names[i] ?? "" })),
    };
    const open = report(scenarioOf(), sheets);
    const read = await recalculated(open);
    expect(differences(open, read)).toEqual([]);
    const masked = JSON.stringify(whole(liveModel(reportInput(rosterOf(sheets), scenarioOf(), { masked: true }))));
    for (const name of names) expect(masked).not.toContain(JSON.stringify(name));
  }, 120_000);

  it("gives a department its own measures alone", () => {
    const input = reportInput(rosterOf(firms ?? {}), scenarioOf(), { department: "区科技和信息化局" });
    const model = liveSheets(input);
    expect(model.sheets.map(({ name }) => name)).toEqual([
      "参数",
      "措施×年度",
      "部门×年度",
      "第十一条明细",
      "第十八条明细",
      "核对",
    ]);
  });
});
