import { yearOf } from "../date/day.ts";
import { roundToFen, type Fen } from "../money/money.ts";
import { operandsOf, selectRows, type Block, type Context } from "../policy/block.ts";
import { Eligibility } from "../policy/ledger.ts";
import type { Compiled, CompiledMeasure } from "../policy/prepare.ts";
import { withOpenAmounts, type Work } from "../policy/price.ts";
import type { PricedGroup } from "../policy/recorded-work.ts";
import { departureDays } from "../policy/schedule.ts";
import type { Basis } from "../policy/values.ts";
import { CellState } from "../roster/roster.ts";
import { chainLines, chainStates, noChain, type ChainLine, type ChainState } from "./chain-line.ts";

/** One cell that formulas of a row use. */
export interface InputValue {
  /** NaN unless filled; 元, day, share, choice index, 1 or 0. */
  readonly value: number;
  /** `CellState`. */
  readonly state: number;
}

/** What a row comes to on one basis, 分. */
export interface RowAmounts extends ChainState {
  readonly gross: Fen;
  /** One a limit of the measure; null where it does not apply or limits nothing. */
  readonly limits: readonly (Fen | null)[];
  /** After all limits; 0 where eligibility is FALSE. */
  readonly amount: Fen;
  /** Another measure is paid on the same matter (同一事项). */
  readonly yields: boolean;
  /** What ranks the row, where its measure has a score; NaN where it is not known. */
  readonly score?: number;
}

/** One payment of details: one due of one trigger, or a whole trigger with its instalments. */
export interface DetailRow {
  readonly measure: CompiledMeasure;
  readonly due: number;
  readonly rule: number;
  /** −1: no enterprise. */
  readonly enterprise: number;
  /** Row in the measure's table, −1: none. */
  readonly row: number;
  readonly date: number;
  readonly testDay: number;
  readonly year: number;
  readonly part: number;
  /** Eligibility as the conditions give it. */
  readonly condition: number;
  /** Eligibility with amounts that cannot be known. */
  readonly eligibility: number;
  /** Last year in which the planning basis pays an instalment. */
  readonly lastYear: number;
  readonly inputs: ReadonlyMap<string, InputValue>;
  readonly opening: Fen;
  readonly planning: RowAmounts;
  readonly statutory: RowAmounts;
}

const ownColumns: readonly string[] = ["触发日", "检验日", "预算年度", "本条已享受", "本条本年已享受", "已达档次"];

/** Every formula of a measure that stands in its rows. */
function formulasOf(measure: CompiledMeasure): readonly Compiled[] {
  return [
    measure.gross,
    ...measure.rules.flatMap(({ gross }) => gross ?? []),
    ...measure.limits.flatMap(({ amount, when }) => [amount, when]),
    measure.opening,
    measure.joins,
    measure.score,
  ].filter((formula) => formula !== undefined);
}

/** Whether a formula of the measure uses a name. */
export const usesName = (measure: CompiledMeasure, name: string): boolean =>
  formulasOf(measure).some(({ checked }) => checked.names.includes(name));

/** Names whose values stand in a measure's rows as inputs, in the order of their first use. */
export function inputNames(measure: CompiledMeasure): readonly string[] {
  const names = new Set(formulasOf(measure).flatMap(({ checked }) => checked.names));
  if (usesName(measure, "已达档次")) names.add("档次");
  return [...names].filter((name) => {
    const kind = measure.scope.lookup(name)?.kind;
    return (kind === "column" || kind === "state") && !ownColumns.includes(name);
  });
}

/** An input that leaves an amount open, unless the amount reads its blank as 0. */
export const isOpen = ({ measure }: DetailRow, name: string, { value, state }: InputValue): boolean =>
  Number.isNaN(value) && !(state === CellState.blank && measure.scope.lookup(name)?.blankIsZero === true);

/** Whether any formula of the row meets a cell that is not known. */
export const hasOpenInput = (row: DetailRow): boolean =>
  [...row.inputs].some(([name, input]) => isOpen(row, name, input));

/** The rows of a priced group, in the order of its chain. */
export function detailRows(context: Context, group: PricedGroup): readonly DetailRow[] {
  const lines = chainLines(group);
  const states = {
    planning: chainStates(context, group, lines, group.planning, "planning"),
    statutory: chainStates(context, group, lines, group.statutory, "statutory"),
  };
  const rows = new Map<ChainLine, DetailRow>();
  group.works.forEach((work, position) => {
    const index = lines.flatMap((line, i) => (line.position === position ? [i] : []));
    const mine = index.map((i) => lines[i]).filter((line) => line !== undefined);
    const facts = factsOf(context, work, mine);
    const open = withOpenAmounts(work.triggers, work.dues, group.planning[position]?.open ?? new Uint8Array());
    const on = (basis: Basis): readonly RowAmounts[] =>
      amountsOf(
        context,
        group,
        position,
        mine,
        index.map((i) => states[basis][i]).filter((s) => s !== undefined),
        basis,
      );
    const [planning, statutory] = [on("planning"), on("statutory")];
    mine.forEach((line, i) => {
      const [fact, onPlan, atMost] = [facts[i], planning[i], statutory[i]];
      if (!fact || !onPlan || !atMost) return;
      const eligibility = open.eligibility[line.trigger] ?? Eligibility.false;
      rows.set(line, { ...fact, eligibility, planning: onPlan, statutory: atMost });
    });
  });
  return lines.flatMap((line) => rows.get(line) ?? []);
}

type Facts = Omit<DetailRow, "eligibility" | "planning" | "statutory">;

/** A block of lines of one work, with the state that does not hang on a basis. */
function blockOf(work: Work, lines: readonly ChainLine[]): Block {
  const rows = selectRows(
    work.triggers.block,
    Int32Array.from(lines, ({ trigger }) => trigger),
  );
  const of = (read: (line: ChainLine) => number): Float64Array => Float64Array.from(lines, read);
  const state = new Map(rows.state)
    .set(
      "预算年度",
      of(({ year }) => year),
    )
    .set(
      "当年月数",
      of(({ due }) => work.dues[due]?.months ?? Number.NaN),
    );
  return { ...rows, state };
}

function factsOf(context: Context, work: Work, lines: readonly ChainLine[]): readonly Facts[] {
  const { measure, triggers, dues } = work;
  const block = blockOf(work, lines);
  const source = operandsOf(context, block, "planning");
  const inputs = inputNames(measure).map((name) => ({ name, operand: source(name) }));
  const opening = measure.opening?.kernel(source, lines.length);
  const departures = measure.measure.schedule.kind === "instalments" ? departureDays(context) : new Float64Array();
  return lines.map((line, i): Facts => {
    const departure = departures[line.enterprise] ?? Number.POSITIVE_INFINITY;
    const yuan = opening?.[i] ?? Number.NaN;
    return {
      measure,
      due: line.due,
      rule: triggers.rule[line.trigger] ?? 0,
      enterprise: line.enterprise,
      row: block.row[i] ?? -1,
      date: line.date,
      testDay: block.state.get("检验日")?.[i] ?? line.date,
      year: line.year,
      part: dues[line.due]?.part ?? 0,
      condition: line.condition,
      lastYear: Number.isFinite(departure) ? yearOf(departure) : Number.POSITIVE_INFINITY,
      inputs: new Map(
        inputs.map(({ name, operand: { values, state } }) => {
          const value = values[values.length === 1 ? 0 : i] ?? Number.NaN;
          return [name, { value, state: state?.[i] ?? (Number.isNaN(value) ? CellState.blank : CellState.filled) }];
        }),
      ),
      opening: Number.isNaN(yuan) ? 0 : roundToFen(yuan),
    };
  });
}

/** Gross, limits and amount of a work's lines on one basis, with the state the lines above give. */
function amountsOf(
  context: Context,
  group: PricedGroup,
  position: number,
  lines: readonly ChainLine[],
  states: readonly ChainState[],
  basis: Basis,
): readonly RowAmounts[] {
  const [work, priced] = [group.works[position], group[basis][position]];
  if (!work || !priced || lines.length === 0) return [];
  const limits = limitColumns(context, work, lines, states, basis);
  return lines.map((line, i): RowAmounts => {
    const gross = priced.gross[line.due] ?? 0;
    const mine = limits.map((limit) => limit[i] ?? null);
    const limited = Math.min(gross, ...mine.map((limit) => limit ?? Number.POSITIVE_INFINITY));
    const paid = priced.amount[line.due] ?? 0;
    const refused = line.condition === Eligibility.false;
    return {
      ...(states[i] ?? noChain),
      gross,
      limits: mine,
      amount: refused ? 0 : paid,
      yields: !refused && paid < limited,
      ...(priced.score && { score: priced.score[line.due] ?? Number.NaN }),
    };
  });
}

function limitColumns(
  context: Context,
  work: Work,
  lines: readonly ChainLine[],
  states: readonly ChainState[],
  basis: Basis,
): readonly (readonly (Fen | null)[])[] {
  const { measure } = work;
  const block = blockOf(work, lines);
  const opening = measure.opening?.kernel(operandsOf(context, block, basis), lines.length);
  const of = (read: (state: ChainState, i: number) => number): Float64Array => Float64Array.from(states, read);
  const state = new Map(block.state);
  if (measure.measure.chain) {
    state
      .set(
        "本条已享受",
        of(({ running }, i) => (running + openingFen(opening?.[i])) / 100),
      )
      .set(
        "本条本年已享受",
        of(({ runningInYear }) => runningInYear / 100),
      )
      .set(
        "已达档次",
        of(({ reachedTier }) => reachedTier),
      );
  }
  const source = operandsOf(context, { ...block, state }, basis);
  return measure.limits.map(({ amount, when }) => {
    const applies = when?.kernel(source, lines.length);
    const values = amount.kernel(source, lines.length);
    return Array.from(values, (value, i) =>
      (applies === undefined || applies[i] === 1) && Number.isFinite(value) ? Math.max(0, roundToFen(value)) : null,
    );
  });
}

const openingFen = (yuan: number | undefined): Fen => (yuan === undefined || Number.isNaN(yuan) ? 0 : roundToFen(yuan));
