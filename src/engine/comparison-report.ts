import { policyUnderAll } from "../core/policy/added-measure.ts";
import type { PreparedPolicy } from "../core/policy/prepare.ts";
import type { Scenario } from "../core/policy/scenario.ts";
import { comparisonWorkbook } from "../core/report/comparison/comparison-workbook.ts";
import { textAt } from "../core/roster/text-at.ts";
import type { Task } from "../spreadsheet/task.ts";
import { writeWorkbook } from "../spreadsheet/write-report.ts";
import { comparerOf, partOf } from "./comparer.ts";
import { rulePackHash } from "./fingerprint.ts";
import type { HeldRoster } from "./held-roster.ts";
import { simulatorOf, type Threads } from "./simulator.ts";
import { softwareVersion } from "./software-version.ts";

/** What a workbook of compared scenarios is asked for. */
export interface ComparisonRequest {
  readonly language: "zh" | "en";
  /** Two to five, the baseline first; `name` as the reader knows it. */
  readonly scenarios: readonly { readonly name: string; readonly scenario: Scenario }[];
  /** Trials that all share; absent: the recorded part alone. */
  readonly run?: { readonly trials: number; readonly seed: number; readonly workers?: number };
  /** ISO text with zone: the engine has no clock. */
  readonly writtenAt: string;
}

/** The part of the engine that writes scenarios side by side. */
export interface ComparisonWriter {
  /**
   * A workbook of scenarios whose differences are formulas, as the bytes of an .xlsx file. Trials that were kept of a
   * comparison are used again.
   * @throws if no roster was loaded @throws RangeError for fewer than two or more than five scenarios, and as `simulate`
   */
  comparisonReport(request: ComparisonRequest, task?: Task): Promise<Uint8Array>;
}

/** Parts of the task: evaluations, trials, the file. */
const PARTS = 3;

/** A writer over the roster held; `held` throws if there is none. */
export function comparisonWriterOf(
  { policy }: PreparedPolicy,
  held: () => HeldRoster,
  threads: Threads,
): ComparisonWriter {
  const comparer = comparerOf(policy, held);
  const simulator = simulatorOf(policy, held, threads);
  return {
    async comparisonReport({ language, scenarios, run, writtenAt }, task) {
      const { roster, fileName } = held();
      const part = (at: number): Task | undefined => task && partOf(task, at, PARTS);
      const all = scenarios.map(({ scenario }) => scenario);
      const outcomes = await comparer.compare(all, part(0));
      const trials = run && (await simulator.compareTrials({ scenarios: all, ...run }, part(1)));
      const { sheetRow } = roster.tables.enterprises;
      const compared = outcomes.map((outcome, at) => {
        const found = trials?.[at];
        return { name: scenarios[at]?.name ?? "", outcome, ...(found && { trials: found }) };
      });
      const model = comparisonWorkbook({
        language,
        policy: policyUnderAll(policy, all),
        scenarios: compared,
        industryCodes: Array.from(sheetRow, (_, row) => textAt(roster, "enterprises", "industryCode", row)),
        run: { fileName, rosterHash: roster.hash, rulePackHash: rulePackHash(policy), softwareVersion, writtenAt },
      });
      return await writeWorkbook(model, part(2));
    },
  };
}
