import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { fields, fieldsOf } from "../../src/core/roster/fields.ts";
import type { Measure, Parameter } from "../../src/core/policy/policy.ts";
import { formulasOf, namesIn } from "./formula-names.ts";
import { packs, type Pack } from "./packs.ts";

const textOf = ({ policy }: Pack, article: number): string =>
  policy.articles.find(({ number }) => number === article)?.text ?? "";

describe("the articles", () => {
  it.each(packs)("$policy.id: are all there, in order", ({ policy }) => {
    expect(policy.articles.map(({ number }) => number)).toEqual(policy.articles.map((_, index) => index + 1));
  });

  it.each(packs)("$policy.id: are verbatim where the text is somebody else's", ({ policy, clauseHashes }) => {
    const hashes = policy.articles.map(({ text }) => createHash("sha256").update(text).digest("hex"));
    expect(hashes).toEqual(clauseHashes ?? hashes);
  });

  it.each(packs)("$policy.id: name only departments that their own line of responsibility names", ({ policy }) => {
    for (const { departments, departmentText } of policy.articles) {
      for (const department of departments) expect(departmentText).toContain(department);
    }
  });

  it.each(packs)("$policy.id: have a measure exactly where money is modelled or simplified", ({ policy }) => {
    const covered = policy.articles.filter(({ coverage }) => coverage !== "none").map(({ number }) => number);
    expect([...new Set(policy.measures.map(({ article }) => article))]).toEqual(covered);
  });

  it.each(packs)(
    "$policy.id: point their ambiguities only to readings that exist and list the article",
    ({ policy }) => {
      for (const { number, ambiguities } of policy.articles) {
        for (const { reading } of ambiguities) {
          if (reading === undefined) continue;
          expect(policy.readings.find(({ name }) => name === reading)?.articles).toContain(number);
        }
      }
    },
  );
});

const figuresOf = (text: string): string[] =>
  [...text.matchAll(/\d+(?:%|万元|亿元|元)?|[一二三四五六七八九十]+年(?!一)/gu)].map(([figure]) => figure);

describe("the numbers of the text", () => {
  it.each(packs)("$policy.id: stand in the quote, and the quote in the clause", (pack) => {
    const { policy } = pack;
    for (const { clause } of policy.parameters) {
      if (!clause) continue;
      expect(textOf(pack, clause.article)).toContain(clause.quote);
      expect(clause.quote).toContain(clause.figure);
    }
  });

  it.each(packs)("$policy.id: are each cited by a parameter or explained", (pack) => {
    const { policy } = pack;
    for (const { number, text } of policy.articles) {
      const cited = policy.parameters.flatMap(({ clause }) => (clause?.article === number ? [clause.figure] : []));
      for (const figure of figuresOf(text)) {
        expect([...cited, ...(pack.explained[number] ?? [])], `article ${number}: ${figure}`).toContain(figure);
      }
    }
  });

  it.each(packs)("$policy.id: have the value that the figure reads", ({ policy }) => {
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
  it.each(packs)(
    "$policy.id: are the published keys with their defaults and bounds, and a stop date for every measure but the fund",
    ({ policy, byKey, publishedKeys }) => {
      const stopKeys = policy.measures.filter(({ kind }) => kind !== "fund").map(({ id }) => `${id}.停止日期`);
      const others = [...byKey.keys()].filter((key) => !stopKeys.includes(key));
      const known = publishedKeys?.map(([key]) => key) ?? others;
      expect(new Set(byKey.keys())).toEqual(new Set([...known, ...stopKeys]));
      expect(byKey.size).toBe(policy.parameters.length);
      for (const [key, value, bounds] of publishedKeys ?? []) {
        expect(byKey.get(key)?.value, key).toEqual(value);
        if (bounds) expect([byKey.get(key)?.minimum, byKey.get(key)?.maximum], key).toEqual(bounds);
      }
    },
  );

  it.each(packs)("$policy.id: are in range, labelled, and sourced", ({ policy }) => {
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

  it.each(packs)("$policy.id: are rated as text of the policy only where they cite it", ({ policy }) => {
    for (const { key, rating, clause } of policy.parameters) {
      if (rating === "T") expect(clause, key).toBeDefined();
    }
  });

  it.each(packs)(
    "$policy.id: are each used by a formula, a schedule, a pool or by the ledger that owns them",
    (pack) => {
      const { policy, ownedByEngine } = pack;
      const used = new Set(policy.measures.flatMap((measure) => keysUsedBy(pack, measure)));
      const unused = policy.parameters.filter(({ key }) => !ownedByEngine.test(key) && !used.has(key));
      expect(unused.map(({ key }) => key)).toEqual([]);
    },
  );
});

const keysUsedBy = ({ byKey }: Pack, measure: Measure): string[] =>
  formulasOf(measure)
    .flatMap(namesIn)
    .map((name) => (byKey.has(name) ? name : `${measure.id}.${name}`));

const states = [
  ["触发日", "检验日", "预算年度", "档次", "本条已享受", "本条本年已享受", "已达档次", "当年月数"],
  ["政策起始日", "政策截止日", "是中小微企业", "待核实", "担保时专精特新"],
].flat();

const globalNames = ({ policy }: Pack): ReadonlySet<string> =>
  new Set([
    ...states,
    ...(policy.growthYears === undefined ? [] : ["连续增长"]),
    ...fieldsOf("enterprises").map(({ label }) => label),
    ...policy.readings.map(({ name }) => name),
    ...policy.definitions.map(({ name }) => name),
    ...policy.yearLookups.map(({ name }) => name),
  ]);

const knows = (pack: Pack, measure: Measure, name: string): boolean =>
  globalNames(pack).has(name) ||
  pack.byKey.has(name) ||
  pack.byKey.has(`${measure.id}.${name}`) ||
  measure.after?.name === name ||
  fieldsOf(measure.table).some(({ label }) => label === name);

describe("the formulas", () => {
  it.each(packs)("$policy.id: use only names that resolve", (pack) => {
    const { policy } = pack;
    for (const measure of policy.measures) {
      const unknown = formulasOf(measure)
        .flatMap(namesIn)
        .filter((name) => !knows(pack, measure, name));
      expect(unknown, measure.id).toEqual([]);
    }
    const shared = [policy.baseEligibility, policy.soleTraderTest, ...policy.definitions.map(({ formula }) => formula)];
    expect(shared.flatMap(namesIn).filter((name) => !globalNames(pack).has(name))).toEqual([]);
  });

  it.each(packs)("$policy.id: compare texts only with texts of a closed list", ({ policy }) => {
    const choices = new Set([
      ...fields.flatMap((field) => field.choices ?? []),
      ...policy.readings.flatMap(({ options }) => options.map(({ value }) => value)),
    ]);
    const texts = policy.measures
      .flatMap(formulasOf)
      .flatMap((formula) => formula.match(/(?<=")[^",()=]+(?=")/gu) ?? []);
    expect(texts.filter((text) => !choices.has(text))).toEqual([]);
  });

  it.each(packs)("$policy.id: name columns that the table of the measure has", ({ policy }) => {
    for (const { table, owner, order, id } of policy.measures) {
      const known = fieldsOf(table).map((field) => field.id);
      for (const field of [owner, ...order]) expect(known, id).toContain(field);
    }
  });
});

describe("the policy", () => {
  it.each(packs)("$policy.id: is plain data that survives JSON", ({ policy }) => {
    expect(JSON.parse(JSON.stringify(policy))).toEqual(policy);
  });

  it.each(packs)(
    "$policy.id: has the lines without a figure that the text leaves open",
    ({ policy, withoutFigure }) => {
      expect(policy.measures.filter(({ withoutFigure }) => withoutFigure).map(({ id }) => id)).toEqual(withoutFigure);
    },
  );

  it.each(packs)("$policy.id: fixes statutory readings and values that exist", ({ policy, byKey }) => {
    for (const [name, value] of Object.entries(policy.statutoryReadings)) {
      expect(policy.readings.find((reading) => reading.name === name)?.options.map((o) => o.value)).toContain(value);
    }
    for (const { id, statutory } of policy.measures) {
      for (const name of Object.keys(statutory)) expect(byKey.has(`${id}.${name}`), `${id}.${name}`).toBe(true);
    }
  });
});
