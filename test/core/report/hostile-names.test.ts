import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";

import { publishedScenario, type Scenario } from "../../../src/core/policy/scenario.ts";
import { writeWorkbook } from "../../../src/spreadsheet/write-report.ts";
import { A, B, read } from "../../support/imported-roster.ts";
import { liveModel, recalculated, reportInput, sheetOf, whole } from "../../support/recalculated-report.ts";

const scenario: Scenario = { ...publishedScenario, asOf: "2026-06-30" };
const heads = ["统一社会信用代码", "企业名称", "申报划型", "区内注册", "区内纳税", "独立核算", "市级专精特新认定日期"];

const imported = (first: string, second: string) =>
  read({
    企业: [
      heads,
      [A, first, "小型", "是", "是", "是", "2024-03-01"],
      [B, second, "小型", "是", "是", "是", "2024-03-01"],
    ],
    项目: [
      ["统一社会信用代码", "项目名称", "项目类型", "总投资", "验收日期"],
      [A, `${first}一期`, "数字化转型", 500, "2025-06-01"],
      [B, `${second}一期`, "数字化转型", "五百", "2025-06-01"],
    ],
    基金投资: [
      ["被投对象", "形式", "出资金额", "出资日期"],
      [`${second}基金`, "子基金", 10_000, "2024-01-01"],
    ],
  });

describe("a masked report", () => {
  it("has no name and no code in any part of its package, issues and projects among them", async () => {
    const [first, second] = ["甲乙丙精密制造", "丁戊己新材料"];
    const { roster, issues } = imported(first, second);
    const partsOf = async (masked: boolean): Promise<string> => {
      const model = liveModel(reportInput(roster, scenario, { masked, issues }));
      return Object.values(unzipSync(await writeWorkbook(model)))
        .map((part) => strFromU8(part))
        .join("\n");
    };
    const [shown, masked] = [await partsOf(false), await partsOf(true)];
    for (const text of [first, second, A, B]) {
      expect(shown).toContain(text);
      expect(masked).not.toContain(text);
    }
    expect(masked).toContain("企业0001");
  }, 60_000);
});

describe("a name that would be more than a name", () => {
  const cut = /……（余下内容超出单元格长度，已截去）$/;
  const names = [
    ["=cmd|'/c calc'!A0", "+1+1"],
    ["-2+3", "@SUM(A1:A9)"],
    ["<script>alert(1)</script>&\"'", "_x000D_丙"],
    ["甲\n乙", "甲\u0001\u0008乙\uFFFE"],
    ["长".repeat(40_000), "]]>&#0;"],
  ] satisfies readonly (readonly [string, string])[];
  for (const pair of names) {
    it(`stays a text in a file that LibreOffice reads: ${JSON.stringify(pair.map((name) => name.slice(0, 24)))}`, async () => {
      const { roster } = imported(...pair);
      const model = whole(liveModel(reportInput(roster, scenario)));
      const sheet = sheetOf(model, "企业汇总");
      const places = sheet.rows.flatMap((row, at) =>
        row.flatMap((cell, column) =>
          pair.some((name) => String(cell.value) === name) ? [[at, column] as const] : [],
        ),
      );
      expect(places.length).toBe(2);
      for (const [row, column] of places) expect(sheet.rows[row]?.[column]?.formula).toBeUndefined();
      const found = await recalculated(model);
      expect(found("核对", 2, 1)).toBe("全部一致");
      const kept = places.map(([row, column]) => String(found("企业汇总", row, column)));
      places.forEach(([row, column], index) => {
        const given = String(sheet.rows[row]?.[column]?.value);
        // LibreOffice itself reads a text of the greatest length
        if (given.length > 32_767) expect(kept[index]).toMatch(cut);
        // XML has no control characters but the end of a line
        else expect(kept[index]).toBe(given.replace(/[^\P{Cc}\n]|\uFFFE/gu, "\uFFFD"));
      });
    }, 120_000);
  }
});
