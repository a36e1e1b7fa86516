import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Evaluation } from "../../../src/core/policy/evaluation.ts";
import { Eligibility, type ByYear } from "../../../src/core/policy/ledger.ts";
import { sumOf, totalsOf } from "../../../src/core/policy/totals.ts";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import { evaluateRows, rosterOf, scenarioOf, type Differences, type Sheets } from "./evaluate-rows.ts";
import { randomDifferences, randomSheets } from "./random-roster.ts";

const seed = 20230529;

const holds = (runs: number, law: (sheets: Sheets, differences: Differences) => void): void => {
  fc.assert(fc.property(randomSheets, randomDifferences, law), { seed, numRuns: runs });
};

/** The same scenario with one reading set. */
const reading = (differences: Differences, name: string, value: string): Differences => ({
  ...differences,
  readings: { ...differences.readings, [name]: value },
});

const sum = (amounts: Iterable<number>): number => [...amounts].reduce((total, amount) => total + amount, 0);

const totalOf = (evaluation: Evaluation): number =>
  sumOf(totalsOf(xicheng202371, evaluation, scenarioOf()).total.committed);

/** Every payment by the fields that do not depend on the order of rows. */
function keyedPayments({ ledger }: Evaluation, sheets: Sheets): string[] {
  const roster = rosterOf(sheets);
  const texts = roster.tables.enterprises.columns.get("uscc")?.values;
  const code = (enterprise: number) => roster.texts[texts?.[enterprise] ?? -1];
  return Array.from({ length: ledger.count }, (_, i) =>
    JSON.stringify([
      ledger.measure[i],
      code(ledger.enterprise[i] ?? -1),
      ...[ledger.rule, ledger.date, ledger.year, ledger.part, ledger.gross, ledger.net].map((column) => column[i]),
      ...[ledger.statutory, ledger.eligibility, ledger.binds].map((column) => column[i]),
    ]),
  ).sort();
}

const inOrderOfYears = (byYear: ByYear) => [...byYear].sort(([a], [b]) => a - b);

test("the random rosters reach every measure that pays on triggers, with money", () => {
  const paying = new Set<string>();
  for (const sheets of fc.sample(randomSheets, { seed, numRuns: 20 })) {
    const { ledger } = evaluateRows(sheets, { values: { "m04.年度额度": 1_000_000, "m21b.用人单位比例": 0.1 } });
    ledger.net.forEach((net, i) => {
      if (net > 0) paying.add(xicheng202371.measures[ledger.measure[i] ?? 0]?.id ?? "");
    });
  }
  const triggered = xicheng202371.measures.filter(({ kind }) => kind !== "fund" && kind !== "envelope");
  expect([...paying].sort()).toEqual(triggered.map(({ id }) => id).sort());
});

describe("sums of the recorded part", () => {
  test("agree by measure, department, year and enterprise under both ways to split departments", () => {
    holds(12, (sheets, differences) => {
      const evaluation = evaluateRows(sheets, differences);
      for (const split of ["首列部门", "平均分摊"]) {
        const totals = totalsOf(xicheng202371, evaluation, scenarioOf({ readings: { 部门分摊: split } }));
        const total = sumOf(totals.total.committed);
        expect(sum(totals.measures.map(({ committed }) => sumOf(committed)))).toBe(total);
        for (const kind of ["committed", "statutory", "unverified"] as const) {
          const ofDepartments = [...totals.departments.values()].map((line) => sumOf(line[kind]));
          expect(sum(ofDepartments)).toBe(sumOf(totals.total[kind]));
        }
        expect(sum(totals.enterprises.amount)).toBe(total);
      }
    });
  });

  test("are gross less what was forgone, with no payment above its gross or below zero", () => {
    holds(12, (sheets, differences) => {
      const evaluation = evaluateRows(sheets, differences);
      const { ledger } = evaluation;
      const good = Array.from(ledger.net.keys()).filter((i) => ledger.eligibility[i] === Eligibility.true);
      const totals = totalsOf(xicheng202371, evaluation, scenarioOf());
      const forgone = sum(totals.forgone.flatMap((byBind) => [...byBind.values()]));
      expect(sum(good.map((i) => ledger.gross[i] ?? 0)) - forgone).toBe(sumOf(totals.total.committed));
      ledger.net.forEach((net, i) => {
        expect(net).toBeGreaterThanOrEqual(0);
        expect(net).toBeLessThanOrEqual(ledger.gross[i] ?? 0);
        expect(Number.isInteger(net)).toBe(true);
      });
    });
  });

  test("never pass the statutory amount of a firm and article over all years", () => {
    holds(30, (sheets, differences) => {
      // of two measures each basis may choose its own, so an article alone can pass its statutory amount
      const { ledger, pools } = evaluateRows(sheets, reading(differences, "同一事项", "否"));
      const room = new Map<string, number>();
      ledger.net.forEach((net, i) => {
        const measure = xicheng202371.measures[ledger.measure[i] ?? 0];
        if (measure?.kind === "pool") return;
        const key = `${measure?.article} ${ledger.enterprise[i]}`;
        room.set(key, (room.get(key) ?? 0) + (ledger.statutory[i] ?? 0) - net);
      });
      for (const [key, left] of room) expect([key, left >= 0]).toEqual([key, true]);
      if (differences.values?.["m14.追偿返还比例"] !== 0) return;
      const paid = (side: "planning" | "statutory") => sum(pools[side].map((pool) => sumOf(pool.paid)));
      expect(paid("planning")).toBeLessThanOrEqual(paid("statutory"));
    });
  });
});

test("a pool never pays more than its size, top-ups and recoveries, and its books balance", () => {
  holds(30, (sheets, differences) => {
    const { pools } = evaluateRows(sheets, differences);
    for (const pool of [...pools.planning, ...pools.statutory]) {
      const inflow = pool.capacity + sumOf(pool.topUps) + sumOf(pool.recoveries);
      expect(sumOf(pool.paid)).toBeLessThanOrEqual(inflow);
      expect(sumOf(pool.paid) + sumOf(pool.unpaid)).toBe(sumOf(pool.claims));
      for (const { balance } of pool.events) expect(balance).toBeGreaterThanOrEqual(0);
      expect(pool.events.at(-1)?.balance ?? pool.capacity).toBe(inflow - sumOf(pool.paid));
      expect(pool.exhaustionMonth === null).toBe(sumOf(pool.unpaid) === 0);
    }
  });
});

/** Any order of rows: each row is sorted by a number drawn for its place. */
const randomOrder = fc.array(fc.nat(), { minLength: 20, maxLength: 20 }).map((keys) => (sheets: Sheets): Sheets => {
  const shuffled = (rows: Sheets[string]) =>
    rows
      .map((row, i) => ({ row, key: keys[i] ?? 0 }))
      .sort((a, b) => a.key - b.key)
      .map(({ row }) => row);
  return Object.fromEntries(Object.entries(sheets).map(([name, rows]) => [name, shuffled(rows)]));
});

test("the order of the rows changes nothing", () => {
  const law = fc.property(randomSheets, randomDifferences, randomOrder, (sheets, differences, inOtherOrder) => {
    const moved = inOtherOrder(sheets);
    const [one, other] = [evaluateRows(sheets, differences), evaluateRows(moved, differences)];
    expect(keyedPayments(other, moved)).toEqual(keyedPayments(one, sheets));
    expect(other.recordedTriggers).toEqual(one.recordedTriggers);
    expect(other.afterAsOf.length).toBe(one.afterAsOf.length);
    const accounts = ({ pools }: Evaluation) =>
      [...pools.planning, ...pools.statutory].map((pool) => [
        pool.exhaustionMonth,
        pool.exhaustionMonthAll,
        ...[pool.claims, pool.paid, pool.recoveries, pool.unverified].map(inOrderOfYears),
      ]);
    expect(accounts(other)).toEqual(accounts(one));
  });
  fc.assert(law, { seed, numRuns: 20 });
});

test("one measure only on projects of one name never adds to the total, and on each basis leaves one", () => {
  const projects = xicheng202371.measures.map(({ exclusive }) => exclusive !== undefined);
  holds(30, (sheets, differences) => {
    const [apart, together] = ["否", "是"].map((value) =>
      evaluateRows(sheets, reading(differences, "同一事项", value)),
    );
    if (!apart || !together) throw new Error("both readings are evaluated");
    for (const basis of ["net", "statutory"] as const) {
      expect(sum(together.ledger[basis])).toBeLessThanOrEqual(sum(apart.ledger[basis]));
      const names = rosterOf(sheets).tables.projects.columns.get("projectName")?.values;
      const payers = new Map<string, number>();
      together.ledger[basis].forEach((amount, i) => {
        const measure = together.ledger.measure[i] ?? 0;
        if (amount === 0 || !projects[measure]) return;
        const matter = `${together.ledger.enterprise[i]} ${names?.[together.ledger.row[i] ?? -1]}`;
        expect([matter, payers.get(matter) ?? measure]).toEqual([matter, measure]);
        payers.set(matter, measure);
      });
    }
  });
});

test("a higher rate never lowers the total", () => {
  const rates = ["m05a.补助比例", "m05b.补助比例", "m06.补助比例", "m09.配套比例", "m14.补偿比例", "m21a.奖励比例"];
  holds(12, (sheets, drawn) => {
    // an unverified amount that grows may take the place of a due one
    const { values, ...differences } = reading(drawn, "同一事项", "否");
    const at = (rate: number) =>
      totalOf(
        evaluateRows(sheets, {
          ...differences,
          values: { ...values, "m14.追偿返还比例": 0, ...Object.fromEntries(rates.map((key) => [key, rate])) },
        }),
      );
    expect(at(0.4)).toBeGreaterThanOrEqual(at(0.2));
  });
});

test("a reform that writes every published value and reading out differs by exactly nothing", () => {
  const values = Object.fromEntries(xicheng202371.parameters.map(({ key, value }) => [key, value]));
  const readings = Object.fromEntries(
    xicheng202371.readings.map(({ name, options }) => [name, options[0]?.value ?? ""]),
  );
  holds(6, (sheets, { asOf = "2026-06-30" }) => {
    expect(evaluateRows(sheets, { asOf, values, readings })).toEqual(evaluateRows(sheets, { asOf }));
  });
});

test("evaluating twice gives equal bits", () => {
  holds(6, (sheets, differences) => {
    expect(evaluateRows(sheets, differences)).toEqual(evaluateRows(sheets, differences));
  });
});
