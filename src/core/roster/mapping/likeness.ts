import { fieldsOf, type Field, type TableId } from "../fields.ts";
import { normaliseHeader } from "../import-header.ts";

/** Below this two headers have too little in common to be worth a question. */
const LEAST = 0.6;

/** Headers about something derived from a field, or about a row as a whole, are like no field. */
const otherwise = /率|增长|增幅|增速|同比|环比|占比|比例|比重|排名|排序|序号|编号|备注|说明|合计|是否达标/;

/** Words that carry no meaning of their own. */
const filler = /[()（）[\]【】:：、,，/\-_]|单位|是否|的|情况|信息|总?金额(?=$)|人民币/g;
const sameWords: readonly (readonly [RegExp, string])[] = [
  [/时间/g, "日期"],
  [/年度/g, "年"],
  [/本年|上年末?|当年|期末|年末/g, ""],
  [/公司|单位|主体/g, "企业"],
];

function plainHeader(text: string): string {
  const plain = normaliseHeader(text)
    .replace(/[([](?:单位:?)?(?:千元|百万元|万元|亿元|元|人|%)[)\]]$/, "")
    .replace(filler, "");
  return sameWords.reduce((words, [pattern, word]) => words.replace(pattern, word), plain);
}

/** The fields of a table that a header resembles, likeliest first, with their likeness from 0 to 1. */
export function likeFields(table: TableId, header: string): { field: Field; likeness: number }[] {
  const text = plainHeader(header);
  if (text.length < 2 || otherwise.test(text)) return [];
  return fieldsOf(table)
    .map((field) => ({ field, likeness: Math.max(...namesOf(field).map((name) => likenessOf(text, name))) }))
    .filter(({ likeness }) => likeness >= LEAST)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, 3);
}

const plainNames = new Map<Field, readonly string[]>();

function namesOf(field: Field): readonly string[] {
  const known = plainNames.get(field);
  if (known) return known;
  const names = [field.label, ...field.synonyms].map(plainHeader);
  plainNames.set(field, names);
  return names;
}

/** Mean of the Sørensen–Dice coefficients of letters and of pairs of letters; 0 where the digits differ. */
export function likenessOf(first: string, second: string): number {
  if (digitsOf(first) !== digitsOf(second)) return 0;
  if (first === second) return 1;
  return (dice([...first], [...second]) + dice(pairsOf(first), pairsOf(second))) / 2;
}

const digitsOf = (text: string): string => text.replace(/\D/g, "");
const pairsOf = (text: string): string[] => Array.from(text.slice(1), (letter, at) => text.charAt(at) + letter);

function dice(first: readonly string[], second: readonly string[]): number {
  const left = new Map<string, number>();
  for (const part of first) left.set(part, (left.get(part) ?? 0) + 1);
  let common = 0;
  for (const part of second) {
    const count = left.get(part) ?? 0;
    if (count === 0) continue;
    left.set(part, count - 1);
    common++;
  }
  const total = first.length + second.length;
  return total === 0 ? 0 : (2 * common) / total;
}
