import { basename } from "node:path";
import { policyUnderAll } from "../core/policy/added-measure.ts";
import { comparedSums, groupings } from "../core/policy/compare/compared-sums.ts";
import type { ScenarioOutcome } from "../core/policy/compare/outcome.ts";
import { bases } from "../core/policy/figures.ts";
import type { Policy } from "../core/policy/policy.ts";
import { preparePolicy } from "../core/policy/prepare.ts";
import { publishedScenario, type Scenario } from "../core/policy/scenario.ts";
import { sumOf } from "../core/policy/totals.ts";
import { nearestYuan, yuanOf, type Fen } from "../core/money/money.ts";
import type { PairedFigures, PairedSpread } from "../core/simulation/paired-lines.ts";
import { intervalOf } from "../core/simulation/stress.ts";
import { comparerOf } from "../engine/comparer.ts";
import { comparisonWriterOf } from "../engine/comparison-report.ts";
import { HeldRoster } from "../engine/held-roster.ts";
import { loadRoster } from "../engine/load-roster.ts";
import { simulatorOf } from "../engine/simulator.ts";
import type { ScenarioTrials } from "../engine/trial-comparer.ts";
import type { Arguments } from "./arguments.ts";
import { withThreads } from "./block-thread.ts";
import { bytesOf, mappingIn, say, tell, write, writeJson } from "./files.ts";
import { policyIn } from "./policy.ts";
import { scenarioOf } from "./scenario.ts";
import { usualWorkers } from "./simulate.ts";

interface Named {
  readonly name: string;
  readonly scenario: Scenario;
}

/** The baseline, which is --scenario or the policy as published, then the files; --as-of is that of all. */
async function scenariosOf(published: Policy, words: Arguments): Promise<readonly Named[]> {
  const [, ...files] = words.files;
  const named = async (file: string | undefined): Promise<Named> => {
    const { asOf } = words;
    const asked = { ...(asOf !== undefined && { asOf }), ...(file !== undefined && { scenario: file }) };
    const scenario = await scenarioOf(published, asked);
    const isNamed = file === undefined || (scenario.name !== "" && scenario.name !== publishedScenario.name);
    return { name: isNamed ? scenario.name : basename(file).replace(/\.[^.]*$/u, ""), scenario };
  };
  const all = [await named(words.scenario)];
  for (const file of files) all.push(await named(file));
  return all;
}

/** Prices scenarios side by side; exit codes: 0 a result was written, 1 no enterprise was accepted. */
export async function compare(words: Arguments, bundle: URL): Promise<number> {
  const published = await policyIn(words);
  const scenarios = await scenariosOf(published, words);
  const bytes = await bytesOf(words.file);
  const read = await loadRoster(bytes, basename(words.file), undefined, await mappingIn(words.mapping));
  tell(words.file, read.issues);
  if ("refused" in read || read.roster.tables.enterprises.rowCount === 0) {
    say(`${basename(words.file)}: 没有可用的企业行，未产生结果 (no enterprise was accepted)`);
    return 1;
  }
  const prepared = preparePolicy(published);
  const roster = new HeldRoster(prepared, read);
  const held = (): HeldRoster => roster;
  const usual = words.workers ?? usualWorkers();
  await withThreads(bundle, usual, async (runBlocks) => {
    const threads = { runBlocks, usual };
    const all = scenarios.map(({ scenario }) => scenario);
    const run = runOf(words, all[0]);
    const outcomes = await comparerOf(published, held).compare(all);
    const trials = run && (await simulatorOf(published, held, threads).compareTrials({ scenarios: all, ...run }));
    await writeJson(words.json, asJson(policyUnderAll(published, all), scenarios, outcomes, trials));
    if (words.report === undefined) return;
    const request = { language: "zh", scenarios, ...(run && { run }), writtenAt: new Date().toISOString() } as const;
    await write(words.report, await comparisonWriterOf(prepared, held, threads).comparisonReport(request));
  });
  return 0;
}

function runOf(words: Arguments, base: Scenario | undefined) {
  const trials = words.trials ?? base?.trials ?? 1000;
  return trials === 0 ? undefined : { trials, seed: words.seed ?? base?.seed ?? 1 };
}

/** Amounts of all scenarios, the baseline first, and what the others differ by; all in 元. */
const side = (amounts: readonly Fen[]) => ({
  amounts: amounts.map(yuanOf),
  differences: amounts.slice(1).map((amount) => yuanOf(amount - (amounts[0] ?? 0))),
});

const yuan = (fen: number): number | null => (Number.isFinite(fen) ? nearestYuan(fen) : null);

const figuresJson = (figures: PairedFigures) => {
  const { low, high } = intervalOf(figures);
  const quantile = (of: PairedFigures["p50"]) => ({ value: yuan(of.value), low: yuan(of.low), high: yuan(of.high) });
  return {
    mean: { value: yuan(figures.mean), se: yuan(figures.se), low: yuan(low), high: yuan(high) },
    p50: quantile(figures.p50),
    p95: quantile(figures.p95),
  };
};

const spreadJson = ({ byYear, term, tail }: PairedSpread) => ({
  byYear: Object.fromEntries([...byYear].map(([year, figures]) => [String(year), figuresJson(figures)])),
  term: figuresJson(term),
  tail: figuresJson(tail),
});

const spreadsJson = (spreads: ReadonlyMap<string, PairedSpread>) =>
  Object.fromEntries([...spreads].map(([name, spread]) => [name, spreadJson(spread)]));

/** The comparison as data: sums on every basis, and paired differences over the trials with intervals of 95 %. */
const asJson = (
  policy: Policy,
  scenarios: readonly Named[],
  outcomes: readonly ScenarioOutcome[],
  trials: readonly ScenarioTrials[] | undefined,
) => ({
  format: "scenario-comparison/1",
  scenarios: scenarios.map(({ name }) => name),
  ...Object.fromEntries(
    bases.map((basis) => [
      basis,
      {
        total: side(outcomes.map(({ sums }) => sumOf(sums.total[basis]))),
        ...Object.fromEntries(
          groupings.map((grouping) => [
            grouping,
            comparedSums(policy, outcomes, basis, grouping).map(({ key, amounts }) => ({ key, ...side(amounts) })),
          ]),
        ),
      },
    ]),
  ),
  ...(trials && {
    trials: trials[0]?.figures.trials,
    seed: trials[0]?.figures.seed,
    paired: trials.slice(1).map(({ difference: { total, departments, measures } }, index) => ({
      scenario: scenarios[index + 1]?.name,
      total: spreadJson(total),
      departments: spreadsJson(departments),
      measures: spreadsJson(measures),
    })),
  }),
});
