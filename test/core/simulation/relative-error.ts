/** |found − expected| ÷ |expected|; 0 where both are 0. */
export const relativeError = (found: number, expected: number): number =>
  found === expected ? 0 : Math.abs(found - expected) / Math.abs(expected);
