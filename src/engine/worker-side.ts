import type { HypothesisRequest } from "../core/policy/hypothesis/hypothesis.ts";
import type { Policy } from "../core/policy/policy.ts";
import type { Scenario } from "../core/policy/scenario.ts";
import { transfer } from "comlink";
import type { ComparisonRequest } from "./comparison-report.ts";
import type { ErrorWorkbookRequest } from "./error-workbook-request.ts";
import type { FirmRangeRequest } from "./firm-studies.ts";
import type { DepartmentReportsRequest, ReportRequest } from "./report-request.ts";
import type { TableQuery } from "./table-query.ts";
import type { ReportModel } from "../core/report/report-model.ts";
import type { TableId } from "../core/roster/fields.ts";
import type { Mapping, SheetChoice } from "../core/roster/mapping/mapping.ts";
import type { FileCell } from "../core/roster/row-origins.ts";
import type { SimulatedFigures } from "../core/simulation/simulated-figures.ts";
import type { ChangesQuery, Engine, Progress, Task } from "./port.ts";
import type { Project } from "./project-file.ts";
import type { DifferenceQuery, DifferenceRequest } from "./roster-difference.ts";
import type { SimulationRequest } from "./simulation-request.ts";
import type { TrialsRequest } from "./trial-comparer.ts";

/** Progress of one call; crosses the thread as a comlink proxy. */
export type Report = (progress: Progress) => void;

/** Figures over the first trials of a run; crosses the thread as a comlink proxy. */
export type PartialReport = (figures: SimulatedFigures) => void;

/** Bytes that leave the worker without being copied. */
const moved = <Made>(made: Made): Made => (made instanceof Uint8Array ? transfer(made, [made.buffer]) : made);

/** The calls under way, by number. */
class RunningCalls {
  readonly #running = new Map<number, AbortController>();

  task(call: number, report: Report): Task {
    const controller = new AbortController();
    this.#running.set(call, controller);
    return { signal: controller.signal, onProgress: report };
  }

  finished(call: number): () => void {
    return () => void this.#running.delete(call);
  }

  abort(call: number): void {
    this.#running.get(call)?.abort();
  }
}

/** What reads files. */
const imports = (engine: () => Engine, calls: RunningCalls) => ({
  load: (call: number, bytes: Uint8Array, fileName: string, report: Report, mapping?: Mapping) =>
    engine().load(bytes, fileName, calls.task(call, report), mapping).finally(calls.finished(call)),
  reread: (call: number, mapping: Mapping | undefined, report: Report) =>
    engine().reread(mapping, calls.task(call, report)).finally(calls.finished(call)),
  cell: (of: FileCell) => engine().cell(of),
  inspect: (call: number, bytes: Uint8Array, fileName: string, report: Report, known?: Mapping) =>
    engine().inspect(bytes, fileName, calls.task(call, report), known).finally(calls.finished(call)),
  proposeSheet: (choice: SheetChoice) => engine().proposeSheet(choice),
  tryMapping: (mapping: Mapping) => engine().tryMapping(mapping),
  repairs: (mapping: Mapping) => engine().repairs(mapping),
});

/** What is computed under a scenario. */
const prices = (engine: () => Engine, calls: RunningCalls) => ({
  stakes: (call: number, scenario: Scenario, report: Report, of?: "trial" | "roster") =>
    engine().stakes(scenario, calls.task(call, report), of).finally(calls.finished(call)),
  changes: (query: ChangesQuery, first: number, count: number) => engine().changes(query, first, count),
  evaluate: (call: number, scenario: Scenario, report: Report) =>
    engine().evaluate(scenario, calls.task(call, report)).finally(calls.finished(call)),
  sums: (call: number, scenario: Scenario, report: Report) =>
    engine().sums(scenario, calls.task(call, report)).finally(calls.finished(call)),
  compare: (call: number, scenarios: readonly Scenario[], report: Report) =>
    engine().compare(scenarios, calls.task(call, report)).finally(calls.finished(call)),
  compareTrials: (call: number, request: TrialsRequest, report: Report) =>
    engine().compareTrials(request, calls.task(call, report)).finally(calls.finished(call)),
  comparisonReport: (call: number, request: ComparisonRequest, report: Report) =>
    engine().comparisonReport(request, calls.task(call, report)).then(moved).finally(calls.finished(call)),
  totals: (call: number, scenarios: readonly Scenario[], report: Report) =>
    engine().totals(scenarios, calls.task(call, report)).finally(calls.finished(call)),
  difference: (call: number, request: DifferenceRequest, report: Report) =>
    engine().difference(request, calls.task(call, report)).finally(calls.finished(call)),
  differenceRows: (query: DifferenceQuery, first: number, count: number) =>
    engine().differenceRows(query, first, count),
  differenceWorkbook: (call: number, language: "zh" | "en", report: Report) =>
    engine()
      .differenceWorkbook(language, calls.task(call, report))
      .then((made) => made && moved(made))
      .finally(calls.finished(call)),
  simulate: (call: number, request: SimulationRequest, report: Report, onPartial?: PartialReport) =>
    engine()
      .simulate(request, { ...calls.task(call, report), ...(onPartial && { onPartial }) })
      .finally(calls.finished(call)),
  explain: (scenario: Scenario, code: string) => engine().explain(scenario, code),
  shortfalls: (scenario: Scenario, code: string) => engine().shortfalls(scenario, code),
  noEffect: (scenario: Scenario, key: string) => engine().noEffect(scenario, key),
  hypothesis: (call: number, request: HypothesisRequest, report: Report) =>
    engine().hypothesis(request, calls.task(call, report)).finally(calls.finished(call)),
  reductions: (scenario: Scenario, code: string) => engine().reductions(scenario, code),
  firmRange: (call: number, request: FirmRangeRequest, report: Report) =>
    engine().firmRange(request, calls.task(call, report)).finally(calls.finished(call)),
});

/** What reads the roster as it stands, and what is written and opened. */
const readsAndFiles = (engine: () => Engine, calls: RunningCalls) => ({
  window: (query: TableQuery, first: number, count: number) => engine().window(query, first, count),
  find: (sheet: string, sheetRow: number) => engine().find(sheet, sheetRow),
  profile: (asOf: number) => engine().profile(asOf),
  numbers: (table: TableId) => engine().numbers(table),
  report: (call: number, request: ReportRequest, report: Report) =>
    engine().report(request, calls.task(call, report)).then(moved).finally(calls.finished(call)),
  departmentReports: (call: number, request: DepartmentReportsRequest, report: Report) =>
    engine().departmentReports(request, calls.task(call, report)).then(moved).finally(calls.finished(call)),
  reopen: (call: number, bytes: Uint8Array, fileName: string, report: Report) =>
    engine().reopen(bytes, fileName, calls.task(call, report)).finally(calls.finished(call)),
  saveProject: (call: number, project: Project, report: Report) =>
    engine().saveProject(project, calls.task(call, report)).then(moved).finally(calls.finished(call)),
  openProject: (call: number, bytes: Uint8Array, fileName: string, report: Report) =>
    engine().openProject(bytes, fileName, calls.task(call, report)).finally(calls.finished(call)),
  write: (call: number, model: ReportModel, report: Report) =>
    engine().write(model, calls.task(call, report)).finally(calls.finished(call)),
  errorWorkbook: (call: number, request: ErrorWorkbookRequest, report: Report) =>
    engine().errorWorkbook(request, calls.task(call, report)).then(moved).finally(calls.finished(call)),
  template: () => engine().template(),
});

/**
 * The engine as a worker offers it: an AbortSignal cannot cross, so a call that can be stopped carries a number,
 * and `abort` names it.
 */
export function workerSide(create: (published: Policy) => Engine) {
  let opened: Engine | undefined;
  const engine = (): Engine => {
    if (!opened) throw new Error("no policy was opened");
    return opened;
  };
  const calls = new RunningCalls();
  return {
    /** What everything is priced by from now on; first of all calls. */
    open: (published: Policy): void => {
      opened = create(published);
    },
    ...imports(engine, calls),
    ...prices(engine, calls),
    ...readsAndFiles(engine, calls),
    abort: (call: number): void => calls.abort(call),
  };
}

export type WorkerSide = ReturnType<typeof workerSide>;
