import type { BinaryOperator, FormulaNode, FunctionName, Span } from "./node.ts";
import { functionNames, precedence, precedenceOf } from "./node.ts";
import { problem } from "./problem.ts";
import type { FormulaToken } from "./token.ts";
import { tokensOf } from "./token.ts";
import type { FormulaProblem } from "./types.ts";

/** Excel's own limits. */
const LONGEST_TEXT = 8192;
const DEEPEST_NESTING = 64;

/** Thrown and caught inside this file only. */
class Refusal extends Error {
  readonly problem: FormulaProblem;
  constructor(refused: FormulaProblem) {
    super(refused.message.en);
    this.problem = refused;
  }
}

/**
 * Reads an Excel formula without its leading `=` into a tree with places. Stops at the first mistake. Cell
 * references, ranges, arrays, intersections, text joins and functions outside the closed list are refused.
 */
export function parseFormula(text: string): { tree: FormulaNode } | { problems: readonly FormulaProblem[] } {
  if (text.length > LONGEST_TEXT) {
    const place = { start: LONGEST_TEXT, end: text.length };
    return {
      problems: [problem("syntax", place, "公式过长（上限8192字）", "the formula is longer than 8192 characters")],
    };
  }
  const words = tokensOf(text);
  if ("refused" in words) return { problems: [words.refused] };
  try {
    return { tree: new Parser(words.tokens).whole() };
  } catch (error) {
    if (error instanceof Refusal) return { problems: [error.problem] };
    throw error;
  }
}

function refuse(code: FormulaProblem["code"], span: Span, zh: string, en: string): never {
  throw new Refusal(problem(code, span, zh, en));
}

const binaryOperators = new Set(["=", "<>", "<", "<=", ">", ">=", "+", "-", "*", "/", "^"]);
const isBinaryOperator = (text: string): text is BinaryOperator => binaryOperators.has(text);
const isFunctionName = (text: string): text is FunctionName => functionNames.some((known) => known === text);

/** Precedence climbing over the words. */
class Parser {
  private position = 0;
  private depth = 0;
  private readonly tokens: readonly FormulaToken[];

  constructor(tokens: readonly FormulaToken[]) {
    this.tokens = tokens;
  }

  whole(): FormulaNode {
    const tree = this.expression(precedence.comparison);
    if (this.next.kind !== "end") this.refuseNext();
    return tree;
  }

  private get next(): FormulaToken {
    const token = this.tokens[this.position] ?? this.tokens.at(-1);
    if (token === undefined) throw new RangeError("a list of words has at least its end");
    return token;
  }

  private take(): FormulaToken {
    const token = this.next;
    this.position += 1;
    return token;
  }

  private takeIf(operator: string): FormulaToken | undefined {
    return this.next.kind === "operator" && this.next.value === operator ? this.take() : undefined;
  }

  private expression(lowest: number): FormulaNode {
    this.depth += 1;
    if (this.depth > DEEPEST_NESTING) {
      refuse("syntax", this.next, "嵌套超过64层", "more than 64 levels of nesting");
    }
    let left = this.postfix();
    while (this.next.kind === "operator" && isBinaryOperator(this.next.value)) {
      const operator = this.next.value;
      if (precedenceOf(operator) < lowest) break;
      this.take();
      const right = this.expression(precedenceOf(operator) + 1);
      left = { kind: "binary", operator, left, right, start: left.start, end: right.end };
    }
    this.depth -= 1;
    return left;
  }

  private postfix(): FormulaNode {
    let operand = this.signed();
    for (let percent = this.takeIf("%"); percent; percent = this.takeIf("%")) {
      operand = { kind: "unary", operator: "%", operand, start: operand.start, end: percent.end };
    }
    return operand;
  }

  private signed(): FormulaNode {
    const signs: FormulaToken[] = [];
    for (let sign = this.takeSign(); sign; sign = this.takeSign()) signs.push(sign);
    return signs.reduceRight<FormulaNode>((operand, sign) => {
      const operator = sign.value === "-" ? "-" : "+";
      return { kind: "unary", operator, operand, start: sign.start, end: operand.end };
    }, this.atom());
  }

  private takeSign(): FormulaToken | undefined {
    return this.takeIf("-") ?? this.takeIf("+");
  }

  private atom(): FormulaNode {
    const token = this.next;
    const { start, end } = token;
    switch (token.kind) {
      case "number":
        this.take();
        return { kind: "number", value: Number(token.value), start, end };
      case "text":
        this.take();
        return { kind: "text", value: token.value.slice(1, -1).replaceAll('""', '"'), start, end };
      case "truth":
        this.take();
        return { kind: "truth", value: token.value.toUpperCase() === "TRUE", start, end };
      case "name":
        this.take();
        return { kind: "name", name: token.value, start, end };
      case "function":
        return this.call();
      default:
        return this.bracketed();
    }
  }

  private bracketed(): FormulaNode {
    const open = this.takeIf("(");
    if (open === undefined) return this.refuseNext();
    const inner = this.expression(precedence.comparison);
    return { ...inner, start: open.start, end: this.close(open).end };
  }

  private call(): FormulaNode {
    const token = this.take();
    const name = token.value.toUpperCase().replace(/^_XLFN\./, "");
    if (!isFunctionName(name)) {
      const list = functionNames.join(" ");
      refuse(
        "unknown-function",
        token,
        `不支持函数“${token.value}”；可用：${list}`,
        `no function “${token.value}”; there are ${list}`,
      );
    }
    const open = this.takeIf("(") ?? this.refuseNext();
    const found: FormulaNode[] = [];
    if (!(this.next.kind === "operator" && this.next.value === ")")) {
      do found.push(this.expression(precedence.comparison));
      while (this.takeIf(","));
    }
    return { kind: "call", function: name, arguments: found, start: token.start, end: this.close(open).end };
  }

  private close(open: FormulaToken): FormulaToken {
    const close = this.takeIf(")");
    if (close) return close;
    if (this.next.kind === "end") refuse("syntax", open, "括号没有闭合", "this bracket is never closed");
    return this.refuseNext();
  }

  private refuseNext(): never {
    const token = this.next;
    if (token.kind === "end") refuse("syntax", token, "公式不完整，此处缺少内容", "the formula ends too early");
    if (token.kind !== "operator" || token.value === "(") this.refuseOperand(token);
    const { value } = token;
    if ("{}:#@&".includes(value)) {
      refuse(
        "not-allowed",
        token,
        `不支持“${value}”（数组、区域、文本连接等）`,
        `“${value}” (arrays, ranges, joins of texts) is not allowed`,
      );
    }
    return refuse("syntax", token, `“${value}”出现在此处不合语法`, `“${value}” cannot stand here`);
  }

  private refuseOperand(token: FormulaToken): never {
    const spaced = this.tokens[this.position - 1]?.end !== token.start;
    const zh = `“${token.value}”之前缺少运算符`;
    const en = `an operator is missing before “${token.value}”`;
    return refuse(spaced ? "not-allowed" : "syntax", token, zh, en);
  }
}
