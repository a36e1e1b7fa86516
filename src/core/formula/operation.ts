import { dayOf, edate, partsOf } from "../date/day.ts";
import type { BinaryOperator, FunctionName, UnaryOperator } from "./node.ts";
import { roundDown, roundHalf, roundUp } from "./rounding.ts";

/** One value out of others; NaN is UNKNOWN, truth is 1, 0 or NaN. */
export type Operation1 = (a: number) => number;
export type Operation2 = (a: number, b: number) => number;

/** Equal as Excel compares: by 15 significant digits, so that 0.1 + 0.2 equals 0.3. */
function isSame(a: number, b: number): boolean {
  if (a === b) return true;
  return Math.abs(a - b) <= Math.abs(a) * 1e-14 && Number(a.toPrecision(15)) === Number(b.toPrecision(15));
}

// Comparisons are the most frequent operations: each decides most rows by one plain comparison. NaN passes none.
const truth = (value: boolean): number => (value ? 1 : 0);
const isUnknown = (a: number, b: number): boolean => a !== a || b !== b; // NaN alone differs from itself
const equal: Operation2 = (a, b) => (isUnknown(a, b) ? Number.NaN : truth(isSame(a, b)));
const less: Operation2 = (a, b) => (a < b ? truth(!isSame(a, b)) : a >= b ? 0 : Number.NaN);
const atMost: Operation2 = (a, b) => (a <= b ? 1 : a > b ? truth(isSame(a, b)) : Number.NaN);

const finite = (value: number): number => (Number.isFinite(value) ? value : Number.NaN);

export const binaryOperations: Readonly<Record<BinaryOperator, Operation2>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => (b === 0 ? Number.NaN : a / b),
  "^": (a, b) => (a === 0 && b === 0 ? Number.NaN : finite(a ** b)),
  "=": equal,
  "<>": (a, b) => 1 - equal(a, b),
  "<": less,
  "<=": atMost,
  ">": (a, b) => (a > b ? truth(!isSame(a, b)) : a <= b ? 0 : Number.NaN),
  ">=": (a, b) => (a >= b ? 1 : a < b ? truth(isSame(a, b)) : Number.NaN),
};

export const unaryOperations: Readonly<Record<UnaryOperator, Operation1>> = {
  "-": (a) => (a === 0 ? 0 : -a),
  "+": (a) => a,
  "%": (a) => a / 100,
};

/** Kleene: one FALSE decides, else one UNKNOWN leaves it open. */
export const and: Operation2 = (a, b) => (a === 0 || b === 0 ? 0 : a * b);
export const or: Operation2 = (a, b) => (a === 1 || b === 1 ? 1 : a + b);

/** Functions of any number of arguments, taken two by two from the left. */
export const foldedFunctions: Readonly<Partial<Record<FunctionName, Operation2>>> = {
  MIN: (a, b) => Math.min(a, b),
  MAX: (a, b) => Math.max(a, b),
  SUM: (a, b) => a + b,
  AND: and,
  OR: or,
};

export const functionsOfOne: Readonly<Partial<Record<FunctionName, Operation1>>> = {
  NOT: (a) => 1 - a,
  INT: (a) => Math.floor(a),
  ABS: (a) => Math.abs(a),
  YEAR: (day) => partsOf(day).year,
  MONTH: (day) => partsOf(day).month,
  DAY: (day) => partsOf(day).date,
};

export const functionsOfTwo: Readonly<Partial<Record<FunctionName, Operation2>>> = {
  ROUND: roundHalf,
  ROUNDUP: roundUp,
  ROUNDDOWN: roundDown,
  EDATE: edate,
};

/** DATE for the years of the 1900 date system, where month and date may run over; other years are UNKNOWN. */
export function dateOf(year: number, month: number, date: number): number {
  const wholeYear = Math.trunc(year);
  if (!(wholeYear >= 1900 && wholeYear <= 9999)) return Number.NaN;
  return dayOf(wholeYear, Math.trunc(month), Math.trunc(date));
}

/** IF; where the condition is UNKNOWN, the value that both branches agree on. */
export function choice(condition: number, then: number, otherwise: number): number {
  if (condition === 1 || then === otherwise) return then;
  return condition === 0 ? otherwise : Number.NaN;
}
