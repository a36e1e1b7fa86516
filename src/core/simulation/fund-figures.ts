import type { Fen } from "../money/money.ts";
import type { FundLedger } from "../policy/ledger.ts";
import type { Policy } from "../policy/policy.ts";
import { operandValue, type Values } from "../policy/values.ts";
import { commonFactor } from "./common-factor.ts";
import { lognormalAt, lognormalOfMean } from "./distributions.ts";
import { fundCashFlow, type FundShape } from "./fund-cash-flow.ts";
import { keyHash } from "./key-hash.ts";
import type { SimulatedFund, SimulatedFundYear } from "./simulated-figures.ts";
import type { Summariser } from "./summary.ts";

/** Columns over the trials by year, 分. */
interface FundPaths {
  readonly distributions: readonly Float64Array[];
  readonly values: readonly Float64Array[];
  readonly losses: readonly Float64Array[];
}

/**
 * A fund's cash flows in every trial (section 6): what is recorded and what is planned is contributed; each year's growth
 * is lognormal with the mean of 增长率 and the volatility of 增长波动, one draw a year and trial, years independent.
 */
export function fundFigures(
  policy: Policy,
  values: Values,
  fund: FundLedger,
  seed: number,
  trials: number,
  summariser: Summariser,
): SimulatedFund {
  const id = policy.measures[fund.measure]?.id ?? "";
  const number = (name: string): number => operandValue(values.value(`${id}.${name}`));
  const shape = { life: number("年期"), bow: number("弓形"), yieldRate: number("收益率") };
  const years = yearsOf(fund, shape.life);
  const contributions = years.map((year) => contributionOf(fund, year));
  const paths = fundPaths(contributions, shape, growthOf(id, years.length, trials, seed, number), trials);
  const summaries = (columns: readonly Float64Array[]) => columns.map((column) => summariser.summarise(column));
  const [distributions, values_, losses] = [
    summaries(paths.distributions),
    summaries(paths.values),
    summaries(paths.losses),
  ];
  return {
    measure: fund.measure,
    size: fund.size,
    years: years.flatMap((year, at): SimulatedFundYear[] => {
      const [distribution, value, loss] = [distributions[at], values_[at], losses[at]];
      return distribution && value && loss
        ? [{ ...accountOf(fund, year), distributions: distribution, value, loss }]
        : [];
    }),
    fullyDrawn: years.find((year) => accountOf(fund, year).remaining === 0) ?? null,
  };
}

const contributionOf = ({ drawn, planned }: FundLedger, year: number): Fen =>
  (drawn.get(year) ?? 0) + (planned.get(year) ?? 0);

/** From the first contribution to the end of the fund's life, and a year beyond the last contribution at least. */
function yearsOf(fund: FundLedger, life: number): number[] {
  const contributed = [...fund.drawn.keys(), ...fund.planned.keys()].filter((year) => contributionOf(fund, year) > 0);
  if (contributed.length === 0) return [];
  const first = Math.min(...contributed);
  const last = Math.max(first + life - 1, Math.max(...contributed) + 1);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function accountOf(
  fund: FundLedger,
  year: number,
): Pick<SimulatedFundYear, "year" | "drawn" | "planned" | "remaining"> {
  const contributed = [...fund.drawn, ...fund.planned].reduce(
    (sum, [when, fen]) => (when <= year ? sum + fen : sum),
    0,
  );
  return {
    year,
    drawn: fund.drawn.get(year) ?? 0,
    planned: fund.planned.get(year) ?? 0,
    remaining: Math.max(0, fund.size - contributed),
  };
}

/** Growth by year, one entry a trial. */
function growthOf(
  id: string,
  years: number,
  trials: number,
  seed: number,
  number: (name: string) => number,
): Float64Array[] {
  const factor = lognormalOfMean(1 + number("增长率"), number("增长波动"));
  return commonFactor(seed, keyHash(`${id}.增长`), trials, years, 0).map((shocks) =>
    shocks.map((shock) => lognormalAt(factor, shock) - 1),
  );
}

function fundPaths(
  contributions: readonly Fen[],
  shape: FundShape,
  growth: readonly Float64Array[],
  trials: number,
): FundPaths {
  const columns = (): Float64Array[] => contributions.map(() => new Float64Array(trials));
  const paths = { distributions: columns(), values: columns(), losses: columns() };
  const rates = new Float64Array(contributions.length);
  for (let trial = 0; trial < trials; trial++) {
    growth.forEach((column, year) => (rates[year] = column[trial] ?? 0));
    const flow = fundCashFlow(contributions, shape, rates);
    let balance = 0;
    contributions.forEach((contribution, year) => {
      const [distributed, value] = [flow.distributions[year] ?? 0, flow.values[year] ?? 0];
      balance += contribution - distributed;
      paths.distributions[year]?.fill(distributed, trial, trial + 1);
      paths.values[year]?.fill(value, trial, trial + 1);
      paths.losses[year]?.fill(Math.max(0, balance - value), trial, trial + 1);
    });
  }
  return paths;
}
