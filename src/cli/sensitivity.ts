import { policyUnder } from "../core/policy/added-measure.ts";
import { nearestYuan } from "../core/money/money.ts";
import type { Policy } from "../core/policy/policy.ts";
import type { Scenario } from "../core/policy/scenario.ts";
import type { FigureEstimate, ScenarioFigure } from "../core/simulation/scenario-figure.ts";
import { intervalOf } from "../core/simulation/stress.ts";
import { sortedBars, type Tornado, type TornadoEnd } from "../core/simulation/tornado.ts";
import { hasBudgetFor } from "../engine/priced-figure.ts";
import { runTornado, type SensitivityRequest } from "../engine/sensitivity-run.ts";
import { UsageError, type Arguments } from "./arguments.ts";
import { say, writeJson } from "./files.ts";
import { withRoster } from "./with-roster.ts";

/** Each assumption at its 10th and 90th percentile, widest first; 1 where no enterprise was accepted. */
export async function sensitivity(words: Arguments, bundle: URL): Promise<number> {
  return await withRoster(words, bundle, async (engine, { published, scenario }) => {
    const request = requestOf(words, policyUnder(published, scenario), scenario);
    const runs = 2 * request.ranges.length + 1;
    const onProgress = ({ done }: { readonly done: number }): void =>
      say(`${Math.round(done * runs) + 1} / ${runs} 次模拟 (simulations)`);
    const found = await runTornado(engine, request, { onProgress });
    if (found.kind === "tornado") await writeJson(words.json, asJson(request, found.tornado));
  });
}

function requestOf(words: Arguments, policy: Policy, scenario: Scenario): SensitivityRequest {
  const trials = words.trials ?? (scenario.trials || 1000);
  if (trials === 0) throw new UsageError("--trials: found 0, a tornado takes 1 trial or more");
  const chance: ScenarioFigure = { kind: "overBudget" };
  const figures: ScenarioFigure[] = [{ kind: "mean" }, { kind: "p95" }];
  if (hasBudgetFor(scenario, chance)) figures.push(chance);
  return { scenario, ranges: policy.assumptionRanges, figures, trials, seed: words.seed ?? scenario.seed ?? 1 };
}

/** 分, whole or not, as 元. */

/** The figures of the term with their intervals of 95 %: money in 元, a chance as a share. */
const figuresJson = (figures: readonly ScenarioFigure[], estimates: readonly FigureEstimate[]) =>
  Object.fromEntries(
    estimates.map(({ value, low, high }, index) => {
      const kind = figures[index]?.kind ?? "mean";
      if (kind === "overBudget") return ["over-budget", { value, low, high }];
      return [kind, { value: nearestYuan(value), low: nearestYuan(low), high: nearestYuan(high) }];
    }),
  );

/** The tornado as data, bars by what they move the mean by. */
function asJson({ scenario, figures, trials, seed }: SensitivityRequest, tornado: Tornado) {
  const end = (value: number, { figures: estimates, difference }: TornadoEnd) => {
    const { low, high } = intervalOf(difference);
    const paired = { mean: nearestYuan(difference.mean), low: nearestYuan(low), high: nearestYuan(high) };
    return { value, ...figuresJson(figures, estimates), difference: paired };
  };
  return {
    format: "sensitivity/1",
    scenario: scenario.name,
    trials,
    seed,
    base: figuresJson(figures, tornado.base),
    bars: sortedBars(tornado, 0).map(({ range, low, high }) => ({
      key: range.key,
      low: end(range.p10, low),
      high: end(range.p90, high),
    })),
  };
}
