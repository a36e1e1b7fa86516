import { createContext } from "svelte";
import type { Engine } from "../../engine/port.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { ExposureState } from "./exposure.svelte.ts";
import type { ForecastState } from "./forecast.svelte.ts";
import type { RosterFiles } from "./roster-files.svelte.ts";
import type { ProjectFiles } from "./project-files.svelte.ts";
import type { ReportFiles } from "./report-files.svelte.ts";
import type { Place } from "./place.svelte.ts";
import type { Preferences } from "./preferences.svelte.ts";
import type { ScenarioState } from "./scenario-state.svelte.ts";

/** What every part of the page works with. */
export interface Desk {
  /** As published; with what a scenario adds: `scenario.policy` on the desk, `policy` of a result. */
  readonly policy: Policy;
  readonly engine: Engine;
  readonly scenario: ScenarioState;
  readonly exposure: ExposureState;
  readonly forecast: ForecastState;
  readonly files: RosterFiles;
  readonly projects: ProjectFiles;
  readonly reports: ReportFiles;
  readonly place: Place;
  readonly preferences: Preferences;
}

export const [desk, provideDesk] = createContext<Desk>();
