import { parseIsoDay } from "../date/day.ts";

/** A pack that cannot be used; the message names the place and what is allowed there. */
export class PolicyError extends Error {
  override readonly name = "PolicyError";
}

/** Whether a value has a form. @throws PolicyError naming the place of the first part that has not */
export type Check = (value: unknown, at: string) => void;

const shown = (value: unknown): string => (value === undefined ? "nothing" : JSON.stringify(value).slice(0, 60));

const refuse = (value: unknown, at: string, allowed: string): never => {
  throw new PolicyError(`${at}: found ${shown(value)}, allowed is ${allowed}`);
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const anyText: Check = (value, at) => {
  if (typeof value !== "string") refuse(value, at, "a text");
};

export const text: Check = (value, at) => {
  if (typeof value !== "string" || value === "") refuse(value, at, "a text that is not empty");
};

export const number: Check = (value, at) => {
  if (typeof value !== "number" || !Number.isFinite(value)) refuse(value, at, "a number");
};

export const truth: Check = (value, at) => {
  if (typeof value !== "boolean") refuse(value, at, "true or false");
};

export const isoDate: Check = (value, at) => {
  if (typeof value !== "string" || Number.isNaN(parseIsoDay(value))) refuse(value, at, "a date such as 2024-01-01");
};

export const anything: Check = () => undefined;

export const oneOf =
  (...values: readonly (string | number)[]): Check =>
  (value, at) => {
    if (!values.some((each) => each === value)) refuse(value, at, `one of ${values.join(" / ")}`);
  };

export const listOf =
  (of: Check): Check =>
  (value, at) => {
    if (!Array.isArray(value)) return refuse(value, at, "a list");
    const items: readonly unknown[] = value;
    for (const [index, item] of items.entries()) of(item, `${at}[${index}]`);
  };

/** An object of any names whose members have a form. */
export const entriesOf =
  (of: Check): Check =>
  (value, at) => {
    if (!isRecord(value)) return refuse(value, at, "an object");
    for (const [name, member] of Object.entries(value)) of(member, `${at}.${name}`);
  };

/** An object of these members; others are refused, since a slip of the hand would go unseen. */
export const objectOf =
  (members: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check =>
  (value, at) => {
    if (!isRecord(value)) return refuse(value, at, "an object");
    for (const [name, check] of Object.entries(members)) check(value[name], at === "" ? name : `${at}.${name}`);
    for (const [name, member] of Object.entries(value)) {
      if (name in members || member === undefined) continue;
      const check = optional[name];
      if (!check) refuse(member, `${at === "" ? "" : `${at}.`}${name}`, "no such member");
      else check(member, at === "" ? name : `${at}.${name}`);
    }
  };

/** An object whose `kind` says which form it has. */
export const byKind =
  (kinds: Readonly<Record<string, Check>>): Check =>
  (value, at) => {
    const kind = isRecord(value) ? value["kind"] : undefined;
    const check = typeof kind === "string" ? kinds[kind] : undefined;
    if (!check) return refuse(kind, `${at}.kind`, `one of ${Object.keys(kinds).join(" / ")}`);
    check(value, at);
  };
