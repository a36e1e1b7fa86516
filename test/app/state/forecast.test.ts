import { readFile } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import type { Exposure } from "../../../src/app/state/exposure.svelte.ts";
import { ForecastState } from "../../../src/app/state/forecast.svelte.ts";
import { publishedScenario, type Scenario } from "../../../src/core/policy/scenario.ts";
import { createEngine } from "../../../src/engine/in-process.ts";
import type { Engine } from "../../../src/engine/port.ts";

let engine: Engine;

async function exposureOf(scenario: Scenario): Promise<Exposure> {
  const evaluation = await engine.evaluate(scenario);
  return { policy: xicheng202371, scenario, evaluation, totals: evaluation.totals };
}

const until = (isSo: () => boolean): Promise<void> =>
  vi.waitFor(() => expect(isSo()).toBe(true), { timeout: 50_000, interval: 5 });

beforeEach(async () => {
  engine = createEngine(xicheng202371);
  await engine.load(new Uint8Array(await readFile("samples/hand-check-30.xlsx")), "hand-check-30.xlsx");
});
afterEach(() => engine.close());

describe("the forecast of the scenario on the desk", () => {
  it("shows the first 1,000 trials, never as the whole, and then the whole", async () => {
    const forecast = new ForecastState(engine, 2500);
    const exposure = await exposureOf(publishedScenario);
    forecast.follow(exposure, publishedScenario);
    await until(() => forecast.current !== undefined);
    expect(forecast.status.kind).toBe("running");
    expect(forecast.current).toMatchObject({ trials: 2500, figures: { trials: 1000 } });
    await until(() => forecast.status.kind === "ready");
    expect(forecast.current).toMatchObject({ exposure, figures: { trials: 2500, seed: 1 } });
  });

  it("lets work pass that was asked for: stopped, or put off, until all of it is done", async () => {
    const forecast = new ForecastState(engine, 2500);
    forecast.follow(await exposureOf(publishedScenario), publishedScenario);
    const ends: (() => void)[] = [];
    const works = [1, 2].map((each) =>
      forecast.letPass(() => new Promise<number>((end) => ends.push(() => end(each)))),
    );
    expect(forecast.status.kind).toBe("queued");
    ends[0]?.();
    expect(await works[0]).toBe(1);
    expect(forecast.status.kind).toBe("queued");
    ends[1]?.();
    expect(await works[1]).toBe(2);
    await until(() => forecast.status.kind === "ready");
    expect(forecast.current?.figures.trials).toBe(2500);
    await expect(forecast.letPass(() => Promise.reject(new Error("refused")))).rejects.toThrow("refused");
    expect(forecast.status.kind).toBe("ready");
  });

  it("says of its figures that they are of another scenario as soon as one is edited, and starts anew", async () => {
    const forecast = new ForecastState(engine, 250);
    forecast.follow(await exposureOf(publishedScenario), publishedScenario);
    await until(() => forecast.status.kind === "ready");
    const before = forecast.shown;
    const edited = { ...publishedScenario, values: { "m10.档次金额.市级专精特新": 0 } };
    if (!before) throw new Error("figures must be there");
    forecast.follow(before.exposure, edited);
    expect([forecast.status.kind, forecast.isStale, forecast.current]).toEqual(["waiting", true, undefined]);
    forecast.follow(await exposureOf(edited), edited);
    await until(() => forecast.status.kind === "ready");
    expect(forecast.current?.figures.total.term.mean).toBeLessThan(before.figures.total.term.mean);
  });

  it("keeps what a stopped run has shown as figures of its first trials, and runs again when asked", async () => {
    const forecast = new ForecastState(engine, 5000);
    forecast.follow(await exposureOf(publishedScenario), publishedScenario);
    await until(() => forecast.current !== undefined);
    forecast.cancel();
    const { figures } = forecast.current ?? {};
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect([forecast.status.kind, forecast.current?.figures === figures]).toEqual(["stopped", true]);
    expect(figures?.trials).toBeLessThan(5000);
    void forecast.again();
    expect(forecast.status.kind).toBe("running");
    forecast.cancel();
  });

  it("drops a run that an edit overtook, whichever ends first", async () => {
    const forecast = new ForecastState(engine, 1000);
    const other = { ...publishedScenario, seed: 7, trials: 250 };
    forecast.follow(await exposureOf(publishedScenario), publishedScenario);
    forecast.follow(await exposureOf(other), other);
    await until(() => forecast.status.kind === "ready");
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(forecast.current?.figures).toMatchObject({ seed: 7, trials: 250 });
  });

  it("simulates nothing where no trial is asked for, or no roster is there", async () => {
    const forecast = new ForecastState(engine, 0);
    forecast.follow(await exposureOf(publishedScenario), publishedScenario);
    expect([forecast.status.kind, forecast.current]).toEqual(["empty", undefined]);
    forecast.follow(undefined, publishedScenario);
    expect(forecast.status.kind).toBe("empty");
  });

  it("fails with the reason where the engine refuses", async () => {
    const forecast = new ForecastState(engine, 0);
    const refused = { ...publishedScenario, trials: 10_000_001 };
    forecast.follow(await exposureOf(refused), refused);
    await until(() => forecast.status.kind === "failed");
    expect(forecast.status).toMatchObject({ reason: expect.stringContaining("10000001") as string });
  });
});
