import type { ValueWords } from "../../formula/explanation-text.ts";
import type { ConditionKind } from "./explanation.ts";

/** What a sentence about an explanation is made of, in one language. */
export interface ExplanationWords {
  readonly values: ValueWords;
  readonly join: string;
  readonly row: (sheet: string, row: number) => string;
  readonly cellIs: Readonly<Record<"blank" | "unreadable" | "absent", (cell: string) => string>>;
  readonly cellHolds: (cell: string, value: string) => string;
  readonly conditions: Readonly<Record<ConditionKind, string>>;
  readonly noRow: (table: string) => string;
  readonly envelope: string;
  readonly fund: string;
  readonly dateMissing: (rule: string, cells: string) => string;
  readonly conditionFalse: (rule: string, date: string, cells: string) => string;
  readonly outsideTerm: (rule: string, date: string) => string;
  readonly afterAsOf: (rule: string, date: string) => string;
  readonly superseded: (rule: string, date: string) => string;
  readonly yearTested: (year: number) => string;
  readonly notApplied: string;
  readonly noLimit: string;
  readonly lowered: (amount: string) => string;
  readonly notReached: (amount: string) => string;
  readonly matter: string;
  readonly pool: (claim: string, balance: string, paid: string) => string;
  readonly envelopeShare: (wanted: string, limit: string) => string;
  readonly envelopeUnset: string;
  /** `contest`: the budget year, 0 for the term; `score` where there is one. */
  readonly ranked: (contest: number, rank: number, rivals: number, score: string | undefined) => string;
  readonly nothingClaimed: string;
  readonly places: (places: number, within: boolean) => string;
  readonly leftOfEnvelope: (envelope: string, before: string, paid: string) => string;
  readonly inProportion: (contest: number, wanted: string, envelope: string, paid: string) => string;
  /** A payment that takes an earlier one back, with the share that is returned. */
  readonly takenBack: (share: string) => string;
  /** An instalment, from 1, with its share of the amount; the last takes what is left. */
  readonly instalment: (position: number, share: string) => string;
  readonly lastInstalment: (position: number) => string;
  readonly sizes: readonly string[];
}

export const zh: ExplanationWords = {
  values: { yes: "是", no: "否", unknown: "待核实", unset: "不设", yuan: "元", wan: "万元" },
  join: "、",
  row: (sheet, row) => `${sheet} 第 ${row} 行`,
  cellIs: {
    blank: (cell) => `${cell}为空`,
    unreadable: (cell) => `${cell}无法识别`,
    absent: (cell) => `名册没有${cell}列`,
  },
  cellHolds: (cell, value) => `${cell}为${value}`,
  conditions: {
    base: "基本条件",
    "sole-trader": "不是个体工商户",
    own: "本项条件",
    exists: "触发事项成立",
    "end-readable": "结束日期可以识别",
    "not-stopped": "早于停止日期",
    "amount-known": "金额所需的单元格齐全",
  },
  noRow: (table) => `${table}表没有这家企业的行`,
  envelope: "按年度额度支出，不落到单个企业",
  fund: "股权投资，在基金账上另计",
  dateMissing: (rule, cells) => `${rule}：${cells}`,
  conditionFalse: (rule, date, cells) => `${rule}（${date}）不成立：${cells}`,
  outsideTerm: (rule, date) => `${rule}：${date} 不在政策期内`,
  afterAsOf: (rule, date) => `${rule}：${date} 晚于基准日，未计入`,
  superseded: (rule, date) => `${rule}（${date}）：同一天的更高档次或更早的一次已经计入`,
  yearTested: (year) => `${year} 年度`,
  notApplied: "按所选口径不适用",
  noLimit: "不设限",
  lowered: (amount) => `降到 ${amount}`,
  notReached: (amount) => `${amount}，未触及`,
  matter: "同一事项由另一项措施支付，本项放弃",
  pool: (claim, balance, paid) => `申请 ${claim}，当时池内余额 ${balance}，支付 ${paid}`,
  envelopeShare: (wanted, limit) => `当年符合条件的合计 ${wanted}，年度额度 ${limit}`,
  envelopeUnset: "文件未载明年度额度，不计金额",
  ranked: (contest, rank, rivals, score) =>
    `${contest === 0 ? "全期" : `${contest} 年`}符合条件的申请 ${rivals} 项，${score === undefined ? "按日期" : `评分 ${score}，`}排第 ${rank} 名`,
  nothingClaimed: "限额后没有金额，不参加排序",
  places: (places, within) => `名额 ${places} 个，${within ? "在名额内" : "未列入"}`,
  leftOfEnvelope: (envelope, before, paid) => `额度 ${envelope}，排在前面的已付 ${before}，本项付 ${paid}`,
  inProportion: (contest, wanted, envelope, paid) =>
    `${contest === 0 ? "全期" : `${contest} 年`}符合条件的合计 ${wanted}，额度 ${envelope}，按比例付 ${paid}`,
  takenBack: (share) => `追回 ${share}`,
  instalment: (position, share) => `第 ${position} 期，${share}`,
  lastInstalment: (position) => `第 ${position} 期，余额`,
  sizes: ["大型", "中型", "小型", "微型", "未定"],
};

export const en: ExplanationWords = {
  values: { yes: "yes", no: "no", unknown: "unverified", unset: "not set", yuan: " yuan", wan: " wan yuan" },
  join: ", ",
  row: (sheet, row) => `${sheet} row ${row}`,
  cellIs: {
    blank: (cell) => `${cell} is blank`,
    unreadable: (cell) => `${cell} cannot be read`,
    absent: (cell) => `the roster has no column ${cell}`,
  },
  cellHolds: (cell, value) => `${cell} is ${value}`,
  conditions: {
    base: "basic conditions",
    "sole-trader": "no sole trader",
    own: "condition of this measure",
    exists: "what triggers it has happened",
    "end-readable": "the end date can be read",
    "not-stopped": "before the stop date",
    "amount-known": "every cell of the amount is known",
  },
  noRow: (table) => `the table ${table} has no row of this firm`,
  envelope: "paid as an envelope a year, not to single firms",
  fund: "equity, kept in the fund's own account",
  dateMissing: (rule, cells) => `${rule}: ${cells}`,
  conditionFalse: (rule, date, cells) => `${rule} (${date}) does not hold: ${cells}`,
  outsideTerm: (rule, date) => `${rule}: ${date} is outside the term`,
  afterAsOf: (rule, date) => `${rule}: ${date} is after the as-of date and does not count`,
  superseded: (rule, date) => `${rule} (${date}): a higher tier of the same day, or an earlier one, counts instead`,
  yearTested: (year) => `year ${year}`,
  notApplied: "does not apply under the reading chosen",
  noLimit: "no limit",
  lowered: (amount) => `lowered to ${amount}`,
  notReached: (amount) => `${amount}, not reached`,
  matter: "another measure is paid for the same matter",
  pool: (claim, balance, paid) => `claim ${claim}, balance of the pool then ${balance}, paid ${paid}`,
  envelopeShare: (wanted, limit) => `all eligible firms of the year ${wanted}, envelope ${limit}`,
  envelopeUnset: "the text names no envelope, so no amount counts",
  ranked: (contest, rank, rivals, score) =>
    `${rivals} eligible ${rivals === 1 ? "claim" : "claims"} ${contest === 0 ? "over the term" : `in ${contest}`}: ` +
    `rank ${rank} ${score === undefined ? "by date" : `with a score of ${score}`}`,
  nothingClaimed: "no amount is left after the limits, so it takes no rank",
  places: (places, within) => `${places} ${places === 1 ? "place" : "places"}: ${within ? "within" : "not among them"}`,
  leftOfEnvelope: (envelope, before, paid) => `envelope ${envelope}, paid before it ${before}, paid to it ${paid}`,
  inProportion: (contest, wanted, envelope, paid) =>
    `eligible claims ${contest === 0 ? "over the term" : `of ${contest}`} ${wanted}, envelope ${envelope}, in proportion ${paid}`,
  takenBack: (share) => `taken back, ${share}`,
  instalment: (position, share) => `instalment ${position}, ${share}`,
  lastInstalment: (position) => `instalment ${position}, the rest`,
  sizes: ["large", "medium", "small", "micro", "open"],
};
