import type { Span } from "./node.ts";
import type { FormulaProblem, Unit } from "./types.ts";

export const unitLabels: Readonly<Record<Unit, { readonly zh: string; readonly en: string }>> = {
  yuan: { zh: "金额（元）", en: "an amount in yuan" },
  share: { zh: "比例", en: "a share" },
  count: { zh: "数量", en: "a count" },
  date: { zh: "日期", en: "a date" },
  text: { zh: "文本", en: "a text" },
  truth: { zh: "真假", en: "a truth" },
  number: { zh: "数", en: "a number" },
};

/** A mistake at a place, with its sentence in both languages. */
export function problem(code: FormulaProblem["code"], span: Span, zh: string, en: string): FormulaProblem {
  return { code, start: span.start, end: span.end, message: { zh, en } };
}
