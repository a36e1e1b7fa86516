import type { Issue } from "../issue/issue.ts";
import { contributionYears, fieldOf, fieldsOf, revenueYears, type FieldId } from "./fields.ts";
import { statedUnit } from "./import-cell.ts";
import { sourceOf, standingRows, valueAt, warn, type DraftTable } from "./import-draft.ts";
import { checkUnits } from "./import-check-units.ts";
import { textAt } from "./import-raw-cell.ts";

/** 元 a head and year, in 分: outside of these an amount or a number of persons is in another unit than it seems. */
const perHead = { least: 100_00, most: 200_000_000_00 } as const;
/** Two years of one firm that differ by about 10,000 differ in their unit. */
const slip = { least: 5000, most: 20_000 } as const;

/** Values that stand but hardly can be right, and columns that mix units. Nothing is changed. */
export function checkPlausibility(draft: DraftTable): Issue[] {
  const own =
    draft.id === "enterprises" ? enterpriseIssues(draft) : draft.id === "guarantees" ? guaranteeIssues(draft) : [];
  return [...mixedUnits(draft), ...checkUnits(draft), ...own];
}

/** One warning a column in which a cell states another unit than the column's. */
function mixedUnits(draft: DraftTable): Issue[] {
  const told = new Set<string>();
  return draft.tidied.flatMap(({ row, field, kind }) => {
    if (kind !== "unit-suffix" || field.type !== "money" || told.has(field.id)) return [];
    const { layout, rows, offset } = sourceOf(draft, row);
    const column = layout.columns.find((mapped) => mapped.field === field);
    const unit = column?.unit ?? field.unit ?? "万元";
    const stated = column && statedUnit(textAt(layout.sheet, column.position, rows[row - offset] ?? -1));
    if (stated === undefined || stated === unit) return [];
    told.add(field.id);
    return [warn(draft, row, { code: "mixed-units", expected: unit }, field)];
  });
}

type RowIssue = (row: number) => Issue | undefined;

function issuesOfRows(draft: DraftTable, checks: readonly RowIssue[]): Issue[] {
  const issues: Issue[] = [];
  for (const row of standingRows(draft)) {
    for (const check of checks) {
      const issue = check(row);
      if (issue) issues.push(issue);
    }
  }
  return issues;
}

const enterpriseIssues = (draft: DraftTable): Issue[] =>
  issuesOfRows(draft, [
    ...revenuePerHead(draft),
    ...revenueSlips(draft),
    ...contributionChecks(draft),
    ...orders.flatMap(([earlier, later]) => inOrder(draft, earlier, later)),
  ]);

const guaranteeIssues = (draft: DraftTable): Issue[] =>
  issuesOfRows(draft, [
    ...inOrder(draft, "startDate", "endDate"),
    ...inOrder(draft, "startDate", "compensationDate"),
    ...atMost(draft, "compensation", "guaranteed"),
  ]);

/** Facts of which the first cannot come after the second. */
const orders: readonly (readonly [FieldId, FieldId])[] = [
  ...[
    "innovativeDate",
    "cityTitleDate",
    "cityGiantDate",
    "nationalGiantDate",
    "certificateFirst",
    "neeqDate",
    "listingAccepted",
    "listedDate",
  ].map((later) => ["founded", later] as const),
  ["innovativeDate", "nationalGiantDate"],
  ["cityTitleDate", "cityGiantDate"],
  ["cityTitleDate", "nationalGiantDate"],
  ["cityTitleDate", "cityTitleExpiry"],
  ["cityGiantDate", "cityGiantExpiry"],
  ["nationalGiantDate", "nationalGiantExpiry"],
  ["certificateFirst", "certificateLatest"],
  ["listingAccepted", "listedDate"],
];

/** Checks are made only for columns the table has. */
function inOrder(draft: DraftTable, earlier: FieldId, later: FieldId): RowIssue[] {
  if (!draft.columns.has(earlier) || !draft.columns.has(later)) return [];
  const [first, second] = [fieldOf(draft.id, earlier), fieldOf(draft.id, later)];
  const issue = { code: "bad-date-order", expected: `≥ ${first.label}` } as const;
  return [
    (row) => (valueAt(draft, row, later) < valueAt(draft, row, earlier) ? warn(draft, row, issue, second) : undefined),
  ];
}

function atMost(draft: DraftTable, part: FieldId, whole: FieldId): RowIssue[] {
  if (!draft.columns.has(part) || !draft.columns.has(whole)) return [];
  const field = fieldOf(draft.id, part);
  const issue = { code: "implausible-value", expected: `≤ ${fieldOf(draft.id, whole).label}` } as const;
  return [
    (row) => (valueAt(draft, row, part) > valueAt(draft, row, whole) ? warn(draft, row, issue, field) : undefined),
  ];
}

function contributionChecks(draft: DraftTable): RowIssue[] {
  const years = Array.from(
    { length: contributionYears.last - contributionYears.first + 1 },
    (_, index) => contributionYears.first + index,
  );
  return years.flatMap((year) => atMost(draft, `contribution${year}`, `revenue${year}`));
}

function revenuePerHead(draft: DraftTable): RowIssue[] {
  if (!draft.columns.has("revenue") || !draft.columns.has("employees")) return [];
  const field = fieldOf("enterprises", "revenue");
  const issue = { code: "implausible-value", expected: "人均 100 元至 2 亿元" } as const;
  return [
    (row) => {
      const revenue = valueAt(draft, row, "revenue");
      const each = revenue / valueAt(draft, row, "employees");
      const isOdd = revenue > 0 && Number.isFinite(each) && (each < perHead.least || each > perHead.most);
      return isOdd ? warn(draft, row, issue, field) : undefined;
    },
  ];
}

/** Each year's revenue against the one before that is there. */
function revenueSlips(draft: DraftTable): RowIssue[] {
  const present = fieldsOf("enterprises").filter(({ id }) => isYearOfRevenue(id) && draft.columns.has(id));
  return present.slice(1).flatMap((field, index): RowIssue[] => {
    const before = present[index];
    if (!before) return [];
    const issue = { code: "implausible-value", expected: `与${before.label}相差不到 5000 倍` } as const;
    return [
      (row) => {
        const ratio = valueAt(draft, row, field.id) / valueAt(draft, row, before.id);
        const isSlip = isBetween(ratio, slip) || isBetween(1 / ratio, slip);
        return isSlip ? warn(draft, row, issue, field) : undefined;
      },
    ];
  });
}

const isBetween = (value: number, { least, most }: { least: number; most: number }): boolean =>
  value >= least && value <= most;

const isYearOfRevenue = (id: FieldId): boolean => {
  const year = Number(/^revenue(\d{4})$/.exec(id)?.[1]);
  return year >= revenueYears.first && year <= revenueYears.last;
};
