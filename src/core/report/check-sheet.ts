import { yuanOf } from "../money/money.ts";
import { columnLetters } from "../roster/import-raw-cell.ts";
import { checkWords, type CheckWords } from "./check-words.ts";
import { identityRows, type CheckedSheets, type IdentityRow } from "./identity-rows.ts";
import { parameterName } from "./parameter-name.ts";
import { editedCountName, listError, listKeys, parameterColumns, type ParameterSheet } from "./parameter-sheet.ts";
import { formulaCell, headingRow, quotedSheet, textCell } from "./report-cells.ts";
import type { ReportCell, ReportSheet } from "./report-model.ts";
import { sheetName } from "./sheet-names.ts";
import { amountHeads, amountsByColumn, lineBases, type LineBasis } from "./year-block.ts";
import type { YearSheet } from "./year-sheets.ts";

type Row = readonly ReportCell[];

/** Rows of one part of the sheet, and the cells in it that a verdict counts. */
interface Part {
  readonly rows: readonly Row[];
  /** Range of cells that are to be 0, or empty texts. */
  readonly range: string;
}

const VERDICT_ROW = 3;
const FIRST_PART_ROW = 5;

/** 核对: identities, locked keys, and the difference of every figure from the exported one. */
export function checkSheet(sheets: CheckedSheets, parameters: ParameterSheet): ReportSheet {
  const { language } = sheets.input;
  const said = checkWords[language];
  const identities = identityPart(identityRows(sheets), FIRST_PART_ROW, said);
  const lockedRow = FIRST_PART_ROW + identities.rows.length;
  const locked = lockedPart(parameters, lockedRow, said);
  const differencesRow = lockedRow + locked.rows.length;
  const differences = differencePart(sheets, differencesRow, said);
  const { columns } = sheets.measures;
  return {
    name: sheetName("reconciliation", language),
    widths: [6, 58, ...columns.years.map(() => 16), 16, 16, 16, 18],
    rows: [
      [textCell(said.title, "title")],
      [textCell(said.note)],
      [
        textCell(said.overall, "total"),
        formulaCell(verdictFormula(identities, parameters, differences, said), said.verdicts.same, "text", "total"),
      ],
      [],
      ...identities.rows,
      ...locked.rows,
      ...differences.rows,
    ],
    frozen: { rows: VERDICT_ROW, columns: 2 },
    alerts: [
      { range: `B${VERDICT_ROW}:B${VERDICT_ROW}`, formula: `$B$${VERDICT_ROW}<>"${said.verdicts.same}"` },
      { range: identities.range, formula: `${first(identities.range)}<>0` },
      { range: locked.range, formula: `LEN(${first(locked.range)})>0` },
      ...differences.ranges.map((range) => ({
        range,
        formula: `AND(ISNUMBER(${first(range)}),${first(range)}<>0,${editedCountName}=0)`,
      })),
    ],
    landscape: true,
  };
}

const first = (range: string): string => range.split(":")[0] ?? range;

function verdictFormula(
  identities: Part,
  { lockedEdits, listErrors }: ParameterSheet,
  { ranges }: { readonly ranges: readonly string[] },
  { verdicts }: CheckWords,
): string {
  const differs = ranges.map((range) => `SUMPRODUCT(ABS(${range}))`).join("+");
  const cases: readonly (readonly [string, string])[] = [
    [`SUMPRODUCT(ABS(${identities.range}))>0`, verdicts.broken],
    [`${lockedEdits}>0`, verdicts.locked],
    ...(listErrors === "" ? [] : [[listErrors, verdicts.lists] as const]),
    [`${editedCountName}>0`, verdicts.edited],
    [`${differs}>0`, verdicts.differs],
  ];
  return cases.reduceRight((rest, [test, verdict]) => `IF(${test},"${verdict}",${rest})`, `"${verdicts.same}"`);
}

function identityPart(rows: readonly IdentityRow[], start: number, said: CheckWords): Part {
  const at = start + 2;
  const lines = rows.map((row, index): Row => {
    const place = at + index;
    const difference = `ROUND(C${place}-D${place},2)`;
    const value = Math.round((row.leftValue - row.rightValue) * 100) / 100;
    return [
      { value: null },
      textCell(row.label),
      formulaCell(row.left, row.leftValue),
      formulaCell(row.right, row.rightValue),
      row.atMost ? formulaCell(`MAX(0,${difference})`, Math.max(0, value)) : formulaCell(difference, value),
    ];
  });
  return {
    rows: [[textCell(said.identities, "total")], headingRow(said.identityHeads), ...lines, []],
    range: `E${at}:E${at + rows.length - 1}`,
  };
}

function lockedPart({ places, sheet }: ParameterSheet, start: number, said: CheckWords): Part {
  const at = start + 2;
  const cell = (column: string, row: number): string => `${quotedSheet(sheet.name)}!$${column}$${row}`;
  const value = (row: number): ReportCell => sheet.rows[row - 1]?.[2] ?? { value: null };
  const locked = places.filter(({ live }) => !live);
  const lines = locked.map(({ key, row, reason }): Row => {
    const { value: content, format = "number" } = value(row);
    const now = cell(parameterColumns.value, row);
    return [
      { value: null },
      textCell(key),
      value(row),
      formulaCell(`IF(${now}="","",${now})`, content ?? "", format),
      formulaCell(`IF(${cell(parameterColumns.edited, row)}=1,"${said.recompute}","")`, "", "text"),
      textCell(reason),
    ];
  });
  const lists = listKeys(places).map((key): Row => {
    const range = parameterName(key);
    const sum = places
      .filter((place) => place.key === key)
      .reduce((total, { row }) => total + Number(value(row).value ?? 0), 0);
    return [
      { value: null },
      textCell(said.sum(key)),
      { value: 1, format: "number" },
      formulaCell(`SUM(${range})`, sum, "number"),
      formulaCell(`IF(${listError(key)},"${said.badList}","")`, "", "text"),
      textCell(said.verdicts.lists),
    ];
  });
  return {
    rows: [[textCell(said.locked, "total")], headingRow(said.lockedHeads), ...lines, ...lists, []],
    range: `E${at}:E${at + lines.length + lists.length - 1}`,
  };
}

interface Differences {
  readonly rows: readonly Row[];
  readonly ranges: readonly string[];
}

function differencePart({ input, measures, departments }: CheckedSheets, start: number, said: CheckWords): Differences {
  const rows: Row[] = [[textCell(said.differences, "total")]];
  const ranges: string[] = [];
  for (const [sheet, head] of [
    [measures, said.measure],
    [departments, said.department],
  ] as const) {
    for (const basis of lineBases) {
      const part = differenceBlock(sheet, basis, head, start + rows.length, said, input.language);
      rows.push(...part.rows);
      ranges.push(part.range);
    }
  }
  return { rows, ranges };
}

/** Exported values of one block, and below them what the workbook has now less them. */
function differenceBlock(
  { lines, blocks, columns }: YearSheet,
  basis: LineBasis,
  head: string,
  start: number,
  said: CheckWords,
  language: CheckedSheets["input"]["language"],
): Part {
  const amounts = lines[basis].map((line) => amountsByColumn(columns, line.amounts));
  const totals = Array.from({ length: columns.years.length + 4 }, (_, index) =>
    amounts.reduce((sum, line) => sum + (line[index] ?? 0), 0),
  );
  const all = [...amounts, totals];
  const labels = [...lines[basis].map(({ label }) => label), said.bases[basis]];
  const heading = (title: string): Row => [
    ...headingRow(["", `${head} · ${said.bases[basis]} · ${title}`]),
    ...amountHeads(columns, language),
  ];
  const letter = (index: number): string => columnLetters(2 + index);
  const [exportedRow, differenceRow] = [start + 1, start + 1 + all.length + 1];
  const exported = all.map((line, index): Row => [
    { value: null },
    textCell(labels[index] ?? ""),
    ...line.map((fen): ReportCell => ({ value: yuanOf(fen), format: "yuan", style: "locked" })),
  ]);
  const differences = all.map((line, index): Row => [
    { value: null },
    textCell(labels[index] ?? ""),
    ...line.map((_, column) =>
      formulaCell(`ROUND(${blocks[basis].cell(index, column)}-${letter(column)}${exportedRow + index},2)`, 0),
    ),
  ]);
  return {
    rows: [heading(said.exportedValues), ...exported, heading(said.difference), ...differences, []],
    range: `C${differenceRow}:${letter(columns.years.length + 3)}${differenceRow + all.length - 1}`,
  };
}
