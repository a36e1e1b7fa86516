import { isoDay, yearOf } from "../../date/day.ts";
import { valueText } from "../../formula/explanation-text.ts";
import { yuanOf, type Fen } from "../../money/money.ts";
import { tables } from "../../roster/fields.ts";
import { RETURNED_PART } from "../ledger-builder.ts";
import type { Measure } from "../policy.ts";
import type {
  Absence,
  AmountExplanation,
  CellValue,
  LimitExplanation,
  MeasureExplanation,
  PaymentExplanation,
  Standing,
  TriggerExplanation,
} from "./explanation.ts";
import { en, zh, type ExplanationWords } from "./explanation-words.ts";

export type ExplanationLanguage = "zh" | "en";

export const explanationWords = (language: ExplanationLanguage): ExplanationWords => (language === "zh" ? zh : en);

const quoted = (column: string, language: ExplanationLanguage): string =>
  language === "zh" ? `“${column}”` : `"${column}"`;

/** 分 as text, exact to the 分. */
export const fenText = (fen: Fen, language: ExplanationLanguage): string =>
  valueText({ unit: "yuan", value: yuanOf(fen) }, explanationWords(language).values);

/** A cell in a sentence: what stands in it, or that it is blank. */
export function cellText(cell: CellValue, language: ExplanationLanguage): string {
  const words = explanationWords(language);
  const name = quoted(cell.column, language);
  return cell.state === "filled"
    ? words.cellHolds(name, valueText(cell, words.values))
    : words.cellIs[cell.state](name);
}

export const cellsText = (cells: readonly CellValue[], language: ExplanationLanguage): string =>
  cells.map((cell) => cellText(cell, language)).join(explanationWords(language).join);

/** What triggers a payment: the rule's words, or the year of an enterprise-year. */
export function triggerLabel(
  measure: Measure,
  { rule, date }: Pick<TriggerExplanation, "rule" | "date">,
  language: ExplanationLanguage,
): string {
  return measure.triggers[rule]?.label[language] ?? explanationWords(language).yearTested(yearOf(date));
}

/** Why there is no trigger, with the cell that decides. */
export function absenceText(absence: Absence, measure: Measure, language: ExplanationLanguage): string {
  const words = explanationWords(language);
  const rule = (index: number): string => measure.triggers[index]?.label[language] ?? "";
  switch (absence.kind) {
    case "no-row": {
      const table = tables.find(({ id }) => id === absence.table);
      return words.noRow((language === "zh" ? table?.label : table?.english) ?? absence.table);
    }
    case "no-entity":
      return measure.kind === "fund" ? words.fund : words.envelope;
    case "date-missing":
      return words.dateMissing(rule(absence.rule), cellsText(missing(absence.cells), language));
    case "condition-false":
      return words.conditionFalse(
        rule(absence.rule),
        isoDay(absence.date),
        cellsText(absence.condition.cells, language),
      );
    case "outside-term":
      return words.outsideTerm(rule(absence.rule), isoDay(absence.date));
    case "after-as-of":
      return words.afterAsOf(rule(absence.rule), isoDay(absence.date));
    case "superseded":
      return words.superseded(rule(absence.rule), isoDay(absence.date));
    default:
      return absence satisfies never;
  }
}

/** Of the cells of a date those that are not filled. */
const missing = (cells: readonly CellValue[]): readonly CellValue[] => cells.filter(({ state }) => state !== "filled");

/** What a limit did. */
export function limitText(limit: LimitExplanation, language: ExplanationLanguage): string {
  const words = explanationWords(language);
  if (!limit.applies) return words.notApplied;
  if (limit.value === null) return words.noLimit;
  const amount = fenText(limit.value, language);
  return limit.lowered ? words.lowered(amount) : words.notReached(amount);
}

/** Which instalment of its amount a payment is, or that it takes one back; empty for a measure that pays at once. */
export function instalmentText(
  { part }: PaymentExplanation,
  { schedule, clawback }: Measure,
  parameters: MeasureExplanation["parameters"],
  language: ExplanationLanguage,
): string {
  const words = explanationWords(language);
  if (part >= RETURNED_PART) {
    const share = parameters.find(({ key }) => key.endsWith(`.${clawback?.share}`))?.value;
    return words.takenBack(valueText({ unit: "share", value: typeof share === "number" ? share : 1 }, words.values));
  }
  if (schedule.kind !== "instalments") return "";
  const shares = parameters.find(({ key }) => key.endsWith(`.${schedule.shares}`) || key === schedule.shares)?.value;
  if (typeof shares !== "object" || shares === null || shares.length === 1) return "";
  return part === shares.length - 1
    ? words.lastInstalment(part + 1)
    : words.instalment(
        part + 1,
        valueText({ unit: "share", value: Math.round((shares[part] ?? 0) * 10_000) / 10_000 }, words.values),
      );
}

/** What lowered an amount beyond its own limits: the same matter, the pool, an envelope. */
export function sharesText(amount: AmountExplanation, language: ExplanationLanguage): readonly string[] {
  const words = explanationWords(language);
  const { pool, envelope } = amount;
  const money = (fen: Fen): string => fenText(fen, language);
  return [
    ...(amount.forgoneForMatter ? [words.matter] : []),
    ...(pool ? [words.pool(money(pool.claim), money(pool.balance), money(pool.paid))] : []),
    ...(envelope && envelope.limit !== null
      ? [words.envelopeShare(money(envelope.wanted), money(envelope.limit))]
      : []),
    ...(envelope?.limit === null ? [words.envelopeUnset] : []),
    ...(amount.standing ? standingText(amount.standing, words, money) : []),
  ];
}

/** Where a claim stood among those that compete, and why it got what it got. */
function standingText(
  { order, contest, score, scoreUnit, rank, rivals, places, envelope, before, paid }: Standing,
  words: ExplanationWords,
  money: (fen: Fen) => string,
): readonly string[] {
  const limited = Number.isFinite(envelope);
  if (order === "share") {
    return limited ? [words.inProportion(contest, money(before), money(envelope), money(paid))] : [];
  }
  if (rank === 0) return [words.nothingClaimed];
  const scored = order === "score" ? valueText({ unit: scoreUnit, value: score }, words.values) : undefined;
  return [
    words.ranked(contest, rank, rivals, scored),
    ...(Number.isFinite(places) ? [words.places(places, rank <= places)] : []),
    ...(limited && rank <= places ? [words.leftOfEnvelope(money(envelope), money(before), money(paid))] : []),
  ];
}
