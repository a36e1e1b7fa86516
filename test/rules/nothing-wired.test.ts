import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Policy } from "../../src/core/policy/policy.ts";
import { unnamedDepartment } from "../../src/core/policy/cells.ts";
import { policies } from "../../rules/index.ts";

const root = join(import.meta.dirname, "../..");

/** Comments may name a clause as an example; programs may not. */
const program = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|(?<!:)\/\/.*$/gmu, "");

const sources = ["src", "workers"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(ts|svelte)$/.test(name))
    .map((name) => ({ name: `${folder}/${name}`, text: program(readFileSync(join(root, folder, name), "utf8")) })),
);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");

/** What only the pack may say: its own names and its measures', whole words. */
function ownWords({ id, title, number, measures, articles }: Policy): RegExp[] {
  const departments = articles.flatMap((article) => article.departments).filter((name) => name !== unnamedDepartment);
  return [
    ...[id, title, number, ...new Set(departments)].map((word) => new RegExp(escaped(word), "u")),
    ...measures.map((measure) => new RegExp(`(?<![\\p{L}\\p{N}_\\\\])${escaped(measure.id)}(?![\\p{L}\\p{N}_])`, "u")),
  ];
}

test.each(policies)("nothing but its pack knows $id: no measure, no department, no title", (policy) => {
  const words = ownWords(policy);
  const found = sources.flatMap(({ name, text }) =>
    words.filter((word) => word.test(text)).map((word) => `${name}: ${word.source}`),
  );
  expect(found).toEqual([]);
});

test("packs are reached by the list of them alone", () => {
  const found = sources.filter(({ text }) => /rules\/(?!index\.ts)/u.test(text)).map(({ name }) => name);
  expect(found).toEqual([]);
});

test("an id in a program would be found", () => {
  const [first] = policies;
  const sample = 'const key = "m12b.受理阶段"; // m04';
  expect(ownWords(first).filter((word) => word.test(program(sample)))).toHaveLength(1);
});
