import { expect, it } from "vitest";
import { readingStates } from "../../../src/app/parameters/edit-states.ts";
import { ScenarioState } from "../../../src/app/state/scenario-state.svelte.ts";
import { savedAs, workbenchOf } from "../../../src/app/state/workbench.ts";
import { publishedScenario, type Scenario } from "../../../src/core/policy/scenario.ts";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";

const reading = xicheng202371.readings.find(({ options }) => options.length > 1);
if (!reading) throw new Error("the policy must have a reading with two options");
const [first = "", second = ""] = reading.options.map(({ value }) => value);
const choosing = (option: string): Scenario => ({ ...publishedScenario, readings: { [reading.name]: option } });

it("tells what a reading was published as, saved as and is on the desk, as far as they differ", () => {
  expect(readingStates(reading, publishedScenario, undefined)).toEqual({ published: first });
  expect(readingStates(reading, choosing(second), undefined)).toEqual({ published: first, edit: second });
  expect(readingStates(reading, choosing(second), choosing(second))).toEqual({ published: first, saved: second });
  expect(readingStates(reading, publishedScenario, choosing(second))).toEqual({
    published: first,
    saved: second,
    edit: first,
  });
});

it("brings back the saved scenario whole, as one step that undo takes back; without one nothing moves", () => {
  const state = new ScenarioState(workbenchOf(publishedScenario), xicheng202371);
  state.choose(reading, second);
  state.resetToSaved();
  expect(state.current.readings).toEqual({ [reading.name]: second });
  state.arrange((bench) => savedAs(bench, "甲案"));
  state.choose(reading, first);
  state.setAsOf("2026-01-01");
  expect(state.isKept).toBe(false);
  state.resetToSaved();
  expect(state.current.readings).toEqual({ [reading.name]: second });
  expect(state.current.asOf).toBeUndefined();
  expect(state.isKept).toBe(true);
  state.undo();
  expect(state.current.asOf).toBe("2026-01-01");
});
