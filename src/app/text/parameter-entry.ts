import { parseIsoDay } from "../../core/date/day.ts";
import type { Parameter, ParameterValue } from "../../core/policy/policy.ts";
import type { Messages } from "./zh.ts";

/** What the officer typed, read: a value, or a sentence that says what is wrong. */
export type Entry = { readonly value: ParameterValue } | { readonly problem: string };

/** Decimal places between the value and what is typed: shares in per cent, money in 万元. */
const places = { share: 2, shares: 2, yuan: -4, count: 0, number: 0, date: 0 } as const;
const signs = { share: "%", shares: "%", count: "", number: "", date: "" } as const;

/** The unit of a field, in the language of the page. */
export const unitOf = ({ type }: Parameter, { unitNames }: Messages): string =>
  type === "yuan" ? unitNames.万元 : signs[type];

/** Moves the decimal point in the written number: 1.3 / 100 in doubles is not 0.013, and a third must come back. */
function shifted(value: number, by: number): number {
  const [digits = "", exponent = "0"] = String(value).split("e");
  return Number(`${digits}e${Number(exponent) + by}`);
}

const inUnit = (type: Parameter["type"], value: number): number => shifted(value, places[type]);
const fromUnit = (type: Parameter["type"], typed: number): number => shifted(typed, -places[type]);

/** A value as it stands in the field. */
export function entryText(parameter: Parameter, value: ParameterValue): string {
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(inUnit(parameter.type, value));
  return value.map((share) => inUnit("shares", share)).join(", ");
}

/** A value in a sentence, with its unit. */
export function shownValue(parameter: Parameter, value: ParameterValue, messages: Messages): string {
  if (value === null) return messages.unset;
  if (value === "equal") return messages.equal;
  const unit = unitOf(parameter, messages);
  return entryText(parameter, value) + (/^[a-z]/.test(unit) ? ` ${unit}` : unit);
}

/** The permitted range in the field's unit, absent where the text bounds nothing. */
export function rangeText(parameter: Parameter, messages: Messages): string | undefined {
  const { minimum, maximum } = parameter;
  if (minimum === undefined || maximum === undefined || maximum >= 1e12) return undefined;
  return messages.range(shownValue(parameter, minimum, messages), shownValue(parameter, maximum, messages));
}

/** Reads what was typed; blank unsets a parameter that may be unset. */
export function parseEntry(parameter: Parameter, text: string, messages: Messages): Entry {
  const typed = text.trim();
  if (typed === "" && parameter.mayBeUnset) return { value: null };
  if (typed === "equal" && parameter.type === "shares") return { value: "equal" };
  if (parameter.type === "date") return parseDate(typed, messages);
  if (parameter.type === "shares") return parseShares(typed, messages);
  return parseNumber(parameter, typed, messages);
}

const parseDate = (typed: string, messages: Messages): Entry =>
  Number.isNaN(parseIsoDay(typed)) ? { problem: messages.notADate } : { value: typed };

function parseShares(typed: string, messages: Messages): Entry {
  const shares = typed.split(/[,，、\s]+/u).map(Number);
  const sum = shares.reduce((total, share) => total + share, 0);
  const good = typed !== "" && shares.every((share) => share >= 0) && Math.abs(sum - 100) < 1e-9;
  return good ? { value: shares.map((share) => fromUnit("shares", share)) } : { problem: messages.notShares };
}

function parseNumber(parameter: Parameter, typed: string, messages: Messages): Entry {
  const number = typed === "" ? Number.NaN : Number(typed.replaceAll(",", ""));
  if (!Number.isFinite(number)) return { problem: messages.notANumber };
  if (parameter.type === "count" && !Number.isInteger(number)) return { problem: messages.notAWhole };
  const value = fromUnit(parameter.type, number);
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = parameter;
  if (value >= minimum && value <= maximum) return { value };
  const range = messages.range(shownValue(parameter, minimum, messages), shownValue(parameter, maximum, messages));
  return { problem: messages.outOfRange(range) };
}
