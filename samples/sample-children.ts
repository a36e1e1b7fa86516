import { dayOf, edate, type Day } from "../src/core/date/day.ts";
import { employmentTypes, fundForms, type projectTypes } from "../src/core/roster/fields.ts";
import type { SampleRow } from "./canonical-sheet.ts";
import type { Dice } from "./random.ts";
import { dayBetween, lastDay, policyStart, wanYuan, type Firm } from "./sample-firm.ts";

interface ProjectKind {
  readonly type: (typeof projectTypes)[number];
  readonly word: string;
  readonly weight: number;
}

const digital: ProjectKind = { type: "数字化转型", word: "业务系统上云", weight: 40 };
const projectKinds: readonly [ProjectKind, ...ProjectKind[]] = [
  digital,
  { type: "节能技改", word: "照明与空调节能改造", weight: 20 },
  { type: "新能源", word: "屋顶光伏", weight: 8 },
  { type: "能源管控", word: "能源管控中心", weight: 8 },
  { type: "循环经济", word: "水循环利用", weight: 4 },
  { type: "清洁生产中高费", word: "清洁生产改造", weight: 6 },
  { type: "能源审计", word: "能源审计", weight: 14 },
];

/** Projects: 3% of all firms, a quarter of the titled ones; one in six still runs. */
export const makeProjects = (dice: Dice, firms: readonly Firm[]): SampleRow[] =>
  firms
    .filter(({ row }) => dice.chance(row["cityTitleDate"] === undefined ? 0.015 : 0.25))
    .map((firm) => project(dice, firm));

function project(dice: Dice, { code, row, revenue }: Firm): SampleRow {
  const titled = row["cityTitleDate"] !== undefined;
  const { type, word } = titled && dice.chance(0.6) ? digital : dice.weighted(projectKinds);
  const audit = type === "能源审计";
  const investment = wanYuan(Math.max(20, revenue * dice.between(0.01, 0.06)));
  const subsidised = type === "清洁生产中高费" || dice.chance(0.15);
  return {
    uscc: code,
    projectName: `示例${word}项目`,
    projectType: type,
    investment: audit ? undefined : investment,
    citySubsidy: subsidised && !audit ? wanYuan(investment * 0.2) : undefined,
    auditFee: audit ? wanYuan(dice.between(4, 18)) : undefined,
    acceptedDate: dice.chance(1 / 6) ? undefined : dayBetween(dice, dayOf(2023, 7, 1), lastDay),
  };
}

/** Guarantees: 5% of firms, one to three contracts of a year each. */
export function makeGuarantees(dice: Dice, firms: readonly Firm[]): SampleRow[] {
  const borrowers = firms
    .filter(() => dice.chance(0.05))
    .flatMap((firm) => [firm, firm, firm].slice(0, dice.whole(1, 3)));
  return borrowers.map(({ code }, index) => guarantee(dice, code, index + 1));
}

function guarantee(dice: Dice, code: string, number: number): SampleRow {
  const guaranteed = dice.pick([100, 200, 300, 500, 800, 1000]);
  const startDate = dayBetween(dice, dayOf(2022, 3, 1), dayOf(2026, 6, 15));
  const endDate = edate(startDate, 12);
  return {
    uscc: code,
    guaranteeNumber: `示例保${String(number).padStart(4, "0")}`,
    guarantor: `示例融资担保${dice.pick(["一", "二", "三"])}公司`,
    governmentGuarantor: dice.chance(0.85),
    guaranteed,
    startDate,
    endDate,
    ...(dice.chance(0.04) ? compensated(dice, guaranteed, endDate + 60) : {}),
  };
}

function compensated(dice: Dice, guaranteed: number, compensationDate: Day): SampleRow {
  if (compensationDate > lastDay) return {};
  const compensation = wanYuan(guaranteed * dice.between(0.7, 0.95));
  const recovers = dice.chance(0.5);
  return {
    compensationDate,
    compensation,
    bankShare: wanYuan(compensation * 0.2),
    reguaranteeShare: wanYuan(compensation * 0.4),
    recovered: recovers ? wanYuan(compensation * dice.between(0.05, 0.3)) : undefined,
    recoveredDate: recovers ? edate(compensationDate, 10) : undefined,
  };
}

/** Jobs and training: 7% of firms. */
export const makeEmployment = (dice: Dice, firms: readonly Firm[]): SampleRow[] =>
  firms.filter(() => dice.chance(0.07)).map(({ code, founded }) => employment(dice, code, founded));

function employment(dice: Dice, code: string, founded: Day): SampleRow {
  const employmentType = dice.pick(employmentTypes);
  const training = employmentType === "职业培训";
  const jobStart = dayBetween(dice, Math.max(policyStart, founded), lastDay);
  return {
    uscc: code,
    employmentType,
    headcount: training ? dice.whole(5, 60) : dice.whole(1, 4),
    jobStart,
    jobEnd: !training && dice.chance(0.3) ? edate(jobStart, dice.whole(6, 30)) : undefined,
  };
}

/** Recruitment services: agencies of the business sector for firms with a certificate. */
export function makeHrServices(dice: Dice, firms: readonly Firm[]): SampleRow[] {
  const [first, ...others] = firms.filter(({ row }) => row["industryCode"] === "7262").slice(0, 8);
  if (!first) throw new Error("the sample district has no recruitment agency");
  const employers = firms.filter(({ row }) => row["certificateFirst"] !== undefined && dice.chance(0.08));
  return employers.map(({ code }) => ({
    agency: dice.pick([first, ...others]).code,
    employer: code,
    serviceFee: wanYuan(dice.between(2, 25)),
    serviceDate: dayBetween(dice, dayOf(2023, 9, 1), lastDay),
  }));
}

/** Contributions of the fund so far. */
export const makeFundInvestments = (dice: Dice): SampleRow[] =>
  Array.from({ length: 9 }, (_, index) => ({
    investee: `示例被投对象${index + 1}`,
    form: dice.pick(fundForms),
    contributed: dice.pick([500, 1000, 1500, 2000]),
    contributedDate: dayBetween(dice, dayOf(2023, 10, 1), dayOf(2026, 5, 31)),
    returned: dice.chance(0.2) ? 200 : undefined,
  }));
