import type { CheckedFormula } from "./check.ts";
import type { CheckedNode } from "./node.ts";
import { unknownName } from "./node.ts";
import type { Operation1, Operation2 } from "./operation.ts";
import {
  binaryOperations,
  choice,
  choose,
  dateOf,
  foldedFunctions,
  functionsOfOne,
  functionsOfTwo,
  unaryOperations,
} from "./operation.ts";
import type { Kernel, Operand, OperandSource, Scope } from "./types.ts";

export interface KernelOptions {
  /** The formula is an amount: names that may be blank as zero read 0. Conditions leave them UNKNOWN. */
  readonly amounts?: boolean;
}

/** States of a cell as the roster notes them; 0 is filled. */
const cellState = { filled: 0, blank: 1, unreadable: 2 } as const;

/** A column operation on one node; its result has length `count`, or 1 where all rows are the same. */
export type NodeKernel = (source: OperandSource, count: number) => Float64Array;

/** The formula as a column operation, without eval. The result is a column of its own, always `count` long. */
export function compileKernel(checked: CheckedFormula, scope: Scope, options: KernelOptions = {}): Kernel {
  const kernel = compileNode(checked.tree, scope, options);
  const operands = checked.tree.kind === "name";
  return (source, count) => {
    const result = kernel(source, count);
    if (result.length === 1 && count !== 1) return new Float64Array(count).fill(at(result, 0));
    return operands || count === 1 ? result.slice() : result;
  };
}

/** One node of the tree as a column operation. */
export function compileNode(node: CheckedNode, scope: Scope, options: KernelOptions): NodeKernel {
  switch (node.kind) {
    case "number":
    case "truth":
      return constant(Number(node.value));
    case "text":
      return constant(node.index);
    case "name":
      return compileName(node.name, scope, options);
    case "blank-test":
      return compileBlankTest(node.column.name, node.trueIf === "blank" ? 1 : 0);
    case "unary":
      return map1(unaryOperations[node.operator], compileNode(node.operand, scope, options));
    case "binary": {
      const operation = binaryOperations[node.operator];
      return map2(operation, compileNode(node.left, scope, options), compileNode(node.right, scope, options));
    }
    case "call":
      return compileCall(node, scope, options);
  }
}

function constant(value: number): NodeKernel {
  const values = Float64Array.of(value);
  return () => values;
}

function compileName(name: string, scope: Scope, options: KernelOptions): NodeKernel {
  if (name === unknownName) return constant(Number.NaN);
  const blankIsZero = options.amounts === true && scope.lookup(name)?.blankIsZero === true;
  if (!blankIsZero) return (source) => source(name).values;
  return map1(
    (value) => (Number.isNaN(value) ? 0 : value),
    (source) => source(name).values,
  );
}

/** An unreadable cell is neither blank nor filled: UNKNOWN. */
function compileBlankTest(name: string, ifBlank: number): NodeKernel {
  return (source) => {
    const operand = source(name);
    return operand.values.map((value, row) => {
      const state = stateOf(operand, value, row);
      if (state === cellState.unreadable) return Number.NaN;
      return state === cellState.blank ? ifBlank : 1 - ifBlank;
    });
  };
}

function stateOf(operand: Operand, value: number, row: number): number {
  if (operand.state) return operand.state[row] ?? cellState.blank;
  return Number.isNaN(value) ? cellState.blank : cellState.filled;
}

function compileCall(node: Extract<CheckedNode, { kind: "call" }>, scope: Scope, options: KernelOptions): NodeKernel {
  const parts = node.arguments.map((argument) => compileNode(argument, scope, options));
  const [first, second] = parts;
  if (first === undefined) throw new RangeError(`${node.function} without arguments`);
  const fold = foldedFunctions[node.function];
  if (fold) return parts.reduce((left, right) => map2(fold, left, right));
  const ofOne = functionsOfOne[node.function];
  if (ofOne) return map1(ofOne, first);
  const ofTwo = functionsOfTwo[node.function];
  if (ofTwo && second) return map2(ofTwo, first, second);
  switch (node.function) {
    case "DATE":
      return mapRows(parts, ([year = Number.NaN, month = Number.NaN, date = Number.NaN]) => dateOf(year, month, date));
    case "CHOOSE":
      return mapRows(parts, ([index = Number.NaN, ...values]) => choose(index, values));
    default:
      return cases(parts);
  }
}

const at = (values: Float64Array, row: number): number => values[row] ?? Number.NaN;

function map1(operation: Operation1, kernel: NodeKernel): NodeKernel {
  return (source, count) => kernel(source, count).map(operation1(operation));
}

/** `map` passes the index too, which an operation must not take for an argument. */
const operation1 =
  (operation: Operation1) =>
  (value: number): number =>
    operation(value);

function map2(operation: Operation2, left: NodeKernel, right: NodeKernel): NodeKernel {
  return (source, count) => {
    const a = left(source, count);
    const b = right(source, count);
    const stepA = stepOf(a);
    const stepB = stepOf(b);
    const result = new Float64Array(stepA + stepB === 0 ? 1 : count);
    for (let row = 0; row < result.length; row += 1) {
      result[row] = operation(at(a, row * stepA), at(b, row * stepB));
    }
    return result;
  };
}

/** 0 repeats the one value of a column that is the same in every row. */
const stepOf = (values: Float64Array): number => (values.length === 1 ? 0 : 1);

/** IF and IFS: condition, value, condition, value, … and for IF a last value. No case that holds: UNKNOWN. */
function cases(parts: readonly NodeKernel[]): NodeKernel {
  const [condition, then, ...rest] = parts;
  if (condition === undefined) return constant(Number.NaN);
  if (then === undefined) return condition; // the last value of IF
  return branch(condition, then, cases(rest));
}

function branch(condition: NodeKernel, then: NodeKernel, otherwise: NodeKernel): NodeKernel {
  return (source, count) => {
    const tests = condition(source, count);
    const a = then(source, count);
    const b = otherwise(source, count);
    const [stepTest, stepA, stepB] = [stepOf(tests), stepOf(a), stepOf(b)];
    const result = new Float64Array(stepTest + stepA + stepB === 0 ? 1 : count);
    for (let row = 0; row < result.length; row += 1) {
      result[row] = choice(at(tests, row * stepTest), at(a, row * stepA), at(b, row * stepB));
    }
    return result;
  };
}

/** Any number of parts, row by row. */
function mapRows(parts: readonly NodeKernel[], operation: (values: readonly number[]) => number): NodeKernel {
  return (source, count) => {
    const columns = parts.map((part) => part(source, count));
    const isConstant = columns.every((column) => column.length === 1);
    const result = new Float64Array(isConstant ? 1 : count);
    for (let row = 0; row < result.length; row += 1) {
      result[row] = operation(columns.map((column) => at(column, row * stepOf(column))));
    }
    return result;
  };
}
