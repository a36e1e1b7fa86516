import { yuanOf, type Fen } from "../../money/money.ts";
import { amountsByFirm, type Awards } from "../../policy/compare/awards.ts";
import {
  departmentGroups,
  effectGroupings,
  firmGroups,
  type EffectGrouping,
} from "../../policy/compare/effect-groups.ts";
import { effectCounts, effectKinds, firmEffects, type EffectCounts } from "../../policy/compare/effects.ts";
import { departmentName } from "../../policy/department-name.ts";
import { sumOf } from "../../policy/totals.ts";
import { industrySection } from "../../roster/industry-code.ts";
import { sectionNames } from "../../roster/industry-section.ts";
import { countCell, emptyCell, formulaCell, headingRow, quotedSheet, textCell, yuanCell } from "../report-cells.ts";
import type { ReportCell, ReportRow, ReportSheet } from "../report-model.ts";
import type { ComparedScenario, ComparisonInput } from "./comparison-input.ts";
import { comparisonWords } from "./comparison-words.ts";
import { roundedDifference } from "./difference-block.ts";

/** 企业得失, and where the differences of each table are summed. */
export interface FirmSheet {
  readonly sheet: ReportSheet;
  /** Address of the summed difference, of the second scenario and later. */
  readonly difference: (scenario: number, grouping: EffectGrouping) => string;
}

interface Group {
  readonly label: string;
  readonly before: Fen;
  readonly after: Fen;
  readonly counts: EffectCounts;
}

const nothing = effectCounts([]);

/** Winners and losers of every scenario against the baseline, by group; differences and sums are formulas. */
export function firmSheet(input: ComparisonInput): FirmSheet {
  const { language, scenarios } = input;
  const words = comparisonWords[language];
  const name = words.sheets.firms;
  const rows: ReportRow[] = [[textCell(name, "title")], [textCell(words.firmsNote, "note")]];
  const sums = new Map<string, string>();
  scenarios.forEach((scenario, place) => {
    if (place === 0) return;
    for (const grouping of effectGroupings) {
      const groups = groupsOf(input, scenario, grouping);
      const top = rows.length + 4;
      rows.push(
        [emptyCell],
        [textCell(words.firmsBy(scenario.name, words.groupings[grouping]), "section")],
        headingRow(headsOf(input)),
        ...groups.map((group, index) => groupRow(group, top + index)),
        sumRow(groups, top, words.sum),
      );
      sums.set(`${place} ${grouping}`, `${quotedSheet(name)}!$D$${top + groups.length}`);
    }
  });
  return {
    sheet: {
      name,
      widths: [30, 18, 18, 18, ...effectKinds.flatMap(() => [13, 18])],
      rows,
      frozen: { rows: 1, columns: 1 },
      landscape: true,
    },
    difference: (scenario, grouping) => {
      const found = sums.get(`${scenario} ${grouping}`);
      if (found === undefined) throw new Error(`no table of firms for scenario ${scenario} ${grouping}`);
      return found;
    },
  };
}

const headsOf = ({ language }: ComparisonInput): readonly string[] => {
  const { firmHeads, kinds, firmCount, firmAmount } = comparisonWords[language];
  return [...firmHeads, ...effectKinds.flatMap((kind) => [firmCount(kinds[kind]), firmAmount(kinds[kind])])];
};

/** Groups with money in either scenario; what is nobody's stands last, so that they sum to the total. */
function groupsOf(input: ComparisonInput, { outcome }: ComparedScenario, grouping: EffectGrouping): readonly Group[] {
  const base = input.scenarios[0]?.outcome ?? outcome;
  const words = comparisonWords[input.language];
  if (grouping === "department") return departmentsOf(input, base.awards, outcome.awards);
  const nameOf = (enterprise: number): string =>
    grouping === "size" ? (words.sizes[base.sizeClass[enterprise] ?? 4] ?? "") : sectionOf(input, enterprise);
  const [before, after] = [amountsByFirm(base.awards, "planning"), amountsByFirm(outcome.awards, "planning")];
  const moved = new Map(firmGroups(firmEffects(before, after), nameOf).map(({ label, counts }) => [label, counts]));
  const [then, now] = [sumsBy(before, nameOf), sumsBy(after, nameOf)];
  const labels = [...new Set([...then.keys(), ...now.keys()])];
  const groups = labels.map((label) => ({
    label,
    before: then.get(label) ?? 0,
    after: now.get(label) ?? 0,
    counts: moved.get(label) ?? nothing,
  }));
  const ownerless = (awards: Awards, firms: ReadonlyMap<number, Fen>): Fen => sumOfAll(awards) - sumOf(firms);
  const [nobodyBefore, nobodyAfter] = [ownerless(base.awards, before), ownerless(outcome.awards, after)];
  const nobody = { label: words.nobody, before: nobodyBefore, after: nobodyAfter, counts: nothing };
  return [
    ...groups.toSorted((a, b) => Math.max(b.before, b.after) - Math.max(a.before, a.after)),
    ...(nobodyBefore === 0 && nobodyAfter === 0 ? [] : [nobody]),
  ];
}

const sumOfAll = ({ planning }: Awards): Fen => planning.reduce((sum, amount) => sum + amount, 0);

function sumsBy(amounts: ReadonlyMap<number, Fen>, nameOf: (enterprise: number) => string): Map<string, Fen> {
  const sums = new Map<string, Fen>();
  for (const [enterprise, amount] of amounts) {
    const name = nameOf(enterprise);
    sums.set(name, (sums.get(name) ?? 0) + amount);
  }
  return sums;
}

function departmentsOf({ language, policy }: ComparisonInput, before: Awards, after: Awards): readonly Group[] {
  const nameOf = (name: string): string => departmentName(policy, name, language);
  const moved = new Map(
    departmentGroups(before, after, "planning", nameOf).map(({ label, counts }) => [label, counts]),
  );
  const sumIn = (awards: Awards, name: string): Fen =>
    awards.planning.reduce(
      (sum, amount, at) => (awards.departments[awards.department[at] ?? -1] === name ? sum + amount : sum),
      0,
    );
  return [...new Set([...before.departments, ...after.departments])]
    .map((name) => ({
      label: nameOf(name),
      before: sumIn(before, name),
      after: sumIn(after, name),
      counts: moved.get(nameOf(name)) ?? nothing,
    }))
    .filter((group) => group.before !== 0 || group.after !== 0);
}

function sectionOf({ language, industryCodes }: ComparisonInput, enterprise: number): string {
  const letter = industrySection(industryCodes[enterprise] ?? "");
  const found = Object.entries(sectionNames).find(([section]) => section === letter)?.[1];
  return found?.[language] ?? comparisonWords[language].noSection;
}

function groupRow({ label, before, after, counts }: Group, row: number): ReportRow {
  return [
    textCell(label),
    yuanCell(before),
    yuanCell(after),
    formulaCell(`ROUND(C${row}-B${row},2)`, roundedDifference(yuanOf(after), yuanOf(before))),
    ...effectKinds.flatMap((kind) => [countCell(counts[kind].firms), yuanCell(counts[kind].amount)]),
  ];
}

function sumRow(groups: readonly Group[], top: number, label: string): ReportRow {
  const sum = (pick: (group: Group) => number): number => groups.reduce((total, group) => total + pick(group), 0);
  const columns: readonly (readonly [string, number, "yuan" | "integer"])[] = [
    ["B", yuanOf(sum(({ before }) => before)), "yuan"],
    ["C", yuanOf(sum(({ after }) => after)), "yuan"],
    ["D", yuanOf(sum(({ before, after }) => after - before)), "yuan"],
    ...effectKinds.flatMap((kind, index) => [
      ["EGIK"[index] ?? "", sum(({ counts }) => counts[kind].firms), "integer"] as const,
      ["FHJL"[index] ?? "", yuanOf(sum(({ counts }) => counts[kind].amount)), "yuan"] as const,
    ]),
  ];
  const last = top + groups.length - 1;
  return [
    textCell(label, "total"),
    ...columns.map(([column, value, format]): ReportCell => {
      const formula = groups.length === 0 ? "0" : `SUM(${column}${top}:${column}${last})`;
      return formulaCell(formula, value, format, "total");
    }),
  ];
}
