import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { fields, fieldsOf } from "../../src/core/roster/fields.ts";
import type { Measure, Parameter } from "../../src/core/policy/policy.ts";
import { xicheng202371 as policy } from "../../rules/xicheng-2023-71/policy.ts";
import { clauseHashes } from "./clause-hashes.ts";
import { formulasOf, namesIn } from "./formula-names.ts";
import { publishedKeys } from "./published-keys.ts";

const byKey = new Map(policy.parameters.map((parameter) => [parameter.key, parameter]));
const textOf = (article: number): string => policy.articles.find(({ number }) => number === article)?.text ?? "";
const stopKeys = policy.measures.filter(({ id }) => id !== "m13").map(({ id }) => `${id}.停止日期`);

describe("the articles", () => {
  it("are the 31 of the policy, in order and verbatim", () => {
    expect(policy.articles.map(({ number }) => number)).toEqual(Array.from({ length: 31 }, (_, index) => index + 1));
    expect(policy.articles.map(({ text }) => createHash("sha256").update(text).digest("hex"))).toEqual(clauseHashes);
  });

  it("name only departments that their own line of responsibility names", () => {
    for (const { departments, departmentText } of policy.articles) {
      for (const department of departments) expect(departmentText).toContain(department);
    }
  });

  it("have a measure exactly where money is modelled or simplified", () => {
    const covered = policy.articles.filter(({ coverage }) => coverage !== "none").map(({ number }) => number);
    expect([...new Set(policy.measures.map(({ article }) => article))]).toEqual(covered);
  });

  it("point their ambiguities only to readings that exist and list the article", () => {
    for (const { number, ambiguities } of policy.articles) {
      for (const { reading } of ambiguities) {
        if (reading === undefined) continue;
        expect(policy.readings.find(({ name }) => name === reading)?.articles).toContain(number);
      }
    }
  });
});

/** Figures of the text that are no parameter, with the place where they are part of the model. */
const explained: Readonly<Record<number, readonly string[]>> = {
  2: ["300", "309", "2011", "2015"], // numbers of the size standards
  11: [],
  20: ["一年"], // 12 months in the trigger of m20c
  31: ["2023", "5", "29", "五年"], // the term
};

const figuresOf = (text: string): string[] =>
  [...text.matchAll(/\d+(?:%|万元|亿元|元)?|[一二三四五六七八九十]+年(?!一)/gu)].map(([figure]) => figure);

describe("the numbers of the text", () => {
  it("stand in the quote, and the quote in the clause", () => {
    for (const { clause } of policy.parameters) {
      if (!clause) continue;
      expect(textOf(clause.article)).toContain(clause.quote);
      expect(clause.quote).toContain(clause.figure);
    }
  });

  it("are each cited by a parameter or explained", () => {
    for (const { number, text } of policy.articles) {
      const cited = policy.parameters.flatMap(({ clause }) => (clause?.article === number ? [clause.figure] : []));
      for (const figure of figuresOf(text)) {
        expect([...cited, ...(explained[number] ?? [])], `article ${number}: ${figure}`).toContain(figure);
      }
    }
  });

  it("have the value that the figure reads", () => {
    const units: Readonly<Record<string, number>> = { "%": 0.01, 万元: 1e4, 亿元: 1e8, 元: 1 };
    for (const { clause, value, key } of policy.parameters) {
      const [, digits, unit] = /^(\d+)(%|万元|亿元|元)$/u.exec(clause?.figure ?? "") ?? [];
      if (digits === undefined || unit === undefined) continue;
      expect(value, key).toBeCloseTo(Number(digits) * (units[unit] ?? Number.NaN), 9);
    }
  });
});

const inRange = ({ type, value, minimum, maximum }: Parameter): boolean => {
  if (value === null || value === "equal") return true;
  if (type === "date") return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
  const numbers = typeof value === "number" ? [value] : typeof value === "string" ? [Number.NaN] : value;
  if (type === "shares" && Math.abs(numbers.reduce((sum, share) => sum + share, 0) - 1) > 1e-9) return false;
  return numbers.every((number) => number >= (minimum ?? -Infinity) && number <= (maximum ?? Infinity));
};

describe("the parameters", () => {
  it("are the published keys with their defaults and bounds, and a stop date for every measure but the fund", () => {
    expect(new Set(byKey.keys())).toEqual(new Set([...publishedKeys.map(([key]) => key), ...stopKeys]));
    expect(byKey.size).toBe(policy.parameters.length);
    for (const [key, value, bounds] of publishedKeys) {
      expect(byKey.get(key)?.value, key).toEqual(value);
      if (bounds) expect([byKey.get(key)?.minimum, byKey.get(key)?.maximum], key).toEqual(bounds);
    }
  });

  it("are in range, labelled, and sourced", () => {
    for (const parameter of policy.parameters) {
      const { key, label, source } = parameter;
      expect(inRange(parameter), key).toBe(true);
      expect(
        [label.zh, label.en, source].every((text) => text.length > 0),
        key,
      ).toBe(true);
      expect(parameter.mayBeUnset, key).toBe(parameter.value === null);
      expect(parameter.workbook === "live" || parameter.lockedBecause !== undefined, key).toBe(true);
    }
  });

  it("are rated as text of the policy only where they cite it", () => {
    for (const { key, rating, clause } of policy.parameters) {
      if (rating === "T") expect(clause, key).toBeDefined();
    }
  });

  it("are each used by a formula, a schedule, a pool or by the ledger that owns them", () => {
    const ownedByEngine = /^(sim\.|m13\.)|停止日期$|^m04\.(年度额度|连续增长年数)$|^m09\.市级政策截止$/;
    const used = new Set(policy.measures.flatMap(keysUsedBy));
    const unused = policy.parameters.filter(({ key }) => !ownedByEngine.test(key) && !used.has(key));
    expect(unused.map(({ key }) => key)).toEqual([]);
  });
});

const keysUsedBy = (measure: Measure): string[] =>
  formulasOf(measure)
    .flatMap(namesIn)
    .map((name) => (byKey.has(name) ? name : `${measure.id}.${name}`));

const states = [
  ["触发日", "检验日", "预算年度", "档次", "本条已享受", "本条本年已享受", "已达档次", "当年月数"],
  ["政策起始日", "政策截止日", "是中小微企业", "待核实", "连续增长", "担保时专精特新"],
].flat();

const globalNames = new Set([
  ...states,
  ...fieldsOf("enterprises").map(({ label }) => label),
  ...policy.readings.map(({ name }) => name),
  ...policy.definitions.map(({ name }) => name),
  ...policy.yearLookups.map(({ name }) => name),
]);

const knows = (measure: Measure, name: string): boolean =>
  globalNames.has(name) ||
  byKey.has(name) ||
  byKey.has(`${measure.id}.${name}`) ||
  measure.after?.name === name ||
  fieldsOf(measure.table).some(({ label }) => label === name);

describe("the formulas", () => {
  it("use only names that resolve", () => {
    for (const measure of policy.measures) {
      const unknown = formulasOf(measure)
        .flatMap(namesIn)
        .filter((name) => !knows(measure, name));
      expect(unknown, measure.id).toEqual([]);
    }
    const shared = [policy.baseEligibility, policy.soleTraderTest, ...policy.definitions.map(({ formula }) => formula)];
    expect(shared.flatMap(namesIn).filter((name) => !globalNames.has(name))).toEqual([]);
  });

  it("compare texts only with texts of a closed list", () => {
    const choices = new Set([
      ...fields.flatMap((field) => field.choices ?? []),
      ...policy.readings.flatMap(({ options }) => options.map(({ value }) => value)),
    ]);
    const texts = policy.measures
      .flatMap(formulasOf)
      .flatMap((formula) => formula.match(/(?<=")[^",()=]+(?=")/gu) ?? []);
    expect(texts.filter((text) => !choices.has(text))).toEqual([]);
  });

  it("name columns that the table of the measure has", () => {
    for (const { table, owner, order, id } of policy.measures) {
      const known = fieldsOf(table).map((field) => field.id);
      for (const field of [owner, ...order]) expect(known, id).toContain(field);
    }
  });
});

describe("the policy", () => {
  it("is plain data that survives JSON", () => {
    expect(JSON.parse(JSON.stringify(policy))).toEqual(policy);
  });

  it("has the lines without a figure that the text leaves open", () => {
    expect(policy.measures.filter(({ withoutFigure }) => withoutFigure).map(({ id }) => id)).toEqual([
      "m04",
      "m15",
      "m18",
      "m19",
      "m21b",
    ]);
  });

  it("fixes statutory readings and values that exist", () => {
    for (const [name, value] of Object.entries(policy.statutoryReadings)) {
      expect(policy.readings.find((reading) => reading.name === name)?.options.map((o) => o.value)).toContain(value);
    }
    for (const { id, statutory } of policy.measures) {
      for (const name of Object.keys(statutory)) expect(byKey.has(`${id}.${name}`), `${id}.${name}`).toBe(true);
    }
  });
});
