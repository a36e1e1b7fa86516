import type { Scenario } from "../core/policy/scenario.ts";
import { transfer } from "comlink";
import type { ErrorWorkbookRequest } from "./error-workbook-request.ts";
import type { ReportRequest } from "./report-request.ts";
import type { TableQuery } from "./table-query.ts";
import type { ReportModel } from "../core/report/report-model.ts";
import type { TableId } from "../core/roster/fields.ts";
import type { Mapping, SheetChoice } from "../core/roster/mapping/mapping.ts";
import type { SimulatedFigures } from "../core/simulation/simulated-figures.ts";
import type { ChangesQuery, Engine, Progress, Task } from "./port.ts";
import type { DifferenceQuery, DifferenceRequest } from "./roster-difference.ts";
import type { SimulationRequest } from "./simulation-request.ts";

/** Progress of one call; crosses the thread as a comlink proxy. */
export type Report = (progress: Progress) => void;

/** Figures over the first trials of a run; crosses the thread as a comlink proxy. */
export type PartialReport = (figures: SimulatedFigures) => void;

/** Bytes that leave the worker without being copied. */
const moved = <Made>(made: Made): Made => (made instanceof Uint8Array ? transfer(made, [made.buffer]) : made);

/**
 * The engine as a worker offers it: an AbortSignal cannot cross, so a call that can be stopped carries a number,
 * and `abort` names it.
 */
export function workerSide(engine: Engine) {
  const running = new Map<number, AbortController>();
  const task = (call: number, report: Report): Task => {
    const controller = new AbortController();
    running.set(call, controller);
    return { signal: controller.signal, onProgress: report };
  };
  const finished = (call: number) => (): void => {
    running.delete(call);
  };
  return {
    load: (call: number, bytes: Uint8Array, fileName: string, report: Report, mapping?: Mapping) =>
      engine.load(bytes, fileName, task(call, report), mapping).finally(finished(call)),
    inspect: (call: number, bytes: Uint8Array, fileName: string, report: Report, known?: Mapping) =>
      engine.inspect(bytes, fileName, task(call, report), known).finally(finished(call)),
    proposeSheet: (choice: SheetChoice) => engine.proposeSheet(choice),
    tryMapping: (mapping: Mapping) => engine.tryMapping(mapping),
    repairs: (mapping: Mapping) => engine.repairs(mapping),
    stakes: (call: number, scenario: Scenario, report: Report) =>
      engine.stakes(scenario, task(call, report)).finally(finished(call)),
    changes: (query: ChangesQuery, first: number, count: number) => engine.changes(query, first, count),
    evaluate: (call: number, scenario: Scenario, report: Report) =>
      engine.evaluate(scenario, task(call, report)).finally(finished(call)),
    sums: (call: number, scenario: Scenario, report: Report) =>
      engine.sums(scenario, task(call, report)).finally(finished(call)),
    compare: (call: number, scenarios: readonly Scenario[], report: Report) =>
      engine.compare(scenarios, task(call, report)).finally(finished(call)),
    totals: (call: number, scenarios: readonly Scenario[], report: Report) =>
      engine.totals(scenarios, task(call, report)).finally(finished(call)),
    difference: (call: number, request: DifferenceRequest, report: Report) =>
      engine.difference(request, task(call, report)).finally(finished(call)),
    differenceRows: (query: DifferenceQuery, first: number, count: number) =>
      engine.differenceRows(query, first, count),
    differenceWorkbook: (call: number, language: "zh" | "en", report: Report) =>
      engine
        .differenceWorkbook(language, task(call, report))
        .then((made) => made && moved(made))
        .finally(finished(call)),
    simulate: (call: number, request: SimulationRequest, report: Report, onPartial?: PartialReport) =>
      engine.simulate(request, { ...task(call, report), ...(onPartial && { onPartial }) }).finally(finished(call)),
    explain: (scenario: Scenario, code: string) => engine.explain(scenario, code),
    shortfalls: (scenario: Scenario, code: string) => engine.shortfalls(scenario, code),
    noEffect: (scenario: Scenario, key: string) => engine.noEffect(scenario, key),
    window: (query: TableQuery, first: number, count: number) => engine.window(query, first, count),
    find: (sheet: string, sheetRow: number) => engine.find(sheet, sheetRow),
    profile: (asOf: number) => engine.profile(asOf),
    numbers: (table: TableId) => engine.numbers(table),
    report: (call: number, request: ReportRequest, report: Report) =>
      engine.report(request, task(call, report)).then(moved).finally(finished(call)),
    reopen: (call: number, bytes: Uint8Array, fileName: string, report: Report) =>
      engine.reopen(bytes, fileName, task(call, report)).finally(finished(call)),
    write: (call: number, model: ReportModel, report: Report) =>
      engine.write(model, task(call, report)).finally(finished(call)),
    errorWorkbook: (call: number, request: ErrorWorkbookRequest, report: Report) =>
      engine.errorWorkbook(request, task(call, report)).then(moved).finally(finished(call)),
    template: () => engine.template(),
    abort: (call: number): void => running.get(call)?.abort(),
  };
}

export type WorkerSide = ReturnType<typeof workerSide>;
