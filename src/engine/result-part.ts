import { policyUnder } from "../core/policy/added-measure.ts";
import type { FundLedger } from "../core/policy/ledger.ts";
import type { Policy } from "../core/policy/policy.ts";
import type { Scenario } from "../core/policy/scenario.ts";
import { finished } from "../core/policy/steps.ts";
import { blockCount, TRIALS_A_BLOCK, type BlockRecord } from "../core/simulation/block-record.ts";
import { figureSteps, type SimulatedRun } from "../core/simulation/figures.ts";
import { TrialCollector } from "../core/simulation/trial-collector.ts";
import type { RecordedResult } from "./result.ts";
import { withSimulated } from "./simulated-result.ts";

/** Which of `of` parts of a run: block b of the run stands in part b mod `of`. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** A part that cannot be joined; the message names the part and what is wanted. */
export class PartError extends Error {
  override readonly name = "PartError";
}

/** The blocks of a shard. */
export const blocksOf = ({ index, of }: Shard, trials: number): number[] =>
  Array.from({ length: blockCount(trials) }, (_, block) => block).filter((block) => block % of === index);

type Numbers = readonly (number | null)[];
type KeyedNumbers = readonly (readonly [number, Numbers])[];

/** A shard's result, `exposure-part/1`: plain JSON, NaN as null. The parts of a run join to the result of the whole. */
export interface ResultPart {
  readonly format: "exposure-part/1";
  readonly shard: Shard;
  /** The recorded part of the run, with its fingerprint, seed and trials. */
  readonly result: RecordedResult;
  readonly scenario: Scenario;
  readonly recorded: {
    readonly measures: readonly Numbers[];
    readonly departments: readonly (readonly Numbers[])[];
    readonly tail: readonly (readonly [number, number])[];
  };
  readonly funds: readonly WrittenFund[];
  readonly blocks: readonly WrittenBlock[];
}

interface WrittenBlock {
  readonly first: number;
  readonly years: BlockRecord["years"];
  readonly firstMonth: number;
  readonly rows: KeyedNumbers;
  readonly tail: KeyedNumbers;
  readonly bounds: KeyedNumbers;
  readonly pools: readonly {
    readonly measure: number;
    readonly exhaustionMonth: Numbers;
    readonly unpaid: Numbers;
    readonly balance: Numbers;
  }[];
}

const written = (values: Float64Array): Numbers => Array.from(values, (value) => (Number.isNaN(value) ? null : value));
const read = (numbers: Numbers): Float64Array => Float64Array.from(numbers, (value) => value ?? Number.NaN);

const writtenKeyed = (rows: ReadonlyMap<number, Float64Array>): KeyedNumbers =>
  Array.from(rows, ([key, numbers]) => [key, written(numbers)] as const);
const readKeyed = (rows: KeyedNumbers) => new Map(rows.map(([key, numbers]) => [key, read(numbers)]));

const writtenBlock = ({ first, years, firstMonth, rows, tail, bounds, pools }: BlockRecord): WrittenBlock => ({
  first,
  years,
  firstMonth,
  rows: writtenKeyed(rows),
  tail: writtenKeyed(tail),
  bounds: writtenKeyed(bounds),
  pools: pools.map(({ measure, exhaustionMonth, unpaid, balance }) => ({
    measure,
    exhaustionMonth: written(exhaustionMonth),
    unpaid: written(unpaid),
    balance: written(balance),
  })),
});

const readBlock = ({ rows, tail, bounds, pools, ...frame }: WrittenBlock): BlockRecord => ({
  ...frame,
  count: TRIALS_A_BLOCK,
  rows: readKeyed(rows),
  tail: readKeyed(tail),
  bounds: readKeyed(bounds),
  pools: pools.map(({ measure, exhaustionMonth, unpaid, balance }) => ({
    measure,
    exhaustionMonth: read(exhaustionMonth),
    unpaid: read(unpaid),
    balance: read(balance),
  })),
});

/** A fund's account with its years as pairs. */
const writtenFund = ({ drawn, drawnDirect, planned, ...fund }: FundLedger) => ({
  ...fund,
  drawn: [...drawn],
  drawnDirect: [...drawnDirect],
  planned: [...planned],
});

type WrittenFund = ReturnType<typeof writtenFund>;

const readFund = ({ drawn, drawnDirect, planned, ...fund }: WrittenFund): FundLedger => ({
  ...fund,
  drawn: new Map(drawn),
  drawnDirect: new Map(drawnDirect),
  planned: new Map(planned),
});

/** A shard's part of a run. @param blocks all blocks of the shard, in any order */
export const resultPart = (
  shard: Shard,
  result: RecordedResult,
  { scenario, recorded, funds }: SimulatedRun,
  blocks: readonly BlockRecord[],
): ResultPart => ({
  format: "exposure-part/1",
  shard,
  result,
  scenario,
  recorded: {
    measures: recorded.measures.map(written),
    departments: recorded.departments.map((bearers) => bearers.map(written)),
    tail: [...recorded.tail],
  },
  funds: funds.map(writtenFund),
  blocks: blocks.toSorted((a, b) => a.first - b.first).map(writtenBlock),
});

const isPart = (value: unknown): value is ResultPart =>
  typeof value === "object" && value !== null && "format" in value && value.format === "exposure-part/1";

/** @throws PartError naming the file, if it is no part */
export function parsePart(name: string, text: string): ResultPart {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new PartError(`${name}: not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (isPart(value)) return value;
  throw new PartError(`${name}: not a part: "format" must be "exposure-part/1", as simulate --shard writes it`);
}

/** Joins the parts of one run, each given as soon as it is read, so that only one need be in memory. */
export class PartJoiner {
  readonly #names = new Map<number, string>();
  #first:
    | { readonly name: string; readonly part: Omit<ResultPart, "blocks">; readonly collected: TrialCollector }
    | undefined;

  /** @param policy as published; the parts bring what their scenario adds */
  constructor(
    private readonly policy: Policy,
    private readonly allowedBytes: number,
  ) {}

  /**
   * @throws PartError for a part of another run or one that was here before
   * @throws SimulationMemoryError if the whole run does not fit
   */
  add(name: string, { blocks, ...part }: ResultPart): void {
    const { id } = part.result.policy;
    if (id !== this.policy.id)
      throw new PartError(`${name}: a part under the policy ${id}, not under ${this.policy.id}; add --policy ${id}`);
    this.#first ??= { name, part, collected: new TrialCollector(part.result.run.trials, this.allowedBytes) };
    const first = this.#first;
    if (part.result.run.fingerprint !== first.part.result.run.fingerprint || part.shard.of !== first.part.shard.of) {
      throw new PartError(
        `${name}: a part of another run than ${first.name}: its fingerprint or number of parts differs`,
      );
    }
    const twice = this.#names.get(part.shard.index);
    if (twice !== undefined) throw new PartError(`${name}: part ${part.shard.index} was already given as ${twice}`);
    this.#names.set(part.shard.index, name);
    for (const block of blocks) first.collected.add(readBlock(block));
  }

  /** The result of the whole run, equal to that of a run in one piece. @throws PartError naming the parts that are missing */
  result() {
    if (!this.#first) throw new PartError("merge needs the parts of a run, found none");
    const { part, collected } = this.#first;
    const policy = policyUnder(this.policy, part.scenario);
    const missing = Array.from({ length: part.shard.of }, (_, index) => index).filter(
      (index) => !this.#names.has(index),
    );
    if (missing.length > 0) throw new PartError(`of ${part.shard.of} parts these are missing: ${missing.join(", ")}`);
    const run = {
      policy,
      scenario: part.scenario,
      seed: part.result.run.seed,
      recorded: {
        measures: part.recorded.measures.map(read),
        departments: part.recorded.departments.map((bearers) => bearers.map(read)),
        tail: new Map(part.recorded.tail),
      },
      funds: part.funds.map(readFund),
    };
    return withSimulated(part.result, policy, finished(figureSteps(run, collected)));
  }
}
