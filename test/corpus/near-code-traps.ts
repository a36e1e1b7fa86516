import { isCreditCode, slippedCodes } from "../../src/core/roster/credit-code.ts";
import {
  bookOf,
  codeA,
  codeB,
  firmRows,
  header,
  rowsXml,
  workbookFile,
  type Cell,
  type CorpusFile,
} from "./corpus-file.ts";

/** Code A with 7 for its ninth character, 6. */
const slipped = "91110000700037341L";
/** Code A with its ninth and tenth characters, 6 and 0, changed about. */
const swapped = "91110000060037341L";
/** Two whole codes from which `slipped` is one character away each, A being neither. */
const [other = "", third = ""] = slippedCodes(slipped).filter((code) => code !== codeA);

const [rowA, rowB] = firmRows;
const guaranteeHeader = ["统一社会信用代码", "担保编号", "担保金额", "起始日期"];
const guarantee = (code: string): readonly Cell[] => [code, "D1", 100, "2024-01-01"];

const book = (firms: readonly (readonly Cell[])[], guarantees: readonly (readonly Cell[])[] = []) =>
  bookOf([
    { name: "企业", rows: rowsXml([header, ...firms]) },
    { name: "担保", rows: rowsXml([guaranteeHeader, ...guarantees]) },
  ]);

const both = [1_200_000, 3_000_000];

/** Codes one slip of the hand from a whole one: told, and repaired by consent where just one is near. */
export const nearCodeTraps: readonly CorpusFile[] = [
  workbookFile("a firm's code with a wrong character", book([rowA, rowB, [slipped, "丙公司", 50]]), {
    issues: ["code-check-digit", "near-code"],
    revenue: [...both, 500_000],
    repairs: [],
  }),
  workbookFile("a firm's code with two characters changed about", book([rowA, rowB, [swapped, "丙公司", 50]]), {
    issues: ["code-check-digit", "near-code"],
    revenue: [...both, 500_000],
    repairs: [],
  }),
  workbookFile("a firm twice, once with a wrong character", book([rowA, rowB, [slipped, ...rowA.slice(1)]]), {
    issues: ["code-check-digit", "near-code"],
    revenue: [...both, 1_200_000],
    repairs: [["A4", codeA]],
  }),
  workbookFile("a guarantee whose code has a wrong character", book([rowA, rowB], [guarantee(slipped)]), {
    issues: ["code-check-digit", "foreign-key"],
    rows: { guarantees: 1 },
    repairs: [["A2", codeA]],
  }),
  workbookFile("a guarantee whose code has two characters changed about", book([rowA, rowB], [guarantee(swapped)]), {
    issues: ["code-check-digit", "foreign-key"],
    rows: { guarantees: 1 },
    repairs: [["A2", codeA]],
  }),
  workbookFile(
    "a guarantee whose code is one slip from two firms",
    book(
      [
        [other, "甲公司", 120],
        [third, "乙公司", 300],
      ],
      [guarantee(slipped)],
    ),
    { issues: ["code-check-digit", "foreign-key"], rows: { guarantees: 1 }, repairs: [] },
  ),
  workbookFile("a whole code that is no firm's", book([rowA, rowB], [guarantee(other)]), {
    issues: ["foreign-key"],
    rows: { guarantees: 1 },
    repairs: [],
  }),
];

if (![other, third, codeB].every(isCreditCode) || isCreditCode(slipped))
  throw new Error("the codes must be as they are named");
