import { preparedUnder } from "../core/policy/added-measure.ts";
import { evaluationPlan } from "../core/policy/evaluate.ts";
import type { Evaluation } from "../core/policy/evaluation.ts";
import type { PreparedPolicy } from "../core/policy/prepare.ts";
import type { Scenario } from "../core/policy/scenario.ts";
import type { Roster } from "../core/roster/roster.ts";
import type { Task } from "../spreadsheet/task.ts";
import { takeSteps } from "./take-steps.ts";

/** A roster that is not held, evaluated once, with the measures that the scenario adds. @throws AbortError */
export const evaluateUnder = (
  prepared: PreparedPolicy,
  roster: Roster,
  scenario: Scenario,
  task?: Task,
): Promise<Evaluation> =>
  takeSteps(evaluationPlan(preparedUnder(prepared, scenario), roster).evaluation(scenario), "evaluate", task);
