import type { TrialFacts } from "../policy/block.ts";
import type { CompiledMeasure } from "../policy/prepare.ts";
import { boundTriggersOf, counted } from "./bound-triggers.ts";
import { ChangeSet } from "./change-set.ts";
import type { DrawnBlock } from "./drawn-block.ts";
import type { ForecastPlan } from "./forecast-plan.ts";
import { growFigures, noGrowth } from "./growth.ts";
import type { LifePart } from "./life-parts.ts";
import { MoneyTable } from "./money-table.ts";
import type { PartLife } from "./part-lives.ts";
import type { DrawnClaim, PartMoney } from "./part-money.ts";
import { priceTrials } from "./price-trials.ts";
import type { Forecast } from "./simulate-block.ts";
import { takeOutRecorded } from "./take-out-recorded.ts";
import type { TrialBatch } from "./trial-batch.ts";
import { lastYearOfTerm } from "./trial-cells.ts";

/** A contribution that limits nothing, 元; amounts much larger are rounded the slow way. */
const plenty = 1e10;

/** Works out what a block's lives change in a part, where that is not known yet, and remembers it. */
export function learnMoney(forecast: Forecast, part: LifePart, money: PartMoney, drawn: DrawnBlock): void {
  const { kept, plan, priced } = forecast;
  const unknown: number[] = [];
  for (const number of money.lives.concerned(drawn).numbers) {
    if (money.isKnown(number)) continue;
    money.note(number);
    unknown.push(number);
  }
  if (unknown.length === 0) return;
  const numbers = Int32Array.from(unknown);
  const lives = unknown.flatMap((number) => money.lives.lives[number] ?? []);
  const batch = kept.batch(forecast, drawn, `lives of part ${part.index}`, numbers, () => batchOf(plan, lives, plenty));
  const measures = part.measures.filter(({ index }) => priced.has(index));
  learnLives(forecast, measures, { part, money, numbers, lives, batch });
}

/** Lives of a part to be learnt, each with its place in a batch. */
interface Lesson {
  readonly part: LifePart;
  readonly money: PartMoney;
  readonly numbers: Int32Array;
  readonly lives: readonly PartLife[];
  readonly batch: TrialBatch;
}

function learnLives(forecast: Forecast, measures: readonly CompiledMeasure[], lesson: Lesson): void {
  const { part, money, numbers, batch } = lesson;
  const { takeUp } = forecast;
  const questions = new Map<number, DrawnClaim[]>();
  const asked: TrialFacts["claimed"] = (measureId, position, day) => {
    if (takeUp.isFull(measureId)) return true;
    const known = questions.get(position) ?? [];
    if (!known.some((one) => one.measureId === measureId && one.day === day)) known.push({ measureId, day });
    questions.set(position, known);
    return true;
  };
  const first = addMoney(forecast, batch, measures, asked, money.table);
  const unclaimed =
    questions.size > 0
      ? addMoney(forecast, batch, measures, (measureId) => takeUp.isFull(measureId), money.table)
      : Number.NaN;
  const enough = part.grows ? contributionNeeded(forecast, measures, lesson, first) : undefined;
  numbers.forEach((number, position) => {
    const [question, another] = questions.get(position) ?? [];
    // two draws, or one that growth goes with, are left to each trial
    if (another || (question && part.grows)) return;
    money.note(number, first + position, enough?.[position]);
    if (question) money.claims.set(number, { ...question, unclaimed: unclaimed + position });
  });
}

/**
 * From which grown contribution on measures come to as much as with plenty of it; see `PartMoney.enough`. A larger
 * contribution never pays less, so what a certain one pays, every larger one does.
 * @param first row of the first life with plenty of it
 */
function contributionNeeded(
  forecast: Forecast,
  measures: readonly CompiledMeasure[],
  { part, money: { table }, lives, batch }: Lesson,
  first: number,
): Float64Array {
  const { dates } = part;
  const enough = new Float64Array(lives.length).fill(-Infinity);
  const mayHang = Array.from(lives.keys()).filter(
    (at) => !dates || lives[at]?.cells.some(([label]) => dates.includes(label)),
  );
  if (mayHang.length === 0) return enough;
  const needed = new Float64Array(lives.length).fill(plenty);
  for (const at of mayHang) needed[at] = table.added(first + at) / 100;
  const found = new MoneyTable(lastYearOfTerm(forecast.years));
  if (part.triggersGrow) addMoney(forecast, batchOf(forecast.plan, lives, needed), measures, () => true, found);
  else addMoney(forecast, batch, measures, () => true, found, needed);
  for (const at of mayHang) {
    if (!found.isSame(at, table, first + at)) enough[at] = Infinity;
    else if (needed[at] !== 0) enough[at] = needed[at] ?? Infinity;
  }
  return enough;
}

/** Some lives, each in a trial of its own, with a given contribution in every year that is not known yet. */
function batchOf(plan: ForecastPlan, lives: readonly PartLife[], contribution: number | Float64Array): TrialBatch {
  const selected = {
    enterprise: Int32Array.from(lives, ({ enterprise }) => enterprise),
    trial: new Int32Array(lives.length),
    arrived: Uint8Array.from(lives, ({ arrived }) => (arrived ? 1 : 0)),
  };
  const written = new ChangeSet(lives.length);
  lives.forEach(({ cells }, at) => {
    for (const cell of cells) written.write(at, cell);
  });
  const unknown = new ChangeSet(lives.length);
  growFigures(plan, noGrowth(plan), selected, unknown, ["区级综合贡献"]);
  for (const [label, { set }] of unknown.columns) {
    set.forEach((isSet, at) => {
      const amount = typeof contribution === "number" ? contribution : (contribution[at] ?? 0);
      if (isSet === 1) written.write(at, [label, amount]);
    });
  }
  return { ...selected, changes: written.columns, rows: new Map() };
}

/**
 * Adds what each enterprise of a batch comes to beyond the recorded part to a table, one row each.
 * @param contributions by enterprise what stands for `plenty`
 * @returns the first row
 */
function addMoney(
  forecast: Forecast,
  batch: TrialBatch,
  measures: readonly CompiledMeasure[],
  claimed: TrialFacts["claimed"],
  table: MoneyTable,
  contributions?: Float64Array,
): number {
  const { prepared, plan } = forecast;
  const open = contributions && { marked: plenty, amounts: contributions };
  const { ledger } = priceTrials(prepared, plan, batch, { measures, claimed, open });
  const first = table.open(batch.enterprise.length);
  const indices = new Set(measures.map(({ index }) => index));
  takeOutRecorded(forecast, batch, indices, (from, entry, position) =>
    table.addPayment(first + position, from, entry, -1),
  );
  for (let entry = 0; entry < ledger.count; entry++) {
    table.addPayment(first + (ledger.enterprise[entry] ?? -1), ledger, entry, 1);
  }
  boundTriggersOf(ledger, plan.context.asOf, counted, (entry, limit, bound) => {
    table.addBound(first + (ledger.enterprise[entry] ?? -1), ledger.measure[entry] ?? 0, limit, bound);
  });
  return first;
}
