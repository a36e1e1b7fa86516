import type { Issue } from "../issue/issue.ts";
import { fieldOf, revenueYears } from "./fields.ts";
import type { FieldId } from "./fields.ts";
import { industryMeaning } from "./industry-code.ts";
import { CellState } from "./roster.ts";
import type { Roster } from "./roster.ts";
import { sizeRules } from "./size-standard.ts";
import type { IndustryMeaning, SizeIndicator, SizeRule } from "./size-standard.ts";

export { industrySection } from "./industry-code.ts";

/** Codes of `SizeClasses.class`; the first four are also the indices of 申报划型. */
export const SizeClass = { large: 0, medium: 1, small: 2, micro: 3, unclassified: 4 } as const;

/** Size of every enterprise of a roster; each array has one entry an enterprise. */
export interface SizeClasses {
  /** The computed class, else the declared one, else unclassified: a `SizeClass`. */
  readonly class: Uint8Array;
  /** Kleene truth (1, 0, NaN) that the computed firm is not 大型; it can be 1 while the class is open. */
  readonly notLarge: Float64Array;
  /** Kleene truth of 是中小微企业: declared 中型, 小型 or 微型, or computed not large. */
  readonly isSme: Float64Array;
  /** Industries that the standards do not decide, and declared sizes that differ from the computed ones. */
  readonly issues: readonly Issue[];
}

/** Floor units (persons, 万元, 亿元) in the units of the roster (persons, 分). */
const unitOf: Readonly<Record<SizeIndicator, number>> = {
  employees: 1,
  revenue: 1e6,
  assets: 1e6,
  financialAssets: 1e10,
  trustAssets: 1e10,
};

/**
 * Size classes by 工信部联企业〔2011〕300号 and 银发〔2015〕309号 from 从业人员, 营业收入 and 资产总额 as they stand.
 * @param asOfYear the newest year whose 营业收入YYYY may stand in for a blank 营业收入
 */
export function sizeClasses(roster: Roster, asOfYear: number): SizeClasses {
  const { rowCount } = roster.tables.enterprises;
  const result = {
    class: new Uint8Array(rowCount),
    notLarge: new Float64Array(rowCount),
    isSme: new Float64Array(rowCount),
    issues: [] as Issue[],
  };
  const codes = cellReader(roster, "industryCode");
  const declaredSizes = cellReader(roster, "declaredSize");
  const indicators = indicatorReaders(roster, asOfYear);
  const meanings = new Map<number, IndustryMeaning>();
  for (let row = 0; row < rowCount; row++) {
    const codeIndex = codes(row);
    const code = roster.texts[codeIndex ?? Number.NaN];
    const meaning = remembered(meanings, codeIndex ?? Number.NaN, code);
    const computed = sizeOf(ruleOf(meaning), (indicator) => indicators[indicator](row));
    const declared = declaredSizes(row) ?? Number.NaN;
    result.class[row] = combinedClass(computed.class, declared);
    result.notLarge[row] = computed.notLarge;
    result.isSme[row] = smallOrMedium(declared, computed.notLarge);
    const issues = [industryIssue(roster, row, code, meaning), differenceIssue(roster, row, declared, computed)];
    for (const issue of issues) if (issue) result.issues.push(issue);
  }
  return result;
}

/** Value of a cell: NaN where it cannot be read, undefined where it is blank or the roster has no such column. */
type CellReader = (row: number) => number | undefined;

function cellReader(roster: Roster, id: FieldId): CellReader {
  const column = roster.tables.enterprises.columns.get(id);
  return (row) => {
    const state = column?.state[row] ?? CellState.blank;
    if (state === CellState.blank) return undefined;
    return state === CellState.filled ? column?.values[row] : Number.NaN;
  };
}

/** The first of several cells that is not blank; NaN if all are. */
const firstOf =
  (readers: readonly CellReader[]) =>
  (row: number): number => {
    for (const read of readers) {
      const value = read(row);
      if (value !== undefined) return value;
    }
    return Number.NaN;
  };

function indicatorReaders(roster: Roster, asOfYear: number): Record<SizeIndicator, (row: number) => number> {
  const reader = (...ids: FieldId[]): ((row: number) => number) => firstOf(ids.map((id) => cellReader(roster, id)));
  const newest = Math.min(asOfYear, revenueYears.last);
  const years = Array.from({ length: Math.max(0, newest - revenueYears.first + 1) }, (_, back) => newest - back);
  return {
    employees: reader("employees"),
    revenue: reader("revenue", ...years.map((year) => `revenue${year}`)),
    assets: reader("assets"),
    financialAssets: reader("financialAssets", "assets"),
    trustAssets: reader("trustAssets"),
  };
}

/** By row, what stands for its 营业收入, 分: the cell, else the newest filled year not after `asOfYear`; NaN if unknown. */
export const latestRevenue = (roster: Roster, asOfYear: number): ((row: number) => number) =>
  indicatorReaders(roster, asOfYear).revenue;

function remembered(meanings: Map<number, IndustryMeaning>, index: number, code: string | undefined): IndustryMeaning {
  const known = meanings.get(index);
  if (known) return known;
  const meaning: IndustryMeaning = code === undefined ? { rule: "open" } : industryMeaning(code);
  meanings.set(index, meaning);
  return meaning;
}

function ruleOf({ rule }: IndustryMeaning): SizeRule | undefined {
  if (rule === "open") return undefined;
  return sizeRules[rule === "uncovered" ? "other" : rule];
}

interface ComputedSize {
  readonly class: number;
  readonly notLarge: number;
}

const openSize: ComputedSize = { class: SizeClass.unclassified, notLarge: Number.NaN };

function sizeOf(rule: SizeRule | undefined, valueOf: (indicator: SizeIndicator) => number): ComputedSize {
  if (!rule) return openSize;
  const notLarge = 1 - reachesAll(rule, SizeClass.large, valueOf);
  for (const level of [SizeClass.large, SizeClass.medium, SizeClass.small]) {
    const truth = level === SizeClass.large ? 1 - notLarge : reachesAll(rule, level, valueOf);
    // open where it is unknown whether this floor is reached
    if (truth !== 0) return { class: truth === 1 ? level : SizeClass.unclassified, notLarge };
  }
  return { class: SizeClass.micro, notLarge };
}

/** Kleene AND over the indicators of a rule: value ≥ floor of this level. */
function reachesAll(rule: SizeRule, level: 0 | 1 | 2, valueOf: (indicator: SizeIndicator) => number): number {
  let truth = 1;
  for (const indicator of indicatorIds) {
    const floors = rule.floors[indicator];
    if (!floors) continue;
    const value = valueOf(indicator);
    if (value < floors[level] * unitOf[indicator]) return 0;
    if (Number.isNaN(value)) truth = Number.NaN;
  }
  return truth;
}

const indicatorIds = ["employees", "revenue", "assets", "financialAssets", "trustAssets"] as const;

function combinedClass(computed: number, declared: number): number {
  if (computed !== SizeClass.unclassified) return computed;
  return Number.isNaN(declared) ? SizeClass.unclassified : declared;
}

function smallOrMedium(declared: number, notLarge: number): number {
  if (declared > SizeClass.large || notLarge === 1) return 1;
  return Number.isNaN(declared) && Number.isNaN(notLarge) ? Number.NaN : 0;
}

function industryIssue(roster: Roster, row: number, code: string | undefined, meaning: IndustryMeaning) {
  const rule = ruleOf(meaning);
  if (code === undefined || (rule && meaning.rule !== "uncovered" && !meaning.provisional)) return undefined;
  const issue = warning(roster, row, "industry-uncovered", "industryCode", code);
  return rule ? { ...issue, expected: rule.name } : issue;
}

function differenceIssue(roster: Roster, row: number, declared: number, computed: ComputedSize): Issue | undefined {
  const differs =
    computed.class === SizeClass.unclassified
      ? declared === SizeClass.large && computed.notLarge === 1
      : declared >= 0 && declared !== computed.class;
  if (!differs) return undefined;
  const names = fieldOf("enterprises", "declaredSize").choices ?? [];
  const issue = warning(roster, row, "size-class-differs", "declaredSize", names[declared] ?? "");
  return { ...issue, expected: names[computed.class] ?? "非大型" };
}

function warning(roster: Roster, row: number, code: Issue["code"], field: FieldId, found: string): Issue {
  const { sheet, sheetRow } = roster.tables.enterprises;
  const name = roster.sheetNames[sheet[row] ?? Number.NaN];
  return {
    code,
    severity: "warning",
    ...(name === undefined ? {} : { sheet: name }),
    row: sheetRow[row] ?? 0,
    column: fieldOf("enterprises", field).label,
    found,
  };
}
