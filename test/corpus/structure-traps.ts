import {
  bookOf,
  codeA,
  codeB,
  firmRows,
  firmsBook,
  header,
  rowsXml,
  workbookFile,
  type Cell,
  type CorpusFile,
} from "./corpus-file.ts";

const [rowA, rowB] = firmRows;
const firms: readonly (readonly Cell[])[] = [header, rowA, rowB];

const sheet = (trap: string, rows: readonly (readonly Cell[])[], expected: Parameters<typeof workbookFile>[2] = {}) =>
  workbookFile(trap, firmsBook(rows), { issues: [], ...expected });

const wide = [
  ...header,
  "第1笔担保编号",
  "第1笔担保金额",
  "第1笔起始日期",
  "第2笔担保编号",
  "第2笔担保金额(元)",
  "第2笔起始日期",
];

/** Sheets in the shapes in which rosters come. */
export const structureTraps: readonly CorpusFile[] = [
  sheet("titles above the header", [["示例名册"], ["填报单位：示例街道"], ...firms]),
  workbookFile(
    "a merged title",
    firmsBook([["示例名册"], ...firms], { after: '<mergeCells><mergeCell ref="A1:C1"/></mergeCells>' }),
    {
      issues: [],
    },
  ),
  workbookFile(
    "a header of two lines",
    firmsBook(
      [
        ["统一社会信用代码", "企业名称", "营业收入", null],
        [null, null, "2023年", "2024年"],
        [codeA, "甲公司", 120, 130],
        [codeB, "乙公司", 300, 310],
      ],
      { after: '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:B2"/><mergeCell ref="C1:D1"/></mergeCells>' },
    ),
    { issues: [], revenue: [] },
  ),
  sheet("units in the header", [
    ["统一社会信用代码", "企业名称", "营业收入（元）"],
    [codeA, "甲公司", 1_200_000],
    [codeB, "乙公司", 3_000_000],
  ]),
  sheet("thousands of 元 in the header", [
    ["统一社会信用代码", "企业名称", "营业收入(千元)"],
    [codeA, "甲公司", 1200],
    [codeB, "乙公司", 3000],
  ]),
  sheet(
    "a note of the unit above",
    [["单位：元"], header, [codeA, "甲公司", 1_200_000], [codeB, "乙公司", 3_000_000]],
    {
      issues: ["unit-from-note"],
    },
  ),
  sheet("columns in another order under other words", [
    ["营收", "公司名称", "* 社会信用\n代码"],
    [120, "甲公司", codeA],
    [300, "乙公司", codeB],
  ]),
  sheet("totals below", [...firms, ["合 计", null, 420]], { issues: ["totals-row-skipped"] }),
  sheet("a subtotal within", [header, rowA, ["小计：", null, 120], rowB, ["总计", null, 420]], {
    issues: ["totals-row-skipped", "totals-row-skipped"],
  }),
  sheet("notes below", [...firms, [null], ["注：1. 数据截至六月"], ["2. 空白为未填报"]], {
    issues: ["totals-row-skipped", "totals-row-skipped"],
  }),
  sheet("signatures below", [...firms, ["制表人：", "审核人：", "日期：2024年1月"]], {
    issues: ["totals-row-skipped"],
  }),
  sheet("the header again on each page", [header, rowA, header, rowB], { issues: ["repeated-header"] }),
  sheet("blank rows within", [header, rowA, [null], [null], rowB]),
  sheet(
    "a column of running numbers",
    [
      ["序号", ...header],
      [1, ...rowA],
      [2, ...rowB],
    ],
    { issues: ["column-ignored"] },
  ),
  sheet(
    "a column without a header",
    [
      [...header, null],
      [...rowA, 7],
      [...rowB, 8],
    ],
    { issues: ["blank-header"] },
  ),
  sheet(
    "codes without a header",
    [
      [null, "企业名称", "营业收入", "组织形式"],
      [...rowA, "企业法人"],
      [...rowB, "企业法人"],
    ],
    {
      issues: ["column-by-content"],
    },
  ),
  sheet(
    "a column that resembles a field",
    [
      ["统一社会信用代码", "企业名称", "营业收入", "员工总人数"],
      [...rowA, 5],
      [...rowB, 6],
    ],
    {
      issues: ["column-in-doubt"],
    },
  ),
  sheet(
    "a field twice",
    [
      [...header, "营收"],
      [...rowA, 1],
      [...rowB, 2],
    ],
    { issues: ["duplicate-label"] },
  ),
  sheet("the same row twice", [...firms, rowA], { issues: ["duplicate-row"] }),
  sheet("one code with two revenues", [...firms, [codeA, "甲公司", 121]], {
    issues: ["unique-error", "unique-error"],
    revenue: [3_000_000],
  }),
  sheet("one firm under two codes", [header, rowA, [codeB, "甲公司（北京）有限公司", 300]], { issues: [] }),
  sheet("a row without a code", [header, rowA, [null, "丙公司", 5], rowB], { issues: ["missing-cell"] }),
  workbookFile(
    "child rows in a wide sheet",
    firmsBook([
      wide,
      [...rowA, "D1", 50, "2024-01-01", "D2", 600_000, "2024-02-01"],
      [...rowB, "D3", 70, "2024-03-01"],
    ]),
    {
      issues: [],
      rows: { guarantees: 3 },
    },
  ),
  workbookFile(
    "one table on two sheets",
    bookOf([
      { name: "企业 一月", rows: rowsXml([header, rowA]) },
      {
        name: "企业 二月",
        rows: rowsXml([
          ["营业收入", "企业名称", "统一社会信用代码"],
          [300, "乙公司", codeB],
        ]),
      },
    ]),
    { issues: [] },
  ),
  workbookFile("a sheet named by chance", bookOf([{ name: "Sheet1", rows: rowsXml(firms) }]), { issues: [] }),
  workbookFile(
    "a sheet of instructions",
    bookOf([
      { name: "填表须知", rows: rowsXml([["请如实填写"]]) },
      { name: "企业", rows: rowsXml(firms) },
    ]),
    {
      issues: ["sheet-ignored"],
    },
  ),
  ...["hidden", "veryHidden"].map((state) =>
    workbookFile(`a ${state} sheet`, firmsBook(firms, { state }), { issues: ["hidden-sheet"] }),
  ),
  workbookFile(
    "a hidden row",
    firmsBook([], { rows: rowsXml(firms).replace('<row r="2">', '<row r="2" hidden="1">') }),
    {
      issues: ["hidden-row"],
    },
  ),
  workbookFile("a hidden column", firmsBook(firms, { before: '<cols><col min="3" max="16384" hidden="1"/></cols>' }), {
    issues: ["hidden-column"],
  }),
  workbookFile("no sheet of enterprises", bookOf([{ name: "说明", rows: rowsXml([["请如实填写"]]) }]), {
    refused: "no-recognised-sheet",
  }),
  workbookFile(
    "a sheet of enterprises without a header",
    bookOf([{ name: "企业", rows: rowsXml([[codeA, "甲公司", 120]]) }]),
    {
      refused: "no-recognised-sheet",
    },
  ),
  workbookFile("cells without references", firmsBook([], { rows: rowsXml(firms).replace(/ r="[A-Z]?\d+"/g, "") }), {
    issues: [],
  }),
  workbookFile(
    "references in small letters",
    firmsBook([], { rows: rowsXml(firms).replace(/r="([A-C])/g, (_, letter: string) => `r="${letter.toLowerCase()}`) }),
    {
      issues: [],
    },
  ),
  workbookFile(
    "rows out of order",
    firmsBook([], { rows: rowsXml([rowB], 3) + rowsXml([header], 1) + rowsXml([rowA], 2) }),
    {
      issues: [],
    },
  ),
  workbookFile("a wrong dimension", firmsBook(firms, { before: '<dimension ref="A1:XFD1048576"/>' }), { issues: [] }),
  workbookFile(
    "a merge of a whole column",
    firmsBook(firms, { after: '<mergeCells><mergeCell ref="E1:E1048576"/></mergeCells>' }),
    {
      issues: [],
    },
  ),
  workbookFile(
    "many styled blank rows",
    firmsBook([], {
      rows:
        rowsXml(firms) +
        Array.from({ length: 5000 }, (_, at) => `<row r="${at + 9}"><c r="A${at + 9}" s="0"/></row>`).join(""),
    }),
    {
      issues: [],
    },
  ),
];
