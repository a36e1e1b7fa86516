/** Mean and variance of draws. */
export function moments(values: Iterable<number>): { mean: number; variance: number; count: number } {
  const all = [...values];
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
  const variance = all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (all.length - 1);
  return { mean, variance, count: all.length };
}

/** Pearson's Σ (observed − expected)² ÷ expected over the cells; the last expected cell takes the rest of the draws. */
export function chiSquare(observed: readonly number[], chances: readonly number[]): number {
  const draws = observed.reduce((sum, count) => sum + count, 0);
  const rest = 1 - chances.reduce((sum, chance) => sum + chance, 0);
  return [...chances, rest].reduce((sum, chance, cell) => {
    const expected = draws * chance;
    return sum + ((observed[cell] ?? 0) - expected) ** 2 / expected;
  }, 0);
}

/** How often each whole number from 0 to `last` was drawn, and then how often any larger one. */
export function tally(values: Iterable<number>, last: number): number[] {
  const counts = new Array<number>(last + 2).fill(0);
  for (const value of values) {
    const cell = Math.min(value, last + 1);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return counts;
}
