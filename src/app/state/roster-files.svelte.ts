import type { ExposureState } from "./exposure.svelte.ts";
import type { Keeping, KeptWork } from "./kept-work.ts";

const SAMPLE_NAME = "demo-district.xlsx";

async function fetched(address: string): Promise<ArrayBuffer> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.arrayBuffer();
}

/** Which roster is on the page, and what of the work stays in this browser. */
export class RosterFiles {
  /** What became of the last writing to the browser's store. */
  keeping: Keeping = $state("kept");
  readonly #exposure: ExposureState;
  readonly #kept: KeptWork | undefined;
  readonly #sample: string | undefined;
  /** How the roster that was asked for last is read. */
  #last: () => Promise<unknown> = () => this.start();

  constructor(exposure: ExposureState, kept: KeptWork | undefined, sample: string | undefined) {
    this.#exposure = exposure;
    this.#kept = kept;
    this.#sample = sample;
  }

  get keeps(): boolean {
    return this.#kept !== undefined;
  }

  get hasSample(): boolean {
    return this.#sample !== undefined;
  }

  /** The roster of the last visit, else the sample, else none. */
  async start(): Promise<void> {
    const roster = this.#kept?.roster;
    if (roster) await this.#exposure.load(() => roster.content.arrayBuffer(), roster.fileName);
    else await this.#loadSample();
  }

  /** Imports a file, and keeps it for the next visit once it has been accepted. */
  async take(file: File): Promise<void> {
    this.#last = () => this.take(file);
    const isAccepted = await this.#exposure.load(() => file.arrayBuffer(), file.name);
    if (isAccepted) this.#note(await this.#kept?.keepRoster({ content: file, fileName: file.name }));
  }

  /** After a stop or a failure: computes again, or reads again what could not be read. */
  async again(): Promise<void> {
    if (this.#exposure.card) await this.#exposure.refresh();
    else await this.#last();
  }

  async toSample(): Promise<void> {
    this.#last = () => this.toSample();
    if (await this.#loadSample()) this.#note(await this.#kept?.dropRoster());
  }

  /** Removes what this browser keeps and shows the sample; the files themselves are not touched. */
  async forget(): Promise<void> {
    this.#note(await this.#kept?.forget());
    for (const name of Object.keys(localStorage).filter((key) => key.startsWith("cesuan.")))
      localStorage.removeItem(name);
    await this.#loadSample();
  }

  async keepScenario(text: string): Promise<void> {
    this.#note(await this.#kept?.keepScenario(text));
  }

  /** Lets this window's work take the place of what another one kept; it is written at its next change. */
  async takeOver(): Promise<void> {
    await this.#kept?.takeOver();
    this.keeping = "kept";
  }

  async #loadSample(): Promise<boolean> {
    const sample = this.#sample;
    return sample !== undefined && (await this.#exposure.load(() => fetched(sample), SAMPLE_NAME));
  }

  #note(keeping: Keeping | undefined): void {
    if (keeping) this.keeping = keeping;
  }
}
