import { roundToFen } from "../../money/money.ts";
import { CellState } from "../../roster/roster.ts";
import { operandsOf, selectRows } from "../block.ts";
import { Eligibility } from "../ledger.ts";
import { priceBlock } from "../price.ts";
import { operandValue } from "../values.ts";
import { amountsIf, amountsNow } from "./amounts-if.ts";
import { enterpriseDoubt, moneyText, type Doubt, type Examined } from "./doubt.ts";

/** Payments that may have been for triggers of this very roster. */
const paidColumns = ["第6条已兑付", "第10条已兑付", "第12条上市已兑付"] as const;

const ascending = (enterprises: Iterable<number>): Int32Array => Int32Array.from(enterprises).sort();

/** Enterprises with an amount paid and a recorded trigger of the same article: what the amount takes away. */
export function possibleDoubleDeductions(examined: Examined): Doubt[] {
  const { context, measures, ledger } = examined;
  return paidColumns.flatMap((column) => {
    const paid = context.bound.operand("enterprises", column)?.values;
    const deducts = new Set(measures.filter(({ opening }) => opening?.checked.names.includes(column)));
    const now = amountsNow(ledger, (index) => measures[index] !== undefined && deducts.has(measures[index]));
    const firms = ascending([...now.keys()].filter((enterprise) => (paid?.[enterprise] ?? 0) > 0));
    const without = amountsIf(context, [...deducts], firms, { readAs: { [column]: 0 } });
    return Array.from(firms, (enterprise) => {
      const amount = (without.get(enterprise) ?? 0) - (now.get(enterprise) ?? 0);
      const found = moneyText(roundToFen(paid?.[enterprise] ?? 0));
      return enterpriseDoubt("possible-double-deduction", enterprise, column, Math.max(0, amount), { found });
    });
  });
}

/** Firms that are 大型 today: what their refused triggers would pay had they been smaller on the day. */
export function largeToday(examined: Examined): Doubt[] {
  const { context, ledger } = examined;
  const refused = new Set<number>();
  for (let entry = 0; entry < ledger.count; entry++) {
    const enterprise = ledger.enterprise[entry] ?? -1;
    if (ledger.eligibility[entry] === Eligibility.false && context.isSme[enterprise] === 0) refused.add(enterprise);
  }
  const amounts = amountsIf(context, examined.measures, ascending(refused), { areSmes: true });
  return Array.from(amounts)
    .filter(([, amount]) => amount > 0)
    .map(([enterprise, amount]) =>
      enterpriseDoubt("large-today", enterprise, "申报划型", amount, { found: moneyText(amount) }),
    );
}

/** Start-ups without 年房租: what a rent at the yearly cap would bring. */
export function missingRents({ context, outcomes }: Examined): Doubt[] {
  const column = "年房租";
  const state = context.bound.operand("enterprises", column)?.state;
  return [...outcomes.values()].flatMap(({ work }) => {
    const { measure, triggers } = work;
    const cap = `${measure.measure.id}.年度上限`;
    // an added measure may pay rent without such a cap: then no amount can stand for what is missing
    if (!measure.gross.checked.names.includes(column) || !context.values.has(cap)) return [];
    const open = triggers.block.enterprise.filter(
      (enterprise, i) => state?.[enterprise] === CellState.blank && triggers.eligibility[i] !== Eligibility.false,
    );
    const atCap = { [column]: operandValue(context.values.value(cap)) };
    const amounts = amountsIf(context, [measure], ascending(new Set(open)), { readAs: atCap });
    return Array.from(amounts, ([enterprise, amount]) => enterpriseDoubt("rent-missing", enterprise, column, amount));
  });
}

/** Guarantees whose borrower may have held a title: the claim under the higher cap less that under the ordinary one. */
export function openGuaranteeTitles({ context, outcomes }: Examined): Doubt[] {
  return [...outcomes.values()].flatMap(({ work: { measure, triggers } }) => {
    if (!measure.measure.pool) return [];
    const { block } = triggers;
    const titled = measure.titleTest.kernel(operandsOf(context, block, "planning"), block.row.length);
    const open = Int32Array.from(titled.keys()).filter(
      (i) => Number.isNaN(titled[i]) && triggers.eligibility[i] !== Eligibility.false,
    );
    const claims = [0, 1].map((title) => {
      const rows = selectRows(block, open);
      const state = new Map(rows.state).set("担保时专精特新", new Float64Array(open.length).fill(title));
      return priceBlock(context, measure, { ...rows, state }, new Uint8Array(open.length), "planning").amount;
    });
    return Array.from(open, (i, position): Doubt => ({
      code: "guarantee-title-unknown",
      enterprise: block.enterprise[i] ?? -1,
      table: measure.measure.table,
      row: block.row[i] ?? -1,
      column: "起始日期",
      amount: (claims[1]?.[position] ?? 0) - (claims[0]?.[position] ?? 0),
    })).filter(({ amount, enterprise }) => amount > 0 && enterprise >= 0);
  });
}
