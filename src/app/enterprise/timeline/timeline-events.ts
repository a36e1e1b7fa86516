import { dayOf, edate, yearOf, type Day } from "../../../core/date/day.ts";
import { roundToFen, type Fen } from "../../../core/money/money.ts";
import type { CellValue, EnterpriseExplanation } from "../../../core/policy/explanation/explanation.ts";
import { fieldOf, fieldsOf } from "../../../core/roster/fields.ts";

/** Months for which a title without an expiry date, and a certificate, is valid (calculation model, section 1). */
const VALID_MONTHS = 36;

/** A title or certificate over the days on which it is valid. */
export interface TitleSpan {
  /** Header of the cell that begins it. */
  readonly column: string;
  readonly from: Day;
  /** First day on which it is not valid any more. */
  readonly to: Day;
  /** No expiry date is recorded: from `to` on nobody knows. */
  readonly isOpen: boolean;
}

const expiring = [
  ["cityTitleDate", "cityTitleExpiry"],
  ["cityGiantDate", "cityGiantExpiry"],
  ["nationalGiantDate", "nationalGiantExpiry"],
] as const;
const certificates = ["certificateFirst", "certificateLatest"] as const;

/** The titles and certificates of a firm, in the order of the roster's columns. */
export function titleSpans(cells: readonly CellValue[]): TitleSpan[] {
  const dayIn = (id: string): Day => {
    const { label } = fieldOf("enterprises", id);
    return cells.find(({ column, state }) => column === label && state === "filled")?.value ?? Number.NaN;
  };
  const titles = expiring.map(([begins, ends]): TitleSpan => {
    const [from, to] = [dayIn(begins), dayIn(ends)];
    const isOpen = Number.isNaN(to);
    return { column: fieldOf("enterprises", begins).label, from, to: isOpen ? edate(from, VALID_MONTHS) : to, isOpen };
  });
  const held = certificates.map((id): TitleSpan => {
    const from = dayIn(id);
    return { column: fieldOf("enterprises", id).label, from, to: edate(from, VALID_MONTHS), isOpen: false };
  });
  return [...titles, ...held].filter(({ from }) => !Number.isNaN(from));
}

/** A payment of a firm: an instalment, a year of months, or the whole. */
export interface FirmPayment {
  /** Index into `policy.measures`. */
  readonly measure: number;
  readonly rule: number;
  readonly triggered: Day;
  readonly year: number;
  readonly part: number;
  readonly gross: Fen;
  readonly net: Fen;
  readonly statutory: Fen;
  /** An `Eligibility` code. */
  readonly eligibility: number;
}

/** Every payment, by budget year, then trigger date. */
export const firmPayments = ({ measures }: Pick<EnterpriseExplanation, "measures">): FirmPayment[] =>
  measures
    .flatMap(({ measure, triggers }) =>
      triggers.flatMap(({ rule, date, eligibility, payments }) =>
        payments.map(({ year, part, gross, net, statutory }) => ({
          measure,
          rule,
          triggered: date,
          year,
          part,
          gross,
          net,
          statutory,
          eligibility,
        })),
      ),
    )
    .sort((a, b) => a.year - b.year || a.triggered - b.triggered || a.measure - b.measure || a.part - b.part);

/** A title's name: the header of the cell that begins it, in the page's language. */
export function titleName({ column }: Pick<TitleSpan, "column">, language: "zh" | "en"): string {
  const field = fieldsOf("enterprises").find(({ label }) => label === column);
  return language === "zh" ? column.replace(/日期$/u, "") : (field?.english ?? column);
}

/** What was really paid, by 拨付台账. */
export interface Disbursement {
  readonly day: Day;
  readonly clause: string;
  readonly amount: Fen;
}

export const disbursementsOf = ({ rows }: Pick<EnterpriseExplanation, "rows">): Disbursement[] =>
  rows
    .filter(({ place }) => place.table === "disbursements")
    .map(({ cells }) => {
      const cellOf = (id: string) => cells.find(({ column }) => column === fieldOf("disbursements", id).label);
      return {
        day: cellOf("paidDate")?.value ?? Number.NaN,
        clause: cellOf("clause")?.shown ?? "",
        amount: roundToFen(cellOf("paidAmount")?.value ?? 0),
      };
    })
    .sort((a, b) => a.day - b.day);

/** A day on an axis of years: 2 July 2024 lies half-way between 2024 and 2025. */
export function yearPosition(day: Day): number {
  const year = yearOf(day);
  return year + (day - dayOf(year, 1, 1)) / (dayOf(year + 1, 1, 1) - dayOf(year, 1, 1));
}
