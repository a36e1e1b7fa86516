import type { Measure, Reading } from "../../src/core/policy/policy.ts";

/** Of two measures on projects of one name only the higher is paid, where 同一事项 asks for it (A31-4). */
export const oneMatter = {
  group: "project",
  by: "projectName",
  when: '同一事项="是"',
} as const satisfies Measure["exclusive"];

/** Readings that no single article owns. */
export const sharedReadings: readonly Reading[] = [
  {
    name: "部门分摊",
    label: { zh: "部门分摊", en: "Split between departments" },
    options: [
      { value: "首列部门", zh: "记在首列部门", en: "booked on the first named" },
      { value: "平均分摊", zh: "各部门平均分摊", en: "split evenly" },
    ],
    articles: [15, 18],
    question: {
      zh: "一条列有多个责任部门时，金额记在哪个部门？",
      en: "Which department bears a line that names several?",
    },
    source: "西发改文〔2023〕71号第15、18条责任部门",
    workbook: "live",
  },
  {
    name: "同一事项",
    label: { zh: "同一事项就高", en: "Same matter, higher amount" },
    options: [
      { value: "否", zh: "各措施分别享受", en: "measures add" },
      { value: "是", zh: "同名项目只享受较高一项", en: "only the higher of two measures on projects of one name" },
    ],
    articles: [5, 6, 31],
    question: {
      zh: "同一项目可否同时享受两项补助？",
      en: "May one project receive two grants?",
    },
    source: "西发改文〔2023〕71号第31条；不重复原则",
    workbook: "locked",
  },
];
