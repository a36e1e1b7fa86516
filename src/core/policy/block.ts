import type { Day } from "../date/day.ts";
import { yearOf } from "../date/day.ts";
import type { Operand, OperandSource } from "../formula/types.ts";
import { CellState } from "../roster/roster.ts";
import { contributionYears, revenueYears, type TableId } from "../roster/fields.ts";
import type { BoundRoster } from "./bound-roster.ts";
import { numbersAt, rowsAt } from "./columns.ts";
import type { Measure, Policy } from "./policy.ts";
import { operandValue, wholeValue, type Basis, type Values } from "./values.ts";

/** What every block of one evaluation shares. */
export interface Context {
  readonly policy: Policy;
  readonly bound: BoundRoster;
  readonly values: Values;
  readonly asOf: Day;
  readonly termStart: Day;
  readonly termEnd: Day;
  /** Kleene, one an enterprise. */
  readonly isSme: Float64Array;
  /** Compares rows of a measure's table by its `order` columns, then by row. */
  readonly rowOrder: (measure: Pick<Measure, "table" | "order">) => (a: number, b: number) => number;
  /** Set where the enterprises stand in trials of a forecast. */
  readonly trial?: TrialFacts;
  /** Told of every block that is priced, with the state it is priced in; for explanations. */
  readonly witness?: (priced: PricedBlock) => void;
}

/** Rows as they were priced together on one basis. */
export interface PricedBlock {
  readonly block: Block;
  /** Trigger rule of each row. */
  readonly rules: Uint8Array;
  readonly basis: Basis;
}

/** What only a forecast knows of a trigger. */
export interface TrialFacts {
  /** Whether a trigger after the as-of day was simulated; others after it are not counted. */
  simulated(table: TableId, row: number, dateColumns: Iterable<string>): boolean;
  /** Whether a simulated trigger is claimed (申领率): one that is not is 0 on the planning basis. */
  claimed(measureId: string, enterprise: number, date: Day): boolean;
  /** Kleene 是中小微企业 of an enterprise on a day, where it may change; absent: `Context.isSme` on every day. */
  readonly isSmeOn?: ((enterprise: number, day: Day) => number) | undefined;
  /** What stands for amounts that a batch leaves open, marked as `marked`, by enterprise, 元. */
  readonly open?: { readonly marked: number; readonly amounts: Float64Array } | undefined;
}

/** Rows of one measure that kernels run over together; every array has one entry a row of the block. */
export interface Block {
  readonly measure: Measure;
  readonly row: Int32Array;
  readonly enterprise: Int32Array;
  /**
   * 触发日, 检验日 and other state by name; kernels ask for these before any column. A state that all rows share may
   * have length 1.
   */
  readonly state: ReadonlyMap<string, Float64Array>;
  /** Cells of the roster over these rows, kept from one pricing of the block to the next. */
  readonly gathered?: Map<string, Operand>;
}

const scalar = (value: number): Operand => ({ values: Float64Array.of(value) });

/** Cells at `index`; their states only where one of them is not filled. */
function gather(operand: Operand, index: Int32Array): Operand {
  const values = new Float64Array(index.length);
  const state = new Uint8Array(index.length);
  let isFilled = true;
  for (let i = 0; i < index.length; i++) {
    const from = index[i] ?? -1;
    const value = from < 0 ? Number.NaN : (operand.values[from] ?? Number.NaN);
    // a code that is not in 企业 leaves every fact of the enterprise open
    const cell = from < 0 ? CellState.unreadable : (operand.state?.[from] ?? CellState.filled);
    values[i] = value;
    state[i] = cell;
    if (cell !== CellState.filled || Number.isNaN(value)) isFilled = false;
  }
  return isFilled ? { values, isWhole: true } : { values, state };
}

/** A column over rows of its table; whole columns are not copied. */
const columnAt = (context: Context, table: TableId, operand: Operand, index: Int32Array): Operand =>
  index === context.bound.everyRow(table) ? operand : gather(operand, index);

const familyYears = { 营业收入: revenueYears, 区级综合贡献: contributionYears } as const;

/** The yearly column of each row's own year; a year without a column is blank. */
function yearLookup(context: Context, block: Block, family: keyof typeof familyYears, offset: number): Operand {
  const columnOf = yearColumns(context, family);
  const years = yearsOf(block);
  const only = years.length === 1 ? columnOf((years[0] ?? Number.NaN) + offset) : undefined;
  if (only && block.row.length > 1) return columnAt(context, "enterprises", only, block.enterprise);
  const values = new Float64Array(block.row.length).fill(Number.NaN);
  const state = new Uint8Array(block.row.length).fill(CellState.blank);
  const step = years.length === 1 ? 0 : 1;
  for (let i = 0; i < values.length; i++) {
    const enterprise = block.enterprise[i] ?? -1;
    const operand = columnOf((years[i * step] ?? Number.NaN) + offset);
    if (!operand || enterprise < 0) continue;
    values[i] = operand.values[enterprise] ?? Number.NaN;
    state[i] = operand.state?.[enterprise] ?? CellState.filled;
  }
  return { values, state };
}

/** Year of 触发日 by row, length 1 where all rows share it. */
function yearsOf(block: Block): Float64Array {
  const years = new Float64Array(block.state.get("触发日") ?? [Number.NaN]);
  for (let i = 0; i < years.length; i++) years[i] = yearOf(years[i] ?? Number.NaN);
  return years;
}

/** The column of a year, if there is one; each is looked up once, not once a row. */
function yearColumns(context: Context, family: keyof typeof familyYears): (year: number) => Operand | undefined {
  const { first, last } = familyYears[family];
  const columns = Array.from({ length: last - first + 1 }, (_, i) =>
    context.bound.operand("enterprises", `${family}${first + i}`),
  );
  return (year) => columns[year - first];
}

/** Kleene AND over the k pairs of yearly revenue up to the year before each row's trigger. */
function continuousGrowth(context: Context, block: Block, pairsKey: string): Operand {
  const pairs = wholeValue(context.values, pairsKey);
  const years = yearsOf(block);
  const step = years.length === 1 ? 0 : 1;
  const columnOf = yearColumns(context, "营业收入");
  const values = new Float64Array(block.enterprise.length);
  for (let i = 0; i < values.length; i++) {
    const [enterprise, year] = [block.enterprise[i] ?? -1, years[i * step] ?? Number.NaN];
    let grown = 1;
    for (let pair = 1; pair <= pairs && grown !== 0; pair++) {
      const later = columnOf(year - pair)?.values[enterprise] ?? Number.NaN;
      const earlier = columnOf(year - pair - 1)?.values[enterprise] ?? Number.NaN;
      if (later <= earlier) grown = 0;
      else if (!(later > earlier)) grown = Number.NaN;
    }
    values[i] = grown;
  }
  return { values };
}

function parameterOperand(context: Context, measure: Measure, name: string, basis: Basis): Operand | undefined {
  if (basis === "statutory" && name in measure.statutory) return scalar(operandValue(measure.statutory[name] ?? null));
  const local = `${measure.id}.${name}`;
  const key = context.values.has(local) ? local : context.values.has(name) ? name : undefined;
  return key === undefined ? undefined : scalar(operandValue(context.values.value(key)));
}

function readingOperand(context: Context, name: string, basis: Basis): Operand | undefined {
  const reading = context.policy.readings.find((candidate) => candidate.name === name);
  if (!reading) return undefined;
  const chosen = context.values.reading(name, basis);
  return scalar(reading.options.findIndex(({ value }) => value === chosen));
}

/** A cell of each row or of its enterprise, or the yearly amount around its trigger. */
function cellOperand(context: Context, block: Block, name: string): Operand | undefined {
  const cells = gatheredCells(context, block, name);
  return cells && context.trial?.open ? withOpen(cells, block, context.trial.open) : cells;
}

/** Cells in which the amounts that a trial leaves open are filled in. */
function withOpen(cells: Operand, { enterprise }: Block, open: NonNullable<TrialFacts["open"]>): Operand {
  const { marked, amounts } = open;
  if (!cells.values.includes(marked)) return cells;
  return {
    ...cells,
    values: cells.values.map((value, i) => (value === marked ? amountAt(amounts, enterprise, i) : value)),
  };
}

const amountAt = (amounts: Float64Array, enterprise: Int32Array, i: number): number =>
  amounts[enterprise[i] ?? -1] ?? Number.NaN;

/** {@link cellOperand} as the roster or a batch has it, the same whatever is asked about open amounts. */
function gatheredCells(context: Context, block: Block, name: string): Operand | undefined {
  const known = block.gathered?.get(name);
  if (known) return known;
  const lookup = context.policy.yearLookups.find((candidate) => candidate.name === name);
  const found = lookup ? yearLookup(context, block, lookup.family, lookup.offset) : columnOperand(context, block, name);
  if (found) block.gathered?.set(name, found);
  return found;
}

function columnOperand(context: Context, block: Block, name: string): Operand | undefined {
  const own = block.measure.table;
  const column = own === "enterprises" ? undefined : context.bound.operand(own, name);
  if (column) return columnAt(context, own, column, block.row);
  const enterprise = context.bound.operand("enterprises", name);
  return enterprise && columnAt(context, "enterprises", enterprise, block.enterprise);
}

/** 是中小微企业 of each row on its 检验日. */
function sizeOperand(context: Context, { enterprise, state }: Block): Operand {
  const isSmeOn = context.trial?.isSmeOn;
  const days = state.get("检验日");
  if (!isSmeOn || !days) return columnAt(context, "enterprises", { values: context.isSme }, enterprise);
  const dayOf = (i: number): Day => days[days.length === 1 ? 0 : i] ?? Number.NaN;
  return {
    values: Float64Array.from(enterprise, (from, i) => (from < 0 ? Number.NaN : isSmeOn(from, dayOf(i)))),
    state: Uint8Array.from(enterprise, (from) => (from < 0 ? CellState.unreadable : CellState.filled)),
  };
}

function suppliedOperand(context: Context, block: Block, name: string): Operand | undefined {
  const state = block.state.get(name);
  if (state) return { values: state };
  if (name === "政策起始日") return scalar(context.termStart);
  if (name === "政策截止日") return scalar(context.termEnd);
  if (name === "是中小微企业") return sizeOperand(context, block);
  const { growthYears } = context.policy;
  return name === "连续增长" && growthYears !== undefined ? continuousGrowth(context, block, growthYears) : undefined;
}

/** The operands of a block on one basis. @throws Error for a name that nothing supplies: our own mistake */
export function operandsOf(context: Context, block: Block, basis: Basis): OperandSource {
  const cache = new Map<string, Operand>();
  return (name) => {
    const known = cache.get(name);
    if (known) return known;
    const operand =
      suppliedOperand(context, block, name) ??
      parameterOperand(context, block.measure, name, basis) ??
      readingOperand(context, name, basis) ??
      cellOperand(context, block, name);
    if (!operand) throw new Error(`${block.measure.id}: nothing supplies ${name}`);
    cache.set(name, operand);
    return operand;
  };
}

/** The rows of a block at `index`, with their state. */
export function selectRows(block: Block, index: Int32Array): Block {
  const count = block.row.length;
  const isShared = (values: Float64Array): boolean => values.length === 1 && count !== 1;
  const state = new Map<string, Float64Array>();
  for (const [name, values] of block.state) state.set(name, isShared(values) ? values : numbersAt(values, index));
  return {
    measure: block.measure,
    row: rowsAt(block.row, index),
    enterprise: rowsAt(block.enterprise, index),
    state,
  };
}
