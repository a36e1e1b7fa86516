import { articleName } from "../policy/article-name.ts";
import type { Context } from "../policy/block.ts";
import type { CompiledMeasure } from "../policy/prepare.ts";
import { priceRecorded } from "../policy/recorded-work.ts";
import type { Basis } from "../policy/values.ts";
import { showsMeasure } from "./department-scope.ts";
import { detailColumns } from "./detail-columns.ts";
import {
  hasOneBasis,
  isInstalled,
  measuresOf,
  type DetailGroup,
  type DetailPlan,
  type OtherCells,
} from "./detail-plan.ts";
import { detailWords } from "./detail-words.ts";
import { envelopeBlock, envelopeBlockHeight, envelopeCells } from "./envelope-block.ts";
import { identitiesOf } from "./identity.ts";
import { longestList } from "./parameter-name.ts";
import { envelopeGroup, grantGroup, sharedGroup } from "./payout.ts";
import { placeTable, type PlacedTable, type Ranges } from "./placed-table.ts";
import { poolPlanOf, type PoolPlan } from "./pool-plan.ts";
import { headingRow, textCell } from "./report-cells.ts";
import type { ReportInput } from "./report-input.ts";
import type { ReportSheet } from "./report-model.ts";
import { basisColumn } from "./row-formula.ts";
import { detailSheetName } from "./sheet-names.ts";

/** A sheet of details in its place, for those that sum it. */
export interface DetailSheet {
  readonly sheet: ReportSheet;
  readonly plan: DetailPlan;
  readonly ranges: Ranges;
  readonly cell: PlacedTable["cell"];
}

/** The details of every shown measure by article, and the pools they draw on. */
export interface Details {
  readonly groups: ReadonlyMap<number, readonly DetailGroup[]>;
  readonly pools: readonly PoolPlan[];
}

/** Prices what the sheets of details show; measures of one chain stand on the sheet of the first. */
export function detailsOf(input: ReportInput, context: Context): Details {
  const shown = (measures: readonly CompiledMeasure[]): boolean =>
    measures.some(({ measure }) => showsMeasure(input, measure));
  const pools: PoolPlan[] = [];
  const priced = priceRecorded(context, input.prepared.measures)
    .groups.filter(({ works }) => shown(works.map(({ measure }) => measure)))
    .map((group) => {
      const pool = poolPlanOf(context, group);
      if (pool) pools.push(pool);
      return grantGroup(context, group, pool);
    });
  const others = input.prepared.measures
    .filter((measure) => shown([measure]))
    .flatMap((measure): DetailGroup[] => {
      if (measure.measure.kind === "shared-envelope") return [sharedGroup(context, measure)];
      return measure.measure.kind === "envelope" ? [envelopeGroup(context, measure)] : [];
    });
  const groups = new Map<number, readonly DetailGroup[]>();
  for (const group of [...priced, ...others]) {
    const article = group.measures[0]?.measure.article ?? 0;
    groups.set(article, [...(groups.get(article) ?? []), group]);
  }
  return { groups: new Map([...groups].sort(([a], [b]) => a - b)), pools };
}

/** One sheet an article; `paidFromPool` tells where a claim's payment stands. */
export function detailSheets(
  input: ReportInput,
  context: Context,
  { groups }: Details,
  paidFromPool: OtherCells["paidFromPool"],
): readonly DetailSheet[] {
  return [...groups].map(([article, mine]) => detailSheet(input, context, article, mine, paidFromPool));
}

const TOP_ROWS = 2;

function detailSheet(
  input: ReportInput,
  context: Context,
  article: number,
  groups: readonly DetailGroup[],
  paidFromPool: OtherCells["paidFromPool"],
): DetailSheet {
  const { language } = input;
  const said = detailWords[language];
  const head = { context, said, groups };
  const blockRow = TOP_ROWS + 1;
  const firstRow = detailFirstRow(head);
  const cells = { paidFromPool, envelope: envelopeCells(head, blockRow) };
  const hasTestDay = measuresOf(head).some(({ testDay }) => testDay !== undefined);
  const plan: DetailPlan = { ...head, input, identities: identitiesOf(input), cells, hasTestDay };
  const name = detailSheetName(article, language);
  const columns = detailColumns(plan);
  const rows = groups.flatMap((group) => group.rows);
  const table = placeTable(
    name,
    columns,
    rows,
    firstRow,
    ({ measure }) => measure.opening !== undefined || measure.measure.allocation !== undefined,
  );
  const title = input.prepared.policy.articles.find(({ number }) => number === article)?.title[language] ?? "";
  const yields = rows.some(({ planning, statutory }) => planning.yields || statutory.yields);
  const sheet: ReportSheet = {
    name,
    widths: columns.map(({ width }) => width),
    rows: [
      [textCell(said.title(articleName(article, language), title), "title")],
      [textCell(yields ? `${said.note}${said.matterNote}` : said.note)],
      ...envelopeBlock(plan, table.range, blockRow),
      headingRow(columns.map(({ heading }) => heading)),
    ],
    body: table.body,
    frozen: { rows: firstRow - 1, columns: 5 },
    landscape: true,
  };
  return { sheet, plan, ranges: table.range, cell: table.cell };
}

/** Row of the first line of details as its sheet shows it. */
export const detailFirstRow = (head: Pick<DetailPlan, "context" | "said" | "groups">): number =>
  TOP_ROWS + envelopeBlockHeight(head) + 2;

/** The columns that hold a measure's amounts of one basis, with how many years after the row's year each is due. */
export function amountRanges(
  { plan, ranges }: DetailSheet,
  measure: CompiledMeasure,
  basis: Basis,
): readonly { readonly range: string; readonly later: number }[] {
  const group = plan.groups.find(({ measures }) => measures.includes(measure));
  const source: Basis = group && hasOneBasis(plan.context, group) ? "planning" : basis;
  const kind = basis === "planning" ? "paid" : "part";
  const columns = isInstalled(measure)
    ? Array.from({ length: longestList }, (_, k) => basisColumn(source, `${kind}${k + 1}`))
    : [basisColumn(basis, "total")];
  return columns.flatMap((column, later) => {
    const range = ranges(column);
    return range === undefined ? [] : [{ range, later }];
  });
}

/** Measures on a sheet that the report shows. */
export const shownOn = ({ plan }: DetailSheet): readonly CompiledMeasure[] =>
  measuresOf(plan).filter(({ measure }) => showsMeasure(plan.input, measure));
