import type { Issue } from "../issue/issue.ts";
import { fieldOf, fieldsOf, projectTypes, type Field } from "./fields.ts";
import { placeOf, refuse, stateAt, valueAt, warn, type DraftTable } from "./import-draft.ts";
import { CellState } from "./roster.ts";

/** Judges the cells of every row: unreadable, missing, negative and dates out of order. Marks the rows it refuses. */
export function checkCells(draft: DraftTable): Issue[] {
  return [...checkFaults(draft), ...checkRequired(draft), ...checkSigns(draft), ...checkDateOrder(draft)];
}

const energyAudit = projectTypes.indexOf("能源审计");

/** Whether a row must have the field: an energy audit its fee instead of the investment, a compensation its amount. */
function isRequired(draft: DraftTable, row: number, { table, id, required }: Field): boolean {
  if (table === "projects" && id === "investment") return valueAt(draft, row, "projectType") !== energyAudit;
  if (table === "projects" && id === "auditFee") return valueAt(draft, row, "projectType") === energyAudit;
  if (table === "guarantees" && id === "compensation") {
    return stateAt(draft, row, "compensationDate") === CellState.filled;
  }
  return required ?? false;
}

function checkFaults(draft: DraftTable): Issue[] {
  return draft.faults.map(({ row, field, fault: { code, expected, value } }) => {
    const issue = expected === undefined ? { code } : { code, expected };
    if (value !== undefined) return warn(draft, row, issue, field);
    if (code === "damaged-code" || isRequired(draft, row, field)) return refuse(draft, row, issue, field);
    return { severity: "error", ...placeOf(draft, row, field), ...issue };
  });
}

/** Fields that a row may have to have; without a column of names the header has said so once for all rows. */
const mayBeRequired = (draft: DraftTable): Field[] =>
  fieldsOf(draft.id).filter(
    ({ id, required }) =>
      (required ?? (id === "auditFee" || id === "compensation")) && (id !== "name" || draft.columns.has(id)),
  );

function checkRequired(draft: DraftTable): Issue[] {
  const issues: Issue[] = [];
  for (const field of mayBeRequired(draft)) {
    for (let row = 0; row < draft.rowCount; row++) {
      if (stateAt(draft, row, field.id) !== CellState.blank || !isRequired(draft, row, field)) continue;
      issues.push(
        field.id === "name"
          ? warn(draft, row, { code: "blank-name" }, field)
          : refuse(draft, row, { code: "missing-cell", expected: field.label }, field),
      );
    }
  }
  return issues;
}

function checkSigns(draft: DraftTable): Issue[] {
  const issues: Issue[] = [];
  for (const field of fieldsOf(draft.id)) {
    const values = draft.columns.get(field.id)?.values;
    if (!values || (field.type !== "money" && field.type !== "count")) continue;
    for (let row = 0; row < draft.rowCount; row++) {
      if (!((values[row] ?? 0) < 0)) continue;
      issues.push(
        isRequired(draft, row, field)
          ? refuse(draft, row, { code: "negative-value", expected: "≥ 0" }, field)
          : warn(draft, row, { code: "implausible-value", expected: "≥ 0" }, field),
      );
    }
  }
  return issues;
}

function checkDateOrder(draft: DraftTable): Issue[] {
  if (draft.id === "employment") {
    const end = fieldOf("employment", "jobEnd");
    return rowsWhere(draft, (row) => valueAt(draft, row, "jobEnd") < valueAt(draft, row, "jobStart")).map((row) =>
      refuse(draft, row, { code: "bad-date-order", expected: "≥ 起始日期" }, end),
    );
  }
  if (draft.id === "enterprises") {
    const movedOut = fieldOf("enterprises", "movedOut");
    return rowsWhere(draft, (row) => valueAt(draft, row, "movedOut") <= valueAt(draft, row, "movedIn")).map((row) =>
      warn(draft, row, { code: "bad-date-order", expected: "> 迁入日期" }, movedOut),
    );
  }
  return [];
}

function rowsWhere(draft: DraftTable, test: (row: number) => boolean): number[] {
  const rows: number[] = [];
  for (let row = 0; row < draft.rowCount; row++) if (test(row)) rows.push(row);
  return rows;
}
