import { readFile } from "node:fs/promises";
import { expect, it, vi } from "vitest";

import { xicheng202371 as policy } from "../../rules/xicheng-2023-71/policy.ts";
import { isoDay } from "../../src/core/date/day.ts";
import { roundToFen, wan } from "../../src/core/money/money.ts";
import { evaluateRoster } from "../../src/core/policy/evaluate.ts";
import type { ByYear } from "../../src/core/policy/ledger.ts";
import { preparePolicy } from "../../src/core/policy/prepare.ts";
import { publishedScenario } from "../../src/core/policy/scenario.ts";
import { totalsOf } from "../../src/core/policy/totals.ts";
import { importRoster } from "../../src/core/roster/import-roster.ts";
import { readWorkbook } from "../../src/spreadsheet/read-workbook.ts";

// a workbook is read and a policy compiled
vi.setConfig({ testTimeout: 120_000 });

const years = [2023, 2024, 2025, 2026, 2027];
const SUM = "合计";

type Amounts = Readonly<Record<string, readonly number[]>>;

/** A table of the page: amounts in 分 by year and in all, for each measure and the sum. */
async function handTable(heading: string): Promise<Amounts> {
  const page = await readFile("docs/hand-check.md", "utf8");
  const section = page.split(/^## /m).find((part) => part.startsWith(heading)) ?? "";
  const rows = section
    .split("\n")
    .filter((line) => /^\| *(m\d|合计)/.test(line))
    .map((line) => line.split("|").slice(1, -1));
  return Object.fromEntries(
    rows.map(([name = "", ...amounts]) => [name.trim(), amounts.map((text) => roundToFen(wan(Number(text))))]),
  );
}

async function evaluated() {
  const workbook = await readWorkbook(
    new Uint8Array(await readFile("samples/hand-check-30.xlsx")),
    "hand-check-30.xlsx",
  );
  if ("refused" in workbook) throw new Error(workbook.refused.code);
  const { roster } = importRoster(workbook);
  if (!roster) throw new Error("the workbook gave no roster");
  const evaluation = evaluateRoster(preparePolicy(policy), roster, publishedScenario);
  return { evaluation, totals: totalsOf(policy, evaluation, publishedScenario) };
}

/** Years in the page's columns, and everything in all: a payment of another year would show in the sum. */
const across = (byYear: ByYear): number[] => [
  ...years.map((year) => byYear.get(year) ?? 0),
  [...byYear.values()].reduce((sum, amount) => sum + amount, 0),
];

async function programTable(basis: "committed" | "statutory"): Promise<Amounts> {
  const { totals } = await evaluated();
  const measures = policy.measures.map(
    ({ id }, index) => [id, across(totals.measures[index]?.[basis] ?? new Map())] as const,
  );
  const paying = measures.filter(([, amounts]) => amounts.some((amount) => amount !== 0));
  return Object.fromEntries([...paying, [SUM, across(totals.total[basis])]]);
}

it("pays on the planning basis what was worked by hand, by measure and year", async () => {
  expect(await programTable("committed")).toEqual(await handTable("预算口径合计"));
});

it("pays on the statutory basis what was worked by hand, by measure and year", async () => {
  expect(await programTable("statutory")).toEqual(await handTable("法定口径合计"));
});

it("keeps the energy audit of a firm whose taxes are unknown apart, and takes the newest trigger as as-of date", async () => {
  const { evaluation, totals } = await evaluated();
  expect(across(totals.total.unverified)).toEqual([0, 0, 0, 8_500_000, 0, 8_500_000]);
  expect(isoDay(evaluation.asOf)).toBe("2026-02-10");
});

it("adds up by hand, along the rows and down the columns", async () => {
  for (const heading of ["预算口径合计", "法定口径合计"]) {
    const { [SUM]: total = [], ...measures } = await handTable(heading);
    for (const amounts of [...Object.values(measures), total])
      expect(amounts.slice(0, -1).reduce((sum, amount) => sum + amount, 0)).toBe(amounts.at(-1));
    total.forEach((amount, column) =>
      expect(Object.values(measures).reduce((sum, amounts) => sum + (amounts[column] ?? 0), 0)).toBe(amount),
    );
  }
});
