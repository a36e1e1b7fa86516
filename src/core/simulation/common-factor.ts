import { normal } from "./distributions.ts";
import { expm1, log1p } from "./elementary.ts";
import type { KeyHash } from "./key-hash.ts";
import { keyHash } from "./key-hash.ts";
import { normalCdf, normalQuantile } from "./normal.ts";
import { streamOf } from "./random-stream.ts";

/** The factor belongs to no entity. */
const everybody = keyHash("");

/**
 * A common factor: one array a year, one standard normal a trial. F_y = a·F_{y−1} + √(1−a²)·ε_y with the first year
 * already N(0,1), so every year is standard normal (section 7). More trials or years leave the earlier ones as they are.
 */
export function commonFactor(
  seed: number,
  factor: KeyHash,
  trials: number,
  years: number,
  autocorrelation: number,
): Float64Array[] {
  const innovation = Math.sqrt(1 - autocorrelation * autocorrelation);
  const path: Float64Array[] = [];
  for (let year = 0; year < years; year++) {
    const stream = streamOf(seed, factor, everybody, year);
    const before = path.at(-1);
    const values = new Float64Array(trials);
    for (let trial = 0; trial < trials; trial++) {
      const shock = normal(stream);
      values[trial] = before ? autocorrelation * (before[trial] ?? 0) + innovation * shock : shock;
    }
    path.push(values);
  }
  return path;
}

/**
 * A yearly rate given the factor: Φ((Φ⁻¹(rate) + sign·√ρ·F)/√(1−ρ)), whose mean over a standard normal F is the rate.
 * Source: Vasicek's one-factor model; BCBS, Explanatory Note on the Basel II IRB Risk Weight Functions (2005).
 * @param correlation ρ in [0, 1); 0 returns the rate itself, to the bit
 * @throws RangeError for a rate outside [0, 1] or a correlation outside [0, 1)
 */
export function conditionalRate(rate: number, correlation: number, sign: 1 | -1): (factor: number) => number {
  if (!(rate >= 0 && rate <= 1)) throw new RangeError(`a rate lies in 0 to 1, found ${rate}`);
  if (!(correlation >= 0 && correlation < 1))
    throw new RangeError(`a correlation lies in 0 to 1, found ${correlation}`);
  if (correlation === 0 || rate === 0 || rate === 1) return () => rate;
  const specific = Math.sqrt(1 - correlation);
  const threshold = normalQuantile(rate) / specific;
  const loading = (sign * Math.sqrt(correlation)) / specific;
  return (factor) => normalCdf(threshold + loading * factor);
}

/** The chance of a month whose twelve-fold repetition has the chance of a year: 1 − (1 − annual)^(1/12). */
export const monthlyHazard = (annual: number): number => -expm1(log1p(-annual) / 12);
