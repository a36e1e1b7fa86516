import { describe, expect, it } from "vitest";
import { parseIsoDay } from "../../src/core/date/day.ts";
import { isCreditCode } from "../../src/core/roster/credit-code.ts";
import type { Field } from "../../src/core/roster/fields.ts";
import { fieldsOf, tables } from "../../src/core/roster/fields.ts";
import { codes, type CaseRow } from "../../rules/worked-case.ts";
import { packs, type Pack } from "./packs.ts";

const casesOf = ({ workedCases }: Pack) =>
  [...workedCases].flatMap(([article, cases]) => cases.map((worked) => ({ ...worked, article })));

const fits = ({ type, choices }: Field, value: string | number): boolean => {
  if (value === "") return true;
  if (type === "date") return Number.isFinite(parseIsoDay(String(value)));
  if (type === "choice") return (choices ?? []).includes(String(value));
  if (type === "truth") return value === "是" || value === "否";
  if (type === "money" || type === "count" || type === "number") return typeof value === "number" && value >= 0;
  return typeof value === "string";
};

const misfits = (fields: readonly Field[], row: CaseRow): string[] =>
  Object.entries(row)
    .filter(([header, value]) => {
      const field = fields.find(({ label }) => label === header);
      return field === undefined || !fits(field, value);
    })
    .map(([header, value]) => `${header}: ${value}`);

describe("the worked cases", () => {
  it.each(packs)("$policy.id: have names of their own", (pack) => {
    const all = casesOf(pack);
    const names = all.map(({ article, name, measures }) => `${article} ${measures.join(" ")} ${name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(packs)("$policy.id: use canonical sheets and headers with values that their columns take", (pack) => {
    const all = casesOf(pack);
    for (const { name, roster } of all) {
      for (const [sheet, rows] of Object.entries(roster)) {
        const table = tables.find(({ label }) => label === sheet);
        expect(table, `${name}: ${sheet}`).toBeDefined();
        if (table)
          expect(
            rows.flatMap((row) => misfits(fieldsOf(table.id), row)),
            name,
          ).toEqual([]);
      }
    }
  });

  it.each(packs)("$policy.id: cite words of their clause or a section of the calculation model", (pack) => {
    const all = casesOf(pack);
    const { policy } = pack;
    for (const { article, name, cites } of all) {
      const text = policy.articles.find(({ number }) => number === article)?.text ?? "";
      expect(text.includes(cites) || /^第\d+节：/u.test(cites), `${name}: ${cites}`).toBe(true);
    }
  });

  it.each(packs)("$policy.id: change only keys and readings that the policy has", (pack) => {
    const all = casesOf(pack);
    const { policy } = pack;
    const keys = pack.policy.parameters.map(({ key }) => key);
    for (const { name, values = {}, readings = {}, asOf } of all) {
      expect(
        Object.keys(values).filter((key) => !keys.includes(key)),
        name,
      ).toEqual([]);
      for (const [reading, value] of Object.entries(readings)) {
        const options = policy.readings.find((candidate) => candidate.name === reading)?.options ?? [];
        expect(
          options.map((option) => option.value),
          name,
        ).toContain(value);
      }
      expect(Number.isFinite(parseIsoDay(asOf)), name).toBe(true);
    }
  });

  it.each(packs)("$policy.id: expect whole 分 of the measures that they compare, and say how", (pack) => {
    const all = casesOf(pack);
    const measureIds = pack.policy.measures.map(({ id }) => id);
    for (const { name, measures, expected, refused, arithmetic } of all) {
      for (const measure of measures) expect(measureIds, name).toContain(measure);
      for (const measure of refused) expect(measures, name).toContain(measure);
      for (const { measure, net, statutory } of expected) {
        expect(measures, name).toContain(measure);
        for (const amount of [net, statutory]) expect(Number(amount.toFixed(2)), name).toBe(amount);
      }
      expect(arithmetic.length, name).toBeGreaterThan(0);
    }
  });

  it.each(packs)("$policy.id: cover every measure that pays more than once", (pack) => {
    const all = casesOf(pack);
    const measureIds = pack.policy.measures.map(({ id }) => id);
    const counts = new Map(measureIds.map((id) => [id, all.filter(({ measures }) => measures.includes(id)).length]));
    const thin = [...counts].filter(([id, count]) => id !== "m13" && count < 2);
    expect(thin).toEqual([]);
  });

  it("use made-up codes with valid check characters", () => {
    expect(Object.values(codes).filter((code) => !isCreditCode(code))).toEqual([]);
  });
});
