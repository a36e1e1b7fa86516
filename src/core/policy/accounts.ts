import { payByAllocation } from "./allocation.ts";
import type { Context } from "./block.ts";
import { joinedInto, type Column } from "./columns.ts";
import { envelopeOf, envelopeYears, recordedYears, testDayOf } from "./envelope.ts";
import type { Evaluation, RecordedTrigger } from "./evaluation.ts";
import type { AllocationLedger, Ledger, PoolLedger } from "./ledger.ts";
import { LedgerBuilder } from "./ledger-builder.ts";
import type { Remember } from "./memory.ts";
import { outcomesOf, recordOutcome, type Outcome } from "./outcomes.ts";
import { payFromPool } from "./pool.ts";
import type { CompiledMeasure } from "./prepare.ts";
import { pricingSteps, type PricedGroup } from "./recorded-work.ts";
import { openYear, recordSharedEnvelope, testedYear, type OpenYear } from "./shared-envelope.ts";
import { between, type Steps } from "./steps.ts";
import type { Basis } from "./values.ts";

/** Every payment of one measure; triggers are numbered from 0. */
export interface Account {
  readonly measure: number;
  readonly ledger: Ledger;
  /** Numbers given to triggers, whether or not they are paid. */
  readonly triggerNumbers: number;
  /** TRUE triggers. */
  readonly trueTriggers: number;
}

/** What the recorded triggers come to, measure by measure. */
interface Accounts {
  /** In the order of the measures; a measure that records nothing has none. */
  readonly accounts: readonly Account[];
  /** Grants and pools by measure index, pools paid. */
  readonly outcomes: ReadonlyMap<number, Outcome>;
  readonly pools: Evaluation["pools"];
  readonly allocations: Evaluation["allocations"];
  readonly afterAsOf: readonly RecordedTrigger[];
}

/** Measures priced together, with what their pools and allocations paid of it. */
interface Settled {
  readonly outcomes: ReadonlyMap<number, Outcome>;
  readonly planning: SettledBasis;
  readonly statutory: SettledBasis;
}

interface SettledBasis {
  readonly pools: readonly PoolLedger[];
  readonly allocations: readonly AllocationLedger[];
}

/** Prices and books every recorded trigger; what a scenario does not change of a measure is remembered with it. */
export function* accountSteps(
  context: Context,
  measures: readonly CompiledMeasure[],
  remember: Remember,
): Steps<Accounts> {
  const { groups, afterAsOf } = yield* between(0, 0.7, pricingSteps(context, measures, remember));
  const settled = groups.map((group) => {
    const name = group.works.map(({ measure }) => measure.measure.id).join(" ");
    const { works, planning, statutory } = group;
    return remember(`${name} outcomes`, context, [works, planning, statutory], (reading) => settle(reading, group));
  });
  const outcomes = new Map(settled.flatMap((group) => [...group.outcomes]));
  const accounts = yield* between(0.7, 1, bookingSteps(context, measures, outcomes, remember));
  return {
    accounts,
    outcomes,
    pools: {
      planning: settled.flatMap(({ planning }) => planning.pools),
      statutory: settled.flatMap(({ statutory }) => statutory.pools),
    },
    allocations: {
      planning: settled.flatMap(({ planning }) => planning.allocations),
      statutory: settled.flatMap(({ statutory }) => statutory.allocations),
    },
    afterAsOf,
  };
}

function settle(context: Context, group: PricedGroup): Settled {
  const outcomes = outcomesOf([group]);
  const on = (basis: Basis): SettledBasis => {
    const pools: PoolLedger[] = [];
    const allocations: AllocationLedger[] = [];
    for (const { work, [basis]: priced } of outcomes.values()) {
      const { pool, allocation } = work.measure.measure;
      if (pool) pools.push(payFromPool(context, work, pool, priced, basis));
      if (allocation) allocations.push(payByAllocation(context, work, allocation, priced));
    }
    return { pools, allocations };
  };
  return { outcomes, planning: on("planning"), statutory: on("statutory") };
}

function* bookingSteps(
  context: Context,
  measures: readonly CompiledMeasure[],
  outcomes: ReadonlyMap<number, Outcome>,
  remember: Remember,
): Steps<Account[]> {
  const accounts: Account[] = [];
  for (const [position, measure] of measures.entries()) {
    const done = position / measures.length;
    yield done;
    const outcome = outcomes.get(measure.index);
    const { kind, id } = measure.measure;
    const book = (inputs: readonly unknown[], record: Recorder): void => {
      accounts.push(remember(`${id} account`, context, inputs, (reading) => accountOf(reading, measure, record)));
    };
    if (outcome) book([outcome], (reading, builder) => recordOutcome(reading, measure, outcome, builder));
    else if (kind === "envelope") book([], (reading, builder) => recordEnvelope(reading, measure, builder));
    else if (kind === "shared-envelope") {
      const years = yield* between(done, done, openYearSteps(context, measure, remember));
      book(years, (reading, builder) => {
        for (const year of years) recordSharedEnvelope(reading, measure, year, builder);
      });
    }
  }
  return accounts;
}

type Recorder = (context: Context, builder: LedgerBuilder) => void;

function accountOf(context: Context, { index }: CompiledMeasure, record: Recorder): Account {
  const builder = new LedgerBuilder(index + 1);
  record(context, builder);
  return {
    measure: index,
    ledger: builder.ledger(),
    triggerNumbers: builder.triggerNumbers(),
    trueTriggers: builder.recordedTriggers()[index] ?? 0,
  };
}

function* openYearSteps(context: Context, measure: CompiledMeasure, remember: Remember): Steps<OpenYear[]> {
  const years: OpenYear[] = [];
  for (const year of recordedYears(context)) {
    const name = `${measure.measure.id} ${year}`;
    const tested = remember(`${name} tested`, context, [], (reading) => testedYear(reading, measure, year));
    years.push(remember(name, context, [tested], (reading) => openYear(reading, measure, tested)));
    yield 0;
  }
  return years;
}

function recordEnvelope(context: Context, measure: CompiledMeasure, builder: LedgerBuilder): void {
  const amount = envelopeOf(context.values, measure.measure.id);
  if (amount === null) return;
  for (const year of envelopeYears(context, measure.measure.id)) {
    builder.withoutEntity(measure.index, testDayOf(context, year), year, amount);
  }
}

/** All accounts as one ledger, numbers of triggers running through. */
export function joinedLedger(accounts: readonly Account[]): Ledger {
  const count = accounts.reduce((sum, { ledger }) => sum + ledger.count, 0);
  const joined = <Whole extends Column>(into: Whole, of: (ledger: Ledger) => Whole): Whole =>
    joinedInto(
      into,
      accounts.map(({ ledger }) => of(ledger)),
    );
  return {
    count,
    measure: joined(new Uint8Array(count), ({ measure }) => measure),
    enterprise: joined(new Int32Array(count), ({ enterprise }) => enterprise),
    row: joined(new Int32Array(count), ({ row }) => row),
    trigger: runningNumbers(accounts, count),
    rule: joined(new Uint8Array(count), ({ rule }) => rule),
    date: joined(new Float64Array(count), ({ date }) => date),
    year: joined(new Int16Array(count), ({ year }) => year),
    part: joined(new Uint8Array(count), ({ part }) => part),
    gross: joined(new Float64Array(count), ({ gross }) => gross),
    net: joined(new Float64Array(count), ({ net }) => net),
    statutory: joined(new Float64Array(count), ({ statutory }) => statutory),
    eligibility: joined(new Uint8Array(count), ({ eligibility }) => eligibility),
    binds: joined(new Uint8Array(count), ({ binds }) => binds),
  };
}

function runningNumbers(accounts: readonly Account[], count: number): Int32Array {
  const numbers = new Int32Array(count);
  let [at, first] = [0, 0];
  for (const { ledger, triggerNumbers } of accounts) {
    for (let entry = 0; entry < ledger.count; entry++) numbers[at++] = first + (ledger.trigger[entry] ?? 0);
    first += triggerNumbers;
  }
  return numbers;
}
