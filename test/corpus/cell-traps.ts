import type { IssueCode } from "../../src/core/issue/issue.ts";
import { sampleCode } from "../../samples/sample-code.ts";
import { codeA, codeB, firmRows, firmsBook, header, workbookFile, type Cell, type CorpusFile } from "./corpus-file.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const shared = (items: string) => ({ parts: { "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${items}</sst>` } });
const styles = (format: string) => ({
  parts: {
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="200" formatCode="${format}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs></styleSheet>`,
  },
});

/** The revenue of the first firm, written as this cell. */
const revenue = (cell: Cell): readonly (readonly Cell[])[] => [header, [codeA, "甲公司", cell], [...firmRows[1]]];
const ofRevenue = (trap: string, cell: Cell, first: number | null, issues: CorpusFile["issues"] = []): CorpusFile =>
  workbookFile(trap, firmsBook(revenue(cell)), { revenue: [first, 3_000_000], issues });

/** The date of foundation of the first firm, written as this cell in a style of this format. */
const founded = (trap: string, cell: Cell, format = "yyyy-mm-dd", issues: CorpusFile["issues"] = []): CorpusFile =>
  workbookFile(
    trap,
    firmsBook(
      [
        [...header, "成立日期"],
        [...firmRows[0], cell],
        [...firmRows[1], null],
      ],
      {},
      styles(format),
    ),
    { issues },
  );

/** Ten firms of 20 heads each, 8 million 元 of revenue and up, in 万元 or as `write` has it. */
const ofMagnitude = (trap: string, write: (wan: number, index: number) => number, issues: readonly IssueCode[]) => {
  const wan = Array.from({ length: 10 }, (_, index) => 800 + 100 * index);
  const written = wan.map(write);
  const rows = written.map((cell, index): Cell[] => [sampleCode(index + 1), `第${index + 1}厂`, cell, 20]);
  return workbookFile(trap, firmsBook([[...header, "从业人员"], ...rows]), {
    revenue: written.map((cell) => cell * 10_000),
    issues,
  });
};

const implausible = (count: number) => Array.from({ length: count }, () => "implausible-value" as const);

/** Cells in every form in which they are stored or typed. */
export const cellTraps: readonly CorpusFile[] = [
  ofRevenue("thousands separators", "1,200.50", 12_005_000),
  ofRevenue("full-width digits", "１２０", 1_200_000),
  ofRevenue("spaces around a number", "  120　", 1_200_000),
  ofRevenue("brackets for minus", "(120)", -1_200_000, ["implausible-value"]),
  ofRevenue("a suffix of 万元", "120万元", 1_200_000),
  ofRevenue("a suffix of 亿 in a column of 万元", "1.5亿", 150_000_000, ["mixed-units"]),
  ofMagnitude("a column in 元 that states no unit", (wan) => wan * 10_000, ["unit-by-magnitude", ...implausible(10)]),
  ofMagnitude("two cells in 元 in a column of 万元", (wan, index) => (index % 5 === 3 ? wan * 10_000 : wan), [
    "magnitude-slip",
    ...implausible(2),
  ]),
  ofRevenue("a suffix of 元 in a column of 万元", "5000元", 5000, ["mixed-units"]),
  ofRevenue("an exponent", "<c><v>1.2E2</v></c>", 1_200_000),
  ofRevenue("a word for a number", "约120", null, ["type-error"]),
  ofRevenue("percent for an amount", "30%", null, ["type-error"]),
  ofRevenue("an empty value", "<c><v></v></c>", null),
  ofRevenue("blanks for a value", "　 ", null),
  ofRevenue("a formula with its result", "<c><f>60*2</f><v>120</v></c>", 1_200_000),
  ofRevenue("a formula whose result is zero", "<c><f>1-1</f><v>0</v></c>", 0),
  ofRevenue("a formula without a result", "<c><f>60*2</f></c>", null, ["no-cached-value"]),
  ofRevenue("a shared formula", '<c><f t="shared" ref="C2:C3" si="0">60*2</f><v>120</v></c>', 1_200_000),
  ofRevenue("a dependent of a shared formula", '<c><f t="shared" si="0"/><v>120</v></c>', 1_200_000),
  ofRevenue("an array formula", '<c><f t="array" ref="C2">60*2</f><v>120</v></c>', 1_200_000),
  ofRevenue("a formula in error", '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', null, ["cell-error"]),
  ofRevenue("a text formula", '<c t="str"><f>"1"&amp;"20"</f><v>120</v></c>', 1_200_000),
  ofRevenue("a truth for an amount", '<c t="b"><v>1</v></c>', null, ["type-error"]),
  ofRevenue("a value left beside a newer text", '<c t="inlineStr"><v>7</v><is><t>120</t></is></c>', 1_200_000),
  ofRevenue("runs of rich text", '<c t="inlineStr"><is><r><t>1</t></r><r><t>20</t></r></is></c>', 1_200_000),
  ofRevenue("reading aids", '<c t="inlineStr"><is><t>120</t><rPh sb="0" eb="1"><t>999</t></rPh></is></c>', 1_200_000),
  workbookFile(
    "shared strings",
    firmsBook(revenue('<c t="s"><v>1</v></c>'), {}, shared("<si><t>x</t></si><si><t>120</t></si>")),
    {
      issues: [],
    },
  ),
  workbookFile(
    "a shared string that is not there",
    firmsBook(revenue('<c t="s"><v>9</v></c>'), {}, shared("<si><t>x</t></si>")),
    {
      issues: ["cell-error"],
      revenue: [null, 3_000_000],
    },
  ),
  workbookFile(
    "escapes and CDATA",
    firmsBook([header, [codeA, "甲<![CDATA[ & ]]>_x0041_&#x516C;司", 120], [...firmRows[1]]]),
    {
      issues: [],
    },
  ),
  workbookFile(
    "a format of 万元 that is no date",
    firmsBook(revenue('<c s="1"><v>120</v></c>'), {}, styles("0&quot;万元&quot;")),
    {
      issues: [],
    },
  ),
  workbookFile(
    "a format in red that is no date",
    firmsBook(revenue('<c s="1"><v>120</v></c>'), {}, styles("[Red]0_)")),
    {
      issues: [],
    },
  ),
  founded("a date as a serial in a date format", '<c s="1"><v>43891</v></c>'),
  founded("a date with a time", '<c s="1"><v>43891.75</v></c>', "yyyy/m/d h:mm"),
  founded(
    "a date in a Chinese format",
    '<c s="1"><v>43891</v></c>',
    "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;",
  ),
  founded("a date that lost its format", 43_891),
  founded("a date of ISO 8601", '<c t="d"><v>2020-03-01T00:00:00</v></c>'),
  ...["2020-3-1", "2020.3.1", "2020/03/01", "2020年3月1日", "20200301", "２０２０-３-１"].map((text) =>
    founded(`a date typed as ${text.replaceAll("/", "／")}`, text),
  ),
  founded("a month for a date", "2020年3月", "General", ["type-error"]),
  founded("a day that is none", "2020-02-30", "General", ["type-error"]),
  workbookFile(
    "dates counted from 1904",
    firmsBook(
      [
        [...header, "成立日期"],
        [...firmRows[0], '<c s="1"><v>42429</v></c>'],
        [...firmRows[1], null],
      ],
      {},
      {
        ...styles("yyyy-mm-dd"),
        properties: '<workbookPr date1904="true"/><workbookPr/>',
      },
    ),
    { issues: [] },
  ),
  workbookFile("a code in a numeric cell", firmsBook([header, [911100006000373400, "甲公司", 120], [...firmRows[1]]]), {
    issues: ["damaged-code"],
    revenue: [3_000_000],
  }),
  workbookFile(
    "codes in full-width and small letters",
    firmsBook([header, ["９１１１００００６０００３７３４１ｌ", "甲公司", 120], [codeB.toLowerCase(), "乙公司", 300]]),
    {
      issues: [],
    },
  ),
  workbookFile(
    "a code with a slip of O for 0",
    firmsBook([header, [codeA.replace("0", "O"), "甲公司", 120], [...firmRows[1]]]),
    {
      issues: ["code-check-digit"],
    },
  ),
  workbookFile(
    "words for yes and no",
    firmsBook([
      [...header, "区内注册"],
      [...firmRows[0], "√"],
      [...firmRows[1], "ｎｏ"],
    ]),
    { issues: [] },
  ),
];
