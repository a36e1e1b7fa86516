import { dayOf, edate, yearOf, type Day } from "../src/core/date/day.ts";
import type { SampleRow } from "./canonical-sheet.ts";
import type { Dice } from "./random.ts";
import { sampleCode } from "./sample-code.ts";
import { sectors } from "./sample-sectors.ts";
import { declaredSize, sizeRuleOf } from "./sample-size.ts";

/** Newest fact of the samples, and the policy's first day. */
export const lastDay = dayOf(2026, 6, 30);
export const policyStart = dayOf(2023, 5, 29);

const LAST_CLOSED_YEAR = 2025;

/** A row of 企业 and what the other sheets need to know of it. */
export interface Firm {
  readonly code: string;
  readonly sector: string;
  readonly inventive: number;
  readonly revenue: number;
  readonly founded: Day;
  readonly row: SampleRow;
}

/** 万元 with two decimals. */
export const wanYuan = (amount: number): number => Math.round(amount * 100) / 100;

export const dayBetween = (dice: Dice, first: Day, last: Day): Day => dice.whole(first, last);

/** A firm with its ordinary columns: who, where, how large, and how it grew. */
export function makeFirm(dice: Dice, serial: number): Firm {
  const sector = dice.weighted(sectors);
  const industryCode = dice.pick(sector.codes);
  const employees = Math.min(3000, Math.max(2, Math.round(dice.logNormal(22, 1.1))));
  const revenue = wanYuan(employees * dice.between(40, 150));
  const founded = dayBetween(dice, dayOf(1998, 1, 1), dayOf(2025, 3, 31));
  const code = sampleCode(serial);
  const row = {
    uscc: code,
    name: `示例${sector.word}${String(serial).padStart(4, "0")}号公司`,
    industryCode,
    founded,
    ...sizeColumns(dice, industryCode, employees, revenue),
    ...legalColumns(dice, sector.word),
    ...yearColumns(dice, revenue, yearOf(founded)),
    ...moveColumns(dice, founded),
  };
  return { code, sector: sector.word, inventive: sector.inventive, revenue, founded, row };
}

function sizeColumns(dice: Dice, industryCode: string, employees: number, revenue: number): SampleRow {
  const assets = wanYuan(revenue * dice.between(0.4, 3));
  const financial = "financialAssets" in sizeRuleOf(industryCode).floors;
  const financialAssets = financial ? wanYuan(dice.logNormal(6, 1.2)) : undefined;
  const figures = { employees, revenue, assets, ...(financialAssets === undefined ? {} : { financialAssets }) };
  return { ...figures, declaredSize: dice.chance(0.7) ? declaredSize(industryCode, figures) : undefined };
}

/** Yes in nearly all rows, now and then no or left blank. */
const mostlyYes = (dice: Dice): boolean | undefined => dice.weighted(yesNoBlank).value;
const yesNoBlank: readonly [YesNoBlank, ...YesNoBlank[]] = [
  { weight: 98, value: true },
  { weight: 1, value: false },
  { weight: 1, value: undefined },
];
interface YesNoBlank {
  readonly weight: number;
  readonly value: boolean | undefined;
}

function legalColumns(dice: Dice, sector: string): SampleRow {
  const soleTrader = sector === "餐饮住宿" && dice.chance(0.25);
  const partnership = sector === "商务服务" && dice.chance(0.15);
  return {
    entityForm: soleTrader ? "个体工商户" : partnership ? "合伙专业服务机构" : "企业法人",
    registered: mostlyYes(dice),
    taxed: mostlyYes(dice),
    independent: mostlyYes(dice),
    abnormal: dice.chance(0.015),
  };
}

/** 营业收入 and 区级综合贡献 of the closed years, backwards from the newest. */
function yearColumns(dice: Dice, revenue: number, foundedYear: number): SampleRow {
  const columns: Record<string, number> = {};
  const share = dice.between(0.006, 0.02);
  let ofYear = revenue;
  for (let year = LAST_CLOSED_YEAR; year >= Math.max(2020, foundedYear); year--) {
    columns[`revenue${year}`] = wanYuan(ofYear);
    if (year >= 2021) columns[`contribution${year}`] = wanYuan(ofYear * share * dice.between(0.85, 1.15));
    ofYear /= Math.max(0.6, 1.08 + 0.2 * dice.normal());
  }
  return columns;
}

function moveColumns(dice: Dice, founded: Day): SampleRow {
  const earliest = Math.max(founded, dayOf(2021, 1, 1));
  const movedIn = dice.chance(0.025) ? dayBetween(dice, earliest, dayOf(2026, 6, 20)) : undefined;
  const stayed = edate(movedIn ?? earliest, 18);
  const leaves = dice.chance(0.03) && stayed < lastDay;
  return { movedIn, movedOut: leaves ? dayBetween(dice, stayed, lastDay) : undefined };
}
