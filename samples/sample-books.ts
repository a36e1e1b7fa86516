import { demoDistrict } from "./demo-district.ts";
import { disorderedRoster } from "./disordered-roster.ts";
import { handCheck } from "./hand-check.ts";
import type { SampleSheet } from "./write-sheets.ts";

interface SampleBook {
  readonly file: string;
  readonly title: string;
  readonly sheets: () => readonly SampleSheet[];
}

/** Workbooks of this folder, each made anew by the same program. */
export const sampleBooks: readonly SampleBook[] = [
  { file: "demo-district.xlsx", title: "策算示例数据：虚构区企业名册", sheets: demoDistrict },
  { file: "disordered-roster.xlsx", title: "策算示例数据：未经整理的名册", sheets: disorderedRoster },
  { file: "hand-check-30.xlsx", title: "策算示例数据：三十户手工核对名册", sheets: handCheck },
];
