import { proxy, transfer, type Remote } from "comlink";
import engineWorker from "../../workers/engine-worker.ts?worker&url";
import type { Policy } from "../core/policy/policy.ts";
import type { Mapping, MappingProposal } from "../core/roster/mapping/mapping.ts";
import type { Engine, LoadRefusal, Progress, RosterCard, Task } from "./port.ts";
import type { OpenedProject } from "./project-file.ts";
import type { ReopenedFile } from "./reopen.ts";
import type { RosterDifference } from "./roster-difference.ts";
import type { Report, WorkerSide } from "./worker-side.ts";
import { boundWorker } from "../../workers/bound-worker.ts";
import { orAborted } from "./or-aborted.ts";
import { webThread } from "./thread.ts";
import { EngineLostError, ReplacedError, WorkerSession } from "./worker-session.ts";

/** A worker that has not stopped a cancelled call after so many milliseconds is replaced. */
const PATIENCE = 2000;

interface RosterFile {
  readonly content: Blob;
  readonly fileName: string;
  readonly mapping?: Mapping | undefined;
}

type Start<T> = (remote: Remote<WorkerSide>, call: number, report: Report) => Promise<T>;

const startEngineWorker = (): Worker => boundWorker(engineWorker);

async function loadInto(remote: Remote<WorkerSide>, call: number, file: RosterFile, report: Report) {
  const bytes = new Uint8Array(await file.content.arrayBuffer());
  return await remote.load(call, transfer(bytes, [bytes.buffer]), file.fileName, report, file.mapping);
}

/** One worker after another: a new one opens the policy and reads its predecessor's roster before anything else. */
class WorkerClient {
  readonly #published: Policy;
  readonly #startWorker: () => Worker;
  #session: WorkerSession<WorkerSide> | undefined;
  /** The roster that callers were told of; `#held` is what the worker has. */
  #kept: RosterFile | undefined;
  #held: RosterFile | undefined;
  #preparing: Promise<WorkerSession<WorkerSide>> | undefined;
  #cancelled: Promise<unknown> = Promise.resolve();
  #calls = 0;
  #closed = false;

  constructor(published: Policy, startWorker: () => Worker) {
    this.#published = published;
    this.#startWorker = startWorker;
  }

  call<T>(task: Task | undefined, start: Start<T>): Promise<T> {
    task?.signal?.throwIfAborted();
    return orAborted(this.#attempt(task, start), task?.signal);
  }

  /** The worker's roster is the caller's only once the caller has been told, not if the call was cancelled before. */
  async load(file: RosterFile, task: Task | undefined): Promise<RosterCard | LoadRefusal> {
    const loaded = await this.call(task, async (remote, call, report) => {
      const answer = await loadInto(remote, call, file, report);
      if (!("refused" in answer)) this.#held = file;
      return answer;
    });
    if (!("refused" in loaded)) this.#kept = file;
    return loaded;
  }

  /** The file stays; how it is read is the caller's once the caller has been told. */
  async reread(mapping: Mapping | undefined, task: Task | undefined): Promise<RosterCard | LoadRefusal | undefined> {
    const file = this.#kept && { ...this.#kept, mapping };
    const answer = await this.call<RosterCard | LoadRefusal | undefined>(task, async (remote, call, report) => {
      const read = await remote.reread(call, mapping, report);
      if (read && !("refused" in read)) this.#held = file;
      return read;
    });
    if (answer && !("refused" in answer)) this.#kept = file;
    return answer;
  }

  close(): void {
    this.#closed = true;
    this.#session?.end(new EngineLostError("the engine was closed"));
  }

  async #attempt<T>(task: Task | undefined, start: Start<T>): Promise<T> {
    const onProgress = (progress: Progress): void => task?.onProgress?.(progress);
    const session = await this.#ready(onProgress);
    task?.signal?.throwIfAborted();
    const call = this.#calls++;
    const answer = session.run((remote) => start(remote, call, proxy(onProgress)));
    const abort = (): void => this.#abandon(session, call, answer);
    task?.signal?.addEventListener("abort", abort, { once: true });
    try {
      return await answer;
    } catch (error) {
      if (error instanceof ReplacedError && !task?.signal?.aborted) return await this.#attempt(task, start);
      throw error;
    } finally {
      task?.signal?.removeEventListener("abort", abort);
    }
  }

  /** Later calls wait until a cancelled one is out of the worker: it may still be changing what the worker holds. */
  #abandon(session: WorkerSession<WorkerSide>, call: number, answer: Promise<unknown>): void {
    void session.run((remote) => remote.abort(call)).catch(() => undefined);
    const timer = setTimeout(() => session.end(new ReplacedError("the worker did not stop")), PATIENCE);
    const out = answer.then(
      () => clearTimeout(timer),
      () => clearTimeout(timer),
    );
    this.#cancelled = Promise.all([this.#cancelled, out]);
  }

  async #ready(onProgress: (progress: Progress) => void): Promise<WorkerSession<WorkerSide>> {
    if (this.#closed) throw new EngineLostError("the engine was closed");
    await this.#cancelled;
    if (this.#session && !this.#session.ended && this.#held === this.#kept) return this.#session;
    this.#preparing ??= this.#prepare(onProgress).finally(() => (this.#preparing = undefined));
    return await this.#preparing;
  }

  async #prepare(onProgress: (progress: Progress) => void): Promise<WorkerSession<WorkerSide>> {
    if (!this.#session || this.#session.ended) {
      const fresh = new WorkerSession<WorkerSide>(webThread(this.#startWorker()));
      this.#session = fresh;
      this.#held = undefined;
      await fresh.run((remote) => remote.open(this.#published));
    }
    const session = this.#session;
    const kept = this.#kept;
    if (kept && this.#held !== kept) {
      await session.run((remote) => loadInto(remote, this.#calls++, kept, proxy(onProgress)));
      this.#held = kept;
    }
    return session;
  }
}

/** What is written and opened as a file of its own. */
const filesOf = (
  client: WorkerClient,
): Pick<Engine, "report" | "reopen" | "saveProject" | "openProject" | "write" | "errorWorkbook"> => ({
  report: (request, task) => client.call(task, (remote, call, report) => remote.report(call, request, report)),
  reopen: (bytes, fileName, task) =>
    client.call<ReopenedFile | LoadRefusal>(task, (remote, call, report) =>
      remote.reopen(call, bytes, fileName, report),
    ),
  saveProject: (project, task) =>
    client.call(task, (remote, call, report) => remote.saveProject(call, project, report)),
  openProject: (bytes, fileName, task) =>
    client.call<OpenedProject | LoadRefusal>(task, (remote, call, report) =>
      remote.openProject(call, bytes, fileName, report),
    ),
  write: (model, task) => client.call(task, (remote, call, report) => remote.write(call, model, report)),
  errorWorkbook: (request, task) =>
    client.call<Uint8Array | LoadRefusal>(task, (remote, call, report) => remote.errorWorkbook(call, request, report)),
});

/**
 * The engine in a worker of its own, so that the page is never blocked. When the worker dies, the calls under way are
 * rejected with an {@link EngineLostError}; the next call starts another worker, which reads the roster again first.
 * A cancelled call is rejected at once.
 * @param published the policy that it prices by; the worker is sent it whole
 */
export function createWorkerEngine(published: Policy, startWorker: () => Worker = startEngineWorker): Engine {
  const client = new WorkerClient(published, startWorker);
  return {
    load: (bytes, fileName, task, mapping) =>
      client.load({ content: new Blob([new Uint8Array(bytes)]), fileName, mapping }, task),
    reread: (mapping, task) => client.reread(mapping, task),
    cell: (of) => client.call(undefined, (remote) => remote.cell(of)),
    inspect: (bytes, fileName, task, known) =>
      client.call<MappingProposal | LoadRefusal>(task, (remote, call, report) =>
        remote.inspect(call, bytes, fileName, report, known),
      ),
    proposeSheet: (choice) => client.call(undefined, (remote) => remote.proposeSheet(choice)),
    tryMapping: (mapping) => client.call(undefined, (remote) => remote.tryMapping(mapping)),
    repairs: (mapping) => client.call(undefined, (remote) => remote.repairs(mapping)),
    stakes: (scenario, task, of) =>
      client.call(task, (remote, call, report) => remote.stakes(call, scenario, report, of)),
    changes: (query, first, count) => client.call(undefined, (remote) => remote.changes(query, first, count)),
    evaluate: (scenario, task) => client.call(task, (remote, call, report) => remote.evaluate(call, scenario, report)),
    sums: (scenario, task) => client.call(task, (remote, call, report) => remote.sums(call, scenario, report)),
    compare: (scenarios, task) => client.call(task, (remote, call, report) => remote.compare(call, scenarios, report)),
    compareTrials: (request, task) =>
      client.call(task, (remote, call, report) => remote.compareTrials(call, request, report)),
    comparisonReport: (request, task) =>
      client.call(task, (remote, call, report) => remote.comparisonReport(call, request, report)),
    departmentReports: (request, task) =>
      client.call(task, (remote, call, report) => remote.departmentReports(call, request, report)),
    totals: (scenarios, task) => client.call(task, (remote, call, report) => remote.totals(call, scenarios, report)),
    difference: (request, task) =>
      client.call<RosterDifference | LoadRefusal>(task, (remote, call, report) =>
        remote.difference(call, request, report),
      ),
    differenceRows: (query, first, count) =>
      client.call(undefined, (remote) => remote.differenceRows(query, first, count)),
    differenceWorkbook: (language, task) =>
      client.call<Uint8Array | undefined>(task, (remote, call, report) =>
        remote.differenceWorkbook(call, language, report),
      ),
    simulate: (request, task) =>
      client.call(task, (remote, call, report) =>
        remote.simulate(call, request, report, task?.onPartial && proxy(task.onPartial)),
      ),
    explain: (scenario, code) => client.call(undefined, (remote) => remote.explain(scenario, code)),
    shortfalls: (scenario, code) => client.call(undefined, (remote) => remote.shortfalls(scenario, code)),
    hypothesis: (request, task) =>
      client.call(task, async (remote, call, report) => await remote.hypothesis(call, request, report)),
    reductions: (scenario, code) => client.call(undefined, (remote) => remote.reductions(scenario, code)),
    firmRange: (request, task) =>
      client.call(task, async (remote, call, report) => await remote.firmRange(call, request, report)),
    noEffect: (scenario, key) => client.call(undefined, async (remote) => await remote.noEffect(scenario, key)),
    window: (query, first, count) => client.call(undefined, (remote) => remote.window(query, first, count)),
    find: (sheet, sheetRow) => client.call(undefined, (remote) => remote.find(sheet, sheetRow)),
    profile: (asOf) => client.call(undefined, (remote) => remote.profile(asOf)),
    numbers: (table) => client.call(undefined, (remote) => remote.numbers(table)),
    ...filesOf(client),
    template: () => client.call(undefined, (remote) => remote.template()),
    close: () => client.close(),
  };
}
