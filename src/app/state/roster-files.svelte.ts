import { mappingWith } from "../../core/roster/cell-edit.ts";
import type { CellRepair, Mapping, MappingProposal } from "../../core/roster/mapping/mapping.ts";
import type { LoadRefusal, Progress } from "../../engine/port.ts";
import type { ExposureState } from "./exposure.svelte.ts";
import { blobOf } from "../roster/save-file.ts";
import { failureOf, type Failure } from "./failure.ts";
import type { Keeping, KeptRoster, KeptVersion, KeptWork } from "./kept-work.ts";
import { isCanonical } from "./mapping-draft.ts";
import { RosterImport } from "./roster-import.svelte.ts";
import type { ScenarioState } from "./scenario-state.svelte.ts";

/** Milliseconds after which what could not be kept is tried again. */
const KEEP_AGAIN = 30_000;

const SAMPLE_NAME = "demo-district.xlsx";

/** A roster file that comes with the page: its address, or what gives its bytes. */
export type SampleFile = string | (() => Promise<ArrayBuffer>);

async function fetched(address: string): Promise<ArrayBuffer> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.arrayBuffer();
}

/** A file that is read before anyone decides about it, or why that failed. */
export type Inspection =
  { readonly kind: "reading"; readonly file: File; readonly progress?: Progress } | (Failure & { readonly file: File });

/** Which roster is on the page, and what of the work stays in this browser. */
export class RosterFiles {
  /** What became of the last writing to the browser's store. */
  keeping: Keeping = $state("kept");
  inspection: Inspection | undefined = $state.raw();
  /** The file that waits for decisions; the roster on the page stays until they are made. */
  importing: RosterImport | undefined = $state.raw();
  /** The file of the user's that the roster on the page took the place of; none after the sample or at the start. */
  earlier: KeptRoster | undefined = $state.raw();
  #later: ReturnType<typeof setTimeout> | undefined;
  #current: KeptRoster | undefined;
  #awaited: { readonly fileName: string; readonly mapping?: Mapping } | undefined;
  #inspecting = new AbortController();
  readonly #exposure: ExposureState;
  readonly #scenario: ScenarioState;
  readonly #kept: KeptWork | undefined;
  readonly #sample: SampleFile | undefined;
  /** The edits of cells that the roster on the page was read with; undefined where it must be read again. */
  #followed: { readonly cells: readonly CellRepair[] | undefined } | undefined;
  /** Files that are on their way: they take the place of the roster, and of its edits with it. */
  #coming = 0;
  /** How the roster that was asked for last is read. */
  #last: () => Promise<unknown> = () => this.start();

  constructor(
    exposure: ExposureState,
    scenario: ScenarioState,
    kept: KeptWork | undefined,
    sample: SampleFile | undefined,
  ) {
    this.#exposure = exposure;
    this.#scenario = scenario;
    this.#kept = kept;
    this.#sample = sample;
  }

  get keeps(): boolean {
    return this.#kept !== undefined;
  }

  /** The store that windows of this page share; undefined: nothing is kept. */
  get storeName(): string | undefined {
    return this.#kept?.name;
  }

  get hasSample(): boolean {
    return this.#sample !== undefined;
  }

  /** The roster of the last visit, else the sample, else none; with the edits of its cells. */
  async start(): Promise<void> {
    const roster = this.#kept?.roster;
    const { cells } = this.#scenario.bench;
    const mapping = mappingWith(roster?.mapping, cells);
    await this.#comes(async () => {
      if (!roster) await this.#loadSample(mapping);
      else if (await this.#exposure.load(() => roster.content.arrayBuffer(), roster.fileName, mapping))
        this.#current = roster;
      this.#followed = { cells };
    });
  }

  /** Cells that are read otherwise than they stand in the file of the roster on the page. */
  get cells(): readonly CellRepair[] {
    return this.#scenario.bench.cells ?? this.#current?.mapping?.repairs ?? [];
  }

  /** Edits cells of the roster on the page, as one step that undo takes back. */
  edit(change: (cells: readonly CellRepair[]) => readonly CellRepair[]): void {
    const cells = change(this.cells);
    this.#scenario.arrange((bench) => ({ ...bench, cells }));
  }

  /** Reads the roster on the page again where cells were edited since, and keeps the edits for the next visit. */
  async follow(): Promise<void> {
    const { cells } = this.#scenario.bench;
    const isFollowed = this.#followed !== undefined && this.#followed.cells === cells;
    if (this.#coming > 0 || isFollowed || !this.#exposure.card) return;
    const own = { cells };
    this.#followed = own;
    this.#note(await this.#kept?.keepCells(cells));
    if (this.#followed !== own) return;
    const isRead = await this.#exposure.reread(mappingWith(this.#current?.mapping, cells));
    if (!isRead && this.#followed === own) this.#followed = undefined;
  }

  /** While a file comes edits wait; the roster that it becomes, or that stays, is read with them. */
  async #comes<T>(work: () => Promise<T>): Promise<T> {
    this.#coming++;
    try {
      return await work();
    } finally {
      this.#coming--;
      void this.follow();
    }
  }

  /** Another roster is on the page: what was edited in the one before is gone from every step of the history. */
  #leaveCells(): void {
    this.#followed = { cells: undefined };
    this.#scenario.forgetCells();
  }

  /** Looks at a file: a canonical one is imported at once, any other waits for someone's decisions. */
  async take(file: File): Promise<void> {
    this.giveUp();
    const found = await this.#inspect(file);
    if (!found) return;
    if ("refused" in found) this.#exposure.refusal = { fileName: file.name, issues: found.issues };
    else if (isCanonical(found)) await this.#import(file);
    else this.importing = new RosterImport(this.#exposure.engine, file, found);
  }

  /** Imports a file that comes with decisions of its own, those of a project. @returns whether it is the roster now */
  async restore(file: File, mapping: Mapping | undefined): Promise<boolean> {
    this.giveUp();
    this.#awaited = undefined;
    return await this.#import(file, mapping);
  }

  /** A file of this name will be read as its project says, once it comes. */
  await(roster: { readonly fileName: string; readonly mapping?: Mapping } | undefined): void {
    this.#awaited = roster;
  }

  /** Opens the file of the roster on the page once more, to decide anew how it is read: sheets, columns, units, cells. */
  async reconsider(): Promise<void> {
    const { card, origin } = this.#exposure;
    if (!card || !origin) return;
    this.giveUp();
    const file = new File([await origin.content()], card.fileName);
    const found = await this.#inspect(file, origin.mapping);
    if (found && !("refused" in found)) this.importing = new RosterImport(this.#exposure.engine, file, found);
  }

  /** Imports the file that was decided on, and remembers how its layouts are read. */
  async accept(): Promise<void> {
    if (!this.importing) return;
    const { file, draft } = this.importing;
    this.importing = undefined;
    if (await this.#import(file, draft.mapping)) await this.#kept?.layouts.keep(draft.mapping);
  }

  /** Everything stays as it was before the file came. */
  giveUp(): void {
    this.#inspecting.abort();
    this.inspection = undefined;
    this.importing = undefined;
  }

  /** The layouts met before, with those of the project that waits for this file in front. */
  async #knownFor(file: File): Promise<Mapping | undefined> {
    const known = await this.#kept?.layouts.known();
    const own = this.#awaited?.fileName === file.name ? this.#awaited.mapping : undefined;
    return own ? { ...own, sheets: [...own.sheets, ...(known?.sheets ?? [])] } : known;
  }

  /** @returns undefined if it was given up or failed */
  async #inspect(file: File, decided?: Mapping): Promise<MappingProposal | LoadRefusal | undefined> {
    const { signal } = (this.#inspecting = new AbortController());
    const tell = (inspection?: Inspection): void => {
      if (!signal.aborted) this.inspection = inspection;
    };
    tell({ kind: "reading", file });
    try {
      const onProgress = (progress: Progress): void => tell({ kind: "reading", file, progress });
      const [buffer, known] = await Promise.all([file.arrayBuffer(), decided ?? this.#knownFor(file)]);
      const found = await this.#exposure.engine.inspect(
        new Uint8Array(buffer),
        file.name,
        { signal, onProgress },
        known,
      );
      tell();
      return signal.aborted ? undefined : found;
    } catch (error) {
      tell({ ...failureOf(error), file });
      return undefined;
    }
  }

  /** Loads a file, and keeps it for the next visit once it has been accepted. */
  async #import(file: File, mapping?: Mapping): Promise<boolean> {
    this.#last = () => this.#import(file, mapping);
    let content: Blob | undefined;
    const read = async (): Promise<ArrayBuffer> => {
      // the file on the disk may be corrected and saved over; what was imported must still be there to compare with
      content ??= await blobOf(new Uint8Array(await file.arrayBuffer()));
      return await content.arrayBuffer();
    };
    return await this.#comes(async () => {
      const isAccepted = await this.#exposure.load(read, file.name, mapping);
      if (!isAccepted || !content) return false;
      const roster = { content, fileName: file.name, mapping };
      const before = this.#current;
      this.earlier = before && { ...before, mapping: mappingWith(before.mapping, this.#scenario.bench.cells) };
      this.#current = roster;
      this.#leaveCells();
      this.#note(await this.#kept?.keepRoster(roster));
      return true;
    });
  }

  /** After a stop or a failure: computes again, or reads again what could not be read. */
  async again(): Promise<void> {
    if (!this.#exposure.card) await this.#last();
    else if (this.#followed) await this.#exposure.refresh();
    else await this.follow();
  }

  async toSample(): Promise<void> {
    this.giveUp();
    this.#last = () => this.toSample();
    await this.#comes(async () => {
      if (await this.#loadSample()) this.#note(await this.#kept?.dropRoster());
      this.#leaveFiles();
    });
  }

  /** Removes what this browser keeps and shows the sample; the files themselves are not touched. */
  async forget(): Promise<void> {
    this.#note(await this.#kept?.forget());
    for (const name of Object.keys(localStorage).filter((key) => key.startsWith("cesuan.")))
      localStorage.removeItem(name);
    await this.#comes(async () => {
      await this.#loadSample();
      this.#leaveFiles();
    });
  }

  async keepScenario(text: string): Promise<void> {
    this.#note(await this.#kept?.keepScenario(text));
  }

  /** Lets this window's work take the place of what another one kept. */
  async takeOver(): Promise<void> {
    this.#note(await this.#kept?.takeOver());
  }

  /** Tries again to keep what there was no room for. */
  async keepAgain(): Promise<void> {
    this.#note(await this.#kept?.retry());
  }

  /** Earlier states of the scenarios, the newest first. */
  async versions(): Promise<readonly KeptVersion[]> {
    return (await this.#kept?.versions()) ?? [];
  }

  /** The sample is on the page: nothing is compared with it. */
  #leaveFiles(): void {
    [this.earlier, this.#current] = [undefined, undefined];
    this.#leaveCells();
  }

  async #loadSample(mapping?: Mapping): Promise<boolean> {
    const sample = this.#sample;
    if (sample === undefined) return false;
    const content = typeof sample === "string" ? () => fetched(sample) : sample;
    return await this.#exposure.load(content, SAMPLE_NAME, mapping);
  }

  #note(keeping: Keeping | undefined): void {
    if (!keeping) return;
    this.keeping = keeping;
    clearTimeout(this.#later);
    if (keeping === "full" || keeping === "blocked") this.#later = setTimeout(() => void this.keepAgain(), KEEP_AGAIN);
  }
}
