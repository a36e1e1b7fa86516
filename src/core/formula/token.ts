import { tokenize } from "@borgar/fx";
import type { Span } from "./node.ts";
import { problem } from "./problem.ts";
import type { FormulaProblem } from "./types.ts";

export type TokenKind = "number" | "text" | "truth" | "name" | "function" | "operator" | "end";

export interface FormulaToken extends Span {
  readonly kind: TokenKind;
  readonly value: string;
}

const kinds: Readonly<Record<string, TokenKind>> = {
  number: "number",
  string: "text",
  bool: "truth",
  range_named: "name",
  func: "function",
  operator: "operator",
};

const blankKinds = new Set(["whitespace", "newline"]);
const referenceKinds = new Set(["range", "range_beam", "range_ternary", "context", "context_quote", "structured"]);

/** Marks of Chinese input that the tokenizer takes for letters of a name. */
const fullWidthMarks = /[（），；“”＋－×÷＝＜＞≤≥≠％、。]/;

/** The words of a formula without its spaces, and an `end` word; or the first word that has no place in one. */
export function tokensOf(text: string): { tokens: readonly FormulaToken[] } | { refused: FormulaProblem } {
  const tokens: FormulaToken[] = [];
  let end = 0;
  // our own ends: the tokenizer's places would shift if it merged words
  for (const token of tokenize(text, { negativeNumbers: false })) {
    const start = end;
    end += token.value.length;
    if (blankKinds.has(token.type)) continue;
    const kind = kinds[token.type];
    if (kind === undefined || token.unterminated === true) {
      return { refused: refusal(token.type, token.value, { start, end }) };
    }
    const mark = kind === "name" || kind === "function" ? token.value.search(fullWidthMarks) : -1;
    if (mark >= 0) {
      const place = { start: start + mark, end: start + mark + 1 };
      return { refused: refusal("mark", token.value.charAt(mark), place) };
    }
    tokens.push({ kind, value: token.value, start, end });
  }
  tokens.push({ kind: "end", value: "", start: end, end });
  return { tokens };
}

function refusal(type: string, value: string, span: Span): FormulaProblem {
  if (referenceKinds.has(type)) {
    return problem(
      "not-allowed",
      span,
      `不能引用单元格或区域“${value}”，请用列名或参数名`,
      `“${value}” is a cell or range; use the name of a column or parameter`,
    );
  }
  if (type === "string") {
    return problem("syntax", span, '文本缺少结尾的引号 "', 'the text lacks its closing quote "');
  }
  if (type === "fx_prefix") return problem("syntax", span, "公式不以 = 开头", "leave out the leading =");
  if (type === "error") {
    return problem("not-allowed", span, `错误值“${value}”不能写入公式`, `the error value “${value}” has no place here`);
  }
  return problem(
    "syntax",
    span,
    `无法识别“${value}”；运算符、括号、逗号和引号用半角`,
    `“${value}” is not understood; write operators, brackets, commas and quotes in half width`,
  );
}
