import { explainFormula } from "../../formula/formula.ts";
import type { ExplanationNode, OperandSource } from "../../formula/types.ts";
import type { Scope } from "../../formula/types.ts";
import type { Roster } from "../../roster/roster.ts";
import type { Compiled } from "../prepare.ts";

/** One row of a block: where its operands are. */
export interface ExplainedRow {
  readonly scope: Scope;
  readonly roster: Roster;
  readonly source: OperandSource;
  readonly index: number;
}

/** A formula with the values of one row, compiled as its kernel was. */
export function treeOf(formula: Compiled, { scope, roster, source, index }: ExplainedRow): ExplanationNode {
  const { checked } = formula;
  return explainFormula(
    checked,
    scope,
    (name) => {
      const { values, state } = source(name);
      const at = values.length === 1 ? 0 : index;
      const value = values[at] ?? Number.NaN;
      const info = scope.lookup(name);
      const shown = info?.unit === "text" && info.choices === undefined ? roster.texts[value] : undefined;
      return { value, ...(state && { state: state[at] ?? 0 }), ...(shown !== undefined && { shown }) };
    },
    { amounts: checked.unit === "yuan" },
  );
}

/** Amounts are compiled inside a MIN of one argument, which says nothing. */
export function amountTreeOf(formula: Compiled, row: ExplainedRow): ExplanationNode {
  const tree = treeOf(formula, row);
  const [only] = tree.children;
  return only && tree.children.length === 1 && tree.text.startsWith("MIN(") ? only : tree;
}

/** Names that make a condition FALSE or UNKNOWN, each once; none where it is TRUE. */
export function decidingNames(tree: ExplanationNode): readonly string[] {
  return tree.value === 1 ? [] : [...new Set(decidersOf(tree))];
}

const namesIn = (node: ExplanationNode): string[] =>
  node.children.length > 0 ? node.children.flatMap(namesIn) : node.name === undefined ? [] : [node.name];

function decidersOf(node: ExplanationNode): string[] {
  if (node.children.length === 0) return namesIn(node);
  if (node.chosen !== undefined) return decidersOfChoice(node);
  const unknown = Number.isNaN(node.value);
  const guilty = node.children.filter(({ unit, value }) =>
    unknown ? Number.isNaN(value) : unit === "truth" && value === node.value,
  );
  return (guilty.length > 0 ? guilty : node.children).flatMap(decidersOf);
}

/** An IF is decided by the branch it took, and by its test where that branch is UNKNOWN. */
function decidersOfChoice(node: ExplanationNode): string[] {
  const taken = node.children[node.chosen ?? 0];
  const test = node.children[0];
  const byBranch = taken ? decidersOf(taken) : [];
  return Number.isNaN(node.value) && test ? [...namesIn(test), ...byBranch] : byBranch;
}
