import { publishedScenario, type Scenario } from "../../core/policy/scenario.ts";
import type { Messages } from "./zh.ts";

/** A scenario's name as the page shows it; the published policy is named in the page's language. */
export const scenarioName = ({ name }: Scenario, messages: Messages): string =>
  name === publishedScenario.name || name === "" ? messages.published : name;
