import { describe, expect, it } from "vitest";
import { checkCharacter } from "../../../src/core/roster/credit-code.ts";
import type { CleaningKind } from "../../../src/core/roster/import-cleaning.ts";
import { importRoster, type ImportedRoster } from "../../../src/core/roster/import-roster.ts";
import { MAPPING_FORMAT, type CellRepair, type Mapping } from "../../../src/core/roster/mapping/mapping.ts";
import { proposeMapping } from "../../../src/core/roster/mapping/propose-mapping.ts";
import { A, B, shown } from "../../support/imported-roster.ts";
import { rawWorkbook, type TestRow } from "../../support/raw-workbook.ts";

const header = ["统一社会信用代码", "企业名称", "营业收入", "从业人员", "成立日期", "区内注册", "申报划型"];
const rows: TestRow[] = [
  header,
  [A.toLowerCase(), " 甲公司 ", "1,200", "１２人", "2020年3月1日", "√", "小型 "],
  [` ${B}`, "乙公司", "3亿", "(5)", 43_891, 1, "微型"],
  ["91110102999900003H", "丙公司", 5, 7, { date: "2020-03-01" }, "是", "微型"],
];
const workbook = rawWorkbook({ 企业: rows });

function rosterOf({ roster }: ImportedRoster) {
  if (!roster) throw new Error("expected a roster");
  return roster;
}

const mappingWith = (change: Partial<Mapping>): Mapping => ({
  format: MAPPING_FORMAT,
  sheets: [],
  repairs: [],
  untidied: [],
  ...change,
});

describe("cells that are tidied before they are read", () => {
  it("are listed each with what stood there and what was read, and counted; those that need nothing are not", () => {
    const imported = importRoster(workbook);
    const { cleaning } = imported;
    const changes = cleaning.changes(0, 100);
    const listed = changes.map(({ cell, kind, before, after }): [string, CleaningKind, string, string] => [
      cell,
      kind,
      before,
      after,
    ]);
    expect(listed.toSorted()).toEqual([
      ["A2", "letter-case", A.toLowerCase(), A],
      ["A3", "spaces", ` ${B}`, B],
      ["B2", "spaces", " 甲公司 ", "甲公司"],
      ["C2", "thousands", "1,200", "12000000 元"],
      ["C3", "unit-suffix", "3亿", "300000000 元"],
      ["D2", "unit-suffix", "１２人", "12"],
      ["D3", "brackets", "(5)", "-5"],
      ["E2", "date-as-text", "2020年3月1日", "2020-03-01"],
      ["E3", "date-without-format", "43891", "2020-03-01"],
      ["F2", "truth-word", "√", "是"],
      ["F3", "truth-word", "1", "是"],
      ["G2", "spaces", "小型 ", "小型"],
    ]);
    expect(cleaning.counts.tidied).toMatchObject({ spaces: 3, "truth-word": 2, "unit-suffix": 2, "full-width": 0 });
    expect(cleaning.changes(10, 5)).toHaveLength(2);
    expect(cleaning.changes(1, 5, "truth-word").map(({ cell }) => cell)).toEqual(["F3"]);
  });

  it("can be left as typed one by one: unreadable, with an error, and listed still with what tidying would give", () => {
    const left = { sheet: "企业", cell: "C2", before: "1,200", after: "1,200" };
    const number = { sheet: "企业", cell: "F3", before: "1", after: "1" };
    const untouched = { sheet: "企业", cell: "C4", before: "5", after: "5" };
    const imported = importRoster(workbook, mappingWith({ repairs: [left, number, untouched] }));
    const roster = rosterOf(imported);
    expect(shown(roster, "enterprises", "revenue")).toEqual(["unreadable", 300_000_000, 50_000]);
    expect(shown(roster, "enterprises", "registered")).toEqual([1, "unreadable", 1]);
    const errors = imported.issues.filter(({ severity }) => severity === "error");
    expect(errors.map(({ code, cell }) => [code, cell])).toEqual([
      ["type-error", "C2"],
      ["type-error", "F3"],
    ]);
    const changes = imported.cleaning.changes(0, 100).filter(({ isLeft }) => isLeft);
    expect(changes.map(({ cell, before, after }) => [cell, before, after])).toEqual([
      ["C2", "1,200", "12000000 元"],
      ["F3", "1", "是"],
    ]);
    expect(imported.cleaning.counts.tidied).toMatchObject({ thousands: 0, "truth-word": 1 });
    expect(imported.cleaning.counts.left).toMatchObject({ thousands: 1, "truth-word": 1, spaces: 0 });
  });

  it("are read again once their cell no longer holds what was left as typed, and that is said", () => {
    const outdated = { sheet: "企业", cell: "C2", before: "1,300", after: "1,300" };
    const imported = importRoster(workbook, mappingWith({ repairs: [outdated] }));
    expect(shown(rosterOf(imported), "enterprises", "revenue")[0]).toBe(12_000_000);
    expect(imported.issues).toContainEqual(
      expect.objectContaining({ code: "repair-outdated", cell: "C2", found: "1,200", expected: "1,300" }),
    );
  });

  it("are left unreadable, with an error each, where that way of tidying is switched off", () => {
    const imported = importRoster(workbook, mappingWith({ untidied: ["unit-suffix", "truth-word"] }));
    const roster = rosterOf(imported);
    expect(shown(roster, "enterprises", "revenue")).toEqual([12_000_000, "unreadable", 50_000]);
    expect(shown(roster, "enterprises", "registered")).toEqual(["unreadable", "unreadable", 1]);
    const errors = imported.issues.filter(({ severity }) => severity === "error");
    expect(errors.map(({ code, cell }) => [code, cell])).toEqual([
      ["type-error", "D2"],
      ["type-error", "F2"],
      ["type-error", "C3"],
      ["type-error", "F3"],
    ]);
  });

  it("of another unit than their column's are warned of once a column", () => {
    const mixed = importRoster(workbook).issues.filter(({ code }) => code === "mixed-units");
    expect(mixed).toMatchObject([{ severity: "warning", cell: "C3", found: "3亿", expected: "万元" }]);
  });
});

describe("repairs of credit codes", () => {
  /** A code of digits alone. */
  const digits = Array.from({ length: 99 }, (_, serial) => `91110102999900${String(serial).padStart(3, "0")}`)
    .map((body) => body + (checkCharacter(body) ?? ""))
    .find((code) => /^\d+$/.test(code) && code.slice(15) !== "000");
  if (digits === undefined) throw new Error("expected a code of digits");
  const lost = Number(`${digits.slice(0, 15)}000`);
  const book = rawWorkbook({
    企业: [
      ["统一社会信用代码", "企业名称"],
      ["9111OOOO8O21OO433B", "字母写作数字"],
      ["1110102999900003H", "少一位"],
      [lost, "丢失尾数"],
      ["911101029999000040", "无从修正"],
    ],
    用工: [
      ["统一社会信用代码", "类别", "人数", "起始日期"],
      [digits, "岗位一档", 1, "2024-01-01"],
    ],
  });
  const { repairs } = proposeMapping(book);

  it("are proposed with their proof, and only where there is one", () => {
    expect(repairs).toEqual([
      { sheet: "企业", cell: "A2", before: "9111OOOO8O21OO433B", after: B, proof: "check-digit" },
      { sheet: "企业", cell: "A3", before: "1110102999900003H", after: "91110102999900003H", proof: "check-digit" },
      { sheet: "企业", cell: "A4", before: String(lost), after: digits, proof: "same-code", where: "用工!A2" },
    ]);
  });

  it("change nothing before someone consents, and can be taken back", () => {
    const codesOf = (mapping?: Mapping) => shown(rosterOf(importRoster(book, mapping)), "enterprises", "uscc");
    const consented: readonly CellRepair[] = repairs.map(({ sheet, cell, before, after }) => ({
      sheet,
      cell,
      before,
      after,
    }));
    expect(codesOf()).toEqual(["9111OOOO8O21OO433B", "1110102999900003H", "911101029999000040"]);
    const { mapping } = proposeMapping(book);
    expect(codesOf({ ...mapping, repairs: consented })).toEqual([
      B,
      "91110102999900003H",
      digits,
      "911101029999000040",
    ]);
    expect(codesOf({ ...mapping, repairs: [] })).toEqual(codesOf());
  });

  it("are not applied to a cell that has changed since", () => {
    const repair = { sheet: "企业", cell: "A2", before: "别的", after: B };
    const { issues } = importRoster(book, mappingWith({ repairs: [repair] }));
    expect(issues).toContainEqual(
      expect.objectContaining({ code: "repair-outdated", cell: "A2", found: "9111OOOO8O21OO433B", expected: "别的" }),
    );
  });
});
