/**
 * Something wrong in the user's data: collected, never thrown. Names follow Frictionless where it has one.
 * `code` selects the sentence and the remedy in the catalogue; the other members fill it in.
 */
export interface Issue {
  readonly code: IssueCode;
  /** error: the row or cell was refused; warning: it was taken, look at it. */
  readonly severity: "error" | "warning";
  /** Sheet name as the workbook has it. */
  readonly sheet?: string;
  /** Row number as Excel shows it. */
  readonly row?: number;
  /** Cell address, e.g. `C5`; absent for a whole row. */
  readonly cell?: string;
  /** Header of the column as the workbook has it. */
  readonly column?: string;
  /** What stands there. */
  readonly found?: string;
  /** What would be right, or what was done instead. */
  readonly expected?: string;
  /** True when the whole row was refused because of this issue. */
  readonly refusesRow?: boolean;
}

export type IssueCode =
  // the file
  | "not-a-workbook"
  | "encrypted"
  | "truncated"
  | "empty-file"
  | "unsupported-format"
  | "zip-bomb"
  | "too-large"
  | "no-recognised-sheet"
  | "no-header"
  | "sheet-ignored"
  | "sheet-in-doubt"
  | "hidden-sheet"
  | "layout-changed"
  | "column-ignored"
  // the header
  | "duplicate-label"
  | "missing-required-column"
  | "absent-column-assumed"
  | "unit-in-doubt"
  | "unit-from-note"
  | "mixed-units"
  | "unit-by-magnitude"
  | "magnitude-slip"
  | "blank-header"
  | "column-in-doubt"
  | "column-by-content"
  | "hidden-column"
  // the cell
  | "missing-cell"
  | "type-error"
  | "not-in-list"
  | "negative-value"
  | "cell-error"
  | "no-cached-value"
  | "damaged-code"
  | "implausible-value"
  | "code-check-digit"
  | "repair-outdated"
  | "blank-name"
  | "bad-date-order"
  // the row and the key
  | "unique-error"
  | "duplicate-row"
  | "near-duplicate"
  | "near-code"
  | "repeated-header"
  | "foreign-key"
  | "parent-refused"
  | "totals-row-skipped"
  | "hidden-row"
  // a project file
  | "not-a-project"
  | "project-newer"
  | "project-damaged"
  | "project-other-policy"
  | "project-part-unreadable"
  // a report opened again
  | "not-a-report"
  | "other-policy"
  | "kept-scenario-unreadable"
  | "parameter-unreadable"
  | "unknown-parameter"
  | "repeated-parameter"
  | "parameter-absent"
  | "fixed-cell-edited"
  // what the policy makes of it
  | "size-class-differs"
  | "industry-uncovered"
  | "title-expiry-unknown"
  | "possible-double-deduction"
  | "listing-without-acceptance"
  | "contradictory-move"
  | "rent-missing"
  | "contribution-unknown"
  | "guarantee-title-unknown"
  | "isolated-as-of"
  | "future-as-of"
  | "large-today"
  | "eligibility-unknown";
