import { expect, test } from "vitest";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import { demoDistrict } from "../../../samples/demo-district.ts";
import { writeSheets } from "../../../samples/write-sheets.ts";
import { affordableAnswer, valueAlong } from "../../../src/app/risk/affordable-run.ts";
import { wantedValues } from "../../../src/app/risk/wanted-values.ts";
import { zh } from "../../../src/app/text/zh.ts";
import { publishedScenario } from "../../../src/core/policy/scenario.ts";
import { sumOf } from "../../../src/core/policy/totals.ts";
import { createEngine } from "../../../src/engine/in-process.ts";

const sheets = demoDistrict().map((sheet) => ({ ...sheet, rows: sheet.rows.slice(0, 200) }));
const engine = createEngine(xicheng202371);
await engine.load(await writeSheets("名册", sheets), "名册.xlsx");

const typed = [
  { key: "m10.档次金额.市级小巨人", wanted: "80", weight: 1 },
  { key: "m20a.补助期限", wanted: "96", weight: 2 },
];

test("finds the best of all sets of an amount and a term on committed money, as a look at each does", async () => {
  const wanted = wantedValues(xicheng202371, publishedScenario, typed, 4, zh);
  if (!wanted) throw new Error("nothing read");
  const pairs = Array.from({ length: 25 }, (_, at) => [Math.floor(at / 5), at % 5]);
  const lines = await engine.totals(
    pairs.map((steps) => ({
      ...publishedScenario,
      values: Object.fromEntries(wanted.map((each, at) => [each.parameter.key, valueAlong(each, steps[at] ?? 0)])),
    })),
  );
  const sums = lines.map(({ committed }) => sumOf(committed));
  const limit = ((sums[0] ?? 0) + (sums[24] ?? 0)) / 2;
  const within = pairs.filter((_, at) => (sums[at] ?? Infinity) <= limit);
  const most = Math.max(...within.map(([a = 0, b = 0]) => (a / 4 + (2 * b) / 4) / 3));
  const request = {
    scenario: publishedScenario,
    wanted,
    figure: { kind: "committed" },
    limit,
    trials: 250,
    seed: 1,
  } as const;
  const { result } = await affordableAnswer(engine, request, {}, () => undefined);
  expect(sums[24]).toBeGreaterThan(sums[0] ?? Infinity);
  expect(result.best?.objective).toBeCloseTo(most, 12);
  expect(result.best?.figure).toBeLessThanOrEqual(limit);
  expect(result).toMatchObject({ sets: 25, isComplete: true, isMonotone: true });
});

test("reads no set with a value that is the present one, is no number, or whose key stands twice", () => {
  const read = (wants: typeof typed) => wantedValues(xicheng202371, publishedScenario, wants, 4, zh);
  const [first, second] = typed;
  if (!first || !second) throw new Error("two are typed");
  const present = String(Number(xicheng202371.parameters.find(({ key }) => key === first.key)?.value) / 10_000);
  expect(read(typed)).toHaveLength(2);
  expect(read([{ ...first, wanted: present }, second])).toBeUndefined();
  expect(read([{ ...first, wanted: "多" }, second])).toBeUndefined();
  expect(read([{ ...first, weight: 0 }, second])).toBeUndefined();
  expect(read([first, first])).toBeUndefined();
});
