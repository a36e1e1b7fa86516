import { checkCall } from "./check-call.ts";
import type { Checker, Place } from "./checker.ts";
import { describe, report } from "./checker.ts";
import type { BinaryOperator, CheckedNode, FormulaNode, Span } from "./node.ts";
import { isComparison, unknownName } from "./node.ts";
import { parseFormula } from "./parse.ts";
import { unitLabels } from "./problem.ts";
import type { FormulaProblem, NameInfo, Scope, Unit } from "./types.ts";
import { arithmeticUnit, commonUnit, fits, isQuantity } from "./unit-algebra.ts";

/** A formula that is sound: every name known, every unit agreeing, definitions inlined. */
export interface CheckedFormula {
  readonly text: string;
  readonly tree: CheckedNode;
  readonly unit: Unit;
  /** Names whose operands a kernel asks for, each once, in the order of their first use. */
  readonly names: readonly string[];
}

export interface CheckOptions {
  /** The formula is an upper limit: it will stand as an argument of MIN, so it may be a bare unset name. */
  readonly asLimit?: boolean;
}

/**
 * Parses and checks a formula whose value must have the unit `expected`; finds all mistakes of units and names
 * at once. A mistake inside a definition is reported where its name stands in `text`.
 */
export function checkFormula(
  text: string,
  scope: Scope,
  expected: Unit,
  options: CheckOptions = {},
): CheckedFormula | { problems: readonly FormulaProblem[] } {
  const parsed = parseFormula(text);
  if ("problems" in parsed) return parsed;
  const names = new Set<string>();
  const problems: FormulaProblem[] = [];
  const checker: Checker = { scope, text, names, problems, open: [], check };
  const tree = check(parsed.tree, checker, { mayBeUnset: options.asLimit === true });
  if (tree && !fits(tree.unit, expected)) reportUnit(checker, parsed.tree, tree.unit, expected);
  if (tree === undefined || problems.length > 0) return { problems };
  return { text, tree, unit: tree.unit, names: [...names] };
}

function reportUnit(checker: Checker, span: Span, found: Unit, expected: Unit): void {
  const zh = `此处应为${unitLabels[expected].zh}，实为${unitLabels[found].zh}`;
  report(checker, "unit-mismatch", span, zh, `${describe(expected)} is wanted here, found ${describe(found)}`);
}

function check(node: FormulaNode, checker: Checker, place: Place = {}): CheckedNode | undefined {
  const text = checker.text.slice(node.start, node.end);
  switch (node.kind) {
    case "number":
      return { kind: "number", value: node.value, unit: "number", text };
    case "truth":
      return { kind: "truth", value: node.value, unit: "truth", text };
    case "text":
      return refuseText(node, checker);
    case "name":
      return checkName(node, checker, place);
    case "call":
      return checkCall(node, checker);
    case "unary":
      return checkUnary(node, checker);
    case "binary":
      return isComparison(node.operator) ? checkComparison(node, checker) : checkArithmetic(node, checker);
  }
}

function refuseText(node: FormulaNode, checker: Checker): undefined {
  const zh = "文本只能与一个名称用 = 或 <> 比较";
  report(checker, "not-allowed", node, zh, "a text may only be compared with a name by = or <>");
}

type NodeOf<Kind extends FormulaNode["kind"]> = Extract<FormulaNode, { kind: Kind }>;

function checkName(node: NodeOf<"name">, checker: Checker, place: Place): CheckedNode | undefined {
  const info = lookUp(node, checker);
  if (info === undefined) return undefined;
  if (info.kind === "definition" && info.formula !== undefined) return inline(node, info, info.formula, checker);
  if (info.mayBeUnset === true && place.mayBeUnset !== true) {
    const zh = `“${info.name}”可能未设，只能直接作为MIN的参数`;
    report(checker, "unset-outside-min", node, zh, `“${info.name}” may be unset: it may only stand directly in MIN`);
    return undefined;
  }
  if (info.name !== unknownName) checker.names.add(info.name);
  return { kind: "name", name: info.name, unit: info.unit, text: checker.text.slice(node.start, node.end) };
}

function lookUp(node: NodeOf<"name">, checker: Checker): NameInfo | undefined {
  const info = checker.scope.lookup(node.name);
  if (info) return info;
  const near = nearest(node.name, checker.scope);
  const zh = `没有“${node.name}”这个名称${near === undefined ? "" : `，是否为“${near}”？`}`;
  const en = `there is no name “${node.name}”${near === undefined ? "" : `; did you mean “${near}”?`}`;
  report(checker, "unknown-name", node, zh, en);
  return undefined;
}

/** A known name that shares most characters with an unknown one. */
function nearest(name: string, scope: Scope): string | undefined {
  let best: string | undefined;
  let bestScore = 0.5;
  for (const { name: known } of scope.names()) {
    const all = new Set(name + known);
    const shared = [...all].filter((letter) => name.includes(letter) && known.includes(letter));
    const score = shared.length / all.size;
    if (score > bestScore) [best, bestScore] = [known, score];
  }
  return best;
}

function inline(span: Span, info: NameInfo, formula: string, checker: Checker): CheckedNode | undefined {
  const { name } = info;
  if (checker.open.includes(name)) {
    const ring = [...checker.open, name].join("→");
    report(checker, "circular-definition", span, `定义循环：${ring}`, `definitions in a circle: ${ring}`);
    return undefined;
  }
  const inner: Checker = { ...checker, text: formula, anchor: checker.anchor ?? span, open: [...checker.open, name] };
  const parsed = parseFormula(formula);
  if ("problems" in parsed) {
    for (const found of parsed.problems) report(inner, found.code, found, found.message.zh, found.message.en);
    return undefined;
  }
  const tree = check(parsed.tree, inner);
  if (tree && !fits(tree.unit, info.unit)) reportUnit(inner, parsed.tree, tree.unit, info.unit);
  return tree && { ...tree, unit: info.unit, definition: name };
}

function checkUnary(node: NodeOf<"unary">, checker: Checker): CheckedNode | undefined {
  const operand = check(node.operand, checker);
  if (operand === undefined) return undefined;
  const percent = node.operator === "%";
  if (percent ? operand.unit !== "number" : !isQuantity(operand.unit)) {
    reportUnit(checker, node.operand, operand.unit, "number");
    return undefined;
  }
  const unit = percent ? "share" : operand.unit;
  return { kind: "unary", operator: node.operator, operand, unit, text: checker.text.slice(node.start, node.end) };
}

function checkArithmetic(node: NodeOf<"binary">, checker: Checker): CheckedNode | undefined {
  const { operator } = node;
  const left = check(node.left, checker);
  const right = check(node.right, checker);
  if (left === undefined || right === undefined || isComparison(operator)) return undefined;
  const unit = arithmeticUnit(operator, left.unit, right.unit);
  if (unit === undefined) return refusePair(node, left.unit, right.unit, checker);
  return binary(node, left, right, unit, checker);
}

function binary(
  node: NodeOf<"binary">,
  left: CheckedNode,
  right: CheckedNode,
  unit: Unit,
  checker: Checker,
): CheckedNode {
  const text = checker.text.slice(node.start, node.end);
  return { kind: "binary", operator: node.operator, left, right, unit, text };
}

function refusePair(node: NodeOf<"binary">, left: Unit, right: Unit, checker: Checker): undefined {
  const zh = `${unitLabels[left].zh}与${unitLabels[right].zh}不能用“${node.operator}”运算`;
  const en = `“${node.operator}” does not apply to ${describe(left)} and ${describe(right)}`;
  report(checker, "unit-mismatch", node, zh, en);
}

const isEquality = (operator: BinaryOperator): boolean => operator === "=" || operator === "<>";

function checkComparison(node: NodeOf<"binary">, checker: Checker): CheckedNode | undefined {
  if (node.right.kind === "text") return checkTextComparison(node, node.left, node.right, checker);
  if (node.left.kind === "text") return checkTextComparison(node, node.right, node.left, checker);
  const left = check(node.left, checker);
  const right = check(node.right, checker);
  if (left === undefined || right === undefined) return undefined;
  const common = commonUnit(left.unit, right.unit);
  const ordered = common !== "text" && common !== "truth";
  const sameList = common !== "text" || haveSameChoices(left, right, checker);
  if (common === undefined || !sameList || (!ordered && !isEquality(node.operator))) {
    return refusePair(node, left.unit, right.unit, checker);
  }
  return binary(node, left, right, "truth", checker);
}

function haveSameChoices(left: CheckedNode, right: CheckedNode, checker: Checker): boolean {
  const [one, other] = [left, right].map((side) =>
    side.kind === "name" ? JSON.stringify(checker.scope.lookup(side.name)?.choices ?? null) : undefined,
  );
  return one !== undefined && one === other;
}

/** `name="text"`: the blank test, or a choice out of the name's closed list. */
function checkTextComparison(
  node: NodeOf<"binary">,
  subject: FormulaNode,
  literal: NodeOf<"text">,
  checker: Checker,
): CheckedNode | undefined {
  if (!isEquality(node.operator)) return refusePair(node, "text", "text", checker);
  if (literal.value === "") return checkBlankTest(node, subject, checker);
  if (subject.kind === "text") return refuseText(subject, checker);
  const name = check(subject, checker);
  if (name === undefined) return undefined;
  if (name.unit !== "text" || name.kind !== "name") return refusePair(node, name.unit, "text", checker);
  const choices = checker.scope.lookup(name.name)?.choices;
  const index = choices?.indexOf(literal.value) ?? -1;
  if (index < 0) return refuseChoice(literal, name.name, choices, checker);
  const text = checker.text.slice(literal.start, literal.end);
  return binary(node, name, { kind: "text", value: literal.value, index, unit: "text", text }, "truth", checker);
}

function refuseChoice(
  literal: NodeOf<"text">,
  name: string,
  choices: readonly string[] | undefined,
  checker: Checker,
): undefined {
  if (choices === undefined) {
    const zh = `“${name}”没有固定取值，只能检验是否为空`;
    report(checker, "not-allowed", literal, zh, `“${name}” has no closed list; only its blank test is possible`);
    return;
  }
  const list = choices.join("、");
  const zh = `“${literal.value}”不是“${name}”的取值；可用：${list}`;
  report(checker, "not-in-list", literal, zh, `“${literal.value}” is no value of “${name}”; there are ${list}`);
}

function checkBlankTest(node: NodeOf<"binary">, subject: FormulaNode, checker: Checker): CheckedNode | undefined {
  const info = subject.kind === "name" ? lookUp(subject, checker) : undefined;
  if (subject.kind === "name" && info === undefined) return undefined;
  if (info?.kind !== "column") {
    const zh = '只有名册的列可以用 ="" 或 <>"" 检验是否为空';
    report(checker, "blank-test-needs-column", subject, zh, 'only a bare column can be tested by ="" or <>""');
    return undefined;
  }
  checker.names.add(info.name);
  const text = checker.text.slice(subject.start, subject.end);
  return {
    kind: "blank-test",
    column: { kind: "name", name: info.name, unit: info.unit, text },
    trueIf: node.operator === "=" ? "blank" : "filled",
    unit: "truth",
    text: checker.text.slice(node.start, node.end),
  };
}
