/**
 * What a formula's value is: 元, a share, a number of things, a day, a text out of a closed list, or a truth.
 * `number` is a bare literal, which takes the unit its neighbour needs.
 */
export type Unit = "yuan" | "share" | "count" | "date" | "text" | "truth" | "number";

/** What a name in a formula stands for; decides the cell it becomes in the workbook. */
export type NameKind = "column" | "parameter" | "reading" | "state" | "definition" | "constant";

/** One name a formula may use. */
export interface NameInfo {
  readonly name: string;
  readonly unit: Unit;
  readonly kind: NameKind;
  /** A blank operand reads 0 in amounts (field dictionary says so); else it makes the amount UNKNOWN. */
  readonly blankIsZero?: boolean;
  /** May be unset (no cap): then it is legal only as a direct argument of MIN. */
  readonly mayBeUnset?: boolean;
  /** Closed list of a text name; comparing with any other text is an error. */
  readonly choices?: readonly string[];
  /** Definitions only: the formula the name stands for, inlined before checking. */
  readonly formula?: string;
}

/** Knows every name a formula may use. */
export interface Scope {
  lookup(name: string): NameInfo | undefined;
  /** All names, for suggestions in messages and in the editor. */
  names(): Iterable<NameInfo>;
}

/** A mistake in a formula, with its place in the text the user typed (0-based, end exclusive). */
export interface FormulaProblem {
  readonly code:
    | "syntax"
    | "unknown-name"
    | "unknown-function"
    | "argument-count"
    | "unit-mismatch"
    | "not-allowed"
    | "unset-outside-min"
    | "blank-test-needs-column"
    | "not-in-list"
    | "circular-definition";
  readonly start: number;
  readonly end: number;
  /** Chinese and English sentence: what is wrong and what would be right. */
  readonly message: { readonly zh: string; readonly en: string };
}

/**
 * A block of operand values. Number, money (in 元), date, choice index: as they are; truth: 1 or 0; blank or
 * unknown: NaN; unset: +Infinity. Length `count`, or 1 for a value that is the same in every row.
 */
export interface Operand {
  readonly values: Float64Array;
  /** `CellState` a row, for the blank test `name=""`; without it NaN is blank and nothing is unreadable. */
  readonly state?: Uint8Array;
  /** No value is NaN and every cell is filled, as whoever made it found. */
  readonly isWhole?: true;
}

/** Gives the operands of the names a kernel asks for, all of length `count` or 1. */
export type OperandSource = (name: string) => Operand;

/**
 * The compiled formula as a column operation. Result length `count`: numbers as in {@link Operand}; truth is
 * Kleene (1, 0, NaN for UNKNOWN).
 */
export type Kernel = (source: OperandSource, count: number) => Float64Array;

/** One step of an explanation: the same tree with values put in. */
export interface ExplanationNode {
  /** The part of the formula, in its own words. */
  readonly text: string;
  readonly unit: Unit;
  /** NaN = unknown, +Infinity = unset. Text and choices: see `shown`. */
  readonly value: number;
  /** Set where the value is a text. */
  readonly shown?: string;
  /** Name, where the node is one; the page finds clause and cell by it. */
  readonly name?: string;
  /** MIN, MAX and IF: index of the child that gave the result. */
  readonly chosen?: number;
  readonly children: readonly ExplanationNode[];
}
