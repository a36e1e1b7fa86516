import type { CheckedFormula } from "./check.ts";
import type { KernelOptions } from "./kernel.ts";
import { compileNode } from "./kernel.ts";
import type { CheckedNode } from "./node.ts";
import type { ExplanationNode, Operand, OperandSource, Scope } from "./types.ts";

/** What a name stands for in the one row explained. */
export interface NamedValue {
  /** As in {@link Operand}. */
  readonly value: number;
  /** The text, where the value is one; a choice is found by its index. */
  readonly shown?: string;
  /** `CellState`, for the blank test. */
  readonly state?: number;
}

interface Row {
  readonly scope: Scope;
  readonly source: OperandSource;
  readonly value: (name: string) => NamedValue;
  readonly options: KernelOptions;
}

/**
 * The formula with the values of one row put in, part by part: the same kernels over columns of length 1. Give the
 * options that the formula's kernel was compiled with.
 */
export function explainFormula(
  checked: CheckedFormula,
  scope: Scope,
  value: (name: string) => NamedValue,
  options: KernelOptions = {},
): ExplanationNode {
  const source = (name: string): Operand => operandOf(value(name));
  return explain(checked.tree, { scope, source, value, options });
}

const operandOf = ({ value, state }: NamedValue): Operand => ({
  values: Float64Array.of(value),
  ...(state === undefined ? {} : { state: Uint8Array.of(state) }),
});

function explain(node: CheckedNode, row: Row): ExplanationNode {
  const children = partsOf(node).map((part) => explain(part, row));
  const value = compileNode(node, row.scope, row.options)(row.source, 1)[0] ?? Number.NaN;
  const name = node.definition ?? (node.kind === "name" ? node.name : undefined);
  const shown = shownText(node, row);
  const chosen = chosenPart(node, children, value);
  return {
    text: node.definition ?? node.text,
    unit: node.unit,
    value,
    ...(shown === undefined ? {} : { shown }),
    ...(name === undefined ? {} : { name }),
    ...(chosen === undefined ? {} : { chosen }),
    children,
  };
}

function partsOf(node: CheckedNode): readonly CheckedNode[] {
  switch (node.kind) {
    case "call":
      return node.arguments;
    case "binary":
      return [node.left, node.right];
    case "unary":
      return [node.operand];
    case "blank-test":
      return [node.column];
    default:
      return [];
  }
}

function shownText(node: CheckedNode, row: Row): string | undefined {
  if (node.kind === "text") return node.value;
  if (node.kind !== "name" || node.unit !== "text") return undefined;
  const { value, shown } = row.value(node.name);
  return shown ?? row.scope.lookup(node.name)?.choices?.[value];
}

/** The part of MIN, MAX or IF that gave the result; none while the result is UNKNOWN. */
function chosenPart(node: CheckedNode, parts: readonly ExplanationNode[], value: number): number | undefined {
  if (node.kind !== "call" || Number.isNaN(value)) return undefined;
  if (node.function === "IF") return branchTaken(parts[0]?.value);
  const compares = node.function === "MIN" || node.function === "MAX";
  return compares ? parts.findIndex((part) => part.value === value) : undefined;
}

function branchTaken(condition: number | undefined): number | undefined {
  if (condition === 1) return 1;
  return condition === 0 ? 2 : undefined; // UNKNOWN: both branches agree
}
