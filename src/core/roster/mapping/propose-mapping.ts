import { fieldsOf } from "../fields.ts";
import { columnLetters, shownAt } from "../import-raw-cell.ts";
import type { RawSheet, RawWorkbook } from "../raw-sheet.ts";
import { fitOf, samplesOf } from "./column-content.ts";
import { fingerprintOf, HEADER_WITHIN } from "./header-block.ts";
import {
  MAPPING_FORMAT,
  type ChildMapping,
  type ColumnMapping,
  type ColumnProposal,
  type FieldCandidate,
  type Mapping,
  type MappingProposal,
  type ProposedSheet,
  type SheetChoice,
  type SheetLine,
  type SheetMapping,
  type SheetProposal,
} from "./mapping.ts";
import type { ColumnMatch } from "./match-columns.ts";
import { headerEnd, planChosen, unitOf, type SheetPlan } from "./plan-sheet.ts";
import { planWorkbook } from "./plan-workbook.ts";
import { proposeRepairs } from "./propose-repairs.ts";

/**
 * How a workbook would be read, as data to be looked at, corrected and kept. Importing with the mapping unchanged
 * gives what importing without one gives.
 * @param known a mapping to start from; sheets whose layout it knows are read as it says
 */
export function proposeMapping(workbook: RawWorkbook, known?: Mapping): MappingProposal {
  const { plans } = planWorkbook(workbook, known);
  const mapping: Mapping = {
    format: MAPPING_FORMAT,
    sheets: plans.map(sheetMapping),
    repairs: known?.repairs ?? [],
    untidied: known?.untidied ?? [],
  };
  return { mapping, sheets: plans.map(sheetProposal), repairs: proposeRepairs(plans) };
}

/** One sheet as someone chose to read it; undefined if the workbook has none of that name. */
export function proposeSheet({ sheets }: RawWorkbook, choice: SheetChoice): ProposedSheet | undefined {
  const sheet = sheets.find(({ name }) => name === choice.sheet);
  const plan = sheet && planChosen(sheet, choice);
  return plan && { mapping: sheetMapping(plan), proposal: sheetProposal(plan) };
}

function sheetMapping(plan: SheetPlan): SheetMapping {
  const { sheet, table, block, headers, matches } = plan;
  return {
    sheet: sheet.name,
    fingerprint: fingerprintOf(headers),
    table,
    headerRow: sheet.rowNumber[block.row] ?? 1,
    headerLines: block.lines,
    columns: matches.flatMap((match) => columnMapping(plan, match)),
    children: childMappings(plan),
  };
}

function columnMapping(plan: SheetPlan, match: ColumnMatch): ColumnMapping[] {
  if (!match.field) return [];
  const unit = unitOf(plan, match);
  const { position, header, field } = match;
  return [{ column: columnLetters(position), header, field: field.id, ...(unit === undefined ? {} : { unit }) }];
}

function childMappings({ groups, headers }: SheetPlan): ChildMapping[] {
  const children = new Map<string, ChildMapping>();
  for (const { label, table, position, field, unit } of groups) {
    const header = headers[position]?.text ?? "";
    const column = { column: columnLetters(position), header, field, ...(unit === undefined ? {} : { unit }) };
    const known = children.get(`${table} ${label}`);
    children.set(`${table} ${label}`, { label, table, columns: [...(known?.columns ?? []), column] });
  }
  return [...children.values()];
}

function sheetProposal(plan: SheetPlan): SheetProposal {
  const { sheet, table, reason, alternatives, block, matches } = plan;
  return {
    sheet: sheet.name,
    visibility: sheet.visibility,
    table,
    confidence: confidenceOf(plan),
    reason,
    alternatives,
    headerRow: sheet.rowNumber[block.row] ?? 1,
    headerLines: block.lines,
    rowsBelow: Math.max(0, sheet.rowCount - 1 - headerEnd(block)),
    lines: firstLines(sheet),
    columns: matches.map((match) => columnProposal(plan, match)),
  };
}

/** Enough of a line to know it again. */
const CELLS_SHOWN = 6;

const firstLines = (sheet: RawSheet): SheetLine[] =>
  Array.from({ length: Math.min(HEADER_WITHIN, sheet.rowCount) }, (_, row) => ({
    row: sheet.rowNumber[row] ?? 0,
    cells: sheet.columns
      .map((_column, position) => shownAt(sheet, position, row))
      .filter((text) => text !== "")
      .slice(0, CELLS_SHOWN),
  }));

/** Share of the required fields that the header names; half of it where the name of the sheet says nothing. */
function confidenceOf({ table, matches, reason }: SheetPlan): number {
  if (table === null) return 0;
  if (reason === "mapping") return 1;
  const required = fieldsOf(table).filter((field) => field.required);
  const present = required.filter((field) => matches.some((match) => match.field === field));
  const share = present.length / required.length;
  return reason === "name-and-header" ? share : share * 0.9;
}

function columnProposal(plan: SheetPlan, match: ColumnMatch): ColumnProposal {
  const { sheet } = plan;
  const { position, header, field, candidate, filled, alternatives } = match;
  const group = plan.groups.find((child) => child.position === position);
  const taken: FieldCandidate | undefined = group
    ? { table: group.table, field: group.field, confidence: 0.9, reason: "group" }
    : candidate;
  const proposal = {
    column: columnLetters(position),
    header,
    alternatives,
    samples: samplesOf(sheet, position, filled),
  };
  const unit = unitOf(plan, match);
  const fit = field && fitOf(sheet, position, filled, field, unit);
  return {
    ...proposal,
    ...(taken && { taken }),
    ...(field?.unit && unitPart(plan, match)),
    ...(fit === undefined ? {} : { fit }),
  };
}

function unitPart(plan: SheetPlan, match: ColumnMatch): Pick<ColumnProposal, "unit" | "unitFrom"> {
  const unit = unitOf(plan, match) ?? match.field?.unit;
  if (unit === undefined) return {};
  const unitFrom = match.unit !== undefined ? "header" : unitOf(plan, match) === undefined ? "dictionary" : "note";
  return { unit, unitFrom };
}
