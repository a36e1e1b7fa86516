import { edate, yearOf, type Day } from "../date/day.ts";
import { giniOf, largestSum } from "../money/inequality.ts";
import type { Fen } from "../money/money.ts";
import { contributionYears, type FieldId } from "./fields.ts";
import { industrySection } from "./industry-code.ts";
import type { SectionLetter } from "./industry-section.ts";
import { CellState, type Roster } from "./roster.ts";
import { sizeClasses } from "./size-class.ts";
import { sectionStarts } from "./size-standard.ts";

/** Titles and the certificate as section 2 of the calculation model knows them. */
export const profileTitles = ["cityTitle", "cityGiant", "nationalGiant", "certificate"] as const;
export type ProfileTitle = (typeof profileTitles)[number];

/** Firms that hold a title on the as-of date; `unknown`: recognised, but it cannot be said whether it still holds. */
export interface TitleCount {
  readonly title: ProfileTitle;
  readonly held: number;
  readonly unknown: number;
}

/** How much of the district contribution of a year comes from how few firms. */
export interface Concentration {
  readonly year: number;
  /** Firms with a contribution on record in that year, zero included. */
  readonly firms: number;
  readonly total: Fen;
  /** Shares (0 to 1) of the total that the largest so many firms give. */
  readonly largest: readonly { readonly firms: number; readonly share: number }[];
  /** Of 0 among equal firms to nearly 1 where one gives all. */
  readonly gini: number;
}

/** What kind of firms a roster holds. */
export interface RosterProfile {
  readonly asOf: Day;
  readonly firms: number;
  /** Firms by `SizeClass`: large, medium, small, micro, unclassified. */
  readonly sizes: readonly number[];
  /** Firms by section (门类), most first; without a section: no code, or none of the standard. */
  readonly sections: readonly { readonly section: SectionLetter | undefined; readonly firms: number }[];
  readonly titles: readonly TitleCount[];
  /** Of the newest year not after the as-of year for which any firm has a contribution above zero. */
  readonly concentration: Concentration | undefined;
}

/** Counts the enterprises of a roster as they stand on a day, titles by the rules of section 2. */
export function rosterProfile(roster: Roster, asOf: Day): RosterProfile {
  const sizes = sizeClasses(roster, yearOf(asOf)).class;
  return {
    asOf,
    firms: roster.tables.enterprises.rowCount,
    sizes: Array.from({ length: 5 }, (_, size) => sizes.filter((found) => found === size).length),
    sections: sectionsOf(roster),
    titles: profileTitles.map((title) => titleCount(roster, title, asOf)),
    concentration: concentrationOf(roster, yearOf(asOf)),
  };
}

const letters: readonly SectionLetter[] = sectionStarts.map(([letter]) => letter);

function sectionsOf(roster: Roster): RosterProfile["sections"] {
  const { rowCount, columns } = roster.tables.enterprises;
  const codes = columns.get("industryCode");
  const sectionOfText = new Map<number, SectionLetter | undefined>();
  const counts = new Map<SectionLetter | undefined, number>();
  for (let row = 0; row < rowCount; row++) {
    const text = codes?.values[row] ?? Number.NaN;
    if (!sectionOfText.has(text)) {
      const found = industrySection(roster.texts[text] ?? "");
      sectionOfText.set(
        text,
        letters.find((letter) => letter === found),
      );
    }
    const section = sectionOfText.get(text);
    counts.set(section, (counts.get(section) ?? 0) + 1);
  }
  const inOrder = [...letters, undefined].map((section) => ({ section, firms: counts.get(section) ?? 0 }));
  return inOrder.filter(({ firms }) => firms > 0).sort((a, b) => b.firms - a.firms);
}

/** Kleene truth that a title of 36 months holds: from recognition to before its expiry; unknown after 36 months without one. */
function titleHolds(date: number, expiry: number, asOf: Day): number {
  if (Number.isNaN(date) || date > asOf) return 0;
  if (!Number.isNaN(expiry)) return asOf < expiry ? 1 : 0;
  return asOf < edate(date, 36) ? 1 : Number.NaN;
}

/** A certificate holds for 36 months from the day it was first or last issued. */
const certificateHolds = (first: number, latest: number, asOf: Day): number =>
  [first, latest].some((date) => date <= asOf && asOf < edate(date, 36)) ? 1 : 0;

const titleFields: Readonly<Record<ProfileTitle, readonly [FieldId, FieldId]>> = {
  cityTitle: ["cityTitleDate", "cityTitleExpiry"],
  cityGiant: ["cityGiantDate", "cityGiantExpiry"],
  nationalGiant: ["nationalGiantDate", "nationalGiantExpiry"],
  certificate: ["certificateFirst", "certificateLatest"],
};

function titleCount(roster: Roster, title: ProfileTitle, asOf: Day): TitleCount {
  const { rowCount, columns } = roster.tables.enterprises;
  const [first, second] = titleFields[title].map((id) => columns.get(id));
  const holds = title === "certificate" ? certificateHolds : titleHolds;
  const isUnreadable = (row: number): boolean =>
    first?.state[row] === CellState.unreadable || second?.state[row] === CellState.unreadable;
  let [held, unknown] = [0, 0];
  for (let row = 0; row < rowCount; row++) {
    const truth = holds(first?.values[row] ?? Number.NaN, second?.values[row] ?? Number.NaN, asOf);
    if (Number.isNaN(truth) || isUnreadable(row)) unknown++;
    else held += truth;
  }
  return { title, held, unknown };
}

function concentrationOf(roster: Roster, asOfYear: number): Concentration | undefined {
  for (let year = Math.min(asOfYear, contributionYears.last); year >= contributionYears.first; year--) {
    const values = roster.tables.enterprises.columns.get(`contribution${year}`)?.values;
    const known = values?.filter((value) => value >= 0).sort();
    const total = known?.reduce((sum, value) => sum + value, 0) ?? 0;
    if (known && total > 0) return concentration(year, known, total);
  }
  return undefined;
}

/** @param ascending contributions in 分, smallest first, none negative, not all zero */
function concentration(year: number, ascending: Float64Array, total: Fen): Concentration {
  const firms = ascending.length;
  const counts = [1, 10, ...[0.01, 0.05, 0.1, 0.2, 0.5].map((share) => Math.ceil(firms * share)), firms];
  const distinct = [...new Set(counts.filter((count) => count <= firms))].sort((a, b) => a - b);
  return {
    year,
    firms,
    total,
    largest: distinct.map((count) => ({ firms: count, share: largestSum(ascending, count) / total })),
    gini: giniOf(ascending),
  };
}
