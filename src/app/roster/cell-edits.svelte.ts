import { describeIssue } from "../../core/issue/issue-text.ts";
import { typedProblem, withoutCell, withTyped } from "../../core/roster/cell-edit.ts";
import type { CellRepair } from "../../core/roster/mapping/mapping.ts";
import type { FileCell, RosterCell } from "../../core/roster/row-origins.ts";
import type { Engine } from "../../engine/port.ts";
import { failureOf, type Failure } from "../state/failure.ts";
import type { Language } from "../state/preferences.svelte.ts";
import type { RosterFiles } from "../state/roster-files.svelte.ts";

export const fileCellKey = ({ sheet, cell }: FileCell): string => `${cell} ${sheet}`;

/** Cells with what they are read as, as someone types into them. */
export class CellEdits {
  /** What was typed and is on its way into the roster, by cell. */
  #typed: Readonly<Record<string, string>> = $state.raw({});
  /** Why what was typed last could not be taken. */
  failure: Failure | undefined = $state.raw();
  readonly #engine: Engine;
  readonly #files: RosterFiles;

  constructor(engine: Engine, files: RosterFiles) {
    this.#engine = engine;
    this.#files = files;
  }

  /** Cells that are read otherwise than the file has them, without those left as typed. */
  readonly list: readonly CellRepair[] = $derived.by(() =>
    this.#files.cells.filter(({ before, after }) => before !== after),
  );
  readonly #byCell: Readonly<Record<string, CellRepair>> = $derived.by(() =>
    Object.fromEntries(this.list.map((repair) => [fileCellKey(repair), repair])),
  );

  /** What a cell is read as where that is not what the file has. */
  editOf(of: FileCell): CellRepair | undefined {
    return this.#byCell[fileCellKey(of)];
  }

  /** What was typed into a cell and is not in the table yet. */
  typedIn(of: FileCell): string | undefined {
    return this.#typed[fileCellKey(of)];
  }

  /** What was typed is in the table. */
  arrived(): void {
    this.#typed = {};
  }

  /** What is wrong with a text for a cell, in words. */
  problem(of: Omit<RosterCell, "before" | "unit">, typed: string, language: Language): string | undefined {
    const issue = typedProblem(of, typed);
    if (!issue) return undefined;
    const { code, found, expected } = issue;
    const said = { code, severity: "error", ...(found && { found }), ...(expected && { expected }) } as const;
    const { message, remedy } = describeIssue(said, language);
    // of a cell that nobody can read they say how it counts; this one is not taken at all
    if (code === "type-error" || code === "not-in-list") return remedy;
    return `${message}${language === "zh" ? "" : " "}${remedy}`;
  }

  /** Reads cells as the file has them again. */
  takeBack(of: readonly FileCell[]): void {
    this.#files.edit((cells) => of.reduce(withoutCell, cells));
  }

  /** Reads a cell as typed from now on. */
  async take(of: FileCell, typed: string): Promise<void> {
    this.failure = undefined;
    this.#typed = { ...this.#typed, [fileCellKey(of)]: typed };
    try {
      const cell = await this.#engine.cell(of);
      if (cell) this.#files.edit((cells) => withTyped(cells, cell, typed));
    } catch (error) {
      this.failure = failureOf(error);
    }
  }
}
