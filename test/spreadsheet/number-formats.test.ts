import { describe, expect, it } from "vitest";

import { isDateFormat } from "../../src/spreadsheet/number-formats.ts";

describe("a number format", () => {
  it.each([
    "yyyy-mm-dd",
    "yyyy/m/d;@",
    'yyyy"年"m"月"d"日"',
    '[DBNum1][$-804]yyyy"年"m"月"d"日"',
    "[$-F800]dddd, mmmm dd, yyyy",
    "h:mm AM/PM",
    '上午/下午h"时"mm"分"',
    "[Red]d-mmm-yy",
    "m/d/yy h:mm",
    "[$-804]aaaa",
    'd "天" [h]:mm',
  ])("%s shows a date", (format) => {
    expect(isDateFormat(format)).toBe(true);
  });

  it.each([
    "General",
    "G/通用格式",
    "[DBNum1]General",
    "[DBNum2][$-804]0",
    "0.00",
    "#,##0.00_);[Red](#,##0.00)",
    "[Red]0",
    "0_d",
    '0.0" days"',
    '#,##0.0"万元"',
    "0!.0,万元",
    "0\\d",
    "0*d",
    "[h]:mm",
    "[mm]:ss",
    "0.00E+00",
    "@",
    "",
  ])("%s shows no date", (format) => {
    expect(isDateFormat(format)).toBe(false);
  });
});
