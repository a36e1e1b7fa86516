import type { Issue, IssueCode } from "../../core/issue/issue.ts";
import type { ColumnProposal, MappingProposal } from "../../core/roster/mapping/mapping.ts";
import { columnKey } from "./mapping-draft.ts";

/** A column whose unit someone should look at, and why. */
export interface DoubtedUnit {
  readonly sheet: string;
  readonly column: ColumnProposal;
  readonly issue: Issue;
}

/** Which columns of its sheet an issue about units is about; the note above a header is about all without a unit. */
const isAbout: Partial<Record<IssueCode, (column: ColumnProposal, issue: Issue) => boolean>> = {
  "unit-by-magnitude": ({ header }, { column }) => header === column,
  "magnitude-slip": ({ header }, { column }) => header === column,
  "unit-from-note": ({ unitFrom }) => unitFrom === "note",
  "unit-in-doubt": ({ header, unitFrom }, { column }) => header === column && unitFrom === "dictionary",
};

const keyOf = ({ sheet, column }: DoubtedUnit): string => columnKey(sheet, column.column);

/** Columns in doubt by the issues of a trial. @param before those in doubt earlier: choosing a unit must not take the choice away */
export function doubtedUnits(
  { sheets }: MappingProposal,
  issues: readonly Issue[],
  before: readonly DoubtedUnit[],
): readonly DoubtedUnit[] {
  const found = issues.flatMap((issue): DoubtedUnit[] => {
    const test = isAbout[issue.code];
    if (!test) return [];
    const columns = sheets.filter(({ sheet }) => sheet === issue.sheet).flatMap((sheet) => sheet.columns);
    return columns
      .filter((column) => column.taken !== undefined && column.unit !== undefined && test(column, issue))
      .map((column) => ({ sheet: issue.sheet ?? "", column, issue }));
  });
  const all = [...before, ...found];
  return all.filter((doubt, at) => all.findIndex((other) => keyOf(other) === keyOf(doubt)) === at);
}
