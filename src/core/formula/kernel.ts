import type { CheckedFormula } from "./check.ts";
import type { CheckedNode } from "./node.ts";
import { unknownName } from "./node.ts";
import { loopOfFunction, loopOfOperator, type Loop2 } from "./column-loops.ts";
import type { Operation1 } from "./operation.ts";
import { choice, dateOf, foldedFunctions, functionsOfOne, unaryOperations } from "./operation.ts";
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
  const kernel = inBlocks(compileNode(checked.tree, scope, options));
  const isOwn = computesColumn(checked.tree);
  return (source, count) => {
    const result = kernel(source, count);
    if (result.length === 1 && count !== 1) return new Float64Array(count).fill(at(result, 0));
    return (isOwn && count !== 1) || count > BLOCK ? result : result.slice();
  };
}

/** Rows at a time: the columns of a block stay in the processor's cache from one operation to the next. */
const BLOCK = 4096;

function inBlocks(kernel: NodeKernel): NodeKernel {
  return (source, count) => {
    if (count <= BLOCK) return kernel(source, count);
    const result = new Float64Array(count);
    for (let start = 0; start < count; start += BLOCK) {
      const end = Math.min(start + BLOCK, count);
      const part = kernel((name) => rowsOf(source(name), start, end), end - start);
      if (part.length === 1) result.fill(at(part, 0), start, end);
      else result.set(part, start);
    }
    return result;
  };
}

function rowsOf({ values, state }: Operand, start: number, end: number): Operand {
  if (values.length === 1) return state ? { values, state } : { values };
  return { values: values.subarray(start, end), ...(state && { state: state.subarray(start, end) }) };
}

/** Whether a node's column, if longer than 1, is new: whoever asked for it may write over it. IF passes columns on. */
function computesColumn(node: CheckedNode): boolean {
  if (node.kind === "call") {
    const [first, second] = node.arguments;
    if (first && !second && foldedFunctions[node.function]) return computesColumn(first); // MIN(x) is x
    return node.function !== "IF" && node.function !== "IFS";
  }
  return node.kind === "binary" || node.kind === "unary" || node.kind === "blank-test";
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
      return map1(unaryOperations[node.operator], compilePart(node.operand, scope, options));
    case "binary": {
      const [left, right] = [compilePart(node.left, scope, options), compilePart(node.right, scope, options)];
      return map2(loopOfOperator(node.operator), left, right);
    }
    case "call":
      return compileCall(node, scope, options);
  }
}

/** A part of a larger formula. */
interface Part {
  readonly kernel: NodeKernel;
  /** See {@link computesColumn}. */
  readonly isOwn: boolean;
}

const compilePart = (node: CheckedNode, scope: Scope, options: KernelOptions): Part => ({
  kernel: compileNode(node, scope, options),
  isOwn: computesColumn(node),
});

function constant(value: number): NodeKernel {
  const values = Float64Array.of(value);
  return () => values;
}

function compileName(name: string, scope: Scope, options: KernelOptions): NodeKernel {
  if (name === unknownName) return constant(Number.NaN);
  const blankIsZero = options.amounts === true && scope.lookup(name)?.blankIsZero === true;
  if (!blankIsZero) return (source) => source(name).values;
  const column: NodeKernel = (source) => source(name).values;
  return map1((value) => (Number.isNaN(value) ? 0 : value), { kernel: column, isOwn: false });
}

/** An unreadable cell is neither blank nor filled: UNKNOWN. */
function compileBlankTest(name: string, ifBlank: number): NodeKernel {
  const truths = [1 - ifBlank, ifBlank, Number.NaN]; // by cellState
  return (source) => {
    const { values, state } = source(name);
    const result = new Float64Array(values.length);
    for (let row = 0; row < result.length; row += 1) {
      const cell = state ? state[row] : Number.isNaN(values[row]) ? cellState.blank : cellState.filled;
      result[row] = truths[cell ?? cellState.blank] ?? Number.NaN;
    }
    return result;
  };
}

function compileCall(node: Extract<CheckedNode, { kind: "call" }>, scope: Scope, options: KernelOptions): NodeKernel {
  const parts = node.arguments.map((argument) => compilePart(argument, scope, options));
  const [first, second] = parts;
  if (first === undefined) throw new RangeError(`${node.function} without arguments`);
  const loop = loopOfFunction(node.function);
  if (loop && foldedFunctions[node.function]) {
    return parts.reduce((left, right) => ({ kernel: map2(loop, left, right), isOwn: true })).kernel;
  }
  const ofOne = functionsOfOne[node.function];
  if (ofOne) return map1(ofOne, first);
  if (loop && second) return map2(loop, first, second);
  const kernels = parts.map(({ kernel }) => kernel);
  switch (node.function) {
    case "DATE":
      return mapRows(kernels, ([year = Number.NaN, month = Number.NaN, date = Number.NaN]) =>
        dateOf(year, month, date),
      );
    case "CHOOSE":
      return chooseRows(first.kernel, kernels.slice(1));
    default:
      return cases(kernels);
  }
}

const at = (values: Float64Array, row: number): number => values[row] ?? Number.NaN;

/** Where a result of `count` rows goes: over a part's own column if there is one, which spares the memory. */
function room(count: number, a: Float64Array, left: Part, b: Float64Array, right: Part): Float64Array {
  if (a.length === 1 && b.length === 1) return new Float64Array(1);
  if (left.isOwn && a.length === count) return a;
  return right.isOwn && b.length === count ? b : new Float64Array(count);
}

function map1(operation: Operation1, part: Part): NodeKernel {
  return (source, count) => {
    const a = part.kernel(source, count);
    const result = room(count, a, part, a, part);
    for (let row = 0; row < result.length; row += 1) result[row] = operation(at(a, row));
    return result;
  };
}

function map2(loop: Loop2, left: Part, right: Part): NodeKernel {
  return (source, count) => {
    const a = left.kernel(source, count);
    const b = right.kernel(source, count);
    const result = room(count, a, left, b, right);
    loop(result, a, stepOf(a), b, stepOf(b));
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
    // a condition on readings or parameters picks its branch for all rows
    if (tests.length === 1 && tests[0] === 1) return then(source, count);
    if (tests.length === 1 && tests[0] === 0) return otherwise(source, count);
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

/** CHOOSE: an index that is UNKNOWN or out of the list gives UNKNOWN. */
function chooseRows(index: NodeKernel, values: readonly NodeKernel[]): NodeKernel {
  return (source, count) => {
    const places = index(source, count);
    const columns = values.map((value) => value(source, count));
    const isConstant = places.length === 1 && columns.every((column) => column.length === 1);
    const result = new Float64Array(isConstant ? 1 : count);
    const step = stepOf(places);
    for (let row = 0; row < result.length; row += 1) {
      const column = columns[Math.trunc(at(places, row * step)) - 1];
      result[row] = column ? at(column, row * stepOf(column)) : Number.NaN;
    }
    return result;
  };
}
