import type { ReportChoice } from "./report-input.ts";
import type { PoolAccount } from "./pool-plan.ts";

const zhAccounts: Readonly<Record<PoolAccount, string>> = {
  planning: "预算",
  statutory: "法定",
  all: "预算（待核实均属实）",
};

const zh = {
  title: "担保风险补偿资金池台账（元）",
  note: "按日期逐笔：先补充，再追偿返还，后代偿；余额不足时按余额支付。待核实的代偿按当时余额计价而不动用余额。",
  kindNumber: "类别号",
  kind: "事项",
  kinds: { opening: "期初", "top-up": "补充", recovery: "追偿返还", claim: "代偿补偿" },
  date: "日期",
  year: "年度",
  number: "担保编号",
  eligibility: "资格数值",
  recovered: "追偿回收",
  columns: { amount: "发生额", paid: "支付", balance: "余额", short: "未足额年月" },
  onAccount: (account: PoolAccount, heading: string) => `${zhAccounts[account]}·${heading}`,
  accounts: zhAccounts,
  exhausted: "首次未足额补偿的月份（年月，空白为未耗尽）",
  sums: {
    claims: "应补偿",
    paid: "支付",
    unpaid: "未获补偿",
    topUps: "补充",
    recoveries: "追偿返还",
    unverified: "待核实",
  },
  total: "合计",
};
const en: typeof zh = {
  title: "Guarantee compensation pool (yuan)",
  note: "By date: top-ups first, then recoveries, then claims; a claim is paid what is left at most. Unverified claims are priced at the balance of their day and do not draw on it.",
  kindNumber: "Kind no.",
  kind: "Entry",
  kinds: { opening: "opening", "top-up": "top-up", recovery: "recovery", claim: "claim" },
  date: "Date",
  year: "Year",
  number: "Guarantee",
  eligibility: "Eligibility",
  recovered: "Recovered",
  columns: { amount: "amount", paid: "paid", balance: "balance", short: "short in" },
  onAccount: (account, heading) => `${en.accounts[account]}: ${heading}`,
  accounts: { planning: "Planning", statutory: "Statutory", all: "Planning, all unverified good" },
  exhausted: "First month a claim is not paid in full (year and month, empty: never)",
  sums: {
    claims: "claims",
    paid: "paid",
    unpaid: "unpaid",
    topUps: "top-ups",
    recoveries: "recoveries",
    unverified: "unverified",
  },
  total: "Total",
};

export const poolWords: Readonly<Record<ReportChoice["language"], typeof zh>> = { zh, en };
