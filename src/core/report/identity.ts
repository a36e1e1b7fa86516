import type { Issue, IssueCode } from "../issue/issue.ts";
import type { TableId } from "../roster/fields.ts";
import { textAt } from "../roster/text-at.ts";
import type { ReportInput } from "./report-input.ts";

/** How a report calls who is in the roster: by name and code, or by number where names are masked. */
export interface Identities {
  /** Name of an enterprise of 企业 by its index; its code where it has no name; empty for −1. */
  name(enterprise: number): string;
  /** Credit code of an enterprise by its index, or its number. */
  code(enterprise: number): string;
  /** Text of a row that tells who or what it is about (a code outside 企业, a guarantee, a project, an investee). */
  text(table: TableId, field: string, row: number): string;
  /** An issue whose texts name nobody who is masked. */
  issue(issue: Issue): Issue;
  /** What stands in a cell, or was typed into it, unless it may name somebody who is masked. */
  cell(text: string): string;
}

/** Identities as the report's choice of masking wants them; the same roster gives the same numbers. */
export function identitiesOf({
  roster,
  masked,
  language,
}: Pick<ReportInput, "roster" | "masked" | "language">): Identities {
  const nameOf = (enterprise: number): string => textAt(roster, "enterprises", "name", enterprise);
  const codeOf = (enterprise: number): string => textAt(roster, "enterprises", "uscc", enterprise);
  if (!masked) {
    return {
      name: (enterprise) => nameOf(enterprise) || codeOf(enterprise),
      code: codeOf,
      text: (table, field, row) => textAt(roster, table, field, row),
      issue: (issue) => issue,
      cell: (text) => text,
    };
  }
  const { numbered, other, hidden } = words[language];
  const masks = new Map<string, string>();
  for (let row = 0; row < roster.tables.enterprises.rowCount; row++) {
    for (const text of [codeOf(row), nameOf(row)])
      if (text !== "" && !masks.has(text)) masks.set(text, numbered(row + 1));
  }
  const maskOf = (text: string): string => (text === "" || isPlain(text) ? text : (masks.get(text) ?? hidden));
  const numberOf = (enterprise: number): string => (enterprise < 0 ? "" : numbered(enterprise + 1));
  return {
    name: numberOf,
    code: numberOf,
    text: (table, field, row) => {
      const text = textAt(roster, table, field, row);
      const position = roster.tables[table].columns.get(field)?.values[row] ?? -1;
      return text === "" ? "" : (masks.get(text) ?? other(position + 1));
    },
    issue: (issue) => ({
      ...issue,
      ...(issue.found !== undefined && repeatsCell.has(issue.code) && { found: maskOf(issue.found) }),
      // an outdated repair says in both what a cell holds or held
      ...(issue.code === "repair-outdated" && issue.expected !== undefined && { expected: maskOf(issue.expected) }),
    }),
    cell: maskOf,
  };
}

const padded = (number: number): string => String(number).padStart(4, "0");

const words = {
  zh: {
    numbered: (number: number) => `企业${padded(number)}`,
    other: (number: number) => `代号${padded(number)}`,
    hidden: "（已隐去）",
  },
  en: {
    numbered: (number: number) => `Enterprise ${padded(number)}`,
    other: (number: number) => `Item ${padded(number)}`,
    hidden: "(masked)",
  },
} as const;

/** Issues that repeat what a cell holds, which may be a name or a code even in a column of another kind. */
const repeatsCell: ReadonlySet<IssueCode> = new Set([
  "type-error",
  "not-in-list",
  "code-check-digit",
  "damaged-code",
  "unique-error",
  "duplicate-row",
  "foreign-key",
  "parent-refused",
  "totals-row-skipped",
  "repair-outdated",
]);

/** Dates, amounts and truths name nobody; a run of 9 digits or more may be part of a code. */
const isPlain = (text: string): boolean => /^[-+\d\s.,，%/年月日元万亿是否√×]+$/u.test(text) && !/\d{9}/.test(text);
