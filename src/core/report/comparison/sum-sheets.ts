import { yuanOf } from "../../money/money.ts";
import { articleName } from "../../policy/article-name.ts";
import { comparedSums, tailGroup, type Grouping } from "../../policy/compare/compared-sums.ts";
import { departmentName } from "../../policy/department-name.ts";
import type { Basis } from "../../policy/figures.ts";
import { textCell } from "../report-cells.ts";
import type { ReportSheet } from "../report-model.ts";
import type { ComparisonInput } from "./comparison-input.ts";
import { comparisonWords } from "./comparison-words.ts";
import { differenceBlock, type AmountRow, type DifferenceBlock } from "./difference-block.ts";

/** A sheet of amounts in one direction, with its block of each basis. */
export interface SumSheet {
  readonly grouping: Grouping;
  readonly sheet: ReportSheet;
  readonly blocks: Readonly<Record<Basis, DifferenceBlock>>;
}

/** Name of the sheet of a direction. */
const sheetKeys = { year: "years", department: "departments", measure: "measures" } as const;

/** Amounts by year, department or measure on each basis, and what every scenario differs by. */
export function sumSheet(input: ComparisonInput, grouping: Grouping): SumSheet {
  const { language, scenarios } = input;
  const words = comparisonWords[language];
  const key = sheetKeys[grouping];
  const name = words.sheets[key];
  const rows: ReportSheet["rows"][number][] = [[textCell(name, "title")], [textCell(words.note, "note")]];
  const block = (basis: Basis): DifferenceBlock => {
    const made = differenceBlock(
      {
        sheet: name,
        firstRow: rows.length + 1,
        title: words.bases[basis],
        heading: words.heads[key],
        names: scenarios.map((scenario) => scenario.name),
        differenceOf: words.difference,
        sumLabel: words.sum,
      },
      linesOf(input, basis, grouping),
    );
    rows.push(...made.rows);
    return made;
  };
  const [committed, statutory, unverified] = [block("committed"), block("statutory"), block("unverified")];
  return {
    grouping,
    blocks: { committed, statutory, unverified },
    sheet: {
      name,
      widths: [44, ...scenarios.map(() => 22), ...scenarios.slice(1).map(() => 24)],
      rows,
      frozen: { rows: 1, columns: 1 },
      landscape: true,
    },
  };
}

function linesOf(input: ComparisonInput, basis: Basis, grouping: Grouping): readonly AmountRow[] {
  const outcomes = input.scenarios.map(({ outcome }) => outcome);
  return comparedSums(input.policy, outcomes, basis, grouping)
    .filter(({ amounts }) => grouping === "year" || amounts.some((amount) => amount !== 0))
    .map(({ key, amounts }) => ({ key, label: labelOf(input, grouping, key), amounts: amounts.map(yuanOf) }));
}

/** A line in the words of the workbook's language. */
export function labelOf({ language, policy }: ComparisonInput, grouping: Grouping, key: string): string {
  if (grouping === "department") return departmentName(policy, key, language);
  if (grouping === "year") return key === tailGroup ? comparisonWords[language].tail : key;
  const measure = policy.measures.find(({ id }) => id === key);
  return measure ? `${articleName(measure.article, language)} ${measure.label[language]}` : key;
}
