import { dayOf, edate, type Day } from "../src/core/date/day.ts";
import type { SampleRow } from "./canonical-sheet.ts";
import type { Dice } from "./random.ts";
import { dayBetween, lastDay, policyStart, wanYuan, type Firm } from "./sample-firm.ts";

const until = (day: Day): Day | undefined => (day <= lastDay ? day : undefined);

/** Titles, certificates, awards, markets and start-ups of a firm. */
export function withHonours(dice: Dice, firm: Firm): Firm {
  const columns = {
    ...titleColumns(dice, firm),
    ...certificateColumns(dice, firm),
    ...scaleUpColumns(dice),
    ...marketColumns(dice, firm),
    ...startUpColumns(dice),
  };
  return { ...firm, row: { ...firm.row, ...columns } };
}

const batchYears: readonly [BatchYear, ...BatchYear[]] = [
  { year: 2020, weight: 1 },
  { year: 2021, weight: 2 },
  { year: 2022, weight: 3 },
  { year: 2023, weight: 3 },
  { year: 2024, weight: 2.5 },
  { year: 2025, weight: 2 },
  { year: 2026, weight: 0.8 },
];
interface BatchYear {
  readonly year: number;
  readonly weight: number;
}

/** Titles are given in batches: a few days of a year. */
const batchDay = (dice: Dice): Day => dayOf(dice.weighted(batchYears).year, dice.pick([3, 6]), dice.pick([15, 28]));

function titleColumns(dice: Dice, { inventive, founded }: Firm): SampleRow {
  const innovativeDay = dice.chance(0.25 * inventive) ? batchDay(dice) : undefined;
  const innovativeDate = innovativeDay !== undefined && innovativeDay >= edate(founded, 12) ? innovativeDay : undefined;
  if (!dice.chance(0.12 * inventive)) return { innovativeDate };
  const cityTitleDate = batchDay(dice);
  if (cityTitleDate < edate(founded, 24)) return { innovativeDate };
  const cityGiantDate = dice.chance(0.09) ? until(edate(cityTitleDate, dice.whole(6, 20))) : undefined;
  const nationalGiantDate = dice.chance(0.11) ? until(edate(cityTitleDate, dice.whole(12, 30))) : undefined;
  return {
    innovativeDate: innovativeDate ?? edate(cityTitleDate, -9),
    ...term(dice, "cityTitle", cityTitleDate),
    ...term(dice, "cityGiant", cityGiantDate),
    ...term(dice, "nationalGiant", nationalGiantDate),
    sameKindReceived: dice.chance(0.03) ? dice.pick([5, 10, 20]) : undefined,
    paid10: cityTitleDate < policyStart && dice.chance(0.2) ? 10 : undefined,
    paid6: dice.chance(0.03) ? wanYuan(dice.between(10, 80)) : undefined,
  };
}

/** A title and its expiry: three years, six if it passed its review; one in twelve is left blank. */
function term(dice: Dice, title: string, date: Day | undefined): SampleRow {
  if (date === undefined) return {};
  const reviewed = edate(date, 36) <= lastDay && dice.chance(0.75);
  const expiry = edate(date, reviewed ? 72 : 36);
  return { [`${title}Date`]: date, [`${title}Expiry`]: dice.chance(1 / 12) ? undefined : expiry };
}

/** Certificates are issued from October to December. */
function certificateColumns(dice: Dice, { inventive, founded }: Firm): SampleRow {
  if (!dice.chance(0.3 * inventive)) return {};
  const certificateFirst = dayOf(dice.whole(2015, 2025), dice.whole(10, 12), dice.whole(1, 28));
  if (certificateFirst < edate(founded, 12)) return {};
  const certificateLatest = lastCertificate(dice, certificateFirst);
  const award = edate(certificateFirst, 9);
  const renewedBefore = certificateLatest > certificateFirst && certificateLatest < policyStart;
  return {
    certificateFirst,
    certificateLatest,
    certificateFirstAward: award < policyStart && dice.chance(0.85) ? award : undefined,
    certificateSecondAward: renewedBefore && dice.chance(0.5) ? edate(certificateLatest, 5) : undefined,
  };
}

function lastCertificate(dice: Dice, first: Day): Day {
  let latest = first;
  for (let next = first; next <= lastDay && (next === first || dice.chance(0.75));) {
    latest = next;
    next = edate(next, 36) + dice.whole(-40, 40);
  }
  return latest;
}

function scaleUpColumns(dice: Dice): SampleRow {
  if (!dice.chance(0.012)) return {};
  return {
    scaleUpAward: dice.pick([30, 30, 50]),
    scaleUpDate: dayBetween(dice, dayOf(2023, 6, 1), dayOf(2025, 12, 20)),
  };
}

function marketColumns(dice: Dice, { revenue }: Firm): SampleRow {
  if (revenue < 3000) return {};
  const neeqDate = dice.chance(0.02) ? dayBetween(dice, dayOf(2021, 3, 1), dayOf(2026, 5, 31)) : undefined;
  if (!dice.chance(0.012)) return { neeqDate };
  const abroad = dice.chance(0.3);
  const accepted = dayBetween(dice, dayOf(2022, 9, 1), dayOf(2026, 3, 31));
  const listedDate = until(accepted + dice.whole(150, 420));
  return {
    neeqDate,
    listingMarket: abroad ? "境外" : "境内",
    listingAccepted: abroad ? undefined : accepted,
    listedDate,
    paid12: dice.chance(0.1) ? 50 : undefined,
  };
}

function startUpColumns(dice: Dice): SampleRow {
  if (!dice.chance(0.02)) return { residentStartup: false };
  const founded = dayBetween(dice, dayOf(2020, 6, 1), dayOf(2025, 6, 30));
  return { ...noYearsBefore(founded), founded, residentStartup: true, annualRent: wanYuan(dice.between(1.5, 12)) };
}

/** Blanks the years in which a firm founded on `founded` did not exist. */
function noYearsBefore(founded: Day): SampleRow {
  const years = [2020, 2021, 2022, 2023, 2024].filter((year) => dayOf(year, 12, 31) < founded);
  return Object.fromEntries(
    years.flatMap((year) => [
      [`revenue${year}`, undefined],
      [`contribution${year}`, undefined],
    ]),
  );
}
