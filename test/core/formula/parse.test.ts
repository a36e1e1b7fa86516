import { describe, expect, it } from "vitest";
import { parseFormula } from "../../../src/core/formula/formula.ts";
import type { FormulaNode } from "../../../src/core/formula/formula.ts";

/** Fully bracketed, so that the shape of the tree can be read. */
function shape(node: FormulaNode): string {
  switch (node.kind) {
    case "binary":
      return `(${shape(node.left)}${node.operator}${shape(node.right)})`;
    case "unary":
      return node.operator === "%" ? `(${shape(node.operand)}%)` : `(${node.operator}${shape(node.operand)})`;
    case "call":
      return `${node.function}(${node.arguments.map(shape).join(",")})`;
    case "name":
      return node.name;
    case "text":
      return JSON.stringify(node.value);
    default:
      return String(node.value);
  }
}

function parsed(text: string): FormulaNode {
  const result = parseFormula(text);
  if ("problems" in result) throw new Error(JSON.stringify(result.problems));
  return result.tree;
}

describe("the parser", () => {
  it.each([
    ["1+2*3-4", "((1+(2*3))-4)"],
    ["-2^2", "((-2)^2)"],
    ["2^-1%", "(2^((-1)%))"],
    ["a-b-d", "((a-b)-d)"],
    ["a--b", "(a-(-b))"],
    ["a<=b+1", "(a<=(b+1))"],
    ["a=b=TRUE", "((a=b)=true)"],
    ["50%*x", "((50%)*x)"],
    ["min( 总投资 ,\n m12b.单户上限 )", "MIN(总投资,m12b.单户上限)"],
    ["档次金额.市级专精特新*营业收入2023", "(档次金额.市级专精特新*营业收入2023)"],
    ['a="x""y"', '(a="x\\"y")'],
    ["1.5e3", "1500"],
    ["_xlfn.IFS(a,1)", "IFS(a,1)"],
  ])("reads %s as %s", (text, tree) => {
    expect(shape(parsed(text))).toBe(tree);
  });

  it("keeps the place of every part", () => {
    const tree = parsed("1 + MIN(a, (b))");
    expect(tree).toMatchObject({
      start: 0,
      end: 15,
      right: {
        start: 4,
        end: 15,
        arguments: [
          { start: 8, end: 9 },
          { start: 11, end: 14 },
        ],
      },
    });
  });

  it.each([
    ["", "syntax", 0, 0],
    ["1+", "syntax", 2, 2],
    ["(1+2", "syntax", 0, 1],
    ["1)", "syntax", 1, 2],
    ["MIN(1,,2)", "syntax", 6, 7],
    ["=1", "syntax", 0, 1],
    ['a="甲', "syntax", 2, 4],
    ["a>>1", "syntax", 2, 3],
    ["2a", "syntax", 0, 2],
    ["MIN（1，2）", "syntax", 3, 4],
    ["a+总投资×2", "syntax", 5, 6],
    ["a b", "not-allowed", 2, 3],
    ["A1+1", "not-allowed", 0, 2],
    ["1+$B$2", "not-allowed", 2, 6],
    ["SUM(A1:B2)", "not-allowed", 4, 9],
    ["SUM(A:A)", "not-allowed", 4, 7],
    ["表!A1", "not-allowed", 0, 4],
    ["a:b", "not-allowed", 0, 3],
    ["甲:乙", "not-allowed", 1, 2],
    ["{1,2}", "not-allowed", 0, 1],
    ['a&"x"', "not-allowed", 1, 2],
    ["#REF!", "not-allowed", 0, 5],
    ["LET(x,1,x)", "unknown-function", 0, 3],
    ["1+NOW()", "unknown-function", 2, 5],
    ["VLOOKUP(a,b,1)", "unknown-function", 0, 7],
    ["9*(", "syntax", 3, 3],
  ])("refuses %s as %s at %d–%d", (text, code, start, end) => {
    expect(parseFormula(text)).toMatchObject({ problems: [{ code, start, end }] });
  });

  it("says what is wrong in both languages", () => {
    const result = parseFormula("SUMIFS(a)");
    expect(result).toMatchObject({ problems: [{ message: { zh: expect.stringContaining("不支持函数“SUMIFS”") } }] });
    expect(result).toMatchObject({ problems: [{ message: { en: expect.stringContaining("MIN MAX IF") } }] });
  });

  it("refuses what is nested too deep or too long instead of failing", () => {
    const deep = `${"(".repeat(5000)}1`;
    expect(parseFormula(deep)).toMatchObject({ problems: [{ code: "syntax", start: 64 }] });
    expect(parseFormula("1".repeat(8193))).toMatchObject({ problems: [{ code: "syntax" }] });
    expect(parseFormula(`${"-".repeat(8000)}1`)).toHaveProperty("tree");
  });
});
