import { fieldOf, type FieldId } from "../roster/fields.ts";
import { identitiesOf, type Identities } from "./identity.ts";
import { countCell, dayCell, textCell, yuanCell } from "./report-cells.ts";
import type { ReportInput } from "./report-input.ts";
import { reportSection, type ReportRow } from "./report-section.ts";

const words = {
  zh: {
    title: "逐笔出资（来自名册「基金投资」）",
    heads: ["被投对象", "形式", "出资日期", "出资金额", "已回收", "来源表", "来源行"],
  },
  en: {
    title: "Contributions one by one (from the roster)",
    heads: ["Investee", "Form", "Date", "Amount", "Recovered", "Sheet", "Row"],
  },
} as const;

/** Rows between the table above and the first contribution: a blank, the title and the heads. */
const ABOVE = 3;

/** The contributions of the roster as rows below a table, and their sums as formulas. */
export interface FundContributions {
  readonly rows: readonly ReportRow[];
  /** Formula of what was contributed in the year that a cell holds; of one form alone where one is named. */
  readonly drawnIn: (yearCell: string, form?: string) => string;
  readonly recovered: string;
}

/** Every contribution of 基金投资 in the order of the roster, below the row `above`; undefined where there is none. */
export function fundContributions(input: ReportInput, above: number): FundContributions | undefined {
  const { roster, language } = input;
  const { rowCount } = roster.tables.fundInvestments;
  if (rowCount === 0) return undefined;
  const { title, heads } = words[language];
  const who = identitiesOf(input);
  const [first, last] = [above + ABOVE + 1, above + ABOVE + rowCount];
  const range = (column: string): string => `$${column}$${first}:$${column}$${last}`;
  return {
    rows: reportSection(
      title,
      heads,
      Array.from({ length: rowCount }, (_, row) => contributionRow(input, who, row)),
    ),
    drawnIn: (yearCell, form) => {
      const ofForm = form === undefined ? "" : `*(${range("B")}="${form}")`;
      return `ROUND(SUMPRODUCT((YEAR(${range("C")})=${yearCell})${ofForm}*${range("D")}),2)`;
    },
    recovered: `ROUND(SUM(${range("E")}),2)`,
  };
}

function contributionRow({ roster }: ReportInput, who: Identities, row: number): ReportRow {
  const { columns, sheet, sheetRow } = roster.tables.fundInvestments;
  const value = (field: FieldId): number => columns.get(field)?.values[row] ?? Number.NaN;
  return [
    textCell(who.text("fundInvestments", "investee", row)),
    textCell(fieldOf("fundInvestments", "form").choices?.[value("form")] ?? ""),
    dayCell(value("contributedDate")),
    yuanCell(value("contributed")),
    yuanCell(Number.isNaN(value("returned")) ? 0 : value("returned")),
    textCell(roster.sheetNames[sheet[row] ?? -1] ?? ""),
    countCell(sheetRow[row] ?? 0),
  ];
}
