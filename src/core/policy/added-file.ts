import { tables, type TableId } from "../roster/fields.ts";
import { addedKinds, type AddedMeasure, type AddedParameter } from "./added-measure.ts";
import { addedProblems } from "./added-problems.ts";
import { allocationOrders } from "./policy.ts";
import type { Limit, Measure, Parameter, ParameterValue, Policy, Schedule, TriggerRule } from "./policy.ts";
import { ScenarioError } from "./scenario-error.ts";

const refuse = (place: string, value: unknown, allowed: string): never => {
  throw new ScenarioError(`${place}: found ${JSON.stringify(value) ?? "nothing"}, allowed is ${allowed}`);
};

/** An object of a file whose members are read one by one; one that nobody knows is refused. */
class Members {
  readonly #entries: Readonly<Record<string, unknown>>;

  constructor(
    readonly place: string,
    value: unknown,
    known: readonly string[],
  ) {
    this.#entries = isEntries(value) ? value : refuse(place, value, "an object");
    for (const name of Object.keys(this.#entries)) {
      if (!known.includes(name)) throw new ScenarioError(`${place}.${name}: unknown, allowed are ${known.join(", ")}`);
    }
  }

  get(name: string): unknown {
    return this.#entries[name];
  }

  at = (name: string): string => `${this.place}.${name}`;

  text(name: string): string {
    const value = this.get(name);
    return typeof value === "string" && value.trim() !== "" ? value : refuse(this.at(name), value, "a text");
  }

  /** An object that may be left out. */
  part(name: string, known: readonly string[]): Members | undefined {
    const value = this.get(name);
    return value === undefined ? undefined : new Members(this.at(name), value, known);
  }

  /** A member that may be left out, under its own name. */
  maybe<Name extends string>(name: Name): { readonly [key in Name]?: string } {
    return this.get(name) === undefined ? {} : ({ [name]: this.text(name) } as { readonly [key in Name]?: string });
  }

  choice<Choice extends string>(name: string, choices: readonly Choice[], usual?: Choice): Choice {
    const value = this.get(name) ?? usual;
    return choices.find((each) => each === value) ?? refuse(this.at(name), value, `one of ${choices.join(", ")}`);
  }

  flag(name: string): boolean {
    const value = this.get(name) ?? false;
    return typeof value === "boolean" ? value : refuse(this.at(name), value, "true or false");
  }

  list<Item>(name: string, read: (place: string, value: unknown) => Item): Item[] {
    const value: unknown = this.get(name) ?? [];
    if (!Array.isArray(value)) return refuse(this.at(name), value, "a list");
    return value.map((each: unknown, index) => read(`${this.at(name)}[${index}]`, each));
  }

  /** Words in both languages; one text stands for both. */
  label(name: string): { readonly zh: string; readonly en: string } {
    const value = this.get(name);
    if (typeof value === "string") return { zh: this.text(name), en: this.text(name) };
    const both = new Members(this.at(name), value, ["zh", "en"]);
    return { zh: both.text("zh"), en: both.text("en") };
  }
}

const isEntries = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const textOf = (place: string, value: unknown): string =>
  typeof value === "string" && value !== "" ? value : refuse(place, value, "a text");

function isValue(type: Parameter["type"], value: unknown): value is ParameterValue {
  if (value === null) return type !== "shares";
  if (type === "date") return typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value);
  if (type === "shares") return isShares(value);
  if (typeof value !== "number" || !(value >= 0) || value > 1e12) return false;
  return type === "share" ? value <= 1 : type !== "count" || Number.isInteger(value);
}

function isShares(value: unknown): boolean {
  if (!Array.isArray(value) || value.length < 1 || value.length > 10) return false;
  const shares: readonly unknown[] = value;
  const sum = shares.reduce<number>((all, each) => all + (typeof each === "number" && each >= 0 ? each : NaN), 0);
  return Math.abs(sum - 1) <= 1e-9;
}

const parameterTypes = ["share", "yuan", "count", "number", "date", "shares"] as const;

function parameterOf(place: string, given: unknown): AddedParameter {
  const file = new Members(place, given, ["name", "type", "label", "value"]);
  const type = file.choice("type", parameterTypes);
  const value: unknown = file.get("value") ?? null;
  if (!isValue(type, value)) return refuse(file.at("value"), value, `a value of type ${type}`);
  return { name: file.text("name"), type, label: file.label("label"), value };
}

function triggerOf(place: string, given: unknown): TriggerRule {
  const file = new Members(place, given, ["id", "label", "date", "exists", "tier", "gross"]);
  const tier = file.get("tier");
  if (tier !== undefined && typeof tier !== "number") return refuse(file.at("tier"), tier, "a rank, 1 the lowest");
  return {
    id: file.text("id"),
    label: file.label("label"),
    date: file.text("date"),
    ...file.maybe("exists"),
    ...(tier !== undefined && { tier }),
    ...file.maybe("gross"),
  };
}

function limitOf(place: string, given: unknown): Limit {
  const file = new Members(place, given, ["kind", "formula", "when", "ifUnknown", "label"]);
  return {
    kind: file.choice("kind", ["cap", "cofund", "topup", "contribution"]),
    formula: file.text("formula"),
    ...file.maybe("when"),
    ...(file.get("ifUnknown") !== undefined && { ifUnknown: file.choice("ifUnknown", ["no-limit"]) }),
    label: file.label("label"),
  };
}

function scheduleOf(place: string, given: unknown): Schedule {
  const file = new Members(place, given ?? { kind: "once" }, ["kind", "offset", "shares", "term", "end", "years"]);
  const kind = file.choice("kind", ["once", "instalments", "months", "anniversaries"]);
  switch (kind) {
    case "once":
      return { kind, ...file.maybe("offset") };
    case "instalments":
      return { kind, shares: file.text("shares"), offset: file.text("offset") };
    case "months":
      return { kind, term: file.text("term"), end: file.text("end") };
    case "anniversaries":
      return { kind, years: file.text("years") };
    default:
      return kind satisfies never;
  }
}

function tiesOf(file: Members): Pick<Measure, "chain" | "exclusive" | "after"> {
  const chain = file.part("chain", ["group", "opening", "joins"]);
  const exclusive = file.part("exclusive", ["group", "by", "when"]);
  const after = file.part("after", ["name", "measure"]);
  return {
    ...(chain && { chain: { group: chain.text("group"), opening: chain.text("opening"), ...chain.maybe("joins") } }),
    ...(exclusive && {
      exclusive: { group: exclusive.text("group"), by: exclusive.text("by"), when: exclusive.text("when") },
    }),
    ...(after && { after: { name: after.text("name"), measure: after.text("measure") } }),
  };
}

function sharingOf(file: Members): Pick<Measure, "allocation" | "clawback"> {
  const [allocation, clawback] = [
    file.part("allocation", ["per", "order", "score", "places", "envelope"]),
    file.part("clawback", ["date", "years", "share"]),
  ];
  return {
    ...(allocation && {
      allocation: {
        per: allocation.choice("per", ["year", "term"], "year"),
        order: allocation.choice("order", allocationOrders),
        ...allocation.maybe("score"),
        ...allocation.maybe("places"),
        ...allocation.maybe("envelope"),
      },
    }),
    ...(clawback && {
      clawback: { date: clawback.text("date"), years: clawback.text("years"), share: clawback.text("share") },
    }),
  };
}

const members =
  "id article label departments kind table owner triggers select testDay countsWhen eligible admitsSoleTraders gross limits schedule statutory order chain exclusive after allocation clawback withoutFigure".split(
    " ",
  );

function statutoryOf(file: Members): Measure["statutory"] {
  const given: unknown = file.get("statutory") ?? {};
  const isFixed = (value: unknown): value is number | null => value === null || typeof value === "number";
  if (!isEntries(given)) return refuse(file.at("statutory"), given, "an object");
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      isFixed(value) ? value : refuse(`${file.at("statutory")}.${name}`, value, "a number or null (unset)"),
    ]),
  );
}

function measureOf(place: string, given: unknown): Measure {
  const file = new Members(place, given, members);
  const article = file.get("article");
  return {
    id: file.text("id"),
    article: typeof article === "number" ? article : refuse(file.at("article"), article, "a whole number"),
    label: file.label("label"),
    departments: file.list("departments", textOf),
    kind: file.choice("kind", addedKinds, "grant"),
    table: file.choice<TableId>(
      "table",
      tables.map(({ id }) => id),
    ),
    owner: file.get("owner") === undefined ? "uscc" : file.text("owner"),
    triggers: file.list("triggers", triggerOf),
    select: file.choice("select", ["each", "first", "highest-of-day"], "each"),
    ...file.maybe("testDay"),
    ...file.maybe("countsWhen"),
    ...file.maybe("eligible"),
    admitsSoleTraders: file.flag("admitsSoleTraders"),
    gross: file.text("gross"),
    limits: file.list("limits", limitOf),
    schedule: scheduleOf(file.at("schedule"), file.get("schedule")),
    statutory: statutoryOf(file),
    order: file.list("order", textOf),
    ...tiesOf(file),
    ...sharingOf(file),
    withoutFigure: file.flag("withoutFigure"),
  };
}

function addedOf(place: string, given: unknown): AddedMeasure {
  const file = new Members(place, given, ["measure", "parameters"]);
  return {
    measure: measureOf(file.at("measure"), file.get("measure")),
    parameters: file.list("parameters", parameterOf),
  };
}

/**
 * The measures that a scenario file adds, with what may be left out filled in; none where it has no such member.
 * @throws ScenarioError naming the place, in a formula from which character to which, and what is allowed
 */
export function parseAdded(policy: Policy, value: unknown): readonly AddedMeasure[] {
  const added = new Members("scenario", { added: value ?? [] }, ["added"]).list("added", addedOf);
  const problems = addedProblems(policy, added);
  if (problems.length === 0) return added;
  throw new ScenarioError(
    problems
      .map(
        ({ place, start, end, message }) => `${place}${start === undefined ? "" : ` ${start}–${end}`}: ${message.en}`,
      )
      .join("\n"),
  );
}
