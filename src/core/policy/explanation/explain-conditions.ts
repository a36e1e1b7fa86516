import { fieldOf } from "../../roster/fields.ts";
import { CellState } from "../../roster/roster.ts";
import { operandsOf, type Block, type Context } from "../block.ts";
import type { Compiled, CompiledMeasure } from "../prepare.ts";
import { stopDay } from "../values.ts";
import { cellOf, cellsBehind } from "./cell-values.ts";
import { decidingNames, treeOf } from "./explain-row.ts";
import type { CellValue, Condition, ConditionKind } from "./explanation.ts";

/** One row of a measure's block, with the context it was evaluated in. */
export interface BlockRow {
  readonly context: Context;
  readonly measure: CompiledMeasure;
  readonly block: Block;
  readonly index: number;
}

export const triggerDayOf = ({ block, index }: BlockRow): number => block.state.get("触发日")?.[index] ?? Number.NaN;

/** A condition with the values of a row, and the cells that decide it where it does not hold. */
export function conditionOf(kind: ConditionKind, formula: Compiled, at: BlockRow): Condition {
  const { context, measure, block, index } = at;
  const source = operandsOf(context, block, "planning");
  const tree = treeOf(formula, { scope: measure.scope, roster: context.bound.roster, source, index });
  return { kind, value: tree.value, tree, cells: cellsOf(decidingNames(tree), at) };
}

function cellsOf(names: readonly string[], at: BlockRow): CellValue[] {
  const { context, block, index } = at;
  return cellsBehind(context, names, {
    measure: block.measure,
    row: block.row[index] ?? -1,
    enterprise: block.enterprise[index] ?? -1,
    day: triggerDayOf(at),
  });
}

/** The block as it was when 存在 was tested: on the trigger date. */
function onTriggerDay(at: BlockRow): BlockRow {
  const days = at.block.state.get("触发日");
  return days ? { ...at, block: { ...at.block, state: new Map(at.block.state).set("检验日", days) } } : at;
}

export const existenceOf = (rule: number, at: BlockRow): Condition | undefined => {
  const exists = at.measure.rules[rule]?.exists;
  return exists && conditionOf("exists", exists, onTriggerDay(at));
};

function endReadable({ context, measure, block, index }: BlockRow): Condition[] {
  const { schedule, table } = measure.measure;
  if (schedule.kind !== "months") return [];
  const { roster } = context.bound;
  const cell = cellOf(roster, fieldOf(table, schedule.end), block.row[index] ?? -1);
  const unreadable = cell.state === "unreadable";
  return unreadable ? [{ kind: "end-readable", value: Number.NaN, cells: [cell] }] : [];
}

function notStopped(at: BlockRow): Condition[] {
  const stop = stopDay(at.context.values, at.measure.measure.id);
  if (!Number.isFinite(stop)) return [];
  return [{ kind: "not-stopped", value: triggerDayOf(at) < stop ? 1 : 0, cells: [] }];
}

/** Everything that `eligibilityOf` joins, one by one. */
export function conditionsOf(rule: number, at: BlockRow): Condition[] {
  const { measure } = at;
  const existence = existenceOf(rule, at);
  return [
    conditionOf("base", measure.base, at),
    ...(measure.measure.admitsSoleTraders ? [] : [conditionOf("sole-trader", measure.soleTrader, at)]),
    ...(measure.eligible ? [conditionOf("own", measure.eligible, at)] : []),
    ...(existence ? [existence] : []),
    ...endReadable(at),
    ...notStopped(at),
  ];
}

/** The cells that leave an amount open, in a block that was priced: those it needs that are blank or unreadable. */
export function amountKnown(rule: number, at: BlockRow): Condition {
  const { context, measure, block, index } = at;
  const source = operandsOf(context, block, "planning");
  const isOpen = (name: string, blankIsFine: boolean): boolean => {
    const { state } = source(name);
    const cell = state?.[state.length === 1 ? 0 : index] ?? CellState.filled;
    return cell === CellState.unreadable || (cell === CellState.blank && !blankIsFine);
  };
  const openNames = ({ checked, zeroIfBlank }: Compiled, blankIsFine = false): string[] =>
    checked.names.filter((name) => isOpen(name, blankIsFine || zeroIfBlank.has(name)));
  const names = [
    ...openNames(measure.rules[rule]?.gross ?? measure.gross),
    ...measure.limits.flatMap(({ amount, limit }) => openNames(amount, limit.ifUnknown === "no-limit")),
    ...(measure.opening ? openNames(measure.opening) : []),
  ];
  return { kind: "amount-known", value: Number.NaN, cells: cellsOf(names, at) };
}
