import { isoDay } from "../../../core/date/day.ts";
import { articleName } from "../../../core/policy/article-name.ts";
import type { EnterpriseExplanation } from "../../../core/policy/explanation/explanation.ts";
import { lastYearOf } from "../../../core/policy/figures.ts";
import { Eligibility } from "../../../core/policy/ledger.ts";
import type { Policy } from "../../../core/policy/policy.ts";
import type { FigureRow, FigureTable } from "../../../core/report/figure-table.ts";
import type { Messages } from "../../text/zh.ts";
import { titleName, type Disbursement, type FirmPayment, type TitleSpan } from "./timeline-events.ts";
import { timelineText } from "./timeline-text.ts";

interface FirmEvents {
  readonly spans: readonly TitleSpan[];
  readonly payments: readonly FirmPayment[];
  readonly paid: readonly Disbursement[];
}

/** A firm's payments, one row each, with their sums; the unverified, what was really paid and titles stand below. */
export function historyTable(
  policy: Policy,
  { name, asOf }: Pick<EnterpriseExplanation, "name" | "asOf">,
  { spans, payments, paid }: FirmEvents,
  language: "zh" | "en",
  { eligibilities }: Messages,
): FigureTable {
  const words = timelineText[language];
  const rowOf = (payment: FirmPayment, at: number): FigureRow => {
    const measure = policy.measures[payment.measure];
    const marks = [
      words.payment(isoDay(payment.triggered), payment.year, payment.part + 1),
      ...(payment.year > lastYearOf(policy) ? [words.tail] : []),
      ...(payment.eligibility === Eligibility.true ? [] : [eligibilities[payment.eligibility] ?? ""]),
    ];
    return {
      key: `payment ${at}`,
      label: measure ? `${articleName(measure.article, language)} ${measure.label[language]}` : "",
      note: marks.join(words.comma),
      cells: [payment.gross, payment.net, payment.statutory],
    };
  };
  const rows = payments.map((payment, at) => ({ payment, row: rowOf(payment, at) }));
  const due = rows.filter(({ payment }) => payment.eligibility === Eligibility.true).map(({ row }) => row);
  const sum = (column: number): number => due.reduce((total, { cells }) => total + (cells[column] ?? 0), 0);
  const triggers = new Set(payments.map(({ measure, rule, triggered }) => `${measure} ${rule} ${triggered}`)).size;
  const last = payments.at(-1)?.year;
  const nothing = [Number.NaN, Number.NaN, Number.NaN];
  return {
    title: last === undefined ? words.none : words.title(triggers, payments.length, last),
    note: `${name} · ${words.asOf} ${isoDay(asOf)}`,
    heading: words.heading,
    columns: [words.gross, words.net, words.statutory],
    rows: due,
    sums: { label: words.total, cells: [0, 1, 2].map(sum) },
    beside: [
      ...rows.filter(({ payment }) => payment.eligibility !== Eligibility.true).map(({ row }) => row),
      ...paid.map(({ day, clause, amount }, at) => ({
        key: `paid ${at}`,
        label: words.paidLane,
        note: words.paid(isoDay(day), clause),
        cells: [Number.NaN, amount, Number.NaN],
      })),
      ...spans.map(({ column, from, to, isOpen }) => ({
        key: column,
        label: titleName({ column }, language),
        note: words.span(isoDay(from), isoDay(to), isOpen),
        cells: nothing,
      })),
    ],
  };
}
