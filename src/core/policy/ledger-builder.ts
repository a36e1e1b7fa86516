import { roundToFen, type Fen } from "../money/money.ts";
import type { Day } from "../date/day.ts";
import { bindIndex, Eligibility, type Ledger } from "./ledger.ts";
import type { TakenBack } from "./clawback.ts";
import { returnYear, returned } from "./clawback.ts";
import type { Due } from "./schedule.ts";
import type { Triggers } from "./triggers.ts";

/** Amounts of one payment, 分. */
interface Amounts {
  readonly gross: Fen;
  readonly net: Fen;
  readonly statutory: Fen;
  readonly binds: number;
}

type ColumnName = keyof Omit<Ledger, "count">;
type Entry = Readonly<Record<ColumnName, number>>;

const emptyColumns = (room: number) =>
  ({
    measure: new Uint8Array(room),
    enterprise: new Int32Array(room),
    row: new Int32Array(room),
    trigger: new Int32Array(room),
    rule: new Uint8Array(room),
    date: new Float64Array(room),
    year: new Int16Array(room),
    part: new Uint8Array(room),
    gross: new Float64Array(room),
    net: new Float64Array(room),
    statutory: new Float64Array(room),
    eligibility: new Uint8Array(room),
    binds: new Uint8Array(room),
  }) satisfies Record<ColumnName, Ledger[ColumnName]>;

/** Added to the number of a payment to give that of its return. */
export const RETURNED_PART = 100;

/** Collects payments measure by measure and hands them over as one ledger. */
export class LedgerBuilder {
  private columns = emptyColumns(64);
  private room = 64;
  private length = 0;
  private readonly trueTriggers: Int32Array;
  private triggersBefore = 0;
  private triggersNow = 0;

  constructor(measureCount: number) {
    this.trueTriggers = new Int32Array(measureCount);
  }

  /** Opens triggers of a measure: TRUE ones are counted, and numbers go on where the last ones ended. */
  count(measure: number, eligibility: Uint8Array): void {
    let found = this.trueTriggers[measure] ?? 0;
    for (let i = 0; i < eligibility.length; i++) if (eligibility[i] === Eligibility.true) found++;
    this.trueTriggers[measure] = found;
    this.triggersBefore += this.triggersNow;
    this.triggersNow = eligibility.length;
  }

  /** @param number the trigger's number among those that `count` opened */
  payment(measure: number, triggers: Triggers, due: Due, amounts: Amounts, number = due.trigger): void {
    const { block, rule, date, eligibility } = triggers;
    const code = eligibility[due.trigger] ?? Eligibility.false;
    const refused = code === Eligibility.false;
    this.push({
      measure,
      enterprise: block.enterprise[due.trigger] ?? -1,
      row: block.row[due.trigger] ?? -1,
      trigger: this.triggersBefore + number,
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

  /** Books what of a payment just booked has to be returned, as a payment below 0; nothing where nothing was paid. */
  takeBack(measure: number, triggers: Triggers, due: Due, amounts: Amounts, taken: TakenBack): void {
    const year = returnYear(taken, due.year);
    const [net, statutory] = [returned(taken, amounts.net), returned(taken, amounts.statutory)];
    const refused = triggers.eligibility[due.trigger] === Eligibility.false;
    if (year === undefined || refused || (net === 0 && statutory === 0)) return;
    this.payment(
      measure,
      triggers,
      { ...due, year, part: due.part + RETURNED_PART },
      { gross: 0 - net, net: 0 - net, statutory: 0 - statutory, binds: amounts.binds }, // 0, never −0
    );
  }

  /** Splits an amount by shares over the years from `due.year`; planning stops after `lastYear` (Art. 11). */
  instalments(
    measure: number,
    triggers: Triggers,
    due: Due,
    amounts: Amounts,
    shares: readonly number[],
    lastYear: number,
    taken?: TakenBack,
  ): void {
    const gross = split(amounts.gross, shares);
    const net = split(amounts.net, shares);
    const statutory = split(amounts.statutory, shares);
    shares.forEach((_, part) => {
      const year = due.year + part;
      const gone = year > lastYear;
      const instalment = { ...due, year, part };
      const parts = {
        gross: gross[part] ?? 0,
        net: gone ? 0 : (net[part] ?? 0),
        statutory: statutory[part] ?? 0,
        binds: gone && (net[part] ?? 0) > 0 ? bindIndex("moveout") : amounts.binds,
      };
      this.payment(measure, triggers, instalment, parts);
      if (taken) this.takeBack(measure, triggers, instalment, parts, taken);
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

  /** Numbers given to triggers so far, whether or not they were paid. */
  triggerNumbers(): number {
    return this.triggersBefore + this.triggersNow;
  }

  recordedTriggers(): Int32Array {
    return this.trueTriggers;
  }

  ledger(): Ledger {
    const { columns, length } = this;
    return {
      count: length,
      measure: columns.measure.slice(0, length),
      enterprise: columns.enterprise.slice(0, length),
      row: columns.row.slice(0, length),
      trigger: columns.trigger.slice(0, length),
      rule: columns.rule.slice(0, length),
      date: columns.date.slice(0, length),
      year: columns.year.slice(0, length),
      part: columns.part.slice(0, length),
      gross: columns.gross.slice(0, length),
      net: columns.net.slice(0, length),
      statutory: columns.statutory.slice(0, length),
      eligibility: columns.eligibility.slice(0, length),
      binds: columns.binds.slice(0, length),
    };
  }

  private push(entry: Entry): void {
    if (this.length === this.room) this.grow();
    const { columns, length } = this;
    columns.measure[length] = entry.measure;
    columns.enterprise[length] = entry.enterprise;
    columns.row[length] = entry.row;
    columns.trigger[length] = entry.trigger;
    columns.rule[length] = entry.rule;
    columns.date[length] = entry.date;
    columns.year[length] = entry.year;
    columns.part[length] = entry.part;
    columns.gross[length] = entry.gross;
    columns.net[length] = entry.net;
    columns.statutory[length] = entry.statutory;
    columns.eligibility[length] = entry.eligibility;
    columns.binds[length] = entry.binds;
    this.length++;
  }

  private grow(): void {
    this.room *= 2;
    const longer = emptyColumns(this.room);
    for (const name of Object.keys(longer) as ColumnName[]) longer[name].set(this.columns[name]);
    this.columns = longer;
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
