import { describe, expect, it } from "vitest";
import { describeIssue } from "../../../src/core/issue/issue-text.ts";
import { chinese } from "../../../src/core/issue/issue-text-zh.ts";
import type { Issue, IssueCode } from "../../../src/core/issue/issue.ts";

const isCode = (name: string): name is IssueCode => !name.includes("/");
const codes = Object.keys(chinese.sentences).filter(isCode);
const everySeverity = codes.flatMap((code) => (["error", "warning"] as const).map((severity) => ({ code, severity })));
const languages = ["zh", "en"] as const;

const full: Omit<Issue, "code" | "severity"> = {
  sheet: "企业",
  row: 5,
  cell: "E5",
  column: "从业人员",
  found: "十二",
  expected: "整数",
};

describe("an issue in words", () => {
  it.each(languages)("has a message and a remedy for every code in %s", (language) => {
    const texts = everySeverity
      .flatMap((issue) => [{ ...issue }, { ...full, ...issue }])
      .map((issue) => ({
        issue,
        ...describeIssue(issue, language),
      }));
    const faulty = texts.filter(
      ({ message, remedy }) =>
        message.length < 6 || remedy.length < 6 || /[[\]{}]|undefined|NaN/.test(message + remedy),
    );
    expect(faulty).toEqual([]);
  });

  it.each(languages)("names sheet and cell in front in %s, whatever the code", (language) => {
    const prefix = { zh: "「企业」E5（从业人员）：", en: "Sheet “企业”, cell E5 (从业人员): " }[language];
    const without = everySeverity.filter(
      (issue) => !describeIssue({ ...full, ...issue }, language).message.startsWith(prefix),
    );
    expect(without).toEqual([]);
  });

  it("says what stands there, what would be right and what became of the cell", () => {
    const issue: Issue = { ...full, code: "type-error", severity: "error" };
    expect(describeIssue(issue, "zh")).toEqual({
      message: "「企业」E5（从业人员）：「十二」不能读作要求的内容（整数）。该单元格按未知处理。",
      remedy: "请改为：整数，或有效的值；不清楚的请留空。",
    });
    expect(describeIssue(issue, "en").message).toBe(
      "Sheet “企业”, cell E5 (从业人员): “十二” cannot be read as required (整数). The cell counts as unknown.",
    );
  });

  it("says when the whole row was left out", () => {
    const issue: Issue = { ...full, code: "type-error", severity: "error", refusesRow: true };
    expect(describeIssue(issue, "zh").message).toMatch(/该行未计入。$/);
    expect(describeIssue(issue, "en").message).toMatch(/The row was left out\.$/);
    expect(describeIssue({ ...issue, code: "foreign-key" }, "zh").message).toMatch(/该行未计入。$/);
  });

  it("names the row where there is no cell, and nothing where there is no sheet", () => {
    expect(describeIssue({ code: "blank-name", severity: "warning", sheet: "企业", row: 9 }, "zh").message).toBe(
      "「企业」第 9 行：企业名称没有填写，按代码列出。",
    );
    expect(describeIssue({ code: "encrypted", severity: "error" }, "en").message).toBe(
      "The workbook needs a password to open.",
    );
  });

  it("leaves out a part whose member is absent", () => {
    const issue: Issue = { code: "truncated", severity: "error" };
    expect(describeIssue(issue, "zh").message).toBe("文件不完整或已损坏。");
    expect(describeIssue({ ...issue, found: "sheet1.xml" }, "zh").message).toBe("文件不完整或已损坏（sheet1.xml）。");
  });

  it("puts in what stands in a cell as it is, even brackets and braces", () => {
    const found = "[x] {column} $& {row}";
    expect(describeIssue({ ...full, code: "not-in-list", severity: "error", found }, "zh").message).toContain(found);
  });

  it("speaks differently of what was taken and what was refused", () => {
    const pairs: IssueCode[] = ["type-error", "foreign-key", "missing-required-column"];
    for (const code of pairs) {
      const [error, warning] = (["error", "warning"] as const).map(
        (severity) => describeIssue({ ...full, code, severity }, "zh").message,
      );
      expect(error).not.toBe(warning);
    }
  });

  it("tells an industry taken as another from one that leaves the size unknown", () => {
    const issue: Issue = { code: "industry-uncovered", severity: "warning", found: "K70" };
    expect(describeIssue(issue, "zh").message).toContain("划型未知");
    expect(describeIssue({ ...issue, expected: "其他未列明行业" }, "zh").message).toContain(
      "暂按「其他未列明行业」划型",
    );
  });
});
