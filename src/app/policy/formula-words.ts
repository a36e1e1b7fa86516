import { parseFormula, type FormulaNode } from "../../core/formula/formula.ts";
import type { Measure, Policy } from "../../core/policy/policy.ts";
import { fieldsOf } from "../../core/roster/fields.ts";
import { policyText, type FormulaTerms } from "./policy-text.ts";

type Language = "zh" | "en";
type NameOf = (name: string) => string;

const signs: Readonly<Record<string, string>> = { "*": "×", "-": "−", "/": "÷", "<>": "≠", "<=": "≤", ">=": "≥" };

/** A part of arithmetic in brackets, unless it is a name or a number. */
function bracketed(node: FormulaNode, terms: FormulaTerms, nameOf: NameOf): string {
  const text = worded(node, terms, nameOf);
  const isPlain = node.kind === "name" || node.kind === "number" || isProduct(node);
  return isPlain ? text : `(${text})`;
}

const isProduct = (node: FormulaNode): boolean => node.kind === "binary" && node.operator === "*";
const isZero = (node: FormulaNode | undefined): boolean => node?.kind === "number" && node.value === 0;

function wordedCall(node: FormulaNode & { kind: "call" }, terms: FormulaTerms, nameOf: NameOf): string {
  const parts = node.arguments.map((part) => worded(part, terms, nameOf));
  const [first = "", second = "", third = ""] = parts;
  switch (node.function) {
    case "MIN":
      return terms.least(parts);
    case "MAX":
      return isZero(node.arguments[0]) && parts.length === 2 ? terms.notNegative(second) : terms.largest(parts);
    case "IF":
      return terms.choice(first, second, third);
    case "CHOOSE":
      return terms.byRank(first, parts.slice(1));
    case "ROUND":
      return terms.rounded(first);
    default:
      return `${node.function}(${parts.join(", ")})`;
  }
}

function worded(node: FormulaNode, terms: FormulaTerms, nameOf: NameOf): string {
  switch (node.kind) {
    case "name":
      return nameOf(node.name);
    case "number":
      return String(node.value);
    case "text":
      return node.value;
    case "truth":
      return String(node.value).toUpperCase();
    case "call":
      return wordedCall(node, terms, nameOf);
    case "unary":
      return `${node.operator}${bracketed(node.operand, terms, nameOf)}`;
    case "binary": {
      if (node.operator === "=" && node.right.kind === "text")
        return terms.is(worded(node.left, terms, nameOf), node.right.value);
      const [left, right] = [node.left, node.right].map((part) => bracketed(part, terms, nameOf));
      return `${left} ${signs[node.operator] ?? node.operator} ${right}`;
    }
    default:
      return node satisfies never;
  }
}

/** What names of a measure's formulas are called in a language; the terms of the law stand as they are in Chinese. */
function namesOf(policy: Policy, measure: Measure, language: Language): NameOf {
  if (language === "zh") return (name) => name;
  const local = ({ key }: { readonly key: string }): string =>
    key.startsWith(`${measure.id}.`) ? key.slice(measure.id.length + 1) : key;
  const english = new Map<string, string>([
    ...Object.entries(policyText.en.names),
    ...[...fieldsOf("enterprises"), ...fieldsOf(measure.table)].map(({ label, english: en }) => [label, en] as const),
    ...policy.readings.map(({ name, label }) => [name, label.en] as const),
    ...policy.definitions.map(({ name, label }) => [name, label.en] as const),
    ...policy.yearLookups.map(({ name, english: en }) => [name, en] as const),
    ...policy.parameters.map(({ key, label }) => [key, label.en] as const),
    ...policy.parameters.map((parameter) => [local(parameter), parameter.label.en] as const),
  ]);
  return (name) => english.get(name) ?? name;
}

/** A formula of a measure as a sentence reads it. @throws Error for a formula that does not parse (our own mistake) */
export function formulaWords(formula: string, policy: Policy, measure: Measure, language: Language): string {
  const parsed = parseFormula(formula);
  if ("problems" in parsed) throw new Error(`${measure.id}: ${parsed.problems[0]?.message.en ?? "no formula"}`);
  return worded(parsed.tree, policyText[language].terms, namesOf(policy, measure, language));
}

/** The whole amount as one Excel formula: before limits, under every limit, never below 0. */
export const wholeFormula = ({ gross, limits }: Measure): string =>
  limits.length === 0 ? gross : `MIN(${[gross, ...limits.map(({ formula }) => formula)].join(", ")})`;
