import type { Issue } from "../../core/issue/issue.ts";
import { addSame, policyUnder } from "../../core/policy/added-measure.ts";
import type { MovedFigures } from "../../core/policy/evaluate.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { Scenario } from "../../core/policy/scenario.ts";
import type { Totals } from "../../core/policy/totals.ts";
import type { ReportModel } from "../../core/report/report-model.ts";
import type { TableId } from "../../core/roster/fields.ts";
import type { Mapping } from "../../core/roster/mapping/mapping.ts";
import type { NumberColumn } from "../../engine/number-columns.ts";
import type { Engine, Evaluated, Progress, RosterCard, Task } from "../../engine/port.ts";
import { ownTurn } from "../turns/turns.ts";
import { failureOf, type Failure } from "./failure.ts";

/** What the page can say about its numbers. `stopped`: the officer stopped the work, older numbers may be shown. */
export type ExposureStatus =
  | { readonly kind: "empty" }
  | { readonly kind: "loading"; readonly progress?: Progress }
  | { readonly kind: "ready" }
  | { readonly kind: "stopped" }
  | Failure;

/** The newest finished calculation, with the scenario it was made for. */
export interface Exposure {
  /** What measures and parameters of the evaluation are: the policy under its scenario. */
  readonly policy: Policy;
  readonly scenario: Scenario;
  readonly evaluation: Evaluated;
  readonly totals: Totals;
}

/** Milliseconds without another move after which a number is taken to rest. */
const REST = 150;

const rested = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, REST));

/** Sums, pools and funds as they move; ledger, doubts and enterprises are still those of the result. */
const movedOn = (result: Exposure, scenario: Scenario, { cells, pools, funds, ...sums }: MovedFigures): Exposure => ({
  ...result,
  scenario,
  evaluation: { ...result.evaluation, cells, pools, funds },
  totals: { ...result.totals, ...sums },
});

/** The loaded roster and what it comes to under the scenario on the desk; of overlapping runs the latest counts. */
export class ExposureState {
  status: ExposureStatus = $state.raw({ kind: "empty" });
  card: RosterCard | undefined = $state.raw();
  /** Where the roster on the page comes from: to be read once more, as it was. */
  origin: { readonly content: () => Promise<ArrayBuffer>; readonly mapping: Mapping | undefined } | undefined =
    $state.raw();
  result: Exposure | undefined = $state.raw();
  /** While a number moves: see {@link movedOn}. */
  #moved: Exposure | undefined = $state.raw();
  /** Why the last file was refused; what was loaded before stays. */
  refusal: { readonly fileName: string; readonly issues: readonly Issue[] } | undefined = $state.raw();

  /** The same file read otherwise; on the page with its first figures, so that rows and figures never disagree. */
  #next: RosterCard | undefined;
  readonly engine: Engine;
  readonly #published: Policy;
  readonly #scenario: () => Scenario;
  #run = new AbortController();
  #loading = false;

  constructor(engine: Engine, published: Policy, scenario: () => Scenario) {
    this.engine = engine;
    this.#published = published;
    this.#scenario = scenario;
  }

  /** What the page draws: the result, or the figures of a number that moves, ahead of theirs. */
  get shown(): Exposure | undefined {
    return this.#moved ?? this.result;
  }

  /**
   * Reads a roster and evaluates it; a second file takes the place of one that is still being read.
   * @returns whether this file is the roster now
   */
  async load(source: () => Promise<ArrayBuffer>, fileName: string, mapping?: Mapping): Promise<boolean> {
    let isAccepted = false;
    this.#loading = true;
    await this.#latest(async (task, isLatest) => {
      const bytes = new Uint8Array(await source());
      if (!isLatest()) return;
      const loaded = await this.engine.load(bytes, fileName, task, mapping);
      await ownTurn(); // what has just come across took time already
      if (!isLatest()) return;
      this.refusal = "refused" in loaded ? { fileName, issues: loaded.issues } : undefined;
      if ("refused" in loaded) return;
      this.result = undefined;
      this.#moved = undefined;
      this.#next = undefined;
      this.card = loaded;
      this.origin = { content: source, mapping };
      isAccepted = true;
    });
    return isAccepted;
  }

  /**
   * Reads the file of the roster on the page under another mapping; what is shown stays until its figures are there.
   * @returns whether that is how the roster is read now
   */
  async reread(mapping: Mapping | undefined): Promise<boolean> {
    const { card, origin } = this;
    if (!card || !origin) return false;
    let isRead = false;
    this.#loading = true;
    await this.#latest(async (task, isLatest) => {
      const fromBytes = async () =>
        this.engine.load(new Uint8Array(await origin.content()), card.fileName, task, mapping);
      const read = (await this.engine.reread(mapping, task)) ?? (await fromBytes());
      await ownTurn();
      if (!isLatest()) return;
      this.refusal = "refused" in read ? { fileName: card.fileName, issues: read.issues } : undefined;
      if ("refused" in read) return;
      this.#next = read;
      this.origin = { ...origin, mapping };
      isRead = true;
    });
    return isRead;
  }

  /** Evaluates the scenario on the desk, unless a file is being read: that ends in an evaluation anyway. */
  async refresh(): Promise<void> {
    if (this.#loading) return;
    if (!this.card) {
      this.status = { kind: "empty" };
      return;
    }
    await this.#latest(async (task, isLatest) => {
      const scenario = this.#scenario();
      await this.#move(scenario, task, isLatest);
      if (!isLatest()) return;
      const evaluation = await this.engine.evaluate(scenario, task);
      await ownTurn();
      if (!isLatest()) return;
      const policy = policyUnder(this.#published, scenario);
      this.card = this.#next ?? this.card;
      this.#next = undefined;
      this.result = { policy, scenario, evaluation, totals: evaluation.totals };
      this.#moved = undefined;
      this.status = { kind: "ready" };
    });
  }

  /** Shows what a moved number comes to and waits for it to rest: the ledger takes longer. */
  async #move(scenario: Scenario, task: Task, isLatest: () => boolean): Promise<void> {
    const { result } = this;
    if (!result || result.scenario.asOf !== scenario.asOf || !addSame(result.scenario, scenario)) return;
    const figures = await this.engine.sums(scenario, task);
    await ownTurn();
    if (!isLatest()) return;
    this.#moved = movedOn(result, scenario, figures);
    await rested();
  }

  cancel(): void {
    this.#run.abort();
    this.#moved = undefined;
    this.#loading = false;
    this.#adopt();
    this.status = this.card ? { kind: "stopped" } : { kind: "empty" };
  }

  /** A roster read otherwise comes without figures: those shown are of rows that may not be there any more. */
  #adopt(): void {
    if (!this.#next) return;
    this.card = this.#next;
    this.#next = undefined;
    this.result = undefined;
  }

  /** The columns of a table of the loaded roster that hold numbers. */
  numbers(table: TableId): Promise<readonly NumberColumn[]> {
    return this.engine.numbers(table);
  }

  /** A workbook written in the engine. */
  write(model: ReportModel): Promise<Uint8Array> {
    return this.engine.write(model);
  }

  /** The blank roster workbook. */
  template(): Promise<Uint8Array> {
    return this.engine.template();
  }

  async #latest(
    work: (
      task: { signal: AbortSignal; onProgress: (progress: Progress) => void },
      isLatest: () => boolean,
    ) => Promise<void>,
  ): Promise<void> {
    this.#run.abort();
    const run = new AbortController();
    this.#run = run;
    const isLatest = (): boolean => !run.signal.aborted;
    this.status = { kind: "loading" };
    const onProgress = (progress: Progress): void => {
      if (isLatest() && this.status.kind === "loading") this.status = { kind: "loading", progress };
    };
    try {
      await work({ signal: run.signal, onProgress }, isLatest);
    } catch (error) {
      if (isLatest()) {
        this.#moved = undefined;
        this.#adopt();
        this.status = failureOf(error);
      }
    }
    if (!isLatest() || !this.#loading) return;
    this.#loading = false;
    if (this.status.kind !== "failed") await this.refresh();
  }
}
