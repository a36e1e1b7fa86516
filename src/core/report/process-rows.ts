import { validityMonths, type Change, type FactorLink, type Process } from "../policy/process.ts";
import { fieldOf, type FieldId, type TableId } from "../roster/fields.ts";
import { ratingText } from "./parameter-words.ts";
import { processWords, type ProcessWords } from "./process-words.ts";
import { countCell, textCell } from "./report-cells.ts";
import type { ReportCell, ReportRow } from "./report-model.ts";
import type { ReportInput } from "./report-input.ts";

/** One thing that the rule pack fixes about a process. */
type Fixed = readonly [item: string, value: ReportCell];

/** What the rule pack fixes about every process of the simulation and no key can change, with source and rating. */
export const processRows = ({ prepared, language }: ReportInput): readonly ReportRow[] =>
  prepared.policy.processes.flatMap((process) =>
    fixedOf(process, processWords[language]).map(([item, value]): ReportRow => [
      textCell(process.id),
      textCell(`${process.label[language]}${processWords[language].colon}${item}`, "paragraph"),
      value,
      textCell(""),
      textCell(process.source, "paragraph"),
      textCell(process.rating),
      textCell(ratingText(process.rating, language), "paragraph"),
    ]),
  );

const wordsCell = (text: string): ReportCell => textCell(text, "paragraph");
const numberCell = (value: number): ReportCell => ({ value, format: "number", style: "body" });

/** A number written into a column: money in 元, all else as it is. */
const columnCell = (table: TableId, field: FieldId, value: number): ReportCell =>
  fieldOf(table, field).type === "money" ? { value, format: "yuan", style: "body" } : numberCell(value);

function fixedOf(process: Process, said: ProcessWords): readonly Fixed[] {
  switch (process.kind) {
    case "event":
      return [
        [said.atRisk, wordsCell(process.atRisk)],
        ...(process.industries ? [[said.industries, wordsCell(process.industries.join(said.join))] as const] : []),
        ...linkOf(process.link, said),
        ...changesOf("enterprises", process.changes, said),
        ...(process.then ? thenOf(process.then, said) : []),
      ];
    case "review":
      return [[said.validity, countCell(validityMonths)]];
    case "count":
      return [
        [said.atRisk, wordsCell(process.atRisk)],
        [said.perEnterprise, numberCell(process.perEnterprise)],
        ...process.sizes.flatMap(({ field, mean, sigma }): readonly Fixed[] => [
          [said.mean(fieldOf(process.table, field).label), columnCell(process.table, field, mean)],
          [said.sigma(fieldOf(process.table, field).label), numberCell(sigma)],
        ]),
        ...changesOf(process.table, process.changes, said),
      ];
    case "arrival":
      return [
        [said.like, wordsCell(process.like)],
        ...(process.count.per === "year" ? [[said.perEnterprise, numberCell(process.perEnterprise)] as const] : []),
        ...Object.entries(process.monthsBefore ?? {}).map(([field, months]): Fixed => [
          said.monthsBefore(fieldOf("enterprises", field).label),
          countCell(months),
        ]),
        ...changesOf("enterprises", process.changes, said),
      ];
    case "default":
      return [[said.guaranteeMonths, countCell(process.months)], ...linkOf(process.link, said)];
    case "attrition":
      return [
        [said.rows(fieldOf(process.table, process.rows.field).label), wordsCell(process.rows.choices.join(said.join))],
      ];
    case "growth":
      return [
        [said.factor, wordsCell(said.factorNames[process.factor])],
        [said.loading, numberCell(process.loading)],
      ];
    default:
      return process satisfies never;
  }
}

const linkOf = (link: FactorLink | undefined, said: ProcessWords): readonly Fixed[] =>
  link ? [[said.factor, wordsCell(`${said.factorNames[link.factor]}${said.moves[link.sign]}`)]] : [];

/** The amounts and choices that an event writes; its day and truths follow from what it is. */
const changesOf = (table: TableId, changes: readonly Change[], said: ProcessWords): readonly Fixed[] =>
  changes.flatMap(({ field, value }): readonly Fixed[] => {
    const item = said.writes(fieldOf(table, field).label);
    if (typeof value === "number") return [[item, columnCell(table, field, value)]];
    return typeof value === "object" ? [[item, wordsCell(value.choice)]] : [];
  });

const thenOf = (
  { success, lagMonths: [least, most] }: { readonly success: number; readonly lagMonths: readonly [number, number] },
  said: ProcessWords,
): readonly Fixed[] => [
  [said.success, { value: success, format: "share", style: "body" }],
  [said.leastLag, countCell(least)],
  [said.mostLag, countCell(most)],
];
