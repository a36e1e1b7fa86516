import { exp, log } from "./elementary.ts";
import type { RandomStream } from "./random-stream.ts";

/** From this mean on rejection is quicker than adding up probabilities, and its constants are valid. */
const REJECTION_FROM = 10;
const HALF_LN_TWO_PI = 0.9189385332046728;

/**
 * A Poisson count of the given mean, exact in distribution for any mean.
 * @throws RangeError if the mean is negative, not finite, or above 10^9
 */
export function poisson(stream: RandomStream, mean: number): number {
  if (!(mean >= 0 && mean <= 1e9)) throw new RangeError(`a Poisson mean lies in 0 to 1000000000, found ${mean}`);
  return mean < REJECTION_FROM ? poissonByInversion(stream.uniform(), mean) : poissonByRejection(stream, mean);
}

function poissonByInversion(point: number, mean: number): number {
  let probability = exp(-mean);
  let left = point - probability;
  let count = 0;
  // a probability of 0 ends the sum where rounding leaves a rest that no count can take
  while (left >= 0 && probability > 0) {
    count++;
    probability *= mean / count;
    left -= probability;
  }
  return count;
}

/** ln k! by Stirling's series from 10 on, by the product below; relative error below 1e-13. */
function logFactorial(k: number): number {
  if (k < 10) {
    let product = 1;
    for (let factor = 2; factor <= k; factor++) product *= factor;
    return log(product);
  }
  const inverse = 1 / (k + 1);
  const square = inverse * inverse;
  const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188))));
  return (k + 0.5) * log(k + 1) - (k + 1) + HALF_LN_TWO_PI + series;
}

/** Hörmann, "The transformed rejection method for generating Poisson random variables", Insurance: Math. Econ. 12 (1993), PTRS. */
function poissonByRejection(stream: RandomStream, mean: number): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const quickBound = 0.9277 - 3.6224 / (b - 2);
  const logMean = log(mean);
  for (;;) {
    const u = stream.uniform() - 0.5;
    const v = stream.uniform();
    const distance = 0.5 - Math.abs(u);
    const count = Math.floor(((2 * a) / distance + b) * u + mean + 0.43);
    if (distance >= 0.07 && v <= quickBound) return count;
    if (count < 0 || (distance < 0.013 && v > distance)) continue;
    const accepted = log((v * inverseAlpha) / (a / (distance * distance) + b));
    if (accepted <= count * logMean - mean - logFactorial(count)) return count;
  }
}
