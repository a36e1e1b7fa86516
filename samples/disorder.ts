import { isoDay, partsOf, type Day } from "../src/core/date/day.ts";
import type { Field } from "../src/core/roster/fields.ts";
import type { SampleRow } from "./canonical-sheet.ts";
import type { SampleCell } from "./write-sheets.ts";

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

const withCommas = (value: number): string => value.toLocaleString("en-US", { maximumFractionDigits: 2 });

const dateForms: readonly [(day: Day) => SampleCell, ...((day: Day) => SampleCell)[]] = [
  (day) => ({ day }),
  (day) => `${partsOf(day).year}年${partsOf(day).month}月${partsOf(day).date}日`,
  (day) => `${partsOf(day).year}/${partsOf(day).month}/${partsOf(day).date}`,
  (day) => isoDay(day).replaceAll("-", "."),
  (day) => isoDay(day).replaceAll("-", ""),
  (day) => fullWidth(isoDay(day)),
];
const numberForms = [
  (value: number) => value,
  (value: number) => value,
  (value: number) => withCommas(value),
  (value: number) => ` ${value} `,
  (value: number) => fullWidth(String(value)),
] as const;
const codeForms = [
  (code: string) => code,
  (code: string) => code.toLowerCase(),
  (code: string) => fullWidth(code),
  (code: string) => `${code}  `,
] as const;
const words = { yes: ["是", "有", "√", "Y", "TRUE", 1], no: ["否", "无", "×", "N", "FALSE", 0] } as const;

const turn = <T>(forms: readonly T[], index: number): T => {
  const form = forms[index % forms.length];
  if (form === undefined) throw new Error("there is no form to choose from");
  return form;
};

/** A value as one of many hands would have keyed it; `index` chooses the hand, `scale` the unit of the header. */
export function untidyCell(field: Field, value: SampleRow[string], index: number, scale: number): SampleCell {
  if (value === undefined) return undefined;
  if (typeof value === "boolean") return turn(value ? words.yes : words.no, index);
  if (typeof value === "string") return field.type === "code" ? turn(codeForms, index)(value) : value;
  if (field.type === "date") return turn(dateForms, index)(value);
  return turn(numberForms, index)(Math.round(value * scale * 100) / 100);
}
