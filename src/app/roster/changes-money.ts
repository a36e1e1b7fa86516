import type { LineChange } from "../../core/policy/compare/roster-money.ts";
import { sumOf } from "../../core/policy/totals.ts";
import { amountText, type MoneyUnit } from "../text/amount.ts";

/** An amount with its sign; none before nothing. */
export const signedAmount = (fen: number, unit: MoneyUnit): string => {
  const text = amountText(fen, unit);
  return fen > 0 ? `+${text}` : text;
};

/** Committed before, after and their difference as cells of a table; undefined where no year differs on any basis. */
export function moneyCells({ before, after, difference }: LineChange, unit: MoneyUnit): readonly string[] | undefined {
  const { committed, statutory, unverified } = difference;
  if (committed.size + statutory.size + unverified.size === 0) return undefined;
  return [
    amountText(sumOf(before.committed), unit),
    amountText(sumOf(after.committed), unit),
    signedAmount(sumOf(committed), unit),
  ];
}
