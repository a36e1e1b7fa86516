import type { ScenarioOutcome } from "../../policy/compare/outcome.ts";
import type { Policy } from "../../policy/policy.ts";
import type { PairedLines } from "../../simulation/paired-lines.ts";
import type { SimulatedFigures } from "../../simulation/simulated-figures.ts";

/** One of the scenarios that a workbook compares. */
export interface ComparedScenario {
  /** As the reader knows it; need not be the name of the scenario itself. */
  readonly name: string;
  readonly outcome: ScenarioOutcome;
  /** Its figures over the trials that all share and what it moves against the baseline; absent: nothing was simulated. */
  readonly trials?: { readonly figures: SimulatedFigures; readonly difference: PairedLines };
}

/** Everything that a comparison says; every sheet is a pure function of it. */
export interface ComparisonInput {
  readonly language: "zh" | "en";
  /** With the measures that any of the scenarios adds. */
  readonly policy: Policy;
  /** Two or more, the baseline first. */
  readonly scenarios: readonly ComparedScenario[];
  /** Code of the industry by enterprise, as the roster has it. */
  readonly industryCodes: readonly string[];
  readonly run: {
    readonly fileName: string;
    readonly rosterHash: string;
    readonly rulePackHash: string;
    readonly softwareVersion: string;
    /** ISO text with zone. */
    readonly writtenAt: string;
  };
}
