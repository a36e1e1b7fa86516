import { yearOf } from "../date/day.ts";
import { isSettledApart } from "../policy/allocation.ts";
import type { TrialFacts } from "../policy/block.ts";
import { Eligibility, type Ledger } from "../policy/ledger.ts";
import type { CompiledMeasure } from "../policy/prepare.ts";
import { boundTriggersOf, counted } from "./bound-triggers.ts";
import { ChangeSet } from "./change-set.ts";
import { growFigures, noGrowth } from "./growth.ts";
import type { DrawnBlock } from "./drawn-block.ts";
import { cellsAt, enterprisesAt } from "./life-batch.ts";
import type { Life } from "./lives.ts";
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

/** What a life changes of the recorded part. */
export interface LifeMoney {
  /** Of measures that read nothing that a trial grows. */
  readonly fixed: Money;
  /** Of the others, as long as every grown contribution is at least `enough`, 元. */
  readonly growing: Money;
  /** −Infinity: growth decides nothing; Infinity: it always does. */
  readonly enough: number;
  /** A trigger whose claim is drawn in every trial, and what stands for `fixed` where it is not claimed. */
  readonly claim?: { readonly measureId: string; readonly day: number; readonly unclaimed: Money };
}

/** A contribution that limits nothing, 元. */
const plenty = 1e12;

/** A trigger whose claim was asked for. */
interface Question {
  readonly measureId: string;
  readonly day: number;
}

/** Works out what lives change of which that is not known yet, and remembers it. */
export function learnMoney(forecast: Forecast, groups: DrawnBlock["groups"], lives: readonly Life[]): void {
  const { memo } = forecast;
  const unknown: number[] = [];
  for (let group = 0; group < lives.length; group++) {
    const { number = -1, changed = false } = lives[group] ?? {};
    if (!changed || memo.moneyOf(number) !== undefined) continue;
    memo.remember(number, null);
    unknown.push(group);
  }
  const positions = Int32Array.from(unknown);
  moneyOf(forecast, { groups, lives }, positions).forEach((found, i) => {
    const { number = -1 } = lives[positions[i] ?? -1] ?? {};
    if (found) memo.remember(number, found);
  });
}

type Lived = Pick<DrawnBlock, "groups" | "lives">;

/** What some groups change; undefined where it hangs on the trial in a way that is not remembered. */
function moneyOf(forecast: Forecast, lived: Lived, positions: Int32Array): (LifeMoney | undefined)[] {
  if (positions.length === 0) return [];
  const { prepared, takeUp, memo, priced } = forecast;
  const questions = Array.from(positions, (): Question[] => []);
  const asked: TrialFacts["claimed"] = (measureId, position, day) => {
    const known = questions[position];
    if (takeUp.isFull(measureId) || !known) return true;
    if (!known.some((one) => one.measureId === measureId && one.day === day)) known.push({ measureId, day });
    return true;
  };
  const measures = prepared.measures.filter(
    ({ measure, index }) => measure.table === "enterprises" && priced.has(index) && !isSettledApart(measure),
  );
  const price = pricer(forecast, lived, positions);
  const money = price(measures, plenty, asked);
  const isDrawn = questions.some(({ length }) => length > 0);
  const unclaimed = isDrawn ? price(measures, plenty, (measureId) => takeUp.isFull(measureId)) : [];
  const growing = new Set(memo.growing.map(({ index }) => index));
  const part = ({ differences, bounds }: Money = nothing, grows: boolean): Money => ({
    differences: differences.filter(({ measure }) => growing.has(measure) === grows),
    bounds: bounds.filter(({ measure }) => growing.has(measure) === grows),
  });
  const ofGrowing = (found: Money | undefined): Money => part(found, true);
  const ofOthers = (found: Money | undefined): Money => part(found, false);
  const enough = contributionNeeded(
    forecast,
    lived,
    positions,
    money.map((found) => ofGrowing(found)),
  );
  return questions.map((list, at): LifeMoney | undefined => {
    const [question] = list;
    const found = { fixed: ofOthers(money[at]), growing: ofGrowing(money[at]), enough: enough[at] ?? Infinity };
    if (!question) return found;
    // two draws, or one that growth goes with, are left to each trial
    if (list.length > 1 || !areEqual(found.growing, ofGrowing(unclaimed[at]))) return undefined;
    return { ...found, claim: { ...question, unclaimed: ofOthers(unclaimed[at]) } };
  });
}

type Pricer = (
  measures: readonly CompiledMeasure[],
  contribution: number | readonly number[],
  claimed: TrialFacts["claimed"],
) => Money[];

/**
 * From which grown contribution on measures come to as much as with plenty of it; see `LifeMoney.enough`. A larger
 * contribution never pays less, so what a certain one pays, every larger one does.
 */
function contributionNeeded(
  forecast: Forecast,
  { groups, lives }: Lived,
  positions: Int32Array,
  plentiful: readonly Money[],
): number[] {
  const { memo, priced } = forecast;
  const enough = plentiful.map(() => -Infinity);
  const measures = memo.growing.filter(({ index }) => priced.has(index));
  const mayHang = plentiful
    .map((_, at) => at)
    .filter((at) => lives[positions[at] ?? -1]?.cells.some(([label]) => memo.growingDates.has(label)));
  const differs = (some: readonly number[], contributions: readonly number[]): number[] => {
    if (some.length === 0 || measures.length === 0) return [];
    const price = pricer(
      forecast,
      { groups, lives },
      Int32Array.from(some, (at) => positions[at] ?? -1),
    );
    const found = price(measures, contributions, () => true);
    return some.filter((at, i) => !areEqual(plentiful[at], found[i]));
  };
  const hanging = differs(
    mayHang,
    mayHang.map(() => 0),
  );
  const needed = hanging.map(
    (at) => (plentiful[at]?.differences ?? []).reduce((sum, { planning }) => sum + Math.max(0, planning), 0) / 100,
  );
  hanging.forEach((at, i) => (enough[at] = needed[i] ?? Infinity));
  for (const at of differs(hanging, needed)) enough[at] = Infinity;
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

/** Prices some enterprises, each in a trial of its own, at a given contribution in every year that is not known yet. */
function pricer(forecast: Forecast, { groups, lives }: Lived, positions: Int32Array): Pricer {
  const { prepared, plan } = forecast;
  const selected = enterprisesAt(groups, positions);
  const unknown = new ChangeSet(positions.length);
  growFigures(plan, noGrowth(plan), selected, unknown, ["区级综合贡献"]);
  return (measures, contribution, claimed) => {
    const written = cellsAt(lives, positions);
    for (const [label, { set }] of unknown.columns) {
      set.forEach((isSet, at) => {
        const amount = typeof contribution === "number" ? contribution : (contribution[at] ?? 0);
        if (isSet === 1) written.write(at, [label, amount]);
      });
    }
    const batch: TrialBatch = { ...selected, changes: written.columns, rows: new Map() };
    const { ledger } = priceTrials(prepared, plan, batch, { measures, claimed });
    const sums = Array.from(positions, () => new MoneySum(lastYearOfTerm(forecast.years)));
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
