import { policyUnder } from "../core/policy/added-measure.ts";
import type { Policy } from "../core/policy/policy.ts";
import { preparePolicy } from "../core/policy/prepare.ts";
import { summaryOf } from "../core/policy/totals.ts";
import { rosterTemplate } from "../core/report/roster-template.ts";
import { tables, type FieldId, type TableId } from "../core/roster/fields.ts";
import { rosterProfile } from "../core/roster/roster-profile.ts";
import { textAt } from "../core/roster/text-at.ts";
import { writeWorkbook } from "../spreadsheet/write-report.ts";
import { BlockPool } from "./block-pool.ts";
import { runBlocksHere } from "./block-runner.ts";
import { cellEditorOf, heldCells } from "./cell-editor.ts";
import { comparerOf } from "./comparer.ts";
import type { Engine, RosterCard } from "./port.ts";
import { numberColumns } from "./number-columns.ts";
import { comparisonWriterOf } from "./comparison-report.ts";
import { explainerOf } from "./explainer.ts";
import { firmStudiesOf } from "./firm-studies.ts";
import { HeldRoster } from "./held-roster.ts";
import { importerOf } from "./importer.ts";
import { InspectedWorkbook } from "./inspected-workbook.ts";
import { loadRoster, type ReadRoster } from "./load-roster.ts";
import { openProject, projectFile } from "./project-file.ts";
import { reopenFile } from "./reopen.ts";
import { reportsOf } from "./report-writer.ts";
import type { LoadedRoster } from "./report-request.ts";
import { differOf } from "./roster-difference.ts";
import { simulatorOf } from "./simulator.ts";
import type { Thread } from "./thread.ts";

function cardOf({ roster, fileName, issues, cleaning, repairs }: LoadedRoster): RosterCard {
  const rowCount = (table: TableId): [TableId, number] => [table, roster.tables[table].rowCount];
  const { sheetRow } = roster.tables.enterprises;
  const textsOf = (field: FieldId): string[] =>
    Array.from(sheetRow, (_, row) => textAt(roster, "enterprises", field, row));
  return {
    fileName,
    hash: roster.hash,
    codes: textsOf("uscc"),
    names: textsOf("name"),
    industryCodes: textsOf("industryCode"),
    sheetRows: sheetRow,
    counts: roster.counts,
    rowCounts: Object.fromEntries(tables.map(({ id }) => rowCount(id))) as Record<TableId, number>,
    issues,
    cleaning: cleaning.counts,
    repairs,
  };
}

/** What is read of the loaded roster as it stands. */
const readsOf = (held: () => HeldRoster): Pick<Engine, "window" | "find" | "profile" | "numbers"> => ({
  window: async (query, first, count) => held().reader.window(query, first, count),
  find: async (sheet, sheetRow) => held().reader.find(sheet, sheetRow),
  profile: async (asOf) => rosterProfile(held().roster, asOf),
  numbers: async (table) => numberColumns(held().roster, table),
});

/** Threads that simulate for an engine. */
export interface SimulationThreads {
  readonly start: () => Thread;
  /** How many where a request names none. */
  readonly usual: number;
  /** How long they may take over a block of a cancelled run before they are replaced, ms; two seconds if absent. */
  readonly patience?: number;
}

/**
 * The engine in this very thread: what the workers, the command line and the tests run.
 * @param published the policy that it prices by; a pack is plain data, so that it can come from anywhere
 * @param threads for simulations; absent: they run in this thread, too
 */
export function createEngine(published: Policy, threads?: SimulationThreads): Engine {
  const prepared = preparePolicy(published);
  const pool = threads && new BlockPool(threads.start, threads.patience);
  const inspected = new InspectedWorkbook();
  let loaded: HeldRoster | undefined;
  const held = (): HeldRoster => {
    if (!loaded) throw new Error("no roster was loaded");
    return loaded;
  };
  const here = { runBlocks: pool?.run ?? runBlocksHere, usual: threads?.usual ?? 1 };
  const hold = (read: ReadRoster): RosterCard => {
    loaded = new HeldRoster(prepared, read, heldCells(read));
    return cardOf(read);
  };
  return {
    async load(bytes, fileName, task, mapping) {
      const found = await loadRoster(bytes, fileName, task, mapping, inspected.read);
      if ("refused" in found) return found;
      inspected.forget();
      return hold(found);
    },
    ...cellEditorOf(held, hold),
    ...importerOf(prepared, inspected, () => loaded),
    changes: async ({ of, kind }, first, count) =>
      (of === "trial" ? inspected : loaded)?.cleaning?.changes(first, count, kind),
    async evaluate(scenario, task) {
      task?.signal?.throwIfAborted();
      task?.onProgress?.({ step: "evaluate", done: 0 });
      const evaluation = await held().evaluated(scenario, task);
      return { ...evaluation, ...summaryOf(policyUnder(prepared.policy, scenario), evaluation, scenario) };
    },
    sums: async (scenario, task) => held().sums(scenario, task),
    ...simulatorOf(published, held, here),
    ...explainerOf(prepared, held),
    ...firmStudiesOf(prepared, held, here),
    ...comparerOf(prepared.policy, held),
    ...comparisonWriterOf(prepared, held, here),
    ...differOf(prepared, held, inspected.read),
    ...readsOf(held),
    ...reportsOf(prepared, held),
    reopen: (bytes, fileName, task) => reopenFile(prepared.policy, bytes, fileName, task),
    saveProject: async (project) => projectFile(prepared.policy, project),
    openProject: async (bytes, fileName) => openProject(prepared.policy, bytes, fileName),
    write: (model, task) => writeWorkbook(model, task),
    template: () => writeWorkbook(rosterTemplate("zh")),
    close: () => {
      pool?.close();
      inspected.forget();
      loaded = undefined;
    },
  };
}
