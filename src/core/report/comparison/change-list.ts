import { articleName } from "../../policy/article-name.ts";
import { changesBetween } from "../../policy/compare/changes.ts";
import { changeText } from "../change-words.ts";
import { textCell } from "../report-cells.ts";
import type { ReportRow, ReportSheet } from "../report-model.ts";
import { reportSection } from "../report-section.ts";
import type { ComparedScenario, ComparisonInput } from "./comparison-input.ts";
import { comparisonWords } from "./comparison-words.ts";

/** 变更说明: every difference of each scenario from the baseline, in words, with clause and grounds. */
export function changeList(input: ComparisonInput): ReportSheet {
  const words = comparisonWords[input.language];
  return {
    name: words.sheets.changes,
    widths: [26, 10, 34, 16, 16, 36, 26],
    rows: [
      [textCell(words.sheets.changes, "title")],
      ...input.scenarios.slice(1).flatMap((scenario) => scenarioRows(input, scenario)),
    ],
    landscape: true,
  };
}

/** How many things a scenario has otherwise than the baseline. */
export const changeCount = ({ policy, scenarios: [base] }: ComparisonInput, { outcome }: ComparedScenario): number =>
  base ? changesBetween(policy, base.outcome.scenario, outcome.scenario).length : 0;

function scenarioRows(input: ComparisonInput, { name, outcome }: ComparedScenario): readonly ReportRow[] {
  const { language, policy, scenarios } = input;
  const words = comparisonWords[language];
  const base = scenarios[0]?.outcome.scenario ?? outcome.scenario;
  const rows = changesBetween(policy, base, outcome.scenario).map((change): ReportRow => {
    const { key, label, article, quote, from, to, sentence } = changeText(change, policy, language);
    const { reason, document } = outcome.scenario.grounds?.[key] ?? {};
    return [
      textCell(label, "paragraph"),
      textCell(article === 0 ? words.general : articleName(article, language)),
      textCell(quote ?? words.notInText, "paragraph"),
      textCell(from, "paragraph"),
      textCell(to, "edited"),
      textCell(sentence, "paragraph"),
      textCell([reason, document].filter(Boolean).join(" · "), "paragraph"),
    ];
  });
  const title = words.changesOf(name, rows.length);
  return rows.length === 0 ? [[], [textCell(title, "section")]] : reportSection(title, words.changeHeads, rows);
}
