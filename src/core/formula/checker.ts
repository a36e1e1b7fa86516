import type { CheckedNode, FormulaNode, Span } from "./node.ts";
import { problem, unitLabels } from "./problem.ts";
import type { FormulaProblem, Scope, Unit } from "./types.ts";

/** Where a part stands. */
export interface Place {
  /** Directly in MIN, where an empty cell is no limit. */
  readonly mayBeUnset?: boolean;
}

/** What the check of one formula knows and gathers. */
export interface Checker {
  readonly scope: Scope;
  /** The text that the places of the tree refer to. */
  readonly text: string;
  readonly names: Set<string>;
  readonly problems: FormulaProblem[];
  /** Definitions being inlined, outermost first. */
  readonly open: readonly string[];
  /** Inside a definition: where its name stands in the text the user typed. */
  readonly anchor?: Span;
  check(node: FormulaNode, checker: Checker, place?: Place): CheckedNode | undefined;
}

export const describe = (unit: Unit): string => unitLabels[unit].en;

/** Notes a mistake; inside a definition it is placed at the definition's name. */
export function report(checker: Checker, code: FormulaProblem["code"], span: Span, zh: string, en: string): undefined {
  const definition = checker.open.at(-1);
  const inside = definition === undefined ? "" : `“${definition}”`;
  checker.problems.push(
    problem(
      code,
      checker.anchor ?? span,
      inside === "" ? zh : `定义${inside}中：${zh}`,
      inside === "" ? en : `in the definition ${inside}: ${en}`,
    ),
  );
}
