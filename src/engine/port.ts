import type { MovedFigures } from "../core/policy/evaluate.ts";
import type { Evaluation } from "../core/policy/evaluation.ts";
import type { LedgerSummary } from "../core/policy/totals.ts";
import type { ReportModel } from "../core/report/report-model.ts";
import type { EnterpriseExplanation } from "../core/policy/explanation/explanation.ts";
import type { NoEffect } from "../core/policy/compare/no-effect.ts";
import type { Shortfall } from "../core/policy/explanation/shortfalls.ts";
import type { StakedIssue } from "../core/policy/staked-issues.ts";
import type { Scenario } from "../core/policy/scenario.ts";
import type { Issue } from "../core/issue/issue.ts";
import type { TableId } from "../core/roster/fields.ts";
import type { CleaningKind } from "../core/roster/import-cleaning.ts";
import type { CellChange, CleaningCounts } from "../core/roster/import-cleaning-log.ts";
import type {
  CellRepair,
  Mapping,
  MappingProposal,
  ProposedRepair,
  ProposedSheet,
  SheetChoice,
} from "../core/roster/mapping/mapping.ts";
import type { Day } from "../core/date/day.ts";
import type { RosterProfile } from "../core/roster/roster-profile.ts";
import type { FileCell, RosterCell } from "../core/roster/row-origins.ts";
import type { Comparer } from "./comparer.ts";
import type { ComparisonWriter } from "./comparison-report.ts";
import type { ErrorWorkbookRequest } from "./error-workbook-request.ts";
import type { FirmStudies } from "./firm-studies.ts";
import type { NumberColumn } from "./number-columns.ts";
import type { OpenedProject, Project } from "./project-file.ts";
import type { ReopenedFile } from "./reopen.ts";
import type { DepartmentReportsRequest, ReportRequest } from "./report-request.ts";
import type { Differ } from "./roster-difference.ts";
import type { TrialComparer } from "./trial-comparer.ts";
import type { Simulator } from "./simulation-request.ts";
import type { TablePlace, TableQuery, TableWindow } from "./table-query.ts";
import type { Progress, Task } from "../spreadsheet/task.ts";

export type { Progress, Task };

/** The names of a roster that the page shows; numbers stay with the engine. One entry an enterprise. */
export interface RosterCard {
  readonly fileName: string;
  readonly hash: string;
  readonly codes: readonly string[];
  readonly names: readonly string[];
  readonly industryCodes: readonly string[];
  /** Sheet row of each enterprise. */
  readonly sheetRows: Int32Array;
  readonly counts: Readonly<
    Record<string, { readonly table: TableId; readonly rows: number; readonly accepted: number }>
  >;
  readonly rowCounts: Readonly<Record<TableId, number>>;
  readonly issues: readonly Issue[];
  /** Cells that were tidied before they were read, and those left as typed; `changes` lists them. */
  readonly cleaning: CleaningCounts;
  /** Cells read otherwise than they stand in the file: edits and repairs someone consented to. */
  readonly repairs: readonly CellRepair[];
}

/** A refused file: nothing was loaded, what was there stays. */
export interface LoadRefusal {
  readonly refused: true;
  readonly issues: readonly Issue[];
}

/** What reading an inspected workbook by a mapping would give; nothing is loaded. */
export interface MappingTrial {
  /** Rows read and accepted; empty where no sheet of enterprises was recognised. */
  readonly counts: RosterCard["counts"];
  readonly issues: readonly Issue[];
  /** Cells that would be tidied before they are read, and those left as typed; `changes` lists them. */
  readonly cleaning: CleaningCounts;
}

/** Which cells that need tidying are asked for. */
export interface ChangesQuery {
  /** trial: those of the last mapping tried; roster: those of the loaded roster. */
  readonly of: "trial" | "roster";
  /** Only those tidied in this way. */
  readonly kind?: CleaningKind;
}

/** An evaluation with its sums, which are taken where the ledger is. */
export interface Evaluated extends Evaluation, LedgerSummary {}

/** What the engine can do; the page, the command line and the tests speak to it only through this. */
export interface Engine extends Simulator, Comparer, TrialComparer, ComparisonWriter, Differ, FirmStudies {
  /**
   * Reads a workbook; on refusal the roster loaded before stays.
   * @param mapping how sheets of a known layout are read; others are recognised
   */
  load(bytes: Uint8Array, fileName: string, task?: Task, mapping?: Mapping): Promise<RosterCard | LoadRefusal>;
  /**
   * Reads the loaded roster's file again under another mapping, e.g. with another cell edited, from its cells as they
   * are held; on refusal the roster stays as it was. Undefined where the cells are not held: load the file again.
   * @throws if no roster was loaded
   */
  reread(mapping: Mapping | undefined, task?: Task): Promise<RosterCard | LoadRefusal | undefined>;
  /**
   * What a cell of the loaded roster's file is read as; undefined for one that no row of a table is read from, and
   * where the cells are not held. @throws if no roster was loaded
   */
  cell(of: FileCell): Promise<RosterCell | undefined>;
  /**
   * How a workbook would be read; nothing is loaded. Its cells are held for `tryMapping` until another is inspected or
   * a roster is loaded.
   * @param known a mapping to start from
   */
  inspect(bytes: Uint8Array, fileName: string, task?: Task, known?: Mapping): Promise<MappingProposal | LoadRefusal>;
  /** One sheet of the inspected workbook as someone chose to read it; undefined where it is not held any more. */
  proposeSheet(choice: SheetChoice): Promise<ProposedSheet | undefined>;
  /** What the inspected workbook would give under a mapping; undefined where none is held any more. */
  tryMapping(mapping: Mapping): Promise<MappingTrial | undefined>;
  /** Repairs of codes, as the inspected workbook is read under a mapping; undefined where none is held any more. */
  repairs(mapping: Mapping): Promise<readonly ProposedRepair[] | undefined>;
  /**
   * The issues of the last mapping tried, or of the loaded roster, and of what comes of it under a scenario, largest
   * amount at stake first; undefined where no trial, or no roster, is held any more.
   */
  stakes(scenario: Scenario, task?: Task, of?: "trial" | "roster"): Promise<readonly StakedIssue[] | undefined>;
  /**
   * At most `count` cells that need tidying, from the `first` on: before and after, those left as typed among them.
   * Undefined where no trial, or no roster, is held any more.
   */
  changes(query: ChangesQuery, first: number, count: number): Promise<readonly CellChange[] | undefined>;
  /** Recorded part of the loaded roster under a scenario. @throws if no roster was loaded */
  evaluate(scenario: Scenario, task?: Task): Promise<Evaluated>;
  /**
   * The sums of `evaluate` to the 分, without the ledger: what a number moved by a slider comes to, as it moves.
   * @throws if no roster was loaded
   */
  sums(scenario: Scenario, task?: Task): Promise<MovedFigures>;
  /**
   * Why one credit code gets what it gets; undefined for a code that no row names. Quick after `evaluate` of the same
   * scenario. @throws if no roster was loaded
   */
  explain(scenario: Scenario, code: string): Promise<EnterpriseExplanation | undefined>;
  /** Why measures are not due to one credit code, and how far each is; empty for a code that no row names. */
  shortfalls(scenario: Scenario, code: string): Promise<readonly Shortfall[]>;
  /**
   * Why one edit of a scenario, by key of a parameter or name of a reading, moves no figure of what is recorded;
   * undefined where it moves one. @throws if no roster was loaded
   */
  noEffect(scenario: Scenario, key: string): Promise<NoEffect | undefined>;
  /** At most `count` rows that match a query, from the `first` match on. @throws if no roster was loaded */
  window(query: TableQuery, first: number, count: number): Promise<TableWindow>;
  /** Where the accepted row of a sheet stands in its table. @throws if no roster was loaded */
  find(sheet: string, sheetRow: number): Promise<TablePlace | undefined>;
  /** What kind of firms the roster holds as of a day. @throws if no roster was loaded */
  profile(asOf: Day): Promise<RosterProfile>;
  /** The columns of a table that hold numbers, filled cells only. @throws if no roster was loaded */
  numbers(table: TableId): Promise<readonly NumberColumn[]>;
  /** The report of a scenario as the bytes of an .xlsx file. @throws if no roster was loaded */
  report(request: ReportRequest, task?: Task): Promise<Uint8Array>;
  /** The reports of several departments as the bytes of one zip. @throws if no roster was loaded */
  departmentReports(request: DepartmentReportsRequest, task?: Task): Promise<Uint8Array>;
  /** The scenario that a report of ours, or a sheet of its parameters edited elsewhere, says; needs no roster. */
  reopen(bytes: Uint8Array, fileName: string, task?: Task): Promise<ReopenedFile | LoadRefusal>;
  /** A project as the bytes of a .cesuan file; needs no roster. */
  saveProject(project: Project, task?: Task): Promise<Uint8Array>;
  /** Reads a .cesuan file; nothing is loaded. */
  openProject(bytes: Uint8Array, fileName: string, task?: Task): Promise<OpenedProject | LoadRefusal>;
  /** A workbook as the bytes of an .xlsx file; rows made on demand (`body`) are functions and cannot cross a thread. */
  write(model: ReportModel, task?: Task): Promise<Uint8Array>;
  /** A file with its problem cells filled, a note on each and a summary; nothing is loaded. */
  errorWorkbook(request: ErrorWorkbookRequest, task?: Task): Promise<Uint8Array | LoadRefusal>;
  /** The blank roster template. */
  template(): Promise<Uint8Array>;
  close(): void;
}
