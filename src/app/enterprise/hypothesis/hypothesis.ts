import type { CellEdit, FirmEdit } from "../../../core/policy/hypothesis/firm-edit.ts";
import type { Place } from "../../state/place.svelte.ts";
import { hypothesisAddress, linkedHypothesis } from "./hypothesis-link.ts";

const sameCell = (one: FirmEdit, { table, sheet, row, field }: CellEdit): boolean =>
  one.kind === "cell" && one.table === table && one.sheet === sheet && one.row === row && one.field === field;

/** What someone supposes of a firm, as the address says it; it stands nowhere else, and every edit is a new address. */
export class Hypothesis {
  readonly edits: readonly FirmEdit[];
  /** The link said something that no cell holds. */
  readonly isDamaged: boolean;

  constructor(
    private readonly code: string,
    private readonly place: Pick<Place, "detail" | "detailed">,
  ) {
    const { edits, isDamaged } = linkedHypothesis(place.detail);
    this.edits = edits;
    this.isDamaged = isDamaged;
  }

  /** A cell that is edited once more holds the newer value. */
  add(...more: readonly FirmEdit[]): void {
    const isKept = (one: FirmEdit): boolean => !more.some((edit) => edit.kind === "cell" && sameCell(one, edit));
    this.#say([...this.edits.filter(isKept), ...more]);
  }

  take(edit: FirmEdit): void {
    this.#say(this.edits.filter((one) => one !== edit));
  }

  clear(): void {
    this.#say([]);
  }

  #say(edits: readonly FirmEdit[]): void {
    this.place.detailed(hypothesisAddress(this.code, edits));
  }
}
