import { yuanOf } from "../money/money.ts";
import { columnLetters } from "../roster/import-raw-cell.ts";
import { checkWords, type CheckWords } from "./check-words.ts";
import { enterpriseTotalCell } from "./enterprise-sheet.ts";
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
  const boundsRow = lockedRow + locked.rows.length;
  const bounds = boundsPart(parameters, boundsRow, said);
  const differencesRow = boundsRow + bounds.rows.length;
  const differences = differencePart(sheets, differencesRow, said);
  const { columns } = sheets.measures;
  return {
    name: sheetName("reconciliation", language),
    widths: [6, 58, ...columns.years.map((_, at) => (at < 2 ? 22 : 16)), 16, 16, 16, 18],
    rows: [
      [textCell(said.title, "title")],
      [textCell(said.note)],
      [
        textCell(said.overall, "total"),
        formulaCell(
          verdictFormula(identities, parameters, bounds, differences, said),
          said.verdicts.same,
          "text",
          "total",
        ),
      ],
      [],
      ...identities.rows,
      ...locked.rows,
      ...bounds.rows,
      ...differences.rows,
    ],
    frozen: { rows: VERDICT_ROW, columns: 2 },
    alerts: [
      { range: `B${VERDICT_ROW}:B${VERDICT_ROW}`, formula: `$B$${VERDICT_ROW}<>"${said.verdicts.same}"` },
      { range: identities.range, formula: `${first(identities.range)}<>0` },
      ...[locked, bounds].map(({ range }) => ({ range, formula: `LEN(${first(range)})>0` })),
      ...differences.ranges.map((range) => ({
        range,
        formula: `AND(ISNUMBER(${first(range)}),${first(range)}<>0,${editedCountName}=0)`,
      })),
    ],
    landscape: true,
  };
}

const first = (range: string): string => range.split(":")[0] ?? range;

/** Comparisons within SUMPRODUCT, since not every program takes functions of single values over ranges there. */
function verdictFormula(
  identities: Part,
  { lockedEdits, listErrors }: ParameterSheet,
  bounds: Part,
  { ranges }: { readonly ranges: readonly string[] },
  { verdicts }: CheckWords,
): string {
  const differs = ranges.map((range) => `SUMPRODUCT(--(${range}<>0))`).join("+");
  const cases: readonly (readonly [string, string])[] = [
    [`SUMPRODUCT(--(${identities.range}<>0))>0`, verdicts.broken],
    [`${lockedEdits}>0`, verdicts.locked],
    [`SUMPRODUCT(--(${bounds.range}<>""))>0`, verdicts.bounds],
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

/** A value that was pasted escapes the validation of its cell: here it is held to the cells of its bounds. */
function boundsPart({ places, sheet }: ParameterSheet, start: number, said: CheckWords): Part {
  const at = start + 2;
  const cells = (row: number): readonly ReportCell[] => sheet.rows[row - 1] ?? [];
  const isWritten = (row: number): boolean => typeof cells(row)[2]?.value === "string"; // a list in one cell
  const bounded = places.filter(
    ({ row }) => !isWritten(row) && [5, 6].every((bound) => typeof cells(row)[bound]?.value === "number"),
  );
  const lines = bounded.map(({ key, name, row }, index): Row => {
    const bound = (letter: string, column: number): ReportCell => {
      const { value = null, format = "number" } = cells(row)[column] ?? {};
      return formulaCell(`${quotedSheet(sheet.name)}!$${letter}$${row}`, value, format);
    };
    const within = `AND(ISNUMBER(${name}),${name}>=C${at + index},${name}<=D${at + index})`;
    const state = `IF(${name}&""="","",IF(${within},"","${said.tooFar}"))`;
    return [{ value: null }, textCell(key), bound("F", 5), bound("G", 6), formulaCell(state, "", "text")];
  });
  return {
    rows: [[textCell(said.outOfBounds, "total")], headingRow(said.boundsHeads), ...lines, []],
    range: `E${at}:E${at + lines.length - 1}`,
  };
}

interface Differences {
  readonly rows: readonly Row[];
  readonly ranges: readonly string[];
}

function differencePart({ input, measures, departments }: CheckedSheets, start: number, said: CheckWords): Differences {
  const enterprises = enterprisePart({ input, measures }, start + 1, said);
  const rows: Row[] = [[textCell(said.differences, "total")], ...enterprises.rows];
  const ranges: string[] = [enterprises.range];
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

/** Sums of 企业汇总, which stay as exported, against the totals that the workbook has now. */
function enterprisePart(
  { input, measures }: Pick<CheckedSheets, "input" | "measures">,
  start: number,
  said: CheckWords,
): Part {
  const at = start + 1;
  const all = measures.columns.years.length + 3;
  const lines = lineBases.map((basis, index): Row => {
    const amounts = measures.lines[basis].flatMap(({ amounts: byYear }) => [...byYear.values()]);
    const total = yuanOf(amounts.reduce((sum, fen) => sum + fen, 0));
    return [
      { value: null },
      textCell(said.bases[basis]),
      formulaCell(enterpriseTotalCell(basis, input.language), total),
      formulaCell(measures.blocks[basis].cell(measures.lines[basis].length, all), total),
      formulaCell(`ROUND(D${at + index}-C${at + index},2)`, 0),
    ];
  });
  return {
    rows: [headingRow(said.enterpriseHeads), ...lines, []],
    range: `E${at}:E${at + lines.length - 1}`,
  };
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
