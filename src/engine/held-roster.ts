import { addSame, preparedUnder } from "../core/policy/added-measure.ts";
import type { Issue } from "../core/issue/issue.ts";
import { evaluationPlan, type EvaluationPlan, type MovedFigures } from "../core/policy/evaluate.ts";
import type { Evaluation } from "../core/policy/evaluation.ts";
import type { PreparedPolicy } from "../core/policy/prepare.ts";
import type { Scenario } from "../core/policy/scenario.ts";
import type { CleaningLog } from "../core/roster/import-cleaning-log.ts";
import type { CellRepair } from "../core/roster/mapping/mapping.ts";
import type { Roster } from "../core/roster/roster.ts";
import type { HeldCells } from "./cell-editor.ts";
import type { Task } from "./port.ts";
import type { LoadedRoster } from "./report-request.ts";
import { TableReader } from "./table-window.ts";
import { takeSteps } from "./take-steps.ts";

/** A loaded roster, with the newest evaluation of it and its tables' reader. */
export class HeldRoster implements LoadedRoster {
  readonly roster: Roster;
  readonly fileName: string;
  readonly issues: readonly Issue[];
  readonly cleaning: CleaningLog;
  readonly repairs: readonly CellRepair[];
  /** The cells of its file, where they are held. */
  readonly cells: HeldCells | undefined;
  readonly reader: TableReader;
  readonly #prepared: PreparedPolicy;
  readonly #plan: EvaluationPlan;
  /** The plan with the measures that a scenario added last. */
  #widened: { readonly scenario: Scenario; readonly plan: EvaluationPlan } | undefined;
  #newest: { readonly scenario: string; readonly evaluation: Evaluation } | undefined;

  /** @param cells of its file, so that one can be edited */
  constructor(
    prepared: PreparedPolicy,
    { roster, fileName, issues, cleaning, repairs }: LoadedRoster,
    cells?: HeldCells,
  ) {
    this.#prepared = prepared;
    this.#plan = evaluationPlan(prepared, roster);
    this.roster = roster;
    this.fileName = fileName;
    this.issues = issues;
    this.cleaning = cleaning;
    this.repairs = repairs;
    this.cells = cells;
    this.reader = new TableReader(roster, cells?.origins);
  }

  /** The recorded part under a scenario; at once where it is the newest evaluated. */
  async evaluated(scenario: Scenario, task?: Task): Promise<Evaluation> {
    const text = JSON.stringify(scenario);
    if (this.#newest?.scenario === text) return this.#newest.evaluation;
    const evaluation = await takeSteps(this.#planOf(scenario).evaluation(scenario), "evaluate", task);
    this.#newest = { scenario: text, evaluation };
    return evaluation;
  }

  /** What the recorded part comes to under a scenario, without the ledger behind it. */
  sums(scenario: Scenario, task?: Task): MovedFigures {
    task?.signal?.throwIfAborted();
    return this.#planOf(scenario).sums(scenario);
  }

  #planOf(scenario: Scenario): EvaluationPlan {
    if (!scenario.added?.length) return this.#plan;
    if (!this.#widened || !addSame(this.#widened.scenario, scenario)) {
      this.#widened = { scenario, plan: evaluationPlan(preparedUnder(this.#prepared, scenario), this.roster) };
    }
    return this.#widened.plan;
  }
}
