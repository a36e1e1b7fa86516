import { articleName, articleOf } from "../../core/policy/article-name.ts";
import type { Parameter, Policy, Reading } from "../../core/policy/policy.ts";

/** What the drawer shows under one heading; article 0 holds what belongs to no single article. */
export interface ParameterGroup {
  readonly article: number;
  readonly parameters: readonly Parameter[];
  readonly readings: readonly Reading[];
}

/** Everything that can be edited and contains `search`, by article; simulation assumptions are not evaluated here. */
export function parameterGroups(policy: Policy, search: string): readonly ParameterGroup[] {
  const wanted = search.trim().toLowerCase();
  const found = (...texts: readonly string[]): boolean => texts.some((text) => text.toLowerCase().includes(wanted));
  const parameters = policy.parameters.filter(
    ({ space, key, label }) => space !== "simulation" && found(key, label.zh, label.en),
  );
  const readings = policy.readings.filter(({ name, question }) => found(name, question.zh, question.en));
  return [...policy.articles.map(({ number }) => number), 0]
    .map((article) => ({
      article,
      parameters: parameters.filter((parameter) => articleOf(parameter, policy) === article),
      readings: readings.filter((reading) => (reading.articles.length === 1 ? reading.articles[0] : 0) === article),
    }))
    .filter((group) => group.parameters.length + group.readings.length > 0);
}

/** The name of an article's group; one that the law does not have says what the scenario added, too. */
export function groupName(number: number, { articles }: Policy, published: Policy, language: "zh" | "en"): string {
  const name = articleName(number, language);
  if (published.articles.some((article) => article.number === number)) return name;
  const added = articles.find((article) => article.number === number);
  return added ? `${name} ${added.title[language]}` : name;
}
