import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { publishedScenario } from "../../src/core/policy/scenario.ts";
import { createEngine } from "../../src/engine/in-process.ts";
import { A, B } from "../support/imported-roster.ts";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";

const engine = createEngine(xicheng202371);

async function inspected(bytes: Uint8Array, name: string) {
  const found = await engine.inspect(bytes, name);
  if ("refused" in found) throw new Error(JSON.stringify(found.issues));
  return found;
}

test("a tried mapping's issues come with the money that the loaded roster's evaluation finds, largest first", async () => {
  const bytes = new Uint8Array(await readFile("samples/demo-district.xlsx"));
  const { mapping } = await inspected(bytes, "demo-district.xlsx");
  expect(await engine.stakes(publishedScenario)).toBeUndefined();
  await engine.tryMapping(mapping);
  const staked = await engine.stakes(publishedScenario);
  const card = await engine.load(bytes, "demo-district.xlsx");
  if ("refused" in card) throw new Error("the sample was refused");
  const { atStake, issues } = await engine.evaluate(publishedScenario);
  const amounts = (staked ?? []).flatMap(({ amount }) => (amount === undefined ? [] : [amount]));
  expect(amounts.length).toBeGreaterThan(0);
  expect(amounts).toEqual(atStake.map(({ amount }) => amount));
  expect(staked).toHaveLength(card.issues.length + issues.length);
  const first = staked?.slice(amounts.length).map(({ issue }) => issue.severity) ?? [];
  expect(first).toEqual(first.toSorted()); // error before warning
}, 60_000);

test("repairs of codes follow the column that is read as the code", async () => {
  const slipped = B.replaceAll("0", "O");
  const csv = `企业名称,统一社会信用代码\n甲,${A}\n乙,${slipped}\n`;
  const { mapping, repairs } = await inspected(new TextEncoder().encode(csv), "企业.csv");
  const unread = mapping.sheets.map((sheet) => ({
    ...sheet,
    columns: sheet.columns.filter(({ field }) => field !== "uscc"),
  }));
  expect(repairs).toMatchObject([{ cell: "B3", before: slipped, after: B }]);
  expect(await engine.repairs({ ...mapping, sheets: unread })).toEqual([]);
  expect(await engine.repairs(mapping)).toEqual(repairs);
});
