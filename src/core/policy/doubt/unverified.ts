import { edate, isoDay } from "../../date/day.ts";
import type { Fen } from "../../money/money.ts";
import { CellState } from "../../roster/roster.ts";
import { articleName } from "../article-name.ts";
import type { Context } from "../block.ts";
import { Eligibility, type Ledger } from "../ledger.ts";
import type { CompiledMeasure } from "../prepare.ts";
import { enterpriseDoubt, moneyText, type Doubt, type Examined } from "./doubt.ts";

const titles = ["市级专精特新", "市级小巨人", "国家级小巨人"] as const;

/** A title without expiry holds for so many months. */
const MONTHS_OF_A_TITLE = 36;

/** One recorded trigger of UNKNOWN eligibility with its whole planning amount. */
interface Open {
  readonly entry: number;
  amount: Fen;
}

/** Payments of one trigger stand together in the ledger. */
function openTriggers(ledger: Ledger): Open[] {
  const found: Open[] = [];
  for (let entry = 0; entry < ledger.count; entry++) {
    if (ledger.eligibility[entry] !== Eligibility.unknown) continue;
    const [last, amount] = [found.at(-1), ledger.net[entry] ?? 0];
    if (last && ledger.trigger[last.entry] === ledger.trigger[entry]) last.amount += amount;
    else found.push({ entry, amount });
  }
  return found.filter(({ amount }) => amount > 0);
}

/** Whether an enterprise holds a title on a day; open: its expiry is blank and its three years are over. */
type TitleOn = (enterprise: number, day: number) => "held" | "open" | "not held";

function titleOn(context: Context, title: string): TitleOn {
  const recognised = context.bound.operand("enterprises", `${title}认定日期`)?.values;
  const expiry = context.bound.operand("enterprises", `${title}到期日期`);
  return (enterprise, day) => {
    const from = recognised?.[enterprise] ?? Number.NaN;
    if (!(from <= day)) return "not held";
    if (expiry?.state?.[enterprise] !== CellState.blank)
      return day < (expiry?.values[enterprise] ?? Number.NaN) ? "held" : "not held";
    return day < edate(from, MONTHS_OF_A_TITLE) ? "held" : "open";
  };
}

/** 迁出日期 not after 迁入日期: residence is unknown on every day. */
function contradictoryMove(context: Context): (enterprise: number) => boolean {
  const [moved, out] = ["迁入日期", "迁出日期"].map((label) => context.bound.operand("enterprises", label)?.values);
  return (enterprise) => (out?.[enterprise] ?? Number.NaN) <= (moved?.[enterprise] ?? Number.NaN);
}

const readsExpiry = ({ eligible, rules }: CompiledMeasure, rule: number, title: string): boolean =>
  [eligible, rules[rule]?.exists].some((formula) => formula?.checked.names.includes(`${title}到期日期`));

/** Expiry columns that leave a trigger open: of a title it needs, while no other that would do is held. */
function openExpiries({ context, measures, ledger }: Examined): (entry: number) => string[] {
  const tests = titles.map((title) => ({ title, on: titleOn(context, title) }));
  return (entry) => {
    const measure = measures[ledger.measure[entry] ?? -1];
    const [enterprise, day] = [ledger.enterprise[entry] ?? -1, ledger.date[entry] ?? Number.NaN];
    const needed = tests
      .filter(({ title }) => measure && readsExpiry(measure, ledger.rule[entry] ?? 0, title))
      .map(({ title, on }) => ({ column: `${title}到期日期`, is: on(enterprise, day) }));
    if (needed.some(({ is }) => is === "held")) return [];
    return needed.filter(({ is }) => is === "open").map(({ column }) => column);
  };
}

/** The row itself, where no single cell is known to leave its trigger open. */
function openRow({ measures, ledger }: Examined, { entry, amount }: Open): Doubt {
  const { table, article } = measures[ledger.measure[entry] ?? -1]?.measure ?? { table: "enterprises", article: 0 };
  return {
    code: "eligibility-unknown",
    enterprise: ledger.enterprise[entry] ?? -1,
    table,
    row: ledger.row[entry] ?? -1,
    amount,
    found: moneyText(amount),
    expected: articleName(article, "zh"),
  };
}

/**
 * What leaves eligibility UNKNOWN, with the planning amounts it leaves unverified (at worst nothing is paid):
 * contradictory moves, titles whose expiry is blank, else the row. Money of a trigger that two titles leave open is
 * at stake in both cells.
 */
export function unverified(examined: Examined): Doubt[] {
  const { context, ledger } = examined;
  const isContradictory = contradictoryMove(context);
  const expiriesOf = openExpiries(examined);
  const rows: Doubt[] = [];
  const byCell = new Map<string, Map<number, Fen>>();
  for (const open of openTriggers(ledger)) {
    const enterprise = ledger.enterprise[open.entry] ?? -1;
    const columns = isContradictory(enterprise) ? ["迁出日期"] : expiriesOf(open.entry);
    if (columns.length === 0) rows.push(openRow(examined, open));
    for (const column of columns) {
      const amounts = byCell.get(column) ?? new Map<number, Fen>();
      byCell.set(column, amounts.set(enterprise, (amounts.get(enterprise) ?? 0) + open.amount));
    }
  }
  return [...moves(context, byCell.get("迁出日期")), ...lapsedTitles(context, byCell), ...rows];
}

function moves(context: Context, amounts: ReadonlyMap<number, Fen> = new Map()): Doubt[] {
  const day = (label: string, enterprise: number): string =>
    isoDay(context.bound.operand("enterprises", label)?.values[enterprise] ?? 0);
  return Array.from(amounts, ([enterprise, amount]) =>
    enterpriseDoubt("contradictory-move", enterprise, "迁出日期", amount, {
      found: day("迁出日期", enterprise),
      expected: day("迁入日期", enterprise),
    }),
  );
}

/** Every title without expiry that is past its three years on the as-of date, whether or not money hangs on it. */
function lapsedTitles(context: Context, byCell: ReadonlyMap<string, ReadonlyMap<number, Fen>>): Doubt[] {
  const firms = Array.from({ length: context.bound.rowCount("enterprises") }, (_, enterprise) => enterprise);
  return titles.flatMap((title) => {
    const on = titleOn(context, title);
    const column = `${title}到期日期`;
    return firms
      .filter((enterprise) => on(enterprise, context.asOf) === "open")
      .map((enterprise) =>
        enterpriseDoubt("title-expiry-unknown", enterprise, column, byCell.get(column)?.get(enterprise) ?? 0),
      );
  });
}
