import type { Unit } from "./types.ts";

/** The functions a formula may use; the list is closed. */
export const functionNames = [
  "MIN",
  "MAX",
  "IF",
  "IFS",
  "AND",
  "OR",
  "NOT",
  "ROUND",
  "ROUNDUP",
  "ROUNDDOWN",
  "INT",
  "ABS",
  "SUM",
  "EDATE",
  "DATE",
  "YEAR",
  "MONTH",
  "DAY",
  "CHOOSE",
] as const;
export type FunctionName = (typeof functionNames)[number];

export const comparisonOperators = ["=", "<>", "<", "<=", ">", ">="] as const;
export type ComparisonOperator = (typeof comparisonOperators)[number];
export type ArithmeticOperator = "+" | "-" | "*" | "/" | "^";
export type BinaryOperator = ComparisonOperator | ArithmeticOperator;
export type UnaryOperator = "-" | "+" | "%";

/** How tightly an operator binds: Excel's order, in which the sign of -2^2 comes before the power. */
export const precedence = {
  comparison: 1,
  "+": 2,
  "-": 2,
  "*": 3,
  "/": 3,
  "^": 4,
  percent: 5,
  sign: 6,
  atom: 7,
} as const;

export const isComparison = (operator: BinaryOperator): operator is ComparisonOperator =>
  comparisonOperators.some((known) => known === operator);

export const precedenceOf = (operator: BinaryOperator): number =>
  isComparison(operator) ? precedence.comparison : precedence[operator];

/** A place in the text, 0-based, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What stands in a formula, with the place where it stands. */
export type FormulaNode = Span &
  (
    | { readonly kind: "number"; readonly value: number }
    | { readonly kind: "text"; readonly value: string }
    | { readonly kind: "truth"; readonly value: boolean }
    | { readonly kind: "name"; readonly name: string }
    | { readonly kind: "call"; readonly function: FunctionName; readonly arguments: readonly FormulaNode[] }
    | {
        readonly kind: "binary";
        readonly operator: BinaryOperator;
        readonly left: FormulaNode;
        readonly right: FormulaNode;
      }
    | { readonly kind: "unary"; readonly operator: UnaryOperator; readonly operand: FormulaNode }
  );

interface Checked {
  readonly unit: Unit;
  /** This part in its own words; for a part of a definition, the definition's words. */
  readonly text: string;
  /** Set on the top of an inlined definition: the name that stood here. */
  readonly definition?: string;
}

/** The same tree with every unit known, definitions inlined and texts found in their lists. */
export type CheckedNode = Checked &
  (
    | { readonly kind: "number"; readonly value: number }
    | { readonly kind: "text"; readonly value: string; /** In the compared name's choices. */ readonly index: number }
    | { readonly kind: "truth"; readonly value: boolean }
    | CheckedName
    | { readonly kind: "blank-test"; readonly column: CheckedNode & CheckedName; readonly trueIf: "blank" | "filled" }
    | { readonly kind: "call"; readonly function: FunctionName; readonly arguments: readonly CheckedNode[] }
    | {
        readonly kind: "binary";
        readonly operator: BinaryOperator;
        readonly left: CheckedNode;
        readonly right: CheckedNode;
      }
    | { readonly kind: "unary"; readonly operator: UnaryOperator; readonly operand: CheckedNode }
  );

export interface CheckedName {
  readonly kind: "name";
  readonly name: string;
}

/** The constant that is UNKNOWN wherever it stands. */
export const unknownName = "待核实";
