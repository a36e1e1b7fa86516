export { checkFormula } from "./check.ts";
export type { CheckedFormula, CheckOptions } from "./check.ts";
export { compileKernel } from "./kernel.ts";
export type { KernelOptions } from "./kernel.ts";
export { functionNames } from "./node.ts";
export type { CheckedNode, FormulaNode, FunctionName } from "./node.ts";
export { parseFormula } from "./parse.ts";
