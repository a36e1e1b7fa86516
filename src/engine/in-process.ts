import { evaluationSteps } from "../core/policy/evaluate.ts";
import type { Evaluation } from "../core/policy/evaluation.ts";
import { explainEnterprise } from "../core/policy/explanation/explain-enterprise.ts";
import { preparePolicy } from "../core/policy/prepare.ts";
import type { Scenario } from "../core/policy/scenario.ts";
import { summaryOf } from "../core/policy/totals.ts";
import { rosterTemplate } from "../core/report/roster-template.ts";
import { tables, type TableId } from "../core/roster/fields.ts";
import { importRoster } from "../core/roster/import-roster.ts";
import { rosterProfile } from "../core/roster/roster-profile.ts";
import type { Roster } from "../core/roster/roster.ts";
import type { Issue } from "../core/issue/issue.ts";
import { readWorkbook } from "../spreadsheet/read-workbook.ts";
import { writeWorkbook } from "../spreadsheet/write-report.ts";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";
import type { Engine, RosterCard, Task } from "./port.ts";
import { numberColumns } from "./number-columns.ts";
import { writeReport, type LoadedRoster } from "./report-request.ts";
import { takeSteps } from "./take-steps.ts";
import { TableReader } from "./table-window.ts";

function textsOf(roster: Roster, field: string): string[] {
  const column = roster.tables.enterprises.columns.get(field);
  const { rowCount } = roster.tables.enterprises;
  return Array.from({ length: rowCount }, (_, row) => roster.texts[column?.values[row] ?? -1] ?? "");
}

function cardOf(roster: Roster, fileName: string, issues: readonly Issue[]): RosterCard {
  const rowCount = (table: TableId): [TableId, number] => [table, roster.tables[table].rowCount];
  return {
    fileName,
    hash: roster.hash,
    codes: textsOf(roster, "uscc"),
    names: textsOf(roster, "name"),
    industryCodes: textsOf(roster, "industryCode"),
    sheetRows: roster.tables.enterprises.sheetRow,
    counts: roster.counts,
    rowCounts: Object.fromEntries(tables.map(({ id }) => rowCount(id))) as Record<TableId, number>,
    issues,
  };
}

/** The engine in this very thread: what the workers, the command line and the tests run. */
export function createEngine(): Engine {
  const prepared = preparePolicy(xicheng202371);
  let loaded: LoadedRoster | undefined;
  const held = (): LoadedRoster => {
    if (!loaded) throw new Error("no roster was loaded");
    return loaded;
  };
  const current = (): Roster => held().roster;
  let tableReader: TableReader | undefined;
  let newest: { readonly scenario: string; readonly evaluation: Evaluation } | undefined;
  const evaluated = async (scenario: Scenario, task?: Task): Promise<Evaluation> => {
    const text = JSON.stringify(scenario);
    const roster = current();
    if (newest?.scenario === text) return newest.evaluation;
    const evaluation = await takeSteps(evaluationSteps(prepared, roster, scenario), "evaluate", task);
    if (loaded?.roster === roster) newest = { scenario: text, evaluation };
    return evaluation;
  };
  const reader = (): TableReader => (tableReader ??= new TableReader(current()));
  return {
    async load(bytes, fileName, task) {
      const workbook = await readWorkbook(bytes, fileName, task);
      if ("refused" in workbook) return { refused: true, issues: [workbook.refused] };
      task?.onProgress?.({ step: "check", done: 0 });
      const { roster, issues } = importRoster(workbook);
      if (!roster) return { refused: true, issues };
      loaded = { roster, fileName, issues };
      tableReader = undefined;
      newest = undefined;
      return cardOf(roster, fileName, issues);
    },
    async evaluate(scenario, task) {
      task?.signal?.throwIfAborted();
      task?.onProgress?.({ step: "evaluate", done: 0 });
      const evaluation = await evaluated(scenario, task);
      return { ...evaluation, ...summaryOf(prepared.policy, evaluation, scenario) };
    },
    async explain(scenario, code) {
      const roster = current();
      return explainEnterprise(prepared, roster, scenario, await evaluated(scenario), code);
    },
    window: async (query, first, count) => reader().window(query, first, count),
    find: async (sheet, sheetRow) => reader().find(sheet, sheetRow),
    profile: async (asOf) => rosterProfile(current(), asOf),
    numbers: async (table) => numberColumns(current(), table),
    report: async (request, task) => {
      task?.signal?.throwIfAborted();
      const holding = held();
      return await writeReport(prepared, holding, request, await evaluated(request.scenario, task), task);
    },
    write: (model, task) => writeWorkbook(model, task),
    template: () => writeWorkbook(rosterTemplate("zh")),
    close: () => {
      loaded = undefined;
      tableReader = undefined;
      newest = undefined;
    },
  };
}
