import { yearOf } from "../date/day.ts";
import type { TrialFacts } from "../policy/block.ts";
import { Eligibility, type Ledger } from "../policy/ledger.ts";
import type { CompiledMeasure } from "../policy/prepare.ts";
import { boundTriggersOf, counted } from "./bound-triggers.ts";
import { ChangeSet } from "./change-set.ts";
import { growFigures, noGrowth } from "./growth.ts";
import type { LifePart } from "./life-parts.ts";
import type { PartLife } from "./part-lives.ts";
import type { PartMoney } from "./part-money.ts";
import { priceTrials } from "./price-trials.ts";
import type { Forecast } from "./simulate-block.ts";
import type { LimitBound } from "./row-prices.ts";
import { takeOutRecorded } from "./take-out-recorded.ts";
import type { TrialBatch } from "./trial-batch.ts";
import { lastYearOfTerm, type Bound } from "./trial-cells.ts";

/** What an enterprise's events change, by cell: the same in every trial in which the same happens to it. */
export interface Difference {
  readonly measure: number;
  readonly year: number;
  /** Year of the triggers, as far as payments are kept apart by it: the year itself within the term. */
  readonly arisen: number;
  readonly planning: number;
  readonly statutory: number;
  readonly unverified: number;
}

/** What the limit at an index into `bindNames` does to an enterprise's simulated triggers of a measure. */
interface MeasureBound extends LimitBound {
  readonly measure: number;
}

/** What events change, and what binds them. */
export interface Money {
  readonly differences: readonly Difference[];
  readonly bounds: readonly MeasureBound[];
}

const nothing: Money = { differences: [], bounds: [] };

/** What a life changes of the recorded part, in one part's measures. */
export interface LifeMoney extends Money {
  /**
   * From which contribution on, in every year that is grown, this holds, 元. −Infinity: growth decides nothing;
   * Infinity: it always does.
   */
  readonly enough: number;
  /** A trigger whose claim is drawn in every trial, and what stands where it is not claimed. */
  readonly claim?: Question & { readonly unclaimed: Money };
}

/** A contribution that limits nothing, 元; amounts much larger are rounded the slow way. */
const plenty = 9e10;

/** A trigger whose claim was asked for. */
interface Question {
  readonly measureId: string;
  readonly day: number;
}

/** Works out what some lives of a part change, by number, of which that is not known yet, and remembers it. */
export function learnMoney(forecast: Forecast, part: LifePart, money: PartMoney, numbers: Int32Array): void {
  const unknown: number[] = [];
  for (const number of numbers) {
    if (money.of(number) !== undefined) continue;
    money.remember(number, null);
    unknown.push(number);
  }
  const found = moneyOf(
    forecast,
    part,
    unknown.flatMap((number) => money.lives.lives[number] ?? []),
  );
  unknown.forEach((number, i) => money.remember(number, found[i] ?? null));
}

/** What some lives change; undefined where it hangs on the trial in a way that is not remembered. */
function moneyOf(forecast: Forecast, part: LifePart, lives: readonly PartLife[]): (LifeMoney | undefined)[] {
  if (lives.length === 0) return [];
  const { takeUp } = forecast;
  const questions = lives.map((): Question[] => []);
  const asked: TrialFacts["claimed"] = (measureId, position, day) => {
    const known = questions[position];
    if (takeUp.isFull(measureId) || !known) return true;
    if (!known.some((one) => one.measureId === measureId && one.day === day)) known.push({ measureId, day });
    return true;
  };
  const measures = part.measures.filter(({ index }) => forecast.priced.has(index));
  const price = pricer(forecast, measures, lives);
  const money = price(plenty, asked);
  const isDrawn = questions.some(({ length }) => length > 0);
  const unclaimed = isDrawn ? price(plenty, (measureId) => takeUp.isFull(measureId)) : [];
  const enough = part.grows ? contributionNeeded(forecast, part, measures, lives, money) : [];
  return questions.map((list, at): LifeMoney | undefined => {
    const [question] = list;
    const found = { ...(money[at] ?? nothing), enough: enough[at] ?? -Infinity };
    if (!question) return found;
    // two draws, or one that growth goes with, are left to each trial
    if (list.length > 1 || part.grows) return undefined;
    return { ...found, claim: { ...question, unclaimed: unclaimed[at] ?? nothing } };
  });
}

type Pricer = (contribution: number | readonly number[], claimed: TrialFacts["claimed"]) => Money[];

/**
 * From which grown contribution on measures come to as much as with plenty of it; see `LifeMoney.enough`. A larger
 * contribution never pays less, so what a certain one pays, every larger one does.
 */
function contributionNeeded(
  forecast: Forecast,
  { dates }: LifePart,
  measures: readonly CompiledMeasure[],
  lives: readonly PartLife[],
  plentiful: readonly Money[],
): number[] {
  const enough = plentiful.map(() => -Infinity);
  const mayHang = plentiful
    .map((_, at) => at)
    .filter((at) => !dates || lives[at]?.cells.some(([label]) => dates.includes(label)));
  const needed = mayHang.map(
    (at) => (plentiful[at]?.differences ?? []).reduce((sum, { planning }) => sum + Math.max(0, planning), 0) / 100,
  );
  if (mayHang.length === 0) return enough;
  const price = pricer(
    forecast,
    measures,
    mayHang.flatMap((at) => lives[at] ?? []),
  );
  price(needed, () => true).forEach((found, i) => {
    const at = mayHang[i] ?? -1;
    if (!areEqual(plentiful[at], found)) enough[at] = Infinity;
    else if (needed[i] !== 0) enough[at] = needed[i] ?? Infinity;
  });
  return enough;
}

function areEqual(some: Money = nothing, other: Money = nothing): boolean {
  return (
    areSame(some.differences, other.differences, differenceNumbers) && areSame(some.bounds, other.bounds, boundNumbers)
  );
}

const differenceNumbers = ["measure", "year", "arisen", "planning", "statutory", "unverified"] as const;
const boundNumbers = ["measure", "limit", "triggers", "gross", "forgone"] as const;

/** Whether two lists hold the same numbers in the same order. */
const areSame = <Name extends string>(
  some: readonly Readonly<Record<Name, number>>[],
  others: readonly Readonly<Record<Name, number>>[],
  names: readonly Name[],
): boolean =>
  some.length === others.length && some.every((one, at) => names.every((name) => one[name] === others[at]?.[name]));

/** Prices some lives, each in a trial of its own, at a given contribution in every year that is not known yet. */
function pricer(forecast: Forecast, measures: readonly CompiledMeasure[], lives: readonly PartLife[]): Pricer {
  const { prepared, plan } = forecast;
  const selected = {
    enterprise: Int32Array.from(lives, ({ enterprise }) => enterprise),
    trial: new Int32Array(lives.length),
    arrived: Uint8Array.from(lives, ({ arrived }) => (arrived ? 1 : 0)),
  };
  const unknown = new ChangeSet(lives.length);
  growFigures(plan, noGrowth(plan), selected, unknown, ["区级综合贡献"]);
  return (contribution, claimed) => {
    const written = new ChangeSet(lives.length);
    lives.forEach(({ cells }, at) => {
      for (const cell of cells) written.write(at, cell);
    });
    for (const [label, { set }] of unknown.columns) {
      set.forEach((isSet, at) => {
        const amount = typeof contribution === "number" ? contribution : (contribution[at] ?? 0);
        if (isSet === 1) written.write(at, [label, amount]);
      });
    }
    const batch: TrialBatch = { ...selected, changes: written.columns, rows: new Map() };
    const { ledger } = priceTrials(prepared, plan, batch, { measures, claimed });
    const sums = lives.map(() => new MoneySum(lastYearOfTerm(forecast.years)));
    const indices = new Set(measures.map(({ index }) => index));
    takeOutRecorded(forecast, batch, indices, (from, entry, position) => sums[position]?.add(from, entry, -1));
    for (let entry = 0; entry < ledger.count; entry++) sums[ledger.enterprise[entry] ?? -1]?.add(ledger, entry, 1);
    boundTriggersOf(ledger, plan.context.asOf, counted, (entry, limit, bound) => {
      sums[ledger.enterprise[entry] ?? -1]?.addBound(ledger.measure[entry] ?? 0, limit, bound);
    });
    return sums.map((sum) => sum.money());
  };
}

type Sum<Item> = { -readonly [Name in keyof Item]: Item[Name] };

/** Sums payments of one enterprise into differences and what binds them; what comes to nothing is left out. */
class MoneySum {
  private readonly differences: Sum<Difference>[] = [];
  private readonly bounds: Sum<MeasureBound>[] = [];

  constructor(private readonly lastYear: number) {}

  /** Adds a payment of a ledger; `sign` −1 takes it out. FALSE payments are none. */
  add(ledger: Ledger, entry: number, sign: 1 | -1): void {
    const eligibility = ledger.eligibility[entry];
    if (eligibility === Eligibility.false) return;
    const [measure, year] = [ledger.measure[entry] ?? 0, ledger.year[entry] ?? 0];
    const arisen = year > this.lastYear ? yearOf(ledger.date[entry] ?? Number.NaN) : year;
    const sum = this.differenceOf(measure, year, arisen);
    const net = sign * (ledger.net[entry] ?? 0);
    if (eligibility === Eligibility.true) {
      sum.planning += net;
      sum.statutory += sign * (ledger.statutory[entry] ?? 0);
    } else sum.unverified += net;
  }

  addBound(measure: number, limit: number, { triggers, gross, forgone }: Bound): void {
    let sum = this.bounds.find((known) => known.measure === measure && known.limit === limit);
    if (!sum) this.bounds.push((sum = { measure, limit, triggers: 0, gross: 0, forgone: 0 }));
    sum.triggers += triggers;
    sum.gross += gross;
    sum.forgone += forgone;
  }

  money(): Money {
    const differences = this.differences.filter(
      ({ planning, statutory, unverified }) => planning !== 0 || statutory !== 0 || unverified !== 0,
    );
    return { differences, bounds: this.bounds };
  }

  private differenceOf(measure: number, year: number, arisen: number) {
    const known = this.differences.find((sum) => sum.measure === measure && sum.year === year && sum.arisen === arisen);
    if (known) return known;
    const sum = { measure, year, arisen, planning: 0, statutory: 0, unverified: 0 };
    this.differences.push(sum);
    return sum;
  }
}
