export { checkFormula } from "./check.ts";
export type { CheckedFormula } from "./check.ts";
export { compileKernel } from "./kernel.ts";
export type { CheckedNode, FormulaNode } from "./node.ts";
export { parseFormula } from "./parse.ts";
export { explainFormula } from "./explain.ts";
export type { NamedValue } from "./explain.ts";
export { toWorkbook } from "./workbook-formula.ts";
