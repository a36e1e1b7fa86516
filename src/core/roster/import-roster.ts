import type { Issue } from "../issue/issue.ts";
import { fieldOf, tables, type FieldId, type TableId } from "./fields.ts";
import { acceptRows, countRows } from "./import-accept.ts";
import { checkCells } from "./import-check-cells.ts";
import { checkOwners, checkUnique, codesOf, warnOfEqualRows } from "./import-check-keys.ts";
import { checkPlausibility } from "./import-check-plausible.ts";
import { CleaningLog } from "./import-cleaning-log.ts";
import { warnOfNearCodes, warnOfNearDuplicates } from "./import-near-duplicates.ts";
import { draftTable, type DraftTable } from "./import-draft.ts";
import { hashOf } from "./import-hash.ts";
import type { SheetLayout } from "./import-layout.ts";
import { TextPool } from "./import-text-pool.ts";
import type { CellRepair, Mapping } from "./mapping/mapping.ts";
import { placeRepairs } from "./mapping/place-repairs.ts";
import { planIssues } from "./mapping/plan-issues.ts";
import { layoutsOf } from "./mapping/plan-sheet.ts";
import { planWorkbook } from "./mapping/plan-workbook.ts";
import type { RawSheet, RawWorkbook } from "./raw-sheet.ts";
import type { Roster, Table } from "./roster.ts";
import { RowOrigins } from "./row-origins.ts";

/** What importing a workbook gives. */
export interface ImportedRoster {
  readonly roster?: Roster;
  readonly issues: readonly Issue[];
  /** Every cell that was tidied before it was read. It holds on to the workbook's cells. */
  readonly cleaning: CleaningLog;
  /** Cells that are read as the mapping says instead of as they stand: edits and repairs someone consented to. */
  readonly repairs: readonly CellRepair[];
  /** From which cell each value was read. It holds on to the workbook's cells, too. */
  readonly origins: RowOrigins;
}

interface PlacedLayout {
  readonly layout: SheetLayout;
  /** Place of the sheet in the workbook. */
  readonly sheet: number;
}

/**
 * Reads a workbook as a roster (section 10 of the calculation model): recognises its sheets, maps their columns,
 * converts and checks the cells and keeps the rows no rule refuses. Every row left out is named by an issue.
 * Without a sheet of enterprises there is no roster.
 * @param mapping how sheets of a known layout are read; others are recognised
 */
export function importRoster(workbook: RawWorkbook, mapping?: Mapping): ImportedRoster {
  const { layouts, issues, repairs } = layOutAll(workbook, mapping);
  if (!layouts.some(({ layout }) => layout.table === "enterprises")) {
    const none = { code: "no-recognised-sheet", severity: "error", expected: "企业" } as const;
    return { issues: [none, ...issues], cleaning: new CleaningLog([], []), repairs, origins: new RowOrigins([]) };
  }
  const pool = new TextPool();
  const drafts = tables.map(({ id }) => {
    const sheets = layouts.filter(({ layout }) => layout.table === id);
    const converted = draftTable(id, sheets, pool);
    issues.push(...converted.issues);
    return converted.draft;
  });
  issues.push(...assumptions(drafts), ...checkDrafts(drafts, pool));
  return {
    roster: buildRoster(workbook, drafts, pool),
    issues: inReadingOrder(issues, workbook),
    cleaning: new CleaningLog(drafts, pool.texts),
    repairs,
    origins: new RowOrigins(drafts),
  };
}

function layOutAll(workbook: RawWorkbook, mapping: Mapping | undefined) {
  const { plans, issues } = planWorkbook(workbook, mapping);
  const placed = plans.map(({ sheet }) => placeRepairs(sheet, mapping?.repairs ?? []));
  const untidied = new Set(mapping?.untidied);
  const layouts = plans.flatMap((plan, sheet) =>
    layoutsOf(plan).map((layout): PlacedLayout => {
      const repaired = placed[sheet]?.repaired ?? new Map();
      return { layout: { ...layout, repaired, untidied }, sheet };
    }),
  );
  return {
    layouts,
    issues: [...issues, ...plans.flatMap(planIssues), ...placed.flatMap((each) => each.issues)],
    repairs: placed.flatMap(({ applied }) => applied),
  };
}

const readWhenAbsent: readonly (readonly [FieldId, string])[] = [
  ["registered", "是"],
  ["taxed", "是"],
  ["independent", "是"],
  ["abnormal", "否"],
  ["residentStartup", "否"],
];

/** Columns of 企业 that are read as given when the workbook does not have them (section 3). */
function assumptions(drafts: readonly DraftTable[]): Issue[] {
  const enterprises = drafts.find(({ id }) => id === "enterprises");
  const sheet = enterprises?.sources[0]?.layout.sheet.name;
  return readWhenAbsent
    .filter(([id]) => !enterprises?.columns.has(id))
    .map(([id, expected]) => ({
      code: "absent-column-assumed",
      severity: "warning",
      ...(sheet === undefined ? {} : { sheet }),
      column: fieldOf("enterprises", id).label,
      expected,
    }));
}

/** Uniqueness comes after every other rule of a table, and 企业 before its children. */
function checkDrafts([enterprises, ...children]: readonly DraftTable[], pool: TextPool): Issue[] {
  if (!enterprises) return [];
  const issues = [...checkCells(enterprises), ...checkUnique(enterprises, "uscc")];
  issues.push(
    ...checkPlausibility(enterprises),
    ...warnOfNearDuplicates(enterprises, pool),
    ...warnOfNearCodes(enterprises, pool),
  );
  const codes = codesOf(enterprises);
  for (const draft of children) {
    const ownRules = [...checkCells(draft), ...checkOwners(draft, codes)];
    const equalRows = draft.id === "guarantees" ? checkUnique(draft, "guaranteeNumber") : warnOfEqualRows(draft, pool);
    issues.push(...ownRules, ...equalRows, ...checkPlausibility(draft));
  }
  return issues;
}

function buildRoster({ sheets }: RawWorkbook, drafts: readonly DraftTable[], pool: TextPool): Roster {
  const enterpriseOf = new Map<number, number>();
  const accepted = drafts.map((draft) => acceptRows(draft, enterpriseOf));
  return {
    tables: tablesById(accepted),
    texts: pool.texts,
    sheetNames: sheets.map(({ name }: RawSheet) => name),
    hash: hashOf(accepted, pool),
    counts: countRows(drafts),
  };
}

function tablesById(accepted: readonly Table[]): Record<TableId, Table> {
  const find = (id: TableId): Table => {
    const table = accepted.find((candidate) => candidate.id === id);
    if (!table) throw new Error(`table ${id} was not drafted`);
    return table;
  };
  return {
    enterprises: find("enterprises"),
    projects: find("projects"),
    guarantees: find("guarantees"),
    employment: find("employment"),
    hrServices: find("hrServices"),
    fundInvestments: find("fundInvestments"),
    disbursements: find("disbursements"),
  };
}

function inReadingOrder(issues: readonly Issue[], { sheets }: RawWorkbook): Issue[] {
  const places = new Map(sheets.map(({ name }, place) => [name, place]));
  const place = ({ sheet }: Issue): number => places.get(sheet ?? "") ?? -1;
  return issues.toSorted((a, b) => place(a) - place(b) || (a.row ?? 0) - (b.row ?? 0));
}
