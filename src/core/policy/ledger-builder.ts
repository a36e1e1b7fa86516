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

/** Numbers in one array that doubles when it is full. */
class GrowingColumn {
  private values = new Float64Array(1024);
  private length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const longer = new Float64Array(this.length * 2);
      longer.set(this.values);
      this.values = longer;
    }
    this.values[this.length++] = value;
  }

  filled(): Float64Array {
    return this.values.subarray(0, this.length);
  }
}

/** Collects payments measure by measure and hands them over as one ledger. */
export class LedgerBuilder {
  private readonly columns = {
    measure: new GrowingColumn(),
    enterprise: new GrowingColumn(),
    row: new GrowingColumn(),
    trigger: new GrowingColumn(),
    rule: new GrowingColumn(),
    date: new GrowingColumn(),
    year: new GrowingColumn(),
    part: new GrowingColumn(),
    gross: new GrowingColumn(),
    net: new GrowingColumn(),
    statutory: new GrowingColumn(),
    eligibility: new GrowingColumn(),
    binds: new GrowingColumn(),
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
      count: columns.measure.filled().length,
      measure: new Uint8Array(columns.measure.filled()),
      enterprise: new Int32Array(columns.enterprise.filled()),
      row: new Int32Array(columns.row.filled()),
      trigger: new Int32Array(columns.trigger.filled()),
      rule: new Uint8Array(columns.rule.filled()),
      date: new Float64Array(columns.date.filled()),
      year: new Int16Array(columns.year.filled()),
      part: new Uint8Array(columns.part.filled()),
      gross: new Float64Array(columns.gross.filled()),
      net: new Float64Array(columns.net.filled()),
      statutory: new Float64Array(columns.statutory.filled()),
      eligibility: new Uint8Array(columns.eligibility.filled()),
      binds: new Uint8Array(columns.binds.filled()),
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
