import { yearOf } from "../../date/day.ts";
import { roundToFen } from "../../money/money.ts";
import { CellState } from "../../roster/roster.ts";
import { operandsOf } from "../block.ts";
import { Eligibility } from "../ledger.ts";
import type { CompiledLimit } from "../prepare.ts";
import type { Priced, Work } from "../price.ts";
import { operandValue } from "../values.ts";
import { enterpriseDoubt, moneyText, type Doubt, type Examined } from "./doubt.ts";

/** Awards that no contribution capped because that year's is blank: all of the award, since it may have been nil. */
export function unknownContributions({ context, outcomes }: Examined): Doubt[] {
  return [...outcomes.values()].flatMap(({ work, planning }) =>
    work.measure.limits
      .filter(({ limit }) => limit.ifUnknown === "no-limit")
      .flatMap((limit) => uncappedBy(context, limit, work, planning)),
  );
}

function uncappedBy(
  context: Examined["context"],
  { amount, when }: CompiledLimit,
  { triggers, dues }: Work,
  planning: Priced,
): Doubt[] {
  const source = operandsOf(context, triggers.block, "planning");
  const applies = when?.kernel(source, triggers.date.length);
  const lookups = context.policy.yearLookups.filter(({ name }) => amount.checked.names.includes(name));
  return lookups.flatMap(({ name, family, offset }) => {
    const { state } = source(name);
    return dues.flatMap(({ trigger }, due): Doubt[] => {
      const paid = planning.amount[due] ?? 0;
      const capped = state?.[trigger] !== CellState.blank || (applies && applies[trigger] !== 1);
      if (capped || paid === 0 || triggers.eligibility[trigger] === Eligibility.false) return [];
      const year = String(yearOf(triggers.date[trigger] ?? Number.NaN) + offset);
      const words = { found: moneyText(paid), expected: year };
      const enterprise = triggers.block.enterprise[trigger] ?? -1;
      return [enterpriseDoubt("contribution-unknown", enterprise, `${family}${year}`, paid, words)];
    });
  });
}

/** 境内 listings without a 受理日期, where the policy pays by stages: the first stage may have been forgotten. */
export function listingsWithoutAcceptance({ context, measures, ledger }: Examined): Doubt[] {
  const { acceptanceStage } = context.policy;
  if (acceptanceStage === undefined) return [];
  const column = (label: string) => context.bound.operand("enterprises", label);
  const [market, accepted] = [column("上市市场"), column("上市受理日期")];
  const stage = roundToFen(operandValue(context.values.value(acceptanceStage)));
  const listed = new Set<number>();
  for (let entry = 0; entry < ledger.count; entry++) {
    const rule = measures[ledger.measure[entry] ?? -1]?.measure.triggers[ledger.rule[entry] ?? 0];
    const pays = rule?.date === "上市日期" && ledger.eligibility[entry] !== Eligibility.false;
    if (pays) listed.add(ledger.enterprise[entry] ?? -1);
  }
  return [...listed]
    .filter((firm) => accepted?.state?.[firm] === CellState.blank && market?.values[firm] === 0)
    .map((firm) => enterpriseDoubt("listing-without-acceptance", firm, "上市受理日期", stage));
}
