import type { CleaningLog } from "../core/roster/import-cleaning-log.ts";
import { importRoster, type ImportedRoster } from "../core/roster/import-roster.ts";
import type {
  Mapping,
  MappingProposal,
  ProposedRepair,
  ProposedSheet,
  SheetChoice,
} from "../core/roster/mapping/mapping.ts";
import { proposeMapping, proposeSheet } from "../core/roster/mapping/propose-mapping.ts";
import { planWorkbook } from "../core/roster/mapping/plan-workbook.ts";
import { proposeRepairs } from "../core/roster/mapping/propose-repairs.ts";
import type { RawWorkbook } from "../core/roster/raw-sheet.ts";
import { readWorkbook } from "../spreadsheet/read-workbook.ts";
import type { LoadRefusal, MappingTrial, Task } from "./port.ts";

/** The cells of a workbook while someone decides how they are read. */
export class InspectedWorkbook {
  #workbook: RawWorkbook | undefined;
  #source: { readonly fileName: string; readonly bytes: Uint8Array } | undefined;
  #tried: ImportedRoster | undefined;

  async inspect(
    bytes: Uint8Array,
    fileName: string,
    task: Task | undefined,
    known: Mapping | undefined,
  ): Promise<MappingProposal | LoadRefusal> {
    const workbook = await readWorkbook(bytes, fileName, task);
    if ("refused" in workbook) return { refused: true, issues: [workbook.refused] };
    task?.onProgress?.({ step: "recognise", done: 0 });
    this.#workbook = workbook;
    this.#source = { fileName, bytes };
    this.#tried = undefined;
    return proposeMapping(workbook, known);
  }

  /** The cells of a file: those that are here where it is the inspected one, else read from its bytes. */
  readonly read: typeof readWorkbook = async (bytes, fileName, task) => {
    task?.signal?.throwIfAborted();
    const isHere = this.#source?.fileName === fileName && isEqual(this.#source.bytes, bytes);
    return isHere && this.#workbook ? this.#workbook : await readWorkbook(bytes, fileName, task);
  };

  proposeSheet(choice: SheetChoice): ProposedSheet | undefined {
    return this.#workbook && proposeSheet(this.#workbook, choice);
  }

  tryMapping(mapping: Mapping): MappingTrial | undefined {
    if (!this.#workbook) return undefined;
    this.#tried = importRoster(this.#workbook, mapping);
    const { roster, issues, cleaning } = this.#tried;
    return { counts: roster?.counts ?? {}, issues, cleaning: cleaning.counts };
  }

  /** What the last mapping tried gave. */
  get tried(): ImportedRoster | undefined {
    return this.#tried;
  }

  /** Cells tidied in the last trial. */
  get cleaning(): CleaningLog | undefined {
    return this.#tried?.cleaning;
  }

  /** Repairs of codes in the columns that a mapping reads codes from. */
  repairs(mapping: Mapping): readonly ProposedRepair[] | undefined {
    return this.#workbook && proposeRepairs(planWorkbook(this.#workbook, mapping).plans);
  }

  forget(): void {
    this.#workbook = undefined;
    this.#source = undefined;
    this.#tried = undefined;
  }
}

const isEqual = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);
