import { fieldsOf, tables } from "../roster/fields.ts";
import { allocationOrders, type Policy } from "./policy.ts";
import {
  anything,
  anyText,
  byKind,
  entriesOf,
  isoDate,
  listOf,
  number,
  objectOf,
  oneOf,
  PolicyError,
  text,
  truth,
  type Check,
} from "./policy-shape.ts";
import { preparePolicy } from "./prepare.ts";

export { PolicyError };

const both = objectOf({ zh: text, en: text });
const table = oneOf(...tables.map(({ id }) => id));
const rating = oneOf("T", "S", "C", "M", "E");
const texts = listOf(text);
const workbook = oneOf("live", "locked");

const article = objectOf(
  {
    number,
    chapter: text,
    title: both,
    kind: oneOf("general", "monetary", "monetary_unquantified", "contingent", "investment", "indirect", "service"),
    departments: texts,
    departmentText: anyText,
    text,
    summary: both,
    coverage: oneOf("modelled", "simplified", "none"),
    ambiguities: listOf(objectOf({ id: text, question: text, readings: texts, recommended: text }, { reading: text })),
  },
  { coverageCount: objectOf({ label: both, formula: text }) },
);

const parameter = objectOf(
  {
    key: text,
    space: oneOf("parameter", "assumption", "simulation"),
    type: oneOf("share", "yuan", "count", "number", "date", "shares"),
    label: both,
    value: anything,
    mayBeUnset: truth,
    workbook,
    source: text,
    rating,
  },
  {
    minimum: number,
    maximum: number,
    lockedBecause: both,
    clause: objectOf({ article: number, quote: text, figure: text }),
  },
);

const reading = objectOf({
  name: text,
  label: both,
  options: listOf(objectOf({ value: text, zh: text, en: text })),
  articles: listOf(number),
  question: both,
  source: text,
  workbook,
});

const kind = text;
const schedule = byKind({
  once: objectOf({ kind }, { offset: text }),
  instalments: objectOf({ kind, shares: text, offset: text }),
  months: objectOf({ kind, term: text, end: text }),
  anniversaries: objectOf({ kind, years: text }),
});

const measure = objectOf(
  {
    id: text,
    article: number,
    label: both,
    departments: texts,
    kind: oneOf("grant", "shared-envelope", "envelope", "pool", "fund"),
    table,
    owner: text,
    triggers: listOf(objectOf({ id: text, label: both, date: text }, { exists: text, tier: number, gross: text })),
    select: oneOf("each", "first", "highest-of-day"),
    admitsSoleTraders: truth,
    gross: text,
    limits: listOf(
      objectOf(
        { kind: oneOf("cap", "cofund", "topup", "contribution"), formula: text, label: both },
        { when: text, ifUnknown: oneOf("no-limit") },
      ),
    ),
    schedule,
    statutory: entriesOf(anything),
    order: texts,
    withoutFigure: truth,
  },
  {
    testDay: text,
    countsWhen: text,
    eligible: text,
    chain: objectOf({ group: text, opening: text }, { joins: text }),
    exclusive: objectOf({ group: text, by: text, when: text }),
    after: objectOf({ name: text, measure: text }),
    pool: objectOf({
      size: text,
      refillReading: text,
      recoveryShare: text,
      recovery: text,
      recoveryDate: text,
      order: texts,
    }),
    allocation: objectOf(
      { per: oneOf("year", "term"), order: oneOf(...allocationOrders) },
      { score: text, places: text, envelope: text },
    ),
    clawback: objectOf({ date: text, years: text, share: text }),
    workbookNote: text,
  },
);

const policyShape: Check = objectOf(
  {
    id: text,
    title: text,
    number: text,
    termStart: isoDate,
    termEnd: isoDate,
    articles: listOf(article),
    measures: listOf(measure),
    parameters: listOf(parameter),
    readings: listOf(reading),
    definitions: listOf(objectOf({ name: text, label: both, formula: text })),
    baseEligibility: text,
    soleTraderTest: text,
    yearLookups: listOf(
      objectOf({ name: text, english: text, family: oneOf("营业收入", "区级综合贡献"), offset: number }),
    ),
    asOfFields: listOf(objectOf({ table, field: text })),
    statutoryReadings: entriesOf(text),
    processes: listOf(
      byKind(
        Object.fromEntries(
          ["event", "review", "count", "arrival", "default", "attrition", "growth"].map((each) => [each, anything]),
        ),
      ),
    ),
    stressCases: listOf(
      objectOf({ id: text, title: both, values: entriesOf(anything), readings: entriesOf(text), source: both, rating }),
    ),
    assumptionRanges: listOf(objectOf({ key: text, p10: number, p90: number, source: both, rating })),
    departmentAliases: entriesOf(texts),
    departmentEnglish: entriesOf(text),
  },
  { growthYears: text, titleTest: text, acceptanceStage: text },
);

/** The form alone: every formula, name and key is checked when it is prepared. */
function isPolicy(value: unknown): value is Policy {
  policyShape(value, "");
  return true;
}

/** Keys that the processes name and nothing declares. */
function missingKeys({ processes, parameters }: Policy): readonly string[] {
  const known = new Set(parameters.map(({ key }) => key));
  const named = JSON.stringify(processes).match(/(?<=")sim\.[^"]+(?=")/gu) ?? [];
  return [...new Set(named)].filter((key) => !known.has(key));
}

/** Columns of the roster that measures and the as-of date name and no table has. */
function missingFields({ measures, asOfFields }: Policy): readonly string[] {
  const named = [
    ...measures.flatMap(({ id, table: own, owner, order }) =>
      [owner, ...order].map((field) => ({ where: id, table: own, field })),
    ),
    ...asOfFields.map((each) => ({ where: "asOfFields", ...each })),
  ];
  return named
    .filter(({ table: own, field }) => !fieldsOf(own).some(({ id }) => id === field))
    .map(({ where, table: own, field }) => `${where}: ${own}.${field}`);
}

/**
 * Reads a pack that stands in a file as JSON, as `JSON.stringify` writes one, with its formulas checked.
 * @throws PolicyError naming the place and what is allowed
 */
export function parsePolicy(source: string): Policy {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    throw new PolicyError(`not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!isPolicy(value)) throw new PolicyError("not a policy");
  const missing = missingKeys(value);
  if (missing.length > 0) throw new PolicyError(`processes: no parameter has the key ${missing.join(", ")}`);
  const columns = missingFields(value);
  if (columns.length > 0) throw new PolicyError(`the roster has no such column: ${columns.join(", ")}`);
  try {
    preparePolicy(value);
  } catch (error) {
    throw new PolicyError(error instanceof Error ? error.message : String(error));
  }
  return value;
}
