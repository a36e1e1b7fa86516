import { dayOf, edate, yearOf, type Day } from "../src/core/date/day.ts";
import type { SampleRow } from "./canonical-sheet.ts";
import type { Dice } from "./random.ts";
import { lastDay, policyStart, type Firm } from "./sample-firm.ts";

/** What an office would have paid so far: most of the plain cases, a few months after the fact. */
export function makeDisbursements(dice: Dice, firms: readonly Firm[]): SampleRow[] {
  return firms
    .filter(({ row }) => row["movedOut"] === undefined && row["abnormal"] === false && row["paid10"] === undefined)
    .flatMap((firm) => [...titlePayments(firm), ...certificatePayments(firm), ...scaleUpPayments(firm)])
    .filter(({ paidDate }) => typeof paidDate === "number" && paidDate <= lastDay && dice.chance(0.8));
}

const isDay = (value: SampleRow[string]): value is Day => typeof value === "number";

function titlePayments({ code, row }: Firm): SampleRow[] {
  const date = row["cityTitleDate"];
  if (!isDay(date) || date < policyStart) return [];
  return [{ uscc: code, clause: "m10", paidDate: edate(date, 4), paidAmount: 20 }];
}

function certificatePayments({ code, row }: Firm): SampleRow[] {
  const date = row["certificateFirst"];
  if (!isDay(date) || date < policyStart) return [];
  return [1, 2, 3].map((later) => ({
    uscc: code,
    clause: "m11a",
    paidDate: dayOf(yearOf(date) + later, 5, 20),
    paidAmount: 10,
  }));
}

function scaleUpPayments({ code, row }: Firm): SampleRow[] {
  const [date, award] = [row["scaleUpDate"], row["scaleUpAward"]];
  if (!isDay(date) || typeof award !== "number") return [];
  return [{ uscc: code, clause: "第九条", paidDate: edate(date, 3), paidAmount: award / 10 }];
}
