import { preparedUnder } from "../core/policy/added-measure.ts";
import { noEffectOf } from "../core/policy/compare/no-effect.ts";
import { explainEnterprise } from "../core/policy/explanation/explain-enterprise.ts";
import { shortfallsOf } from "../core/policy/explanation/shortfalls.ts";
import type { PreparedPolicy } from "../core/policy/prepare.ts";
import type { HeldRoster } from "./held-roster.ts";
import type { Engine } from "./port.ts";

/** The part of the engine that says why one enterprise gets what it gets, and not more, and why an edit moves nothing. */
export const explainerOf = (
  prepared: PreparedPolicy,
  held: () => HeldRoster,
): Pick<Engine, "explain" | "shortfalls" | "noEffect"> => ({
  async explain(scenario, code) {
    const [holding, whole] = [held(), preparedUnder(prepared, scenario)];
    return explainEnterprise(whole, holding.roster, scenario, await holding.evaluated(scenario), code);
  },
  async shortfalls(scenario, code) {
    const [holding, whole] = [held(), preparedUnder(prepared, scenario)];
    const { roster } = holding;
    const evaluation = await holding.evaluated(scenario);
    const explanation = explainEnterprise(whole, roster, scenario, evaluation, code);
    return explanation ? shortfallsOf(whole, roster, scenario, explanation) : [];
  },
  async noEffect(scenario, key) {
    const [holding, whole] = [held(), preparedUnder(prepared, scenario)];
    const { roster } = holding;
    const evaluation = await holding.evaluated(scenario);
    return noEffectOf({ prepared: whole, roster, scenario, evaluation, sums: (under) => holding.sums(under) }, key);
  },
});
