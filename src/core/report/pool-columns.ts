import { partsOf, yearOf } from "../date/day.ts";
import { yuanOf } from "../money/money.ts";
import type { Context } from "../policy/block.ts";
import { Eligibility, type PoolEvent } from "../policy/ledger.ts";
import type { PoolEntry } from "../policy/pool.ts";
import { fieldOf } from "../roster/fields.ts";
import type { At, TableColumn } from "./placed-table.ts";
import { basisOf, isGood, poolAccounts, type PoolAccount, type PoolPlan } from "./pool-plan.ts";
import { poolWords } from "./pool-words.ts";
import { countCell, dayCell, emptyCell, formulaCell, textCell } from "./report-cells.ts";
import type { ReportInput } from "./report-input.ts";
import type { ReportCell } from "./report-model.ts";
import { identitiesOf } from "./identity.ts";
import { parameterWritten, readingWritten } from "./row-formula.ts";

/** A line of the account: an entry of the plan by its position, or the opening. */
export type PoolLine = PoolEntry & { readonly position: number };

export const kindNumbers = { opening: 0, "top-up": 1, recovery: 2, claim: 3 } as const;

/** Cells of the details that a claim's line reads. */
export type ClaimCell = (due: number, id: string) => string;

interface Frame {
  readonly input: ReportInput;
  readonly context: Context;
  readonly plan: PoolPlan;
  readonly claimCell: ClaimCell;
}

type Column = TableColumn<PoolLine | undefined>;

/** Column ids of one account. */
export const accountColumn = (account: PoolAccount, id: "amount" | "paid" | "balance" | "short"): string =>
  `${account}.${id}`;

/** The columns of the account; the line without an entry is the opening. */
export function poolColumns(frame: Frame): readonly Column[] {
  const { input, plan } = frame;
  const said = poolWords[input.language];
  const identities = identitiesOf(input);
  const { table } = plan.measure.measure;
  const own = (id: string, heading: string, width: number, cell: Column["cell"]): Column => ({
    id,
    heading,
    width,
    cell,
  });
  return [
    own("kindNumber", said.kindNumber, 7, (line) => countCell(kindNumbers[line?.kind ?? "opening"])),
    own("kind", said.kind, 10, (line) => textCell(said.kinds[line?.kind ?? "opening"])),
    own("date", said.date, 12, (line) => dayCell(line?.day ?? frame.context.termStart)),
    own("year", said.year, 8, (line, at) => ({
      ...formulaCell(`YEAR(${at("date")})`, yearOf(line?.day ?? frame.context.termStart), "number"),
    })),
    own("number", said.number, 18, (line) =>
      line && line.row >= 0 ? textCell(identities.text(table, "guaranteeNumber", line.row)) : emptyCell,
    ),
    own("eligibility", said.eligibility, 9, (line) => eligibilityCell(frame, line)),
    own("recovered", said.recovered, 14, (line) => recoveredCell(frame, line)),
    ...poolAccounts.flatMap((account) => accountColumns(frame, account)),
  ];
}

function eligibilityCell({ claimCell }: Frame, line: PoolLine | undefined): ReportCell {
  if (!line || line.due < 0) return emptyCell;
  return formulaCell(claimCell(line.due, "eligibility"), line.eligibility, "integer");
}

function recoveredCell({ context, plan }: Frame, line: PoolLine | undefined): ReportCell {
  if (line?.kind !== "recovery") return emptyCell;
  return { value: recoveredYuan(context, plan, line), format: "yuan" };
}

/** Recovered amount of a guarantee's row, 元. */
function recoveredYuan({ bound }: Context, { measure, rule }: PoolPlan, { row }: PoolLine): number {
  const { table } = measure.measure;
  return bound.operand(table, fieldOf(table, rule.recovery).label)?.values[row] ?? 0;
}

function accountColumns(frame: Frame, account: PoolAccount): readonly Column[] {
  const said = poolWords[frame.input.language];
  const own = (id: "amount" | "paid" | "balance" | "short", width: number, cell: Column["cell"]): Column => ({
    id: accountColumn(account, id),
    heading: said.onAccount(account, said.columns[id]),
    width,
    cell,
  });
  const event = (line: PoolLine | undefined): PoolEvent | undefined =>
    line && frame.plan.events[account][line.position];
  return [
    own("amount", 14, (line, at) => (line ? amountCell(frame, account, line, at, event(line)) : emptyCell)),
    own("paid", 14, (line, at) =>
      line?.kind === "claim" ? formulaCell(paidFormula(account, at), yuanOf(event(line)?.paid ?? 0)) : emptyCell,
    ),
    own("balance", 16, (line, at) => balanceCell(frame, account, line, at, event(line))),
    own("short", 10, (line, at) => (line?.kind === "claim" ? shortCell(account, at, line, event(line)) : emptyCell)),
  ];
}

const written = ({ context, plan }: Frame, account: PoolAccount, name: string): string =>
  parameterWritten(context, plan.measure, name, basisOf(account));

function amountCell(
  frame: Frame,
  account: PoolAccount,
  line: PoolLine,
  at: At,
  event: PoolEvent | undefined,
): ReportCell {
  const isRefused = line.kind === "claim" && line.eligibility === Eligibility.false;
  const value = isRefused ? 0 : yuanOf(event?.amount ?? 0);
  return formulaCell(amountFormula(frame, account, line, at), value);
}

function amountFormula(frame: Frame, account: PoolAccount, line: PoolLine, at: At): string {
  if (line.kind === "claim") return frame.claimCell(line.due, `${basisOf(account)}.amount`);
  if (line.kind === "top-up") return topUpFormula(frame, account, at);
  const share = written(frame, account, frame.plan.rule.recoveryShare);
  const claimBelow = (frame.plan.claimAt.get(line.due) ?? 0) - line.position;
  const paid = at(accountColumn(account, "paid"), claimBelow);
  return `IF(${goodFormula(account, at)},MIN(${paid},ROUND(${at("recovered")}*${share},2)),0)`;
}

const goodFormula = (account: PoolAccount, at: At): string =>
  account === "all" ? `${at("eligibility")}<>0` : `${at("eligibility")}=1`;

function topUpFormula(frame: Frame, account: PoolAccount, at: At): string {
  const reading = readingWritten(frame.context, frame.plan.rule.refillReading, basisOf(account));
  const size = written(frame, account, frame.plan.rule.size);
  const balance = at(accountColumn(account, "balance"), -1);
  const raised = `MAX(0,ROUND(${size}-${balance},2))`;
  return `IF(${reading}="一次性",0,IF(${reading}="年度补足",${raised},ROUND(${size},2)))`;
}

const paidFormula = (account: PoolAccount, at: At): string =>
  `IF(${at("eligibility")}=0,0,MIN(${at(accountColumn(account, "amount"))},${at(accountColumn(account, "balance"), -1)}))`;

function balanceCell(
  frame: Frame,
  account: PoolAccount,
  line: PoolLine | undefined,
  at: At,
  event: PoolEvent | undefined,
): ReportCell {
  if (!line) return formulaCell(`ROUND(${written(frame, account, frame.plan.rule.size)},2)`, openingYuan(frame));
  const above = at(accountColumn(account, "balance"), -1);
  const moved =
    line.kind === "claim"
      ? `-IF(${goodFormula(account, at)},${at(accountColumn(account, "paid"))},0)`
      : `+${at(accountColumn(account, "amount"))}`;
  return formulaCell(`ROUND(${above}${moved},2)`, yuanOf(event?.balance ?? 0));
}

const openingYuan = ({ plan }: Frame): number => yuanOf(plan.size);

/** Month of a claim that is paid in full. */
export const NEVER = 999_999;

/** Year and month of a claim that is not paid in full, as 202703; {@link NEVER} for any other. */
function shortCell(account: PoolAccount, at: At, line: PoolLine, event: PoolEvent | undefined): ReportCell {
  const [amount, paid] = [at(accountColumn(account, "amount")), at(accountColumn(account, "paid"))];
  const month = `YEAR(${at("date")})*100+MONTH(${at("date")})`;
  const isShort = isGood(line.eligibility, account) && (event?.paid ?? 0) < (event?.amount ?? 0);
  const { year, month: number } = partsOf(line.day);
  return formulaCell(
    `IF(AND(${goodFormula(account, at)},${paid}<${amount}),${month},${NEVER})`,
    isShort ? year * 100 + number : NEVER,
    "number",
  );
}
