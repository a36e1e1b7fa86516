import { yuanOf, type Fen } from "../money/money.ts";
import type { CompiledLimit, CompiledMeasure } from "../policy/prepare.ts";
import type { Basis } from "../policy/values.ts";
import { Eligibility } from "../policy/ledger.ts";
import { CellState } from "../roster/roster.ts";
import {
  bindFormula,
  bindOf,
  bothBases,
  departmentCount,
  groupOf,
  hasOneBasis,
  isInstalled,
  measuresOf,
  type DetailPlan,
  type PaidRow,
} from "./detail-plan.ts";
import { inputNames, isOpen, usesName } from "./detail-row.ts";
import { instalmentColumns } from "./instalment-columns.ts";
import { parameterName } from "./parameter-name.ts";
import type { At, TableColumn } from "./placed-table.ts";
import { countCell, dayCell, emptyCell, formulaCell, textCell } from "./report-cells.ts";
import type { CellFormat, ReportCell } from "./report-model.ts";
import {
  basisColumn,
  grossFormula,
  inputColumn,
  joinsFormula,
  limitFormula,
  openingFormula,
  openTests,
  type RowPlace,
} from "./row-formula.ts";
import { sharedColumns, sharedTotal } from "./shared-columns.ts";

export type DetailColumn = TableColumn<PaidRow>;

type Cell = DetailColumn["cell"];

/** Every column of a sheet of details, from who and when over the inputs to what is due on both bases. */
export function detailColumns(plan: DetailPlan): readonly DetailColumn[] {
  return [
    ...identityColumns(plan),
    ...inputColumns(plan),
    ...(measuresOf(plan).some(({ opening }) => opening) ? [openingColumn(plan)] : []),
    ...bothBases.flatMap((basis) => basisColumns(plan, basis)),
  ];
}

const column = (id: string, heading: string, width: number, cell: Cell): DetailColumn => ({ id, heading, width, cell });

const money = (formula: string, fen: Fen): ReportCell => formulaCell(formula, yuanOf(fen));

function identityColumns(plan: DetailPlan): readonly DetailColumn[] {
  const { said, identities, input } = plan;
  const { heads } = said;
  const { language, roster } = input;
  const tableOf = ({ measure }: PaidRow) => roster.tables[measure.measure.table];
  const own = (id: string, width: number, cell: Cell): DetailColumn => column(id, heads[id] ?? id, width, cell);
  return [
    own("measureNumber", 8, ({ measure }) => countCell(measure.index + 1)),
    own("measure", 24, ({ measure }) => textCell(`${measure.measure.id} ${measure.measure.label[language]}`)),
    own("firm", 9, ({ enterprise }) => countCell(enterprise + 1)),
    own("code", 21, (row) => textCell(codeOf(plan, row))),
    own("name", 28, ({ enterprise }) => textCell(identities.name(enterprise))),
    own("sheet", 12, (row) =>
      row.row < 0 ? emptyCell : textCell(roster.sheetNames[tableOf(row).sheet[row.row] ?? 0] ?? ""),
    ),
    own("sheetRow", 8, (row) => (row.row < 0 ? emptyCell : countCell(tableOf(row).sheetRow[row.row] ?? 0))),
    own("trigger", 18, ({ measure, rule }) => textCell(measure.measure.triggers[rule]?.label[language] ?? "")),
    own("date", 12, ({ date }) => dayCell(date)),
    ...(hasTestDay(plan) ? [own("testDay", 12, ({ testDay }) => dayCell(testDay))] : []),
    ...(measuresOf(plan).some(isRepeated) ? [own("part", 8, ({ part }) => countCell(part + 1))] : []),
    own("year", 9, (row, at) => ({ ...formulaCell(yearFormula(plan, row, at), row.year, "number") })),
    own("eligible", 9, ({ condition }) => textCell(said.eligibilities[condition] ?? "", "input")),
    own("eligibility", 9, (row, at) => formulaCell(eligibilityFormula(plan, row, at), row.eligibility, "integer")),
  ];
}

/** Code of the firm; of a row whose firm is not in 企业, the code that stands in the row. */
function codeOf({ identities }: DetailPlan, { enterprise, row, measure }: PaidRow): string {
  const { table, owner } = measure.measure;
  if (enterprise >= 0) return identities.code(enterprise);
  return row < 0 ? "" : identities.text(table, owner, row);
}

export const hasTestDay = (plan: DetailPlan): boolean => measuresOf(plan).some(({ testDay }) => testDay !== undefined);

const isRepeated = ({ measure }: CompiledMeasure): boolean =>
  measure.schedule.kind === "months" || measure.schedule.kind === "anniversaries";

function yearFormula({ context }: DetailPlan, { measure }: PaidRow, at: At): string {
  const { id, schedule } = measure.measure;
  const year = `YEAR(${at("date")})`;
  if (isRepeated(measure)) return `${year}+${at("part")}-1`;
  const offset = "offset" in schedule ? schedule.offset : undefined;
  if (offset === undefined) return year;
  const local = `${id}.${offset}`;
  return `${year}+${parameterName(context.values.has(local) ? local : offset)}`;
}

const placeOf = (plan: DetailPlan, row: PaidRow, basis: Basis, at: At): RowPlace => ({
  row,
  basis,
  at,
  hasTestDay: hasTestDay(plan),
});

function eligibilityFormula(plan: DetailPlan, row: PaidRow, at: At): string {
  const [no, yes, unverified] = plan.said.eligibilities;
  const cell = at("eligible");
  const tests = openTests(plan.context, placeOf(plan, row, "planning", at));
  if (tests.length === 0) return `IF(${cell}="${yes}",1,IF(${cell}="${no}",0,2))`;
  return `IF(${cell}="${no}",0,IF(${cell}="${unverified}",2,IF(OR(${tests.join(",")}),2,1)))`;
}

const formats = {
  yuan: "yuan",
  share: "share",
  count: "number",
  number: "number",
  date: "date",
  text: "text",
  truth: "truth",
} as const satisfies Record<string, CellFormat>;

function inputColumns(plan: DetailPlan): readonly DetailColumn[] {
  const names = [...new Set(measuresOf(plan).flatMap(inputNames))];
  return names.map((name) => column(inputColumn(name), name, 14, (row) => inputCell(plan, row, name)));
}

/** A cell of the roster; one that is not known holds a word, unless its blank reads 0. */
function inputCell({ said }: DetailPlan, row: PaidRow, name: string): ReportCell {
  const input = row.inputs.get(name);
  const info = row.measure.scope.lookup(name);
  if (!input || !info) return emptyCell;
  if (isOpen(row, name, input)) return textCell(input.state === CellState.unreadable ? said.unreadable : said.blank);
  const value = Number.isNaN(input.value) ? 0 : input.value;
  const format = formats[info.unit];
  if (format === "text") return textCell(info.choices?.[value] ?? "");
  return { value: format === "truth" ? value === 1 : value, format };
}

function openingColumn(plan: DetailPlan): DetailColumn {
  return column("opening", plan.said.heads["opening"] ?? "", 14, (row, at) => {
    const { opening } = row.measure;
    if (!opening) return emptyCell;
    return money(openingFormula(plan.context, placeOf(plan, row, "planning", at), opening), row.opening);
  });
}

/** The columns of one basis. Rows whose bases agree leave the statutory ones empty but for what is due. */
function basisColumns(plan: DetailPlan, basis: Basis): readonly DetailColumn[] {
  const shown = plan.groups.filter((group) => basis === "planning" || !hasOneBasis(plan.context, group));
  const shows = (row: PaidRow): boolean => shown.includes(groupOf(plan, row));
  const measures = measuresOf({ groups: shown });
  const columns = [
    ...chainColumns(plan, basis, measures),
    ...amountColumns(plan, basis, measures),
    ...instalmentColumns(plan, basis, measures),
  ];
  return [
    ...columns.map((one) => ({ ...one, cell: guarded(one.cell, shows) })),
    totalColumn(plan, basis, shows),
    ...shareColumns(plan, basis),
    ...(basis === "planning" ? outcomeColumns(plan) : []),
  ];
}

const guarded =
  (cell: Cell, shows: (row: PaidRow) => boolean): Cell =>
  (row, at, index) =>
    shows(row) ? cell(row, at, index) : emptyCell;

const headOf = ({ said }: DetailPlan, basis: Basis, id: string): string => said.onBasis(basis, said.heads[id] ?? id);

const ofBasis = (plan: DetailPlan, basis: Basis, id: string, cell: Cell): DetailColumn =>
  column(basisColumn(basis, id), headOf(plan, basis, id), 14, cell);

function chainColumns(plan: DetailPlan, basis: Basis, measures: readonly CompiledMeasure[]): DetailColumn[] {
  if (!measures.some(({ opening }) => opening)) return [];
  const uses = (name: string): boolean => measures.some((measure) => usesName(measure, name));
  const own = (id: string, cell: Cell): DetailColumn =>
    ofBasis(plan, basis, id, (row, at, index) => (row.measure.opening ? cell(row, at, index) : emptyCell));
  return [
    own("running", (row, at) => money(runningFormula(row, basis, at), row[basis].running)),
    own("earlier", (row, at) =>
      money(`ROUND(${at("opening")}+${at(basisColumn(basis, "running"))},2)`, row.opening + row[basis].running),
    ),
    ...(uses("本条本年已享受")
      ? [own("runningInYear", (row, at) => money(inYearFormula(row, basis, at), row[basis].runningInYear))]
      : []),
    ...(uses("已达档次")
      ? [
          own("reachedTier", (row, at) =>
            formulaCell(tierFormula(plan, row, basis, at), row[basis].reachedTier, "integer"),
          ),
        ]
      : []),
  ];
}

function runningFormula({ above }: PaidRow, basis: Basis, at: At): string {
  if (above === 0) return "0";
  const [running, added] = [basisColumn(basis, "running"), basisColumn(basis, "added")];
  return `IF(${at("firm")}=${at("firm", -1)},ROUND(${at(running, -1)}+${at(added, -1)},2),0)`;
}

function inYearFormula({ above }: PaidRow, basis: Basis, at: At): string {
  if (above === 0) return "0";
  const over = (id: string): string => `${at(id, -above)}:${at(id, -1)}`;
  return `ROUND(SUMIFS(${over(basisColumn(basis, "added"))},${over("year")},${at("year")}),2)`;
}

/** The highest tier above; the row directly above counts if it is not refused and joins the chain. */
function tierFormula(plan: DetailPlan, row: PaidRow, basis: Basis, at: At): string {
  if (row.above === 0) return "0";
  const joins = joinsFormula(plan.context, placeOf(plan, row, basis, at));
  const counts = joins ? `AND(${at("eligibility", -1)}<>0,${joins})` : `${at("eligibility", -1)}<>0`;
  const above = `MAX(${at(basisColumn(basis, "reachedTier"), -1)},IF(${counts},${at(inputColumn("档次"), -1)},0))`;
  return `IF(${at("firm")}=${at("firm", -1)},${above},0)`;
}

/** Column of a limit; limits of one label share it, unless one measure has two. */
function limitId({ measure }: CompiledMeasure, index: number): string {
  const label = measure.limits[index]?.label.zh ?? "";
  const before = measure.limits.slice(0, index).filter((limit) => limit.label.zh === label).length;
  return `limit.${label}${before === 0 ? "" : before + 1}`;
}

function amountColumns(plan: DetailPlan, basis: Basis, measures: readonly CompiledMeasure[]): DetailColumn[] {
  const rows = plan.groups.flatMap((group) => group.rows);
  const chained = measures.some(({ opening }) => opening);
  return [
    ofBasis(plan, basis, "gross", (row, at) =>
      money(grossFormula(plan.context, placeOf(plan, row, basis, at)), row[basis].gross),
    ),
    ...limitColumns(plan, basis, measures),
    ...(rows.some((row) => row[basis].yields)
      ? [ofBasis(plan, basis, "yields", (row) => countCell(row[basis].yields ? 1 : 0, "locked"))]
      : []),
    ofBasis(plan, basis, "amount", (row, at) => money(amountFormula(row, basis, at), row[basis].amount)),
    ...(chained
      ? [
          ofBasis(plan, basis, "added", (row, at) =>
            row.measure.opening ? money(addedFormula(plan, row, basis, at), row[basis].added) : emptyCell,
          ),
        ]
      : []),
  ];
}

function limitColumns(plan: DetailPlan, basis: Basis, measures: readonly CompiledMeasure[]): DetailColumn[] {
  const labels = new Map<string, string>();
  for (const measure of measures) {
    measure.limits.forEach(({ limit }, index) => {
      labels.set(limitId(measure, index), limit.label[plan.input.language]);
    });
  }
  return [...labels].map(([id, label]) =>
    column(basisColumn(basis, id), plan.said.onBasis(basis, label), 14, (row, at) => {
      const index = row.measure.limits.findIndex((_, position) => limitId(row.measure, position) === id);
      const limit = row.measure.limits[index];
      return limit ? limitCell(plan, row, basis, at, limit, row[basis].limits[index] ?? null) : emptyCell;
    }),
  );
}

function limitCell(
  plan: DetailPlan,
  row: PaidRow,
  basis: Basis,
  at: At,
  limit: CompiledLimit,
  fen: Fen | null,
): ReportCell {
  const formula = limitFormula(plan.context, placeOf(plan, row, basis, at), limit);
  return money(formula, fen ?? row[basis].gross);
}

const limitCells = ({ measure }: PaidRow, basis: Basis, at: At): readonly string[] =>
  measure.limits.map((_, index) => at(basisColumn(basis, limitId(measure, index))));

/** A range: limits of other measures between them are empty cells. */
function amountFormula(row: PaidRow, basis: Basis, at: At): string {
  const gross = at(basisColumn(basis, "gross"));
  const limits = limitCells(row, basis, at);
  const amount = limits.length === 0 ? gross : `ROUND(MAX(0,MIN(${gross}:${limits[limits.length - 1]})),2)`;
  const refused = `${at("eligibility")}=0`;
  const none = row[basis].yields ? `OR(${refused},${at(basisColumn(basis, "yields"))}=1)` : refused;
  return `IF(${none},0,${amount})`;
}

function addedFormula(plan: DetailPlan, row: PaidRow, basis: Basis, at: At): string {
  const amount = at(basisColumn(basis, "amount"));
  const joins = joinsFormula(plan.context, placeOf(plan, row, basis, at));
  return joins ? `IF(${joins},${amount},0)` : amount;
}

/** What is due in the end; where the bases agree, the statutory amount is the planning one before it was stopped. */
function totalColumn(plan: DetailPlan, basis: Basis, shows: (row: PaidRow) => boolean): DetailColumn {
  return ofBasis(plan, basis, "total", (row, at) => {
    const source: Basis = shows(row) ? basis : "planning";
    return money(totalFormula(plan, row, basis, source, at), row.payout[basis]);
  });
}

function totalFormula(plan: DetailPlan, row: PaidRow, basis: Basis, source: Basis, at: At): string {
  const { measure } = row.measure;
  if (measure.pool) return plan.cells.paidFromPool(row, basis);
  if (measure.kind === "shared-envelope") return basis === "planning" ? sharedTotal(at) : at("planning.total");
  if (!isInstalled(row.measure)) return at(basisColumn(source, "amount"));
  const kind = basis === "planning" ? "paid" : "part";
  const over = `${at(basisColumn(source, `${kind}1`))}:${at(basisColumn(source, `${kind}10`))}`;
  return `ROUND(SUM(${over}),2)`;
}

function shareColumns(plan: DetailPlan, basis: Basis): DetailColumn[] {
  if (!measuresOf(plan).some((measure) => departmentCount(measure) > 1)) return [];
  return [
    ofBasis(plan, basis, "share", (row, at) => {
      const count = departmentCount(row.measure);
      const formula = `INT(ROUND(${at(basisColumn(basis, "total"))}*100,0)/${count})/100`;
      return count === 1 ? emptyCell : money(formula, Math.floor(row.payout[basis] / count));
    }),
  ];
}

function outcomeColumns(plan: DetailPlan): DetailColumn[] {
  const { said } = plan;
  const head = (id: string): string => said.heads[id] ?? id;
  const shared = measuresOf(plan).some(({ measure }) => measure.kind === "shared-envelope");
  return [
    column("forgone", head("forgone"), 14, (row, at) =>
      money(
        `IF(${at("eligibility")}=0,0,ROUND(MAX(0,${at("planning.gross")}-${at("planning.total")}),2))`,
        row.eligibility === Eligibility.false ? 0 : Math.max(0, row.planning.gross - row.payout.planning),
      ),
    ),
    column("binds", head("binds"), 14, (row, at) =>
      formulaCell(bindFormula(row, at, limitCells(row, "planning", at), said), said.binds[bindOf(row)], "text"),
    ),
    ...(shared ? sharedColumns(plan) : []),
  ];
}
