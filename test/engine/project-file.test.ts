import { describe, expect, it } from "vitest";
import { publishedScenario, type Scenario } from "../../src/core/policy/scenario.ts";
import { describeIssue } from "../../src/core/issue/issue-text.ts";
import { openProject, projectFile, type OpenedProject, type Project } from "../../src/engine/project-file.ts";
import type { Mapping } from "../../src/core/roster/mapping/mapping.ts";
import { packParts, unpackParts } from "../../src/spreadsheet/part-package.ts";
import { xicheng202371 as policy } from "../../rules/xicheng-2023-71/policy.ts";
import { parseAdded } from "../../src/core/policy/added-file.ts";
import { shapes } from "../core/policy/added/shapes.ts";

const added = parseAdded(policy, shapes[0]?.added);
const edited: Scenario = {
  ...publishedScenario,
  name: '=HYPERLINK("x") <b>下调</b>',
  asOf: "2026-06-30",
  values: { "m06.补助比例": 0.25, "m11a.分期": [0.5, 0.5], "m04.年度额度": 1_000_000 },
  readings: { 单户上限口径: "年度" },
  budgets: { 2027: { total: 1_000_000, departments: { 区科技和信息化局: 5 } } },
  seed: 7,
  trials: 300,
  grounds: { "m06.补助比例": { reason: "试算", document: "会议纪要" } },
};
const mapping: Mapping = {
  format: "roster-mapping/1",
  sheets: [
    {
      sheet: "企业",
      fingerprint: "0123456789abcdef",
      table: "enterprises",
      headerRow: 2,
      headerLines: 1,
      columns: [{ column: "C", header: "营业总收入", field: "revenue", unit: "万元" }],
      children: [],
    },
  ],
  repairs: [{ sheet: "企业", cell: "A3", before: "9111", after: "91110000600037341L" }],
  untidied: [],
};
const project: Project = {
  desk: edited,
  saved: [
    { id: "3", scenario: { ...edited, name: "乙", added } },
    { id: "1", scenario: { ...publishedScenario, name: "甲" } },
  ],
  opened: "3",
  baseline: "1",
  moneyUnit: "亿元",
  roster: { fileName: "名册.xlsx", bytes: Uint8Array.of(80, 75, 0, 255), mapping },
};

/** A project file with one of its parts changed, as someone might do by hand. */
function withPart(bytes: Uint8Array, path: string, change: (text: string) => string): Uint8Array {
  const part = unpackParts(bytes);
  if (part instanceof Error) throw part;
  const paths = ["project.json", "desk.json", "saved/1.json", "saved/2.json", "mapping.json", "roster/file"];
  const entries = paths.flatMap((each) => {
    const content = part(each);
    if (!content) return [];
    const text = new TextDecoder().decode(content);
    return [[each, each === path ? new TextEncoder().encode(change(text)) : content] as const];
  });
  return packParts(new Map(entries));
}

const messageOf = (bytes: Uint8Array, language: "zh" | "en" = "zh"): string => {
  const found = openProject(policy, bytes, "我的项目.cesuan");
  if (!("refused" in found)) return "opened";
  const [issue] = found.issues;
  if (!issue) return "no issue";
  const { message, remedy } = describeIssue(issue, language);
  return `${message} ${remedy}`;
};

describe("a project file", () => {
  it("gives back the whole project, and equal projects are equal bytes", () => {
    const bytes = projectFile(policy, project);
    const opened = openProject(policy, bytes, "a.cesuan");
    expect(opened).toEqual({ ...project, ofOtherRules: false } satisfies OpenedProject);
    expect(projectFile(policy, project)).toEqual(bytes);
  });

  it("may leave the roster and everything else out", () => {
    const least: Project = { desk: publishedScenario, saved: [] };
    expect(openProject(policy, projectFile(policy, least), "a.cesuan")).toEqual({ ...least, ofOtherRules: false });
    const { bytes: left, ...unpacked } = project.roster ?? { fileName: "", bytes: undefined };
    expect(left).toBeDefined();
    const without = openProject(policy, projectFile(policy, { ...project, roster: unpacked }), "a.cesuan");
    expect("refused" in without ? undefined : without.roster).toEqual({ fileName: "名册.xlsx", mapping });
  });

  it("says that a foreign file is none", () => {
    const workbook = packParts(new Map([["xl/workbook.xml", Uint8Array.of(1)]]));
    for (const bytes of [new Uint8Array(), new TextEncoder().encode("{}"), workbook])
      expect(messageOf(bytes)).toContain("「我的项目.cesuan」不是策算的项目文件");
  });

  it("says where it is damaged, wherever it is cut or a byte is changed", () => {
    const bytes = projectFile(policy, project);
    for (let length = 0; length < bytes.length; length += 97)
      expect(messageOf(bytes.subarray(0, length))).not.toBe("opened");
    const changed = withPart(bytes, "saved/1.json", (text) => text.replace("0.25", "0.35"));
    expect(messageOf(changed)).toContain("「saved/1.json」缺失或已损坏");
    expect(messageOf(changed, "en")).toContain("“saved/1.json” of the project file is missing or damaged");
    for (let at = 0; at < bytes.length; at += 7) {
      const flipped = bytes.slice();
      flipped[at] = (flipped[at] ?? 0) ^ 0x10;
      const found = openProject(policy, flipped, "a.cesuan");
      if (!("refused" in found)) expect(found).toEqual({ ...project, ofOtherRules: false });
    }
  });

  it("refuses a newer format and another policy by name, and notes other rules of the same policy", () => {
    const bytes = projectFile(policy, project);
    const manifest = (change: (text: string) => string): Uint8Array => withPart(bytes, "project.json", change);
    expect(messageOf(manifest((text) => text.replace("cesuan-project/1", "cesuan-project/2")))).toContain(
      "由较新的版本写出（cesuan-project/2）",
    );
    expect(messageOf(projectFile({ ...policy, id: "another", number: "另〔2024〕1号" }, project))).toContain(
      "属于另一项政策（另〔2024〕1号）",
    );
    const other = openProject(
      policy,
      manifest((text) => text.replace(/"packHash": "./u, '"packHash": "?')),
      "a",
    );
    expect(other).toMatchObject({ ofOtherRules: true });
  });

  it("names the part and the member that this policy does not know", () => {
    const unknown = { ...project, desk: { ...edited, readings: { 没有的读法: "甲" } } };
    expect(messageOf(projectFile(policy, unknown))).toContain("「desk.json」不能采用（unknown reading 没有的读法）");
  });
});
