import type { Fen } from "../../money/money.ts";
import type { Context } from "../block.ts";
import { boundPart, type ReadAs } from "../bound-part.ts";
import { Eligibility, type Ledger } from "../ledger.ts";
import type { CompiledMeasure } from "../prepare.ts";
import { priceRecorded } from "../recorded-work.ts";
import { rowOrder } from "../row-order.ts";

/** Amounts by enterprise index, 分; absent: 0. */
type AmountByEnterprise = ReadonlyMap<number, Fen>;

/**
 * Planning amounts, TRUE and UNKNOWN, that some enterprises would have from `measures` if columns were read
 * otherwise, or if they counted as SMEs. Instalments are whole, and claims stand before the pool's balance.
 */
export function amountsIf(
  context: Context,
  measures: readonly CompiledMeasure[],
  enterprises: Int32Array,
  change: { readonly readAs?: ReadAs; readonly areSmes?: true },
): AmountByEnterprise {
  const sums = new Map<number, Fen>();
  if (enterprises.length === 0) return sums;
  const bound = boundPart(context.bound, enterprises, change.readAs ?? {});
  const isSme = Float64Array.from(enterprises, (enterprise) =>
    change.areSmes ? 1 : (context.isSme[enterprise] ?? Number.NaN),
  );
  const part: Context = { ...context, bound, isSme, rowOrder: (measure) => rowOrder(bound, measure) };
  for (const { works, planning } of priceRecorded(part, measures).groups) {
    for (const [index, { triggers, dues }] of works.entries()) {
      for (const [due, { trigger }] of dues.entries()) {
        const enterprise = enterprises[triggers.block.enterprise[trigger] ?? -1] ?? -1;
        if (enterprise < 0 || triggers.eligibility[trigger] === Eligibility.false) continue;
        sums.set(enterprise, (sums.get(enterprise) ?? 0) + (planning[index]?.amount[due] ?? 0));
      }
    }
  }
  return sums;
}

/** Planning amounts, TRUE and UNKNOWN, of every enterprise from the measures that count. */
export function amountsNow(ledger: Ledger, counted: (measure: number) => boolean): AmountByEnterprise {
  const sums = new Map<number, Fen>();
  for (let entry = 0; entry < ledger.count; entry++) {
    if (ledger.eligibility[entry] === Eligibility.false || !counted(ledger.measure[entry] ?? -1)) continue;
    const enterprise = ledger.enterprise[entry] ?? -1;
    sums.set(enterprise, (sums.get(enterprise) ?? 0) + (ledger.net[entry] ?? 0));
  }
  return sums;
}
