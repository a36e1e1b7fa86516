import type { Fen } from "./money.ts";

/**
 * Gini coefficient: 0 among equal amounts, to nearly 1 where one has all; 0 where there is nothing.
 * @param ascending amounts in 分, smallest first, none negative
 */
export function giniOf(ascending: Float64Array): number {
  const count = ascending.length;
  const total = ascending.reduce((sum, amount) => sum + amount, 0);
  if (total === 0) return 0;
  const ranked = ascending.reduce((sum, amount, rank) => sum + (rank + 1) * amount, 0);
  return (2 * ranked) / (count * total) - (count + 1) / count;
}

/** Sum of the largest so many amounts. @param ascending amounts in 分, smallest first */
export const largestSum = (ascending: Float64Array, count: number): Fen =>
  ascending.subarray(Math.max(0, ascending.length - count)).reduce((sum, amount) => sum + amount, 0);
