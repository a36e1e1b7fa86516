import { edate } from "../date/day.ts";
import type { BinaryOperator, FunctionName } from "./node.ts";
import { and, binaryOperations, foldedFunctions, functionsOfTwo, or, type Operation2 } from "./operation.ts";
import { roundHalf } from "./rounding.ts";

/** Writes an operation on two columns into `into`, which may be one of them; a step of 0 repeats a column's one value. */
export type Loop2 = (into: Float64Array, a: Float64Array, stepA: number, b: Float64Array, stepB: number) => void;

const at = (values: Float64Array, row: number): number => values[row] ?? Number.NaN;

const { "=": equal, "<": less, "<=": atMost, ">": more, ">=": atLeast } = binaryOperations;

/**
 * The frequent operations, each in a loop of its own: a loop that is handed its operation calls it for every row and
 * boxes every number on the way, which takes several times as long as the operation.
 */
const ownLoops: Readonly<Partial<Record<BinaryOperator | FunctionName, Loop2>>> = {
  "+": (into, a, p, b, q) => {
    for (let row = 0; row < into.length; row++) into[row] = at(a, row * p) + at(b, row * q);
  },
  "-": (into, a, p, b, q) => {
    for (let row = 0; row < into.length; row++) into[row] = at(a, row * p) - at(b, row * q);
  },
  "*": (into, a, p, b, q) => {
    for (let row = 0; row < into.length; row++) into[row] = at(a, row * p) * at(b, row * q);
  },
  "=": (into, a, p, b, q) => {
    for (let row = 0; row < into.length; row++) into[row] = equal(at(a, row * p), at(b, row * q));
  },
  "<": (into, a, p, b, q) => {
    for (let row = 0; row < into.length; row++) into[row] = less(at(a, row * p), at(b, row * q));
  },
  "<=": (into, a, p, b, q) => {
    for (let row = 0; row < into.length; row++) into[row] = atMost(at(a, row * p), at(b, row * q));
  },
  ">": (into, a, p, b, q) => {
    for (let row = 0; row < into.length; row++) into[row] = more(at(a, row * p), at(b, row * q));
  },
  ">=": (into, a, p, b, q) => {
    for (let row = 0; row < into.length; row++) into[row] = atLeast(at(a, row * p), at(b, row * q));
  },
  AND: (into, a, p, b, q) => {
    for (let row = 0; row < into.length; row++) into[row] = and(at(a, row * p), at(b, row * q));
  },
  OR: (into, a, p, b, q) => {
    for (let row = 0; row < into.length; row++) into[row] = or(at(a, row * p), at(b, row * q));
  },
  MIN: (into, a, p, b, q) => {
    for (let row = 0; row < into.length; row++) into[row] = Math.min(at(a, row * p), at(b, row * q));
  },
  MAX: (into, a, p, b, q) => {
    for (let row = 0; row < into.length; row++) into[row] = Math.max(at(a, row * p), at(b, row * q));
  },
  ROUND: (into, a, p, b, q) => {
    for (let row = 0; row < into.length; row++) into[row] = roundHalf(at(a, row * p), at(b, row * q));
  },
  EDATE: (into, a, p, b, q) => {
    for (let row = 0; row < into.length; row++) into[row] = edate(at(a, row * p), at(b, row * q));
  },
};

const loopOver =
  (operation: Operation2): Loop2 =>
  (into, a, p, b, q) => {
    for (let row = 0; row < into.length; row++) into[row] = operation(at(a, row * p), at(b, row * q));
  };

/** An operator over columns. */
export const loopOfOperator = (operator: BinaryOperator): Loop2 =>
  ownLoops[operator] ?? loopOver(binaryOperations[operator]);

/** A function of two arguments, or one folded by two, over columns; undefined for any other. */
export function loopOfFunction(name: FunctionName): Loop2 | undefined {
  const operation = foldedFunctions[name] ?? functionsOfTwo[name];
  return operation && (ownLoops[name] ?? loopOver(operation));
}
