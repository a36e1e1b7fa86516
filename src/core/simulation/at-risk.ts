import { checkFormula, compileKernel } from "../formula/formula.ts";
import type { Kernel, Operand, OperandSource } from "../formula/types.ts";
import { operandsOf, type Block, type Context } from "../policy/block.ts";
import type { EventProcess, Process } from "../policy/process.ts";
import type { Measure, Policy } from "../policy/policy.ts";
import { measureScope } from "../policy/scope.ts";
import { fieldOf } from "../roster/fields.ts";
import { CellState } from "../roster/roster.ts";
import { expiriesOf } from "./expiries.ts";
import type { Horizon } from "./horizon.ts";

/** 企业 alone: what a predicate of a process may speak of. */
const onEnterprises: Pick<Measure, "id" | "table"> = { id: "", table: "enterprises" };

/** Compiles a condition over 企业. @throws Error naming the process: a pack that does not check is our mistake */
export function compileCondition(policy: Policy, text: string, processId: string): Kernel {
  const scope = measureScope(policy, onEnterprises);
  const checked = checkFormula(text, scope, "truth");
  if ("problems" in checked) {
    throw new Error(`${processId}: ${text}: ${checked.problems.map(({ message }) => message.en).join("; ")}`);
  }
  return compileKernel(checked, scope);
}

/** Enterprises at `index` on their 检验日, as operands of a condition. */
export function conditionOperands(context: Context, index: Int32Array, day: Float64Array): OperandSource {
  const measure = context.policy.measures.find(({ table }) => table === "enterprises");
  if (!measure) throw new Error(`${context.policy.id}: no measure on enterprises`);
  const block: Block = {
    measure,
    row: index,
    enterprise: index,
    state: new Map([
      ["触发日", day],
      ["检验日", day],
    ]),
  };
  return operandsOf(context, block, "planning");
}

/** Operands in which what may change in a trial is not known. */
function withUnknown(
  source: OperandSource,
  changeable: ReadonlyMap<string, Uint8Array>,
  index: Int32Array,
): OperandSource {
  return (name) => {
    const operand: Operand = source(name);
    const may = changeable.get(name);
    if (!may) return operand;
    // plain loops: over a large district this is most of what a forecast costs before its first trial
    const values = new Float64Array(index.length);
    const state = new Uint8Array(index.length);
    for (let at = 0; at < index.length; at++) {
      const isOpen = may[index[at] ?? -1] === 1;
      values[at] = isOpen ? Number.NaN : (operand.values[at] ?? Number.NaN);
      state[at] = isOpen ? CellState.unreadable : (operand.state?.[at] ?? CellState.filled);
    }
    return { values, state };
  };
}

/** Columns that a process may write. */
function writes(process: Process): string[] {
  const label = (field: string): string => fieldOf("enterprises", field).label;
  if (process.kind === "event") {
    return [...process.changes, ...(process.then?.changes ?? [])].map(({ field }) => label(field));
  }
  return process.kind === "review" ? [label(process.renewed ?? process.expiry ?? process.date)] : [];
}

/**
 * By event process: 1 where an enterprise can come to be at risk in some month, after whatever else may happen to
 * it, its size included. Sound: a condition that stays FALSE while every column that may change is UNKNOWN can never become TRUE.
 */
export function everAtRisk(
  context: Context,
  processes: readonly Process[],
  horizon: Horizon,
  sizeHangs: Uint8Array,
): Map<EventProcess, Uint8Array> {
  const count = context.bound.rowCount("enterprises");
  const events = processes.filter((process) => process.kind === "event");
  const conditions = events.map(({ atRisk, id }) => compileCondition(context.policy, atRisk, id));
  const possible = new Map(events.map((process) => [process, new Uint8Array(count)]));
  const changeable = new Map([["是中小微企业", sizeHangs]]);
  const mayWrite = (process: Process, may: (i: number) => boolean): void => {
    for (const column of writes(process)) {
      const flags = changeable.get(column) ?? new Uint8Array(count);
      changeable.set(column, flags);
      for (let i = 0; i < count; i++) if (may(i)) flags[i] = 1;
    }
  };
  for (const process of processes) {
    if (process.kind !== "review") continue;
    const expiries = expiriesOf(context, horizon, process);
    mayWrite(process, (i) => !Number.isNaN(expiries[i]));
  }
  let grew = true;
  while (grew) {
    grew = false;
    events.forEach((process, at) => {
      const flags = possible.get(process);
      const condition = conditions[at];
      if (!flags || !condition) return;
      const found = newlyPossible(context, process, condition, horizon.days, changeable, flags);
      if (found.length === 0) return;
      for (const i of found) flags[i] = 1;
      grew = true;
      mayWrite(process, (i) => flags[i] === 1);
    });
  }
  return possible;
}

/** Enterprises not found yet whose condition is not FALSE on one of the days. */
function newlyPossible(
  context: Context,
  process: EventProcess,
  condition: Kernel,
  days: Float64Array,
  changeable: ReadonlyMap<string, Uint8Array>,
  found: Uint8Array,
): number[] {
  const result: number[] = [];
  let left = Int32Array.from(found.keys()).filter((i) => found[i] === 0 && inIndustries(context, process, i));
  for (const day of days) {
    const index = left;
    const source = conditionOperands(context, index, new Float64Array(index.length).fill(day));
    const truth = condition(withUnknown(source, changeable, index), index.length);
    result.push(...index.filter((_, at) => truth[at] !== 0));
    left = index.filter((_, at) => truth[at] === 0);
  }
  return result;
}

function inIndustries(context: Context, { industries }: EventProcess, enterprise: number): boolean {
  if (!industries) return true;
  const text = context.bound.roster.texts[context.bound.operand("enterprises", "行业代码")?.values[enterprise] ?? -1];
  const division = /\d{2}/.exec(text ?? "")?.[0];
  return division !== undefined && industries.includes(division);
}
