import { dayOf, isoDay, partsOf, type Day } from "../date/day.ts";
import type { IssueCode } from "../issue/issue.ts";
import { roundToFen, wan, yi } from "../money/money.ts";
import { isCreditCode, normaliseCode } from "./credit-code.ts";
import type { Field } from "./fields.ts";
import { isUnit, type Unit } from "./import-header.ts";
import type { TextPool } from "./import-text-pool.ts";

/** What is wrong with a cell: with a `value` it was taken all the same, without one it is unreadable. */
export interface Fault {
  readonly code: IssueCode;
  readonly expected?: string;
  readonly value?: number;
}

/** Value of a cell in the form of `Column.values`, NaN for blank, or what is wrong with it. */
export type Reading = number | Fault;

/** How one field reads the kinds of cell it may meet. */
export interface CellReader {
  text(text: string): Reading;
  number(value: number): Reading;
  truth(value: number): Reading;
  date(value: number): Reading;
}

/** Reader of a field; `unit` is the one its header states. */
export function readerOf(field: Field, unit: Unit | undefined, pool: TextPool): CellReader {
  switch (field.type) {
    case "money":
      return amountReader((value, stated) => fenOf(value, stated ?? unit ?? field.unit ?? "万元"), amountSuffix);
    case "count":
      return amountReader(
        (value) => (Number.isSafeInteger(value) ? value : { code: "type-error", expected: "整数" }),
        countSuffix,
      );
    case "number":
      return amountReader((value) => value);
    case "date":
      return dateReader;
    case "truth":
      return truthReader;
    case "choice":
      return choiceReader(field.choices ?? []);
    case "code":
      return codeReader(pool, field.id !== "guaranteeNumber");
    case "text":
      return textReader(pool);
  }
}

const refusing = (fault: Fault) => ({ text: () => fault, number: () => fault, truth: () => fault, date: () => fault });

const notANumber: Fault = { code: "type-error", expected: "数字" };
const numberText = /^¥?([+-]?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i;

/** A number as typed, in half-width or full-width forms; NaN if it is none. Brackets around it mean minus. */
export function parseNumber(text: string): number {
  const plain = text.normalize("NFKC").trim().replace("−", "-");
  const inner = /^\((.*)\)$/.exec(plain)?.[1];
  const match = numberText.exec(inner ?? plain);
  if (!match || (inner !== undefined && match[1] !== "")) return Number.NaN;
  const [, sign = "", digits = "", exponent = ""] = match;
  const size = Number(digits.replaceAll(",", "") + exponent);
  return inner !== undefined || sign === "-" ? -size : size;
}

const amountSuffix = /^(.*[\d.)])\s*(千元|万元?|百万元?|亿元?|元)$/;
const countSuffix = /^(.*\d)\s*(人|名|户)$/;

/** Unit that an amount states behind its digits, 万 for 万元; undefined where it states none. */
export function statedUnit(text: string): Unit | undefined {
  const word = amountSuffix.exec(text.normalize("NFKC").trim())?.[2] ?? "";
  const unit = word === "" || word.endsWith("元") ? word : `${word}元`;
  return isUnit(unit) ? unit : undefined;
}

function amountReader(convert: (value: number, stated?: Unit) => Reading, suffix?: RegExp): CellReader {
  // + 0 makes -0 zero
  const read = (value: number, stated?: Unit): Reading =>
    Number.isFinite(value) ? convert(value + 0, stated) : notANumber;
  const text = (found: string): Reading => {
    const [, digits = found] = suffix?.exec(found.normalize("NFKC").trim()) ?? [];
    return read(parseNumber(digits), digits === found ? undefined : statedUnit(found));
  };
  return { ...refusing(notANumber), number: (value) => read(value), text };
}

const yuanIn: Readonly<Record<Unit, (value: number) => number>> = {
  元: (value) => value,
  千元: (value) => value * 1000,
  万元: wan,
  百万元: (value) => wan(value * 100),
  亿元: yi,
  人: () => Number.NaN,
};

function fenOf(value: number, unit: Unit): Reading {
  const yuan = yuanIn[unit](value);
  const fen = Math.abs(yuan) < 1e14 ? roundToFen(yuan) : Number.NaN;
  return Number.isSafeInteger(fen) ? fen : notANumber;
}

const notADate: Fault = { code: "type-error", expected: "日期，如 2023-05-29" };
/** Serial numbers of 2000-01-01 and 2050-12-31: a plain number between them is a date that lost its format. */
const serials = { first: 36_526, last: 55_153 };
const time = String.raw`(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?`;
const dateForms = [
  new RegExp(String.raw`^(\d{4})-(\d{1,2})-(\d{1,2})${time}$`),
  new RegExp(String.raw`^(\d{4})/(\d{1,2})/(\d{1,2})${time}$`),
  new RegExp(String.raw`^(\d{4})\.(\d{1,2})\.(\d{1,2})${time}$`),
  new RegExp(String.raw`^(\d{4})年(\d{1,2})月(\d{1,2})日${time}$`),
  /^(\d{4})(\d{2})(\d{2})$/,
];

/** Reads dates as cells, numbers and texts of the usual forms. */
export const dateReader: CellReader = {
  ...refusing(notADate),
  date: (value) => (value >= 1 ? Math.floor(value) : notADate),
  number: (value) =>
    Number.isInteger(value) && value >= serials.first && value <= serials.last ? value : dateOfText(String(value)),
  text: (text) => dateOfText(text.normalize("NFKC").trim()),
};

function dateOfText(text: string): Reading {
  for (const form of dateForms) {
    const match = form.exec(text);
    if (match) return realDay(Number(match[1]), Number(match[2]), Number(match[3]));
  }
  const month = /^(\d{4})年(\d{1,2})月$/.exec(text);
  if (!month) return notADate;
  const first = realDay(Number(month[1]), Number(month[2]), 1);
  return typeof first === "number" ? { code: "type-error", expected: isoDay(first), value: first } : first;
}

function realDay(year: number, month: number, date: number): Day | Fault {
  const day = dayOf(year, month, date);
  const parts = partsOf(day);
  return year >= 1900 && parts.month === month && parts.date === date ? day : notADate;
}

const neitherYesNorNo: Fault = { code: "type-error", expected: "是 / 否" };
const truthWords = new Map<string, number>([
  ...["是", "有", "√", "y", "yes", "true", "1", "真"].map((word) => [word, 1] as const),
  ...["否", "无", "×", "n", "no", "false", "0", "假"].map((word) => [word, 0] as const),
]);

const truthReader: CellReader = {
  ...refusing(neitherYesNorNo),
  truth: (value) => value,
  number: (value) => truthWords.get(String(value)) ?? neitherYesNorNo,
  text: (text) => truthWords.get(text.normalize("NFKC").trim().toLowerCase()) ?? neitherYesNorNo,
};

function choiceReader(choices: readonly string[]): CellReader {
  const outside: Fault = { code: "not-in-list", expected: choices.join("、") };
  const text = (found: string): Reading => {
    const index = choices.indexOf(found.trim());
    return index < 0 ? outside : index;
  };
  return { ...refusing(outside), text };
}

/** From here on a double no longer holds every digit of a code. */
const SIXTEEN_DIGITS = 1e15;
const damaged: Fault = { code: "damaged-code", expected: "文本格式的代码" };

function codeReader(pool: TextPool, creditCode: boolean): CellReader {
  const text = (found: string): Reading => {
    const code = normaliseCode(found);
    const value = pool.intern(code);
    return !creditCode || isCreditCode(code) ? value : { code: "code-check-digit", value };
  };
  const number = (value: number): Reading => (Math.abs(value) >= SIXTEEN_DIGITS ? damaged : text(String(value)));
  return { ...refusing({ code: "type-error", expected: "文本格式的代码" }), text, number };
}

function textReader(pool: TextPool): CellReader {
  const text = (found: string): Reading => pool.intern(found.trim());
  return { ...refusing({ code: "type-error", expected: "文本" }), text, number: (value) => text(String(value)) };
}
