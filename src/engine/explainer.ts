import { preparedUnder } from "../core/policy/added-measure.ts";
import { explainEnterprise } from "../core/policy/explanation/explain-enterprise.ts";
import { shortfallsOf } from "../core/policy/explanation/shortfalls.ts";
import type { PreparedPolicy } from "../core/policy/prepare.ts";
import type { HeldRoster } from "./held-roster.ts";
import type { Engine } from "./port.ts";

/** The part of the engine that says why one enterprise gets what it gets, and not more. */
export const explainerOf = (
  prepared: PreparedPolicy,
  held: () => HeldRoster,
): Pick<Engine, "explain" | "shortfalls"> => ({
  async explain(scenario, code) {
    const [holding, whole] = [held(), preparedUnder(prepared, scenario)];
    return explainEnterprise(whole, holding.roster, scenario, await holding.evaluated(scenario), code);
  },
  async shortfalls(scenario, code) {
    const holding = held();
    const { roster } = holding;
    const evaluation = await holding.evaluated(scenario);
    const explanation = explainEnterprise(prepared, roster, scenario, evaluation, code);
    return explanation ? shortfallsOf(prepared, roster, scenario, explanation) : [];
  },
});
