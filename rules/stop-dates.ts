import type { Measure, Parameter } from "../src/core/policy/policy.ts";
import { locksRows, unstated } from "./parameter.ts";

/** `<measure>.停止日期`: triggers from that day on pay nothing. The fund has none (section 2). */
export const stopDates = (measures: readonly Measure[]): readonly Parameter[] =>
  measures
    .filter(({ kind }) => kind !== "fund")
    .map(({ id, label }) =>
      unstated({
        key: `${id}.停止日期`,
        type: "date",
        label: { zh: `${label.zh}：停止日期`, en: `${label.en}: stop date` },
        value: null,
        ...locksRows,
        source: "未设；条款停止执行时填写，例如依《公平竞争审查条例》清理",
        rating: "E",
      }),
    );
