import { beforeAll, expect, it } from "vitest";
import { xicheng202371 } from "../../../../rules/xicheng-2023-71/policy.ts";
import { Dice } from "../../../../samples/random.ts";
import { evaluateRoster } from "../../../../src/core/policy/evaluate.ts";
import type { Evaluation } from "../../../../src/core/policy/evaluation.ts";
import { explainEnterprise } from "../../../../src/core/policy/explanation/explain-enterprise.ts";
import type {
  CellValue,
  Condition,
  EnterpriseExplanation,
  TriggerExplanation,
} from "../../../../src/core/policy/explanation/explanation.ts";
import { rosterOfOne } from "../../../../src/core/policy/explanation/roster-of-one.ts";
import { Eligibility } from "../../../../src/core/policy/ledger.ts";
import { preparePolicy } from "../../../../src/core/policy/prepare.ts";
import { fieldOf, tables } from "../../../../src/core/roster/fields.ts";
import { CellState, type Column, type Roster, type Table } from "../../../../src/core/roster/roster.ts";
import { sampleRoster } from "../../../support/sample-roster.ts";
import { scenarioOf } from "../evaluate-rows.ts";
import { expectDerived } from "./expect-derived.ts";

const prepared = preparePolicy(xicheng202371);
const scenario = scenarioOf({
  values: { "m04.年度额度": 2_000_000, "m04.连续增长年数": 3, "m21b.用人单位比例": 0.1 },
});
const { measures } = xicheng202371;

let roster: Roster;
let evaluation: Evaluation;
let firms: readonly EnterpriseExplanation[];

function explained(of: Roster, result: Evaluation, code: string): EnterpriseExplanation {
  const explanation = explainEnterprise(prepared, of, scenario, result, code);
  if (!explanation) throw new Error(`${code} is in the roster and must be explained`);
  return explanation;
}

/** By lot: one in twenty of the firms that have payments, one in a hundred of all others. */
function selectedCodes(dice: Dice): readonly string[] {
  const codes = roster.tables.enterprises.columns.get("uscc")?.values ?? new Float64Array();
  const paid = new Set(evaluation.ledger.enterprise);
  return Array.from(codes.keys())
    .filter((row) => dice.chance(paid.has(row) ? 0.05 : 0.01))
    .flatMap((row) => roster.texts[codes[row] ?? -1] ?? []);
}

beforeAll(async () => {
  roster = await sampleRoster("demo-district.xlsx");
  evaluation = evaluateRoster(prepared, roster, scenario);
  firms = selectedCodes(new Dice(20230529)).map((code) => explained(roster, evaluation, code));
}, 120_000);

/** What the ledger has for a code under each measure that it owns: net of TRUE, and of UNKNOWN triggers, 分. */
function ledgerOf(code: string): readonly (readonly [number, number])[] {
  const sums = measures.map((): [number, number] => [0, 0]);
  const { count, measure, row, net, eligibility } = evaluation.ledger;
  for (let i = 0; i < count; i++) {
    const { table, owner } = measures[measure[i] ?? -1] ?? {};
    const owners = table && owner && roster.tables[table].columns.get(owner)?.values;
    const own = owners && roster.texts[owners[row[i] ?? -1] ?? -1] === code;
    const sum = own ? sums[measure[i] ?? -1] : undefined;
    if (sum) sum[eligibility[i] === Eligibility.unknown ? 1 : 0] += net[i] ?? 0;
  }
  return sums;
}

it("adds up the payments of a firm to what the ledger has for it, each derived to the 分", () => {
  let payments = 0;
  for (const firm of firms) {
    const sums = firm.measures.map(({ sums: { net }, unverified }) => [net, unverified]);
    expect(sums, firm.code).toEqual(ledgerOf(firm.code));
    for (const measure of firm.measures) {
      for (const trigger of measure.triggers) {
        expectDerived(trigger, measure);
        payments += trigger.payments.length;
      }
    }
  }
  expect(firms.length).toBeGreaterThan(80);
  expect(payments).toBeGreaterThan(100);
});

/** A condition that does not hold, and how to find it again in another explanation of the firm. */
interface Failure {
  readonly firm: EnterpriseExplanation;
  readonly condition: Condition;
  /** Dates that the condition's trigger stands on. */
  readonly dates: readonly string[];
  readonly again: (other: EnterpriseExplanation) => Condition | undefined;
}

function factFailures(firm: EnterpriseExplanation): Failure[] {
  const { facts } = firm;
  if (!facts) return [];
  const base: Failure = { firm, condition: facts.base, dates: [], again: (other) => other.facts?.base };
  const definitions = facts.definitions.map(({ condition }, i): Failure => ({
    firm,
    condition,
    dates: [],
    again: (other) => other.facts?.definitions[i]?.condition,
  }));
  return [base, ...definitions];
}

const isSame = (a: TriggerExplanation, b: TriggerExplanation): boolean =>
  a.rule === b.rule && a.date === b.date && a.place.row === b.place.row && a.place.sheet === b.place.sheet;

function triggerFailures(firm: EnterpriseExplanation): Failure[] {
  return firm.measures.flatMap(({ triggers, measure }) =>
    triggers.flatMap((trigger) =>
      trigger.conditions.map((condition): Failure => ({
        firm,
        condition,
        dates: [...(prepared.measures[measure]?.rules[trigger.rule]?.date.checked.names ?? [])],
        again: (other) =>
          other.measures[measure]?.triggers
            .find((candidate) => isSame(candidate, trigger))
            ?.conditions.find(({ kind }) => kind === condition.kind),
      })),
    ),
  );
}

const nameOf = ({ firm, condition: { kind, tree } }: Failure): string => `${firm.code} ${kind} ${tree?.text}`;

const failures = (value: (condition: Condition) => boolean): readonly Failure[] =>
  firms
    .flatMap((firm) => [...factFailures(firm), ...triggerFailures(firm)])
    .filter(({ condition }) => condition.tree && value(condition));

/** One move is read with the other, which may contradict it. */
const moves = ["迁入日期", "迁出日期"];

/** The code's rows with every cell made unreadable but codes, dates of the trigger and the cells named. */
function veiled(code: string, named: readonly CellValue[], dates: readonly string[]): Roster {
  const columns = new Set([...dates, ...(named.some(({ column }) => moves.includes(column)) ? moves : [])]);
  const one = rosterOfOne(roster, code);
  if (!one) throw new Error(`${code} must be in the roster`);
  const veil = (table: Table): Table => ({
    ...table,
    columns: new Map(Array.from(table.columns, ([id, column]) => [id, veiledColumn(table, id, column)])),
  });
  const veiledColumn = (table: Table, id: string, { values, state }: Column): Column => {
    const { label, type } = fieldOf(table.id, id);
    const kept = (row: number): boolean =>
      type === "code" ||
      columns.has(label) ||
      named.some((cell) => cell.table === table.id && cell.column === label && cell.row === table.sheetRow[row]);
    return {
      values: values.map((value, row) => (kept(row) ? value : Number.NaN)),
      state: state.map((was, row) => (kept(row) ? was : CellState.unreadable)),
    };
  };
  const veiledTables = tables.map(({ id }) => [id, veil(one.roster.tables[id])]);
  return { ...one.roster, tables: Object.fromEntries(veiledTables) as Roster["tables"] };
}

it("names cells that make a condition FALSE whatever stands in all the others", () => {
  const untrue = new Map(failures(({ value }) => value === 0).map((failure) => [nameOf(failure), failure] as const));
  expect(untrue.size).toBeGreaterThan(200);
  const wrong = [...untrue].flatMap(([name, { firm, condition, dates, again }]) => {
    const others = veiled(firm.code, condition.cells, dates);
    const still = again(explained(others, evaluateRoster(prepared, others, scenario), firm.code));
    return still?.value === 0 ? [] : [name];
  });
  expect(wrong).toEqual([]);
}, 120_000);

it("names under an UNKNOWN condition a cell that is not filled, moves that contradict, or an open industry", () => {
  const unknown = failures(({ value }) => Number.isNaN(value));
  const isExplained = ({ firm, condition: { cells } }: Failure): boolean => {
    const filled = (column: string): number | undefined =>
      cells.find((cell) => cell.column === column && cell.state === "filled")?.value;
    const [movedIn = Number.NaN, movedOut = Number.NaN] = [filled("迁入日期"), filled("迁出日期")];
    const openIndustry = firm.facts?.size.standard === undefined && filled("行业代码") !== undefined;
    return cells.some(({ state }) => state !== "filled") || movedOut <= movedIn || openIndustry || !firm.facts;
  };
  expect(unknown.length).toBeGreaterThan(10);
  expect(unknown.filter((failure) => !isExplained(failure)).map(nameOf)).toEqual([]);
});
