import { basename } from "node:path";
import { policyUnder } from "../core/policy/added-measure.ts";
import { fenText } from "../core/policy/explanation/describe-explanation.ts";
import type { LineChange } from "../core/policy/compare/roster-money.ts";
import type { Policy } from "../core/policy/policy.ts";
import { sumOf } from "../core/policy/totals.ts";
import { yuanOf, type Fen } from "../core/money/money.ts";
import { tables } from "../core/roster/fields.ts";
import { createEngine } from "../engine/in-process.ts";
import type { RosterDifference } from "../engine/roster-difference.ts";
import type { Arguments } from "./arguments.ts";
import { bytesOf, loadFile, mappingIn, tell, write, writeJson } from "./files.ts";
import { policyIn } from "./policy.ts";
import { scenarioOf } from "./scenario.ts";

/** Says what changed from one roster to the next; 1 where one of them was refused. */
export async function difference(words: Arguments): Promise<number> {
  const [before = "", after = ""] = words.files;
  const published = await policyIn(words);
  const scenario = await scenarioOf(published, words);
  const engine = createEngine(published);
  const card = await loadFile(engine, { ...words, file: after });
  if ("refused" in card) {
    tell(after, card.issues);
    return 1;
  }
  const mapping = await mappingIn(words.mapping);
  const request = { bytes: await bytesOf(before), fileName: basename(before), mapping, scenario };
  const found = await engine.difference(request);
  if ("refused" in found) {
    tell(before, found.issues);
    return 1;
  }
  const policy = policyUnder(published, scenario);
  if (words.json !== undefined) await writeJson(words.json, asJson(found, policy));
  const workbook = words.report === undefined ? undefined : await engine.differenceWorkbook("zh");
  if (words.report !== undefined && workbook) await write(words.report, workbook);
  process.stdout.write(`${linesOf(found, policy).join("\n")}\n`);
  return 0;
}

const tableLabel = (id: string): string => tables.find((table) => table.id === id)?.label ?? id;

const signed = (fen: Fen): string => (fen > 0 ? "+" : "") + fenText(fen, "zh");

/** Lines of what differs; a table or line of money that is the same has none. */
function linesOf({ before, after, tables: found, money }: RosterDifference, policy: Policy): string[] {
  const counts = found
    .filter(({ added, gone, changedCells }) => added + gone + changedCells > 0)
    .map(
      (of) =>
        `${tableLabel(of.table)}: ${of.before} → ${of.after} 行，新增 ${of.added}，减少 ${of.gone}，有变动 ${of.changedRows}（${of.changedCells} 格）`,
    );
  const amount = (label: string, { difference: line }: LineChange): string =>
    `${label}: 已承诺 ${signed(sumOf(line.committed))}，法定口径 ${signed(sumOf(line.statutory))}，待核实 ${signed(sumOf(line.unverified))}`;
  const differs = ({ difference: { committed, statutory, unverified } }: LineChange): boolean =>
    committed.size + statutory.size + unverified.size > 0;
  const measures = money.measures.flatMap((line, index) =>
    differs(line) ? [amount(`${policy.measures[index]?.id} ${policy.measures[index]?.label.zh}`, line)] : [],
  );
  const departments = [...money.departments].flatMap(([name, line]) => (differs(line) ? [amount(name, line)] : []));
  const same = counts.length === 0 ? ["各表没有变动"] : [];
  return [
    `${before.fileName} → ${after.fileName}`,
    ...same,
    ...counts,
    amount("合计", money.total),
    ...measures,
    ...departments,
  ];
}

const sumsOf = ({ before, after, difference: line }: LineChange) =>
  Object.fromEntries(
    (["committed", "statutory", "unverified"] as const).map((basis) => [
      basis,
      {
        before: yuanOf(sumOf(before[basis])),
        after: yuanOf(sumOf(after[basis])),
        difference: yuanOf(sumOf(line[basis])),
      },
    ]),
  );

/** The difference as data; amounts in 元. */
const asJson = ({ before, after, tables: found, money }: RosterDifference, policy: Policy) => ({
  format: "roster-difference/1",
  before,
  after,
  tables: found,
  total: sumsOf(money.total),
  measures: money.measures.map((line, index) => ({ id: policy.measures[index]?.id, ...sumsOf(line) })),
  departments: [...money.departments].map(([name, line]) => ({ name, ...sumsOf(line) })),
  enterprises: money.enterprises.map(({ code, name, before: old, after: now }) => ({
    uscc: code,
    name,
    before: yuanOf(old),
    after: yuanOf(now),
  })),
});
