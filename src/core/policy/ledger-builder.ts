import { roundToFen, type Fen } from "../money/money.ts";
import type { Day } from "../date/day.ts";
import { bindIndex, Eligibility, type Ledger } from "./ledger.ts";
import type { Due } from "./schedule.ts";
import type { Triggers } from "./triggers.ts";

/** Amounts of one payment, 分. */
interface Amounts {
  readonly gross: Fen;
  readonly net: Fen;
  readonly statutory: Fen;
  readonly binds: number;
}

type Entry = Readonly<Record<keyof Omit<Ledger, "count">, number>>;

/** Collects payments measure by measure and hands them over as one ledger. */
export class LedgerBuilder {
  private readonly columns = {
    measure: [] as number[],
    enterprise: [] as number[],
    row: [] as number[],
    trigger: [] as number[],
    rule: [] as number[],
    date: [] as number[],
    year: [] as number[],
    part: [] as number[],
    gross: [] as number[],
    net: [] as number[],
    statutory: [] as number[],
    eligibility: [] as number[],
    binds: [] as number[],
  };
  private readonly trueTriggers: Int32Array;
  private triggersBefore = 0;
  private triggersNow = 0;

  constructor(measureCount: number) {
    this.trueTriggers = new Int32Array(measureCount);
  }

  /** Opens triggers of a measure: TRUE ones are counted, and numbers go on where the last ones ended. */
  count(measure: number, eligibility: Uint8Array): void {
    const before = this.trueTriggers[measure] ?? 0;
    this.trueTriggers[measure] = before + eligibility.filter((code) => code === Eligibility.true).length;
    this.triggersBefore += this.triggersNow;
    this.triggersNow = eligibility.length;
  }

  payment(measure: number, triggers: Triggers, due: Due, amounts: Amounts): void {
    const { block, rule, date, eligibility } = triggers;
    const code = eligibility[due.trigger] ?? Eligibility.false;
    const refused = code === Eligibility.false;
    this.push({
      measure,
      enterprise: block.enterprise[due.trigger] ?? -1,
      row: block.row[due.trigger] ?? -1,
      trigger: this.triggersBefore + due.trigger,
      rule: rule[due.trigger] ?? 0,
      date: date[due.trigger] ?? Number.NaN,
      year: due.year,
      part: due.part,
      gross: amounts.gross,
      net: refused ? 0 : amounts.net,
      statutory: refused ? 0 : amounts.statutory,
      eligibility: code,
      binds: refused ? bindIndex("ineligible") : amounts.binds,
    });
  }

  /** Splits an amount by shares over the years from `due.year`; planning stops after `lastYear` (Art. 11). */
  instalments(
    measure: number,
    triggers: Triggers,
    due: Due,
    amounts: Amounts,
    shares: readonly number[],
    lastYear: number,
  ): void {
    const gross = split(amounts.gross, shares);
    const net = split(amounts.net, shares);
    const statutory = split(amounts.statutory, shares);
    shares.forEach((_, part) => {
      const year = due.year + part;
      const gone = year > lastYear;
      this.payment(
        measure,
        triggers,
        { ...due, year, part },
        {
          gross: gross[part] ?? 0,
          net: gone ? 0 : (net[part] ?? 0),
          statutory: statutory[part] ?? 0,
          binds: gone && (net[part] ?? 0) > 0 ? bindIndex("moveout") : amounts.binds,
        },
      );
    });
  }

  /** Money without an enterprise (无主体): an envelope of a year. */
  withoutEntity(measure: number, date: Day, year: number, amount: Fen): void {
    this.triggersBefore += this.triggersNow;
    this.triggersNow = 1;
    this.push({
      measure,
      enterprise: -1,
      row: -1,
      trigger: this.triggersBefore,
      rule: 0,
      date,
      year,
      part: 0,
      gross: amount,
      net: amount,
      statutory: amount,
      eligibility: Eligibility.true,
      binds: 0,
    });
  }

  recordedTriggers(): Int32Array {
    return this.trueTriggers;
  }

  ledger(): Ledger {
    const { columns } = this;
    return {
      count: columns.measure.length,
      measure: Uint8Array.from(columns.measure),
      enterprise: Int32Array.from(columns.enterprise),
      row: Int32Array.from(columns.row),
      trigger: Int32Array.from(columns.trigger),
      rule: Uint8Array.from(columns.rule),
      date: Float64Array.from(columns.date),
      year: Int16Array.from(columns.year),
      part: Uint8Array.from(columns.part),
      gross: Float64Array.from(columns.gross),
      net: Float64Array.from(columns.net),
      statutory: Float64Array.from(columns.statutory),
      eligibility: Uint8Array.from(columns.eligibility),
      binds: Uint8Array.from(columns.binds),
    };
  }

  private push(entry: Entry): void {
    const { columns } = this;
    columns.measure.push(entry.measure);
    columns.enterprise.push(entry.enterprise);
    columns.row.push(entry.row);
    columns.trigger.push(entry.trigger);
    columns.rule.push(entry.rule);
    columns.date.push(entry.date);
    columns.year.push(entry.year);
    columns.part.push(entry.part);
    columns.gross.push(entry.gross);
    columns.net.push(entry.net);
    columns.statutory.push(entry.statutory);
    columns.eligibility.push(entry.eligibility);
    columns.binds.push(entry.binds);
  }
}

/** Shares of an amount, each rounded to 分; the last takes the remainder. */
export function split(amount: Fen, shares: readonly number[]): Fen[] {
  let left = amount;
  return shares.map((share, index) => {
    const part = index === shares.length - 1 ? left : Math.min(left, roundToFen((amount / 100) * share));
    left -= part;
    return part;
  });
}
