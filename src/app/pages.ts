import type { Component } from "svelte";
import type { PlaceName } from "./state/place.svelte.ts";

/** A page comes when it is first opened, not with the start. */
export const pages: Readonly<Record<PlaceName, () => Promise<{ readonly default: Component }>>> = {
  overview: () => import("./overview/OverviewPage.svelte"),
  roster: () => import("./roster/wizard/RosterPlace.svelte"),
  policy: () => import("./policy/PolicyPage.svelte"),
  scenarios: () => import("./scenarios/ScenariosPage.svelte"),
  risk: () => import("./risk/RiskPage.svelte"),
  enterprise: () => import("./enterprise/EnterprisePage.svelte"),
  report: () => import("./report/ReportPage.svelte"),
};
