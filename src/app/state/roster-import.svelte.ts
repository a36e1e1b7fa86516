import type { Scenario } from "../../core/policy/scenario.ts";
import type { StakedIssue } from "../../core/policy/staked-issues.ts";
import type { Mapping, MappingProposal, ProposedRepair, SheetChoice } from "../../core/roster/mapping/mapping.ts";
import type { Engine, LoadRefusal, MappingTrial, Progress } from "../../engine/port.ts";
import type { ReadChanges } from "../roster/tidied-source.svelte.ts";
import { failureOf, type Failure } from "./failure.ts";
import { draftOf, isSettled, withSheet, type MappingDraft } from "./mapping-draft.ts";
import { doubtedUnits, type DoubtedUnit } from "./unit-doubts.ts";

export const importSteps = ["sheets", "columns", "accept"] as const;
export type ImportStep = (typeof importSteps)[number];

/** What is known of the money at stake in the issues of a trial. */
type Weighing =
  | { readonly kind: "idle" }
  | { readonly kind: "weighing"; readonly progress?: Progress }
  | { readonly kind: "weighed"; readonly issues: readonly StakedIssue[] }
  | Failure;

/** A file that was read while someone decides how; nothing of it is loaded. */
export class RosterImport {
  readonly file: File;
  step: ImportStep = $state("sheets");
  draft: MappingDraft;
  /** What the mapping as it stands would give; while that is found out, what it gave before the last change. */
  trial: MappingTrial | undefined = $state.raw();
  isTrying = $state(false);
  /** Repairs of codes, as the columns are read now. */
  repairs: readonly ProposedRepair[] = $state.raw([]);
  /** Columns whose unit is in doubt, or was before someone chose one. */
  doubts: readonly DoubtedUnit[] = $state.raw([]);
  /** The issues with the money at stake, or how far that is found out. */
  weighing: Weighing = $state.raw({ kind: "idle" });
  #weigh = new AbortController();
  failure: Failure | undefined = $state.raw();
  /** Whether every layout was met before. */
  readonly isKnown: boolean;
  readonly #engine: Engine;
  #trials = 0;

  constructor(engine: Engine, file: File, proposal: MappingProposal) {
    this.#engine = engine;
    this.file = file;
    this.draft = $state.raw(draftOf(proposal));
    this.isKnown = isSettled(proposal);
    if (this.isKnown) this.go("accept");
  }

  go(step: ImportStep): void {
    this.step = step;
    this.trial = undefined;
    if (step === "accept") void this.try();
  }

  change(draft: MappingDraft): void {
    this.draft = draft;
    if (this.step === "accept") void this.try();
  }

  async choose(choice: SheetChoice): Promise<void> {
    await this.#guarded(async () => {
      const chosen =
        (await this.#engine.proposeSheet(choice)) ?? (await this.#again(() => this.#engine.proposeSheet(choice)));
      if (chosen) this.change(withSheet(this.draft, chosen));
    });
  }

  /** Reads the sheets whose layout a mapping knows as it says. */
  async follow(mapping: Mapping): Promise<void> {
    await this.#guarded(async () => {
      const proposal = await this.#inspect(mapping);
      if ("refused" in proposal) return;
      this.doubts = [];
      this.change(draftOf(proposal));
    });
  }

  /** Finds out what the mapping would give; of overlapping trials the latest counts. */
  async try(): Promise<void> {
    const [own, { mapping }] = [++this.#trials, this.draft];
    this.isTrying = true;
    await this.#guarded(async () => {
      const trial =
        (await this.#engine.tryMapping(mapping)) ?? (await this.#again(() => this.#engine.tryMapping(mapping)));
      const repairs = await this.#engine.repairs(mapping);
      if (own !== this.#trials) return;
      this.trial = trial;
      this.repairs = repairs ?? [];
      this.doubts = doubtedUnits(this.draft.proposal, trial?.issues ?? [], this.doubts);
    });
    if (own === this.#trials) this.isTrying = false;
  }

  /** Evaluates the last trial under a scenario, to say how much money each issue decides. */
  async weigh(scenario: Scenario): Promise<void> {
    this.stopWeighing();
    const { signal } = (this.#weigh = new AbortController());
    const tell = (weighing: Weighing): void => {
      if (!signal.aborted) this.weighing = weighing;
    };
    const onProgress = (progress: Progress): void => tell({ kind: "weighing", progress });
    tell({ kind: "weighing" });
    try {
      const ask = () => this.#engine.stakes(scenario, { signal, onProgress });
      tell({ kind: "weighed", issues: (await ask()) ?? (await this.#again(() => this.#triedAgain(ask))) ?? [] });
    } catch (error) {
      tell(failureOf(error));
    }
  }

  stopWeighing(): void {
    this.#weigh.abort();
    this.weighing = { kind: "idle" };
  }

  async #triedAgain<T>(call: () => Promise<T>): Promise<T> {
    await this.#engine.tryMapping(this.draft.mapping);
    return await call();
  }

  /** Cells that the last trial tidied, or left as typed. */
  readonly changes: ReadChanges = async (kind, first, count) => {
    const ask = () => this.#engine.changes({ of: "trial", ...(kind && { kind }) }, first, count);
    return (await ask()) ?? (await this.#again(() => this.#triedAgain(ask))) ?? [];
  };

  /** A worker that took another's place has not read the file yet. */
  async #again<T>(call: () => Promise<T>): Promise<T> {
    await this.#inspect(this.draft.mapping);
    return await call();
  }

  async #inspect(known: Mapping): Promise<MappingProposal | LoadRefusal> {
    return await this.#engine.inspect(new Uint8Array(await this.file.arrayBuffer()), this.file.name, undefined, known);
  }

  async #guarded(work: () => Promise<void>): Promise<void> {
    this.failure = undefined;
    try {
      await work();
    } catch (error) {
      this.failure = failureOf(error);
    }
  }
}
