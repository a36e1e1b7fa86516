import type { CheckedFormula } from "./check.ts";
import type { CheckedNode } from "./node.ts";
import { precedence, precedenceOf } from "./node.ts";

interface Written {
  readonly text: string;
  /** How tightly its outermost operator binds. */
  readonly level: number;
}

const atom = (text: string): Written => ({ text, level: precedence.atom });

/**
 * The formula as Excel stores it, without the leading `=`: each name replaced by what `write` gives (a cell or
 * defined name), brackets only where Excel's order needs them, `_xlfn.` before IFS.
 */
export const toWorkbook = (checked: CheckedFormula, write: (name: string) => string): string =>
  written(checked.tree, write).text;

function written(node: CheckedNode, write: (name: string) => string): Written {
  switch (node.kind) {
    case "number":
      return atom(String(node.value).toUpperCase());
    case "truth":
      return atom(node.value ? "TRUE" : "FALSE");
    case "text":
      return atom(`"${node.value.replaceAll('"', '""')}"`);
    case "name":
      return atom(write(node.name));
    case "blank-test":
      return {
        text: `${write(node.column.name)}${node.trueIf === "blank" ? "=" : "<>"}""`,
        level: precedence.comparison,
      };
    case "call": {
      const name = node.function === "IFS" ? "_xlfn.IFS" : node.function;
      return atom(`${name}(${node.arguments.map((argument) => written(argument, write).text).join(",")})`);
    }
    case "unary": {
      const level = node.operator === "%" ? precedence.percent : precedence.sign;
      const operand = bracketed(written(node.operand, write), level);
      return { text: node.operator === "%" ? `${operand}%` : `${node.operator}${operand}`, level };
    }
    case "binary": {
      const level = precedenceOf(node.operator);
      const left = bracketed(written(node.left, write), level);
      const right = bracketed(written(node.right, write), level + 1); // operators of one level run from the left
      return { text: `${left}${node.operator}${right}`, level };
    }
  }
}

const bracketed = ({ text, level }: Written, needed: number): string => (level < needed ? `(${text})` : text);
