import { availableParallelism, freemem } from "node:os";
import { basename } from "node:path";
import { policyUnder } from "../core/policy/added-measure.ts";
import { preparePolicy } from "../core/policy/prepare.ts";
import type { BlockRecord } from "../core/simulation/block-record.ts";
import { simulatedRun } from "../core/simulation/figures.ts";
import { stressedScenario } from "../core/policy/stressed-scenario.ts";
import { stressOutcome, type StressRun } from "../core/simulation/stress.ts";
import type { SimulatedFigures } from "../core/simulation/simulated-figures.ts";
import type { RunBlocks } from "../engine/block-runner.ts";
import { HeldRoster } from "../engine/held-roster.ts";
import { loadRoster } from "../engine/load-roster.ts";
import { blocksOf, parsePart, PartJoiner, resultPart, type Shard } from "../engine/result-part.ts";
import { exposureResult } from "../engine/result.ts";
import { simulate as simulateRoster, type SimulationMeans } from "../engine/simulate.ts";
import { withSimulated } from "../engine/simulated-result.ts";
import type { SimulationRequest } from "../engine/simulation-request.ts";
import { UsageError, type Arguments } from "./arguments.ts";
import { withThreads } from "./block-thread.ts";
import { say, tell, textOf, writeJson } from "./files.ts";
import { givenIn } from "./given.ts";
import { policyIn } from "./policy.ts";
import { checkDepartment, writeReports } from "./report-files.ts";

/** Threads where --workers does not say; more would mostly wait for memory. */
export const usualWorkers = (): number => Math.min(availableParallelism(), 8);

/** Bytes that the trials of a run may take: most of what is free, the rest is for the roster. */
const allowedBytes = (): number => Math.floor(freemem() * 0.8);

/** A run with its recorded part done. */
interface Started extends Omit<SimulationMeans, "runBlocks">, SimulationRequest {
  readonly workers: number;
  readonly loaded: HeldRoster;
}

async function started(words: Arguments): Promise<Started | undefined> {
  const { published, scenario, bytes, fileName, mapping } = await givenIn(words);
  checkDepartment(words, policyUnder(published, scenario));
  const read = await loadRoster(bytes, fileName, undefined, mapping);
  tell(words.file, read.issues);
  if ("refused" in read || read.roster.tables.enterprises.rowCount === 0) return undefined;
  const { roster } = read;
  const loaded = new HeldRoster(preparePolicy(published), read);
  const evaluation = await loaded.evaluated(scenario);
  tell(words.file, evaluation.issues);
  return {
    published,
    policy: policyUnder(published, scenario),
    roster,
    loaded,
    scenario,
    evaluation,
    seed: words.seed ?? scenario.seed ?? 1,
    trials: words.trials ?? scenario.trials ?? 1000,
    workers: words.workers ?? usualWorkers(),
    allowedBytes: allowedBytes(),
  };
}

/** Exit codes: 0 a result was written, 1 no enterprise was accepted. */
export async function simulate(words: Arguments, bundle: URL): Promise<number> {
  const run = await started(words);
  if (!run) {
    say(`${basename(words.file)}: 没有可用的企业行，未产生结果 (no enterprise was accepted)`);
    return 1;
  }
  const { shard } = words;
  if (shard && run.trials === 0) throw new UsageError("--shard: there is nothing to share with 0 trials");
  const recorded = exposureResult({ ...run, issues: run.loaded.issues, entities: words.entities });
  if (shard) {
    const records = await withThreads(bundle, run.workers, (runBlocks) => shardRecords(run, shard, runBlocks));
    const { policy, scenario, evaluation, seed } = run;
    const part = resultPart(shard, recorded, simulatedRun(policy, scenario, evaluation, seed), records);
    await writeJson(words.json, part, 0);
    return 0;
  }
  const { figures, stress } = run.trials === 0 ? {} : await figuresOf(run, bundle, words.stress);
  await writeJson(words.json, figures ? withSimulated(recorded, run.policy, figures, stress) : recorded);
  if (words.report !== undefined) {
    const { published, loaded, scenario, evaluation, seed } = run;
    const simulated = { ...(figures && { simulated: figures }), ...(stress && { stress }) };
    await writeReports(
      words,
      words.report,
      { published, loaded, scenario, evaluation, seed, ...simulated },
      run.policy,
    );
  }
  return 0;
}

/** Figures of the scenario and, where asked for, of its stress cases on the same trials. */
const figuresOf = (
  run: Started,
  bundle: URL,
  withStress: boolean,
): Promise<{ readonly figures: SimulatedFigures; readonly stress?: StressRun }> =>
  withThreads(bundle, run.workers, async (runBlocks) => {
    const figures = await simulateRoster({ ...run, runBlocks }, run);
    if (!withStress) return { figures };
    const { trials, seed } = run;
    const outcomes = [stressOutcome(undefined, figures, figures)];
    for (const each of run.policy.stressCases) {
      const scenario = stressedScenario(run.scenario, each);
      const evaluation = await run.loaded.evaluated(scenario);
      const stressed = await simulateRoster({ ...run, evaluation, runBlocks }, { ...run, scenario });
      outcomes.push(stressOutcome(each.id, stressed, figures));
    }
    return { figures, stress: { trials, seed, outcomes } };
  });

async function shardRecords(run: Started, shard: Shard, runBlocks: RunBlocks): Promise<BlockRecord[]> {
  const { published, roster, scenario, evaluation, seed, trials, workers } = run;
  const records: BlockRecord[] = [];
  await runBlocks({
    published,
    roster,
    job: { scenario, evaluation: { ledger: evaluation.ledger }, seed },
    blocks: blocksOf(shard, trials),
    workers,
    onBlock: async (record) => void records.push(record),
  });
  return records;
}

/** Joins the parts that shards wrote into the result of the whole run. */
export async function merge(words: Arguments): Promise<number> {
  const joiner = new PartJoiner(await policyIn(words), allowedBytes());
  for (const file of words.files) joiner.add(basename(file), parsePart(basename(file), await textOf(file)));
  await writeJson(words.json, joiner.result());
  return 0;
}
