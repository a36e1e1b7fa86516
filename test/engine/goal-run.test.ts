import { expect, test } from "vitest";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";
import { demoDistrict } from "../../samples/demo-district.ts";
import { writeSheets } from "../../samples/write-sheets.ts";
import { goalAnswer, type GoalRequest } from "../../src/engine/goal-run.ts";
import { publishedScenario } from "../../src/core/policy/scenario.ts";
import { sumOf } from "../../src/core/policy/totals.ts";
import { seekGoal } from "../../src/core/simulation/goal-seek.ts";
import { createEngine } from "../../src/engine/in-process.ts";

const file = await writeSheets(
  "名册",
  demoDistrict().map((sheet) => ({ ...sheet, rows: sheet.rows.slice(0, 200) })),
);
const engine = createEngine(xicheng202371);
await engine.load(file, "名册.xlsx");

function requestOf(key: string, rest: Pick<GoalRequest, "figure" | "limit">): GoalRequest {
  const parameter = xicheng202371.parameters.find((each) => each.key === key);
  if (!parameter) throw new Error(`no ${key}`);
  return { scenario: publishedScenario, parameter, trials: 250, seed: 3, ...rest };
}

test("agrees with a look at every value of a whole-numbered parameter, on committed money", async () => {
  const months = Array.from({ length: 121 }, (_, count) => count);
  const lines = await engine.totals(
    months.map((count) => ({ ...publishedScenario, values: { "m20a.补助期限": count } })),
  );
  const sums = lines.map(({ committed }) => sumOf(committed));
  const limit = ((sums[0] ?? 0) + (sums[120] ?? 0)) / 2;
  const { result } = await goalAnswer(engine, requestOf("m20a.补助期限", { figure: { kind: "committed" }, limit }), {});
  const last = months.filter((count) => (sums[count] ?? Infinity) <= limit).at(-1);
  expect(last).toBeGreaterThan(0);
  expect(result.kind === "found" && result.met).toEqual({ value: last, figure: sums[last ?? 0] });
});

test("finds a rate that keeps P95 within a limit, and checks it on trials of another seed", async () => {
  const figureAt = async (rate: number) =>
    (
      await engine.simulate({
        scenario: { ...publishedScenario, values: { "m06.补助比例": rate } },
        trials: 250,
        seed: 3,
      })
    ).total.term.p95;
  const [low, high] = [await figureAt(0), await figureAt(1)];
  const heard: number[] = [];
  const limit = (low + high) / 2;
  const { result, check } = await goalAnswer(engine, requestOf("m06.补助比例", { figure: { kind: "p95" }, limit }), {
    onProgress: ({ done }) => heard.push(done),
  });
  if (result.kind !== "found") throw new Error(result.kind);
  expect(result.isMonotone).toBe(true);
  expect(await figureAt(result.met.value)).toBe(result.met.figure);
  expect(result.met.figure).toBeLessThanOrEqual(limit);
  expect(result.missed.figure).toBeGreaterThan(limit);
  expect(result.missed.value - result.met.value).toBeCloseTo(0.0001, 12);
  expect(check?.seed).toBe(4);
  expect(check?.value).not.toBe(result.met.figure);
  expect(heard).toEqual(heard.toSorted((a, b) => a - b));
});

test("the first trials narrow the range; all trials decide, as they would alone", async () => {
  const request = { ...requestOf("m06.补助比例", { figure: { kind: "mean" }, limit: 0 }), trials: 500 };
  const figureAt = async (rate: number) => {
    const scenario = { ...publishedScenario, values: { "m06.补助比例": rate } };
    return (await engine.simulate({ ...request, scenario })).total.term.mean;
  };
  const [low, high] = [await figureAt(0), await figureAt(1)];
  const goal = { ...request, limit: low + 0.4 * (high - low) };
  const heard: number[] = [];
  const { result, narrowing } = await goalAnswer(engine, goal, {}, (count) => heard.push(count));
  const alone = await seekGoal(
    { range: { minimum: 0, steps: 10_000, perUnit: 10_000 }, start: 0.3, limit: goal.limit },
    figureAt,
  );
  if (result.kind !== "found" || alone.kind !== "found") throw new Error(result.kind);
  expect([result.met, result.missed]).toEqual([alone.met, alone.missed]);
  expect(narrowing).toBeGreaterThan(2);
  expect(heard).toEqual(Array.from({ length: narrowing + result.tried.length + 1 }, (_, at) => at + 1));
});

test("a chance of passing a budget that nobody set is refused, and a stop is an AbortError", async () => {
  const request = requestOf("m06.补助比例", { figure: { kind: "overBudget", year: 2027 }, limit: 0.1 });
  await expect(goalAnswer(engine, request, {})).rejects.toThrow("sets no budget");
  const signal = AbortSignal.abort();
  await expect(goalAnswer(engine, request, { signal })).rejects.toMatchObject({ name: "AbortError" });
});
