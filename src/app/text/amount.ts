import type { Fen } from "../../core/money/money.ts";
import type { Messages } from "./zh.ts";

/** Unit in which the page shows money. */
export const moneyUnits = ["元", "万元", "亿元"] as const;
export type MoneyUnit = (typeof moneyUnits)[number];

/** A form is made once: to make one takes a hundred times as long as to use it. */
const withDecimals = (decimals: number): Intl.NumberFormat =>
  new Intl.NumberFormat("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

const forms = {
  元: { fen: 100, numbers: withDecimals(2) },
  万元: { fen: 1_000_000, numbers: withDecimals(1) },
  亿元: { fen: 10_000_000_000, numbers: withDecimals(2) },
} as const;

const counts = new Intl.NumberFormat("en-US");

/** A whole number with separators. */
export const countText = (count: number): string => counts.format(count);

export const isMoneyUnit = (text: unknown): text is MoneyUnit => moneyUnits.some((unit) => unit === text);

/** 分 as a number in the unit. */
export const inMoneyUnit = (fen: Fen, unit: MoneyUnit): number => fen / forms[unit].fen;

/** A number in the unit as whole 分. */
export const fromMoneyUnit = (amount: number, unit: MoneyUnit): Fen => Math.round(amount * forms[unit].fen);

/** 分 as text in the unit, without its name: 元 and 亿元 with two decimals, 万元 with one. */
export function amountText(fen: Fen, unit: MoneyUnit): string {
  const text = forms[unit].numbers.format(inMoneyUnit(fen, unit));
  return /^-[0.]+$/.test(text) ? text.slice(1) : text;
}

/** 分 as text in the unit, with the unit's name. */
export const amountWithUnit = (fen: Fen, unit: MoneyUnit, { unitNames }: Messages): string =>
  `${amountText(fen, unit)} ${unitNames[unit]}`;

/** A share from 0 to 1 in per cent, with a digit more where it is small: 12.3%, 0.25%. */
export const shareText = (share: number): string => `${(100 * share).toFixed(share > 0 && share < 0.01 ? 2 : 1)}%`;
