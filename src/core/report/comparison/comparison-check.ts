import { yuanOf } from "../../money/money.ts";
import { effectGroupings } from "../../policy/compare/effect-groups.ts";
import { bases } from "../../policy/figures.ts";
import { sumOf } from "../../policy/totals.ts";
import { formulaCell, headingRow, textCell } from "../report-cells.ts";
import type { ReportCell, ReportRow, ReportSheet } from "../report-model.ts";
import type { ComparisonInput } from "./comparison-input.ts";
import { comparisonWords } from "./comparison-words.ts";
import type { FirmSheet } from "./firm-sheet.ts";
import type { SumSheet } from "./sum-sheets.ts";
import type { TrialSheet } from "./trial-sheet.ts";

/** What is held against what: a formula over other sheets, its value, and the number that the app had, 元. */
interface Checked {
  readonly label: string;
  readonly formula: string;
  readonly value: number;
  readonly known: number;
}

const TOP = 6;

/** 核对: every sum and difference by formula less what the app had; 0.00 until an amount is edited. */
export function comparisonCheck(
  input: ComparisonInput,
  sums: readonly SumSheet[],
  firms: FirmSheet,
  trials: TrialSheet | undefined,
): ReportSheet {
  const words = comparisonWords[input.language];
  const checks = [
    ...sumChecks(input, sums),
    ...firmChecks(input, firms),
    ...(trials ? trialChecks(input, trials) : []),
  ];
  const range = `D${TOP}:D${TOP + checks.length - 1}`;
  const overall = `IF(SUMPRODUCT(--(${range}<>0))=0,"${words.verdicts.same}","${words.verdicts.differs}")`;
  return {
    name: words.sheets.check,
    widths: [64, 24, 24, 18],
    rows: [
      [textCell(words.sheets.check, "title")],
      [textCell(words.checkNote, "note")],
      [textCell(words.overall, "total"), formulaCell(overall, words.verdicts.same, "text", "total")],
      [],
      headingRow(words.checkHeads),
      ...checks.map((check, index) => checkRow(check, TOP + index)),
    ],
    frozen: { rows: TOP - 1, columns: 1 },
    alerts: [
      { range, formula: `D${TOP}<>0` },
      { range: "B3:B3", formula: `$B$3<>"${words.verdicts.same}"` },
    ],
    landscape: true,
  };
}

function checkRow({ label, formula, value, known }: Checked, row: number): ReportRow {
  const known2: ReportCell = { value: known, format: "yuan", style: "body" };
  return [textCell(label), formulaCell(formula, value), known2, formulaCell(`ROUND(B${row}-C${row},2)`, 0)];
}

/** Amounts of every scenario summed in every direction, and what they differ by, against the totals of the app. */
function sumChecks({ language, scenarios }: ComparisonInput, sums: readonly SumSheet[]): readonly Checked[] {
  const words = comparisonWords[language];
  return bases.flatMap((basis) =>
    sums.flatMap(({ grouping, blocks }) => {
      const by = words.heads[({ year: "years", department: "departments", measure: "measures" } as const)[grouping]];
      const total = (scenario: number): number => sumOf(scenarios[scenario]?.outcome.sums.total[basis] ?? new Map());
      const block = blocks[basis];
      return scenarios.flatMap(({ name }, scenario): Checked[] => {
        const known = yuanOf(total(scenario));
        const label = words.check.sum(words.bases[basis], by, name);
        const difference = yuanOf(total(scenario) - total(0));
        const sum = { label, formula: block.sum(scenario), value: known, known };
        if (scenario === 0) return [sum];
        return [
          sum,
          {
            label: words.check.difference(words.bases[basis], by, name),
            formula: `${block.sum(scenario)}-${block.sum(0)}`,
            value: difference,
            known: difference,
          },
        ];
      });
    }),
  );
}

/** Firms and what is nobody's move by what the total moves by. */
const firmChecks = ({ language, scenarios }: ComparisonInput, firms: FirmSheet): readonly Checked[] =>
  scenarios.slice(1).flatMap(({ name, outcome }, index) =>
    effectGroupings.map((grouping): Checked => {
      const words = comparisonWords[language];
      const base = scenarios[0]?.outcome ?? outcome;
      const known = yuanOf(sumOf(outcome.sums.total.committed) - sumOf(base.sums.total.committed));
      const label = words.check.firms(words.groupings[grouping], name);
      return { label, formula: firms.difference(index + 1, grouping), value: known, known };
    }),
  );

/** Differences of means against means of differences, trial by trial. */
const trialChecks = ({ language, scenarios }: ComparisonInput, { lines, means }: TrialSheet): readonly Checked[] =>
  scenarios.slice(1).flatMap(({ name }, index) =>
    lines.map(({ key, label, summaries, paired }): Checked => {
      const scenario = index + 1;
      return {
        label: comparisonWords[language].check.paired(label, name),
        formula: `${means.amount(key, scenario)}-${means.amount(key, 0)}`,
        value: ((summaries[scenario]?.mean ?? 0) - (summaries[0]?.mean ?? 0)) / 100,
        known: (paired[scenario]?.mean ?? 0) / 100,
      };
    }),
  );
