import { isBudget, MOST_BUDGET } from "../../core/policy/scenario-bounds.ts";
import type { MoneyUnit } from "../text/amount.ts";
import type { BudgetWords } from "./budget-text.ts";

/** Decimal places from the unit to 元. */
const places = { 元: 0, 万元: 4, 亿元: 8 } as const satisfies Record<MoneyUnit, number>;

/** Moves the decimal point in the written number, so that 1.1 亿元 is 110000000 元. */
const shifted = (digits: string, by: number): number => Number(`${digits}e${by}`);

/** A budget in 元 as it stands in its field; blank without one. */
export const budgetField = (yuan: number | undefined, unit: MoneyUnit): string =>
  yuan === undefined ? "" : String(shifted(String(yuan), -places[unit]));

/** What was typed or pasted: 元 to the 分, undefined for a blank, or a sentence that says what is wrong. */
export type BudgetEntry = { readonly amount: number | undefined } | { readonly problem: string };

/** @param where names the field in a sentence */
export function budgetEntry(typed: string, unit: MoneyUnit, where: string, { problem }: BudgetWords): BudgetEntry {
  const text = typed.normalize("NFKC").replaceAll(/[,\s]/gu, "");
  if (text === "" || text === "-") return { amount: undefined };
  const digits = /^[+-]?(\d+\.?\d*|\.\d+)$/u.test(text) ? text : "";
  if (digits === "") return { problem: problem.notNumber(where, typed.trim()) };
  const amount = Math.round(shifted(digits, places[unit] + 2)) / 100;
  if (isBudget(amount)) return { amount };
  return { problem: problem.range(where, `${budgetField(MOST_BUDGET, unit)} ${unit}`) };
}
