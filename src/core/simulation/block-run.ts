import type { Evaluation } from "../policy/evaluation.ts";
import type { PreparedPolicy } from "../policy/prepare.ts";
import type { Scenario } from "../policy/scenario.ts";
import type { Roster } from "../roster/roster.ts";
import { copyOf, recordOf, TRIALS_A_BLOCK, withMeasures, type BlockRecord } from "./block-record.ts";
import { bytesOf, drawTrials, type DrawnBlock } from "./drawn-block.ts";
import { drawnOfFirm, forecastOfFirm, NO_FIRM } from "./firm-trials.ts";
import { forecastOf, forecastOfMeasures, repricedForecast } from "./forecast.ts";
import type { TrialBlock } from "./hazards.ts";
import { repricedMeasures } from "./scenario-change.ts";
import { priceBlock, type Forecast } from "./simulate-block.ts";

/** Bytes of drawn blocks that a run keeps; blocks beyond are drawn anew. */
const keptBytes = 2 ** 28;

/** What every block of a run needs. Plain data: it crosses threads. */
export interface SimulationJob {
  readonly scenario: Scenario;
  /** The recorded part under the same scenario. */
  readonly evaluation: Pick<Evaluation, "ledger">;
  readonly seed: number;
  /** Row in 企业, or `NO_FIRM`: the blocks hold the money of this firm alone. Absent: of the whole district. */
  readonly firm?: number;
}

/** A block as it was drawn, and its prices under a scenario. */
interface KeptBlock {
  readonly drawn: DrawnBlock;
  readonly record: BlockRecord;
  readonly scenario: Scenario;
}

/**
 * Makes the blocks of a run by number, and keeps what they drew as far as there is room: a run under a scenario that
 * changes prices alone prices those blocks anew instead of drawing them, with the same bits as a fresh run.
 */
export class BlockRun {
  readonly #kept: Map<number, KeptBlock>;
  readonly #forecast: Forecast;
  readonly #ofFirm: Forecast | undefined;
  /** By scenario of blocks that are kept: the forecast of what has changed since, if anything. */
  readonly #changed = new Map<Scenario, Forecast | undefined>();
  #bytes: number;

  /** @param before the newest run */
  constructor(
    private readonly prepared: PreparedPolicy,
    private readonly roster: Roster,
    private readonly job: SimulationJob,
    before?: BlockRun,
  ) {
    const { scenario, evaluation, seed } = job;
    const repriced = before && this.#after(before);
    this.#forecast = repriced ?? forecastOf(prepared, roster, scenario, evaluation, seed);
    this.#kept = new Map(repriced ? before.#kept : []);
    this.#bytes = repriced ? before.#bytes : 0;
    this.#ofFirm = job.firm === undefined ? undefined : forecastOfFirm(this.#forecast, job.firm);
  }

  /** Trials of a block. */
  record(number: number): BlockRecord {
    const block = { first: number * TRIALS_A_BLOCK, count: TRIALS_A_BLOCK };
    const kept = this.#kept.get(number);
    if (this.#ofFirm) return this.#recordOfFirm(this.#ofFirm, block, kept?.drawn);
    if (kept) return this.#repriced(number, block, kept);
    const drawn = drawTrials(this.#forecast, block);
    const record = recordOf(this.#forecast, priceBlock(this.#forecast, block, drawn));
    const bytes = bytesOf(drawn);
    if (this.#bytes + bytes > keptBytes) return record;
    this.#bytes += bytes;
    this.#keep(number, drawn, record);
    return record;
  }

  /** The firm's part of what the district drew; nothing of it is kept. */
  #recordOfFirm(ofFirm: Forecast, block: TrialBlock, kept: DrawnBlock | undefined): BlockRecord {
    const drawn = kept ?? drawTrials(this.#forecast, block);
    return recordOf(ofFirm, priceBlock(ofFirm, block, drawnOfFirm(drawn, this.job.firm ?? NO_FIRM)));
  }

  /** The forecast of this run from that of the one before, where the same is drawn. */
  #after(before: BlockRun): Forecast | undefined {
    if (before.roster !== this.roster || before.job.seed !== this.job.seed) return undefined;
    const measures = repricedMeasures(this.prepared, before.job.scenario, this.job.scenario);
    return measures && repricedForecast(before.#forecast, this.job.scenario, this.job.evaluation, measures);
  }

  #repriced(number: number, block: TrialBlock, { drawn, record, scenario }: KeptBlock): BlockRecord {
    const forecast = this.#changedSince(scenario);
    if (!forecast) return copyOf(record);
    const priced = recordOf(forecast, priceBlock(forecast, block, drawn));
    const whole = withMeasures(record, priced, forecast.priced, this.prepared.measures.length);
    this.#keep(number, drawn, whole);
    return whole;
  }

  #changedSince(scenario: Scenario): Forecast | undefined {
    if (!this.#changed.has(scenario)) {
      const measures = repricedMeasures(this.prepared, scenario, this.job.scenario);
      const some = measures && measures.size > 0;
      this.#changed.set(scenario, some ? forecastOfMeasures(this.#forecast, measures) : undefined);
    }
    return this.#changed.get(scenario);
  }

  /** Keeps a copy: the buffers of a record are handed on. */
  #keep(number: number, drawn: DrawnBlock, record: BlockRecord): void {
    this.#kept.set(number, { drawn, record: copyOf(record), scenario: this.job.scenario });
  }
}
