import type { Fen } from "../money/money.ts";
import type { Issue } from "../issue/issue.ts";
import { contributionYears, fieldOf, revenueYears, type FieldId } from "./fields.ts";
import { stands, valueAt, warn, type DraftSource, type DraftTable } from "./import-draft.ts";

/** An amount set against another column of the same row: what is usual, so that a slip of the unit shows. */
interface Measure {
  readonly field: FieldId;
  /** Columns it may be divided by; the first that the table has counts. */
  readonly by: readonly FieldId[];
  readonly usual: { readonly least: number; readonly typical: number; readonly most: number };
  readonly words: string;
}

/** 分 a head and year. */
const perHead = { least: 2e4 * 100, typical: 6e5 * 100, most: 2e7 * 100 } as const;
/** Of the year's revenue. */
const ofRevenue = { least: 1e-5, typical: 1e-2, most: 0.5 } as const;

const years = ({ first, last }: { readonly first: number; readonly last: number }): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

const measures: readonly Measure[] = [
  ...["revenue", ...years(revenueYears).map((year) => `revenue${year}`)].map((field) => ({
    field,
    by: ["employees"],
    usual: perHead,
    words: "人均营业收入",
  })),
  ...years(contributionYears).map((year) => ({
    field: `contribution${year}`,
    by: [`revenue${year}`, "revenue"],
    usual: ofRevenue,
    words: "与营业收入之比",
  })),
];

/** Rows that a column must have for its magnitude to say anything. */
const LEAST_ROWS = 5;
/** Share of the rows that must be nearer to what is usual in the other unit. */
const LEAST_SHARE = 0.8;
/** Powers of ten by which a cell in another unit of two is off: 10,000, give or take a firm's own difference. */
const slip = { least: 3.3, most: 4.7 } as const;
/** Share of the cells from which on they are no exceptions. */
const MOST_EXCEPTIONS = 0.4;

const units = [
  { unit: "元", yuan: 1 },
  { unit: "万元", yuan: 1e4 },
  { unit: "亿元", yuan: 1e8 },
] as const;

/**
 * Columns of 企业 whose magnitude contradicts the unit they were read in, and columns of which some cells are about
 * 10,000 times off the others. Nothing is changed: which unit is right is for someone to say.
 */
export function checkUnits(draft: DraftTable): Issue[] {
  if (draft.id !== "enterprises") return [];
  return draft.sources.flatMap((source) => {
    const doubted = new Set<FieldId>();
    return measures.flatMap((measure) => {
      const by = measure.by.find((id) => draft.columns.has(id));
      // what is in doubt itself is no measure for others
      if (by === undefined || doubted.has(by) || !draft.columns.has(measure.field)) return [];
      const ratios = ratiosOf(draft, source, measure.field, by);
      if (ratios.length < LEAST_ROWS) return [];
      const wrong = wrongUnit(source, measure, ratios);
      if (wrong) doubted.add(measure.field);
      return wrong ?? exceptions(draft, measure, ratios);
    });
  });
}

interface Ratio {
  readonly row: number;
  /** Power of ten. */
  readonly power: number;
}

function ratiosOf(draft: DraftTable, { rows, offset }: DraftSource, field: FieldId, by: FieldId): readonly Ratio[] {
  const ratios: Ratio[] = [];
  for (let row = offset; row < offset + rows.length; row++) {
    const [amount, base]: Fen[] = [valueAt(draft, row, field), valueAt(draft, row, by)];
    if (stands(draft, row) && amount !== undefined && base !== undefined && amount > 0 && base > 0)
      ratios.push({ row, power: Math.log10(amount / base) });
  }
  return ratios;
}

const medianOf = (ratios: readonly Ratio[]): number => {
  const powers = Float64Array.from(ratios, ({ power }) => power).sort();
  return powers[Math.floor(powers.length / 2)] ?? 0;
};

/** An issue if the column as a whole is usual in another unit than the one it was read in. */
function wrongUnit({ layout }: DraftSource, { field: id, usual, words }: Measure, ratios: readonly Ratio[]) {
  const mapped = layout.columns.find(({ field }) => field.id === id && field.table === "enterprises");
  const median = medianOf(ratios);
  if (!mapped || isUsual(median, usual)) return undefined;
  const read = mapped.unit ?? mapped.field.unit ?? "万元";
  const yuan = units.find(({ unit }) => unit === read)?.yuan;
  if (yuan === undefined) return undefined;
  const off = (power: number): number => Math.abs(power - Math.log10(usual.typical));
  const likely = units
    .map(({ unit, yuan: other }) => ({ unit, shift: Math.log10(other / yuan) }))
    .filter(({ shift }) => shift !== 0 && isUsual(median + shift, usual))
    .sort((a, b) => off(median + a.shift) - off(median + b.shift))[0];
  if (!likely) return undefined;
  const nearer = ratios.filter(({ power }) => off(power + likely.shift) < off(power)).length;
  if (nearer < LEAST_SHARE * ratios.length) return undefined;
  const issue = {
    code: "unit-by-magnitude",
    severity: "warning",
    sheet: layout.sheet.name,
    column: mapped.header,
    found: mapped.unit === undefined ? `${read}（列名未写明）` : read,
    expected: `${likely.unit}（${words}，${ratios.length} 户中 ${nearer} 户如此，把握 ${Math.round((100 * nearer) / ratios.length)}%）`,
  } as const;
  return [issue];
}

const isUsual = (power: number, { least, most }: Measure["usual"]): boolean =>
  power >= Math.log10(least) && power <= Math.log10(most);

/** One issue, on the first of them, if some cells are about 10,000 times off the others of their column. */
function exceptions(draft: DraftTable, { field }: Measure, ratios: readonly Ratio[]): Issue[] {
  const median = medianOf(ratios);
  const off = ratios.filter(({ power }) => {
    const distance = Math.abs(power - median);
    return distance >= slip.least && distance <= slip.most;
  });
  const [first] = off;
  if (!first || off.length < 2 || off.length > MOST_EXCEPTIONS * ratios.length) return [];
  return [warn(draft, first.row, { code: "magnitude-slip", expected: `${off.length} 格` }, fieldOf(draft.id, field))];
}
