import { beforeEach, expect, it, vi } from "vitest";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import { demoDistrict } from "../../../samples/demo-district.ts";
import { writeSheets } from "../../../samples/write-sheets.ts";
import { ExposureState } from "../../../src/app/state/exposure.svelte.ts";
import { publishedScenario, type Scenario } from "../../../src/core/policy/scenario.ts";
import { createEngine } from "../../../src/engine/in-process.ts";
import type { Engine } from "../../../src/engine/port.ts";

const file = await writeSheets("名册", demoDistrict());
const patience = { timeout: 30_000 };
const at = (rate: number): Scenario => ({ ...publishedScenario, values: { "m06.补助比例": rate } });

let scenario: Scenario;
let engine: Engine;
let evaluated: Scenario[];
/** Lets the ledger come. */
let openGate: () => void;
let exposure: ExposureState;

/** An engine that says what it evaluated, and evaluates no move before the gate opens. */
beforeEach(async () => {
  [scenario, evaluated] = [publishedScenario, []];
  engine = createEngine(xicheng202371);
  const gate = new Promise<void>((resolve) => (openGate = resolve));
  const slow: Engine = {
    ...engine,
    evaluate: async (wanted, task) => {
      evaluated.push(wanted);
      if (wanted !== publishedScenario) await gate;
      return await engine.evaluate(wanted, task);
    },
  };
  exposure = new ExposureState(slow, xicheng202371, () => scenario);
  await exposure.load(async () => new Uint8Array(file).buffer, "名册.xlsx");
}, 60_000);

const move = (rate: number): Promise<void> => {
  scenario = at(rate);
  return exposure.refresh();
};

it("shows the figures of a number that moves before its ledger is there, exact to the 分, and evaluates where it rests alone", async () => {
  const before = exposure.result;
  expect(exposure.shown).toBe(before);
  const moves = [0.2, 0.25, 0.31].map(move);
  await vi.waitFor(() => expect(exposure.shown?.scenario).toBe(scenario), patience);
  expect(exposure.result).toBe(before);
  expect(exposure.status.kind).toBe("loading");
  const ahead = exposure.shown;
  openGate();
  await Promise.all(moves);
  expect(evaluated).toEqual([publishedScenario, scenario]);
  expect(exposure.shown).toBe(exposure.result);
  expect(exposure.status.kind).toBe("ready");
  const { total } = exposure.result?.totals ?? {};
  expect(ahead?.totals.total).toEqual(total);
  expect(ahead?.evaluation.cells).toEqual(exposure.result?.evaluation.cells);
  expect(before?.totals.total).not.toEqual(total);
});

it("shows the last result again where the work behind a move is stopped", async () => {
  const before = exposure.result;
  const moving = move(0.2);
  await vi.waitFor(() => expect(exposure.shown).not.toBe(before), patience);
  exposure.cancel();
  openGate();
  await moving;
  expect(exposure.shown).toBe(before);
  expect(exposure.status.kind).toBe("stopped");
});
