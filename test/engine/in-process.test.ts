import { expect, test } from "vitest";
import { publishedScenario } from "../../src/core/policy/scenario.ts";
import { createEngine } from "../../src/engine/in-process.ts";
import type { Engine, Progress } from "../../src/engine/port.ts";
import { demoDistrict } from "../../samples/demo-district.ts";
import { writeSheets } from "../../samples/write-sheets.ts";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";

const file = await writeSheets("名册", demoDistrict());

async function loaded(): Promise<Engine> {
  const engine = createEngine(xicheng202371);
  await engine.load(file.slice(), "名册.xlsx");
  return engine;
}

test("an evaluation that is stopped midway ends in an AbortError, and the engine goes on", async () => {
  const engine = await loaded();
  const controller = new AbortController();
  const heard: Progress[] = [];
  const onProgress = (progress: Progress) => {
    heard.push(progress);
    if (progress.done > 0) controller.abort();
  };
  await expect(engine.evaluate(publishedScenario, { signal: controller.signal, onProgress })).rejects.toMatchObject({
    name: "AbortError",
  });
  expect(heard.at(-1)).toMatchObject({ step: "evaluate" });
  expect(heard.at(-1)?.done).toBeLessThan(1);
  const after = await engine.evaluate(publishedScenario, { onProgress: () => undefined });
  expect(after.ledger).toEqual((await (await loaded()).evaluate(publishedScenario)).ledger);
});

test("sums as a number moves are those of the evaluation that follows, to the 分, and one that was passed by is dropped", async () => {
  const engine = await loaded();
  for (const rate of [0.1, 0.31, 0.3]) {
    const moved = { ...publishedScenario, values: { ...publishedScenario.values, "m06.补助比例": rate } };
    const sums = await engine.sums(moved);
    const { totals, cells, pools, funds } = await engine.evaluate(moved);
    const { measures, departments, total, forgone } = totals;
    expect(sums).toEqual({ measures, departments, total, forgone, cells, pools, funds });
  }
  await expect(engine.sums(publishedScenario, { signal: AbortSignal.abort() })).rejects.toMatchObject({
    name: "AbortError",
  });
});

test("progress of an evaluation grows from nothing and stays within the whole", async () => {
  const engine = await loaded();
  const done: number[] = [];
  await engine.evaluate(publishedScenario, { onProgress: (progress) => done.push(progress.done) });
  expect(done[0]).toBe(0);
  expect(done).toEqual(done.toSorted((a, b) => a - b));
  expect(done.length).toBeGreaterThan(2);
  expect(done.at(-1)).toBeLessThanOrEqual(1);
});

test("a roster loaded during an evaluation is not mistaken for the one evaluated", async () => {
  const engine = await loaded();
  const running = engine.evaluate(publishedScenario, { onProgress: () => undefined });
  const one = await writeSheets(
    "名册",
    demoDistrict()
      .slice(0, 2)
      .map((sheet) => ({ ...sheet, rows: sheet.rows.slice(0, 40) })),
  );
  await engine.load(one, "小名册.xlsx");
  const before = await running;
  expect((await engine.evaluate(publishedScenario)).ledger.count).toBeLessThan(before.ledger.count);
});

test("a file that was inspected is read once, and another of its name anew", async () => {
  const engine = createEngine(xicheng202371);
  const stepsOfLoading = async (bytes: Uint8Array): Promise<Set<string>> => {
    const steps = new Set<string>();
    const card = await engine.load(bytes, "名册.xlsx", { onProgress: ({ step }) => steps.add(step) });
    expect(card).not.toHaveProperty("refused");
    return steps;
  };
  await engine.inspect(file.slice(), "名册.xlsx");
  expect(await stepsOfLoading(file.slice())).not.toContain("read");
  await engine.inspect(file.slice(), "名册.xlsx");
  expect(await stepsOfLoading(await writeSheets("名册", demoDistrict().slice(0, 2)))).toContain("read");
});
