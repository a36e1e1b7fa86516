import type { Fen } from "../../money/money.ts";

/** Changes up to which every order is counted: 2^8 scenarios. */
export const MOST_SHAPLEY_CHANGES = 8;

/** What one change moves, over all orders in which the changes could be made, 分. */
export interface OrderEffect {
  /** Mean over all orders (Shapley value); the values of all changes sum to the whole difference. */
  readonly shapley: Fen;
  readonly least: Fen;
  readonly most: Fen;
}

/**
 * Exact by enumeration of all subsets. Shapley values are kept as whole 分 whose sum is the whole difference: fractions
 * are rounded down, and what is left goes to the largest fractions, earlier changes first.
 * @param worth total with each subset of the changes, 分; subset k holds change i where bit i of k is set
 * @throws RangeError unless there are 2^n totals, n at most {@link MOST_SHAPLEY_CHANGES}
 */
export function orderEffects(worth: readonly Fen[]): readonly OrderEffect[] {
  const changes = Math.log2(worth.length);
  if (!Number.isInteger(changes) || changes > MOST_SHAPLEY_CHANGES) {
    throw new RangeError(`totals of all subsets are 1, 2, 4 … ${2 ** MOST_SHAPLEY_CHANGES}, found ${worth.length}`);
  }
  const moves = Array.from({ length: changes }, (_, change) => movesOf(worth, change));
  const orders = factorial(changes);
  const shapley = wholeFen(
    moves.map((own) => own.reduce((sum, { size, amount }) => sum + weight(size, changes) * BigInt(amount), 0n)),
    orders,
  );
  return moves.map((own, change) => {
    const amounts = own.map(({ amount }) => amount);
    return { shapley: shapley[change] ?? 0, least: Math.min(...amounts), most: Math.max(...amounts) };
  });
}

/** What a change adds to each subset without it. */
function movesOf(worth: readonly Fen[], change: number): readonly { readonly size: number; readonly amount: Fen }[] {
  return worth.flatMap((without, subset) => {
    if ((subset >> change) & 1) return [];
    return [{ size: bitsOf(subset), amount: (worth[subset | (1 << change)] ?? Number.NaN) - without }];
  });
}

const bitsOf = (subset: number): number => (subset === 0 ? 0 : (subset & 1) + bitsOf(subset >> 1));
const factorial = (n: number): bigint => (n <= 1 ? 1n : BigInt(n) * factorial(n - 1));
/** In how many orders exactly the members of a subset come before a change. */
const weight = (size: number, changes: number): bigint => factorial(size) * factorial(changes - size - 1);

/** Fractions of one denominator as whole numbers with the same sum, which must be whole. */
function wholeFen(numerators: readonly bigint[], denominator: bigint): readonly Fen[] {
  const parts = numerators.map((numerator, at) => {
    const rest = ((numerator % denominator) + denominator) % denominator;
    return { at, rest, whole: (numerator - rest) / denominator };
  });
  const left = Number(parts.reduce((sum, { rest }) => sum + rest, 0n) / denominator);
  const raised = new Set(
    [...parts]
      .sort((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1))
      .slice(0, left)
      .map(({ at }) => at),
  );
  return parts.map(({ at, whole }) => Number(whole) + (raised.has(at) ? 1 : 0));
}
