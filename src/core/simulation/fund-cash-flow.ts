import { roundToFen, yuanOf, type Fen } from "../money/money.ts";
import { exp, log } from "./elementary.ts";

/** How a fund pays back (section 6). */
export interface FundShape {
  /** Whole years from the first contribution until everything is distributed. */
  readonly life: number;
  /** Exponent of the age's share of the life: the larger, the later money comes back. */
  readonly bow: number;
  /** Least share of the value that is distributed each year. */
  readonly yieldRate: number;
}

/** One entry a year, in whole 分. */
export interface FundCashFlow {
  readonly distributions: Float64Array;
  /** Net asset value at the end of the year. */
  readonly values: Float64Array;
}

/**
 * Cash flows of a fund after Takahashi and Alexander, "Illiquid Alternative Asset Fund Modeling", Yale (2001): in year t
 * (from 1) the value of the year before grows by the year's rate, max(yield, (t/life)^bow) of it is distributed, and the
 * year's contribution is added. From the end of the life everything is distributed. Rounded to 分 each year, so that
 * value before + growth + contribution − distribution = value after holds exactly.
 * @param contributions 分 paid in by year; the first year is year 1 of the fund's life
 * @param growth rate of each year, one entry a contribution's year; the first one meets no value yet
 * @throws RangeError for a life that is no whole number of years from 1, a negative bow or yield, or a year without a growth rate
 */
export function fundCashFlow(
  contributions: ArrayLike<Fen>,
  { life, bow, yieldRate }: FundShape,
  growth: ArrayLike<number>,
): FundCashFlow {
  if (!(Number.isSafeInteger(life) && life >= 1))
    throw new RangeError(`a fund lives whole years from 1, found ${life}`);
  if (!(bow >= 0 && yieldRate >= 0 && yieldRate <= 1)) {
    throw new RangeError(`a bow is at least 0 and a yield 0 to 1, found ${bow} and ${yieldRate}`);
  }
  const years = contributions.length;
  const distributions = new Float64Array(years);
  const values = new Float64Array(years);
  let value = 0;
  for (let year = 0; year < years; year++) {
    const age = (year + 1) / life;
    const share = age >= 1 ? 1 : Math.max(yieldRate, exp(bow * log(age)));
    const grown = roundToFen(yuanOf(value) * (1 + (growth[year] ?? Number.NaN)));
    const distributed = roundToFen(yuanOf(grown) * share);
    distributions[year] = distributed;
    value = grown - distributed + (contributions[year] ?? 0);
    values[year] = value;
  }
  return { distributions, values };
}
