import { roundToFen, type Fen } from "../../money/money.ts";
import { operandsOf } from "../block.ts";
import type { CompiledLimit, CompiledMeasure } from "../prepare.ts";
import type { Basis } from "../values.ts";
import { amountTreeOf, treeOf, type ExplainedRow } from "./explain-row.ts";
import type { BlockRow } from "./explain-conditions.ts";
import type { AmountExplanation, LimitExplanation } from "./explanation.ts";

/** State that may stand behind an amount, in the order it is told. */
const amountState = ["档次", "已达档次", "当年月数", "本条已享受", "本条本年已享受", "担保时专精特新"] as const;

const fenOf = (yuan: number): Fen | null => (Number.isFinite(yuan) ? Math.max(0, roundToFen(yuan)) : null);

function limitOf({ limit, amount, when }: CompiledLimit, index: number, row: ExplainedRow, before: Fen) {
  const applies = when === undefined || treeOf(when, row).value === 1;
  const tree = amountTreeOf(amount, row);
  const value = applies ? fenOf(tree.value) : null;
  const lowered = value !== null && value < before;
  return { kind: limit.kind, index, tree, value, applies, lowered } satisfies LimitExplanation;
}

function namesOf(measure: CompiledMeasure): ReadonlySet<string> {
  const formulas = [measure.gross, ...measure.rules.flatMap(({ gross }) => gross ?? [])];
  const limits = measure.limits.map(({ amount }) => amount);
  return new Set([...formulas, ...limits].flatMap(({ checked }) => checked.names));
}

/** The amount of one priced row: gross, then limit by limit, with the state that pricing had. */
export function amountOf(at: BlockRow, rule: number, basis: Basis, final: Fen): AmountExplanation {
  const { context, measure, block, index } = at;
  const source = operandsOf(context, block, basis);
  const row = { scope: measure.scope, roster: context.bound.roster, source, index };
  const grossTree = amountTreeOf(measure.rules[rule]?.gross ?? measure.gross, row);
  const gross = fenOf(grossTree.value) ?? 0;
  let running = gross;
  const limits = measure.limits.map((limit, position) => {
    const explained = limitOf(limit, position, row, running);
    if (explained.lowered && explained.value !== null) running = explained.value;
    return explained;
  });
  const names = namesOf(measure);
  const state = amountState.flatMap((name) => {
    const value = block.state.get(name)?.[index];
    return value === undefined || !names.has(name)
      ? []
      : [{ name, unit: measure.scope.lookup(name)?.unit ?? "number", value } as const];
  });
  return { state, grossTree, gross, limits, amount: final, forgoneForMatter: final < running };
}
