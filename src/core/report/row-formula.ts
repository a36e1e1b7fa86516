import { toWorkbook, type CheckedFormula, type CheckedNode } from "../formula/formula.ts";
import type { Context } from "../policy/block.ts";
import type { Compiled, CompiledLimit, CompiledMeasure } from "../policy/prepare.ts";
import type { Basis } from "../policy/values.ts";
import { CellState } from "../roster/roster.ts";
import { hasOpenInput, isOpen, type DetailRow } from "./detail-row.ts";
import { noLimitName, parameterName } from "./parameter-name.ts";
import type { At } from "./placed-table.ts";

/** Where a formula of a row stands: its basis and the addresses of the row's cells. */
export interface RowPlace {
  readonly row: DetailRow;
  readonly basis: Basis;
  readonly at: At;
  /** Whether the sheet has a column of test days. */
  readonly hasTestDay: boolean;
}

/** Column of a basis, e.g. `planning.gross`. */
export const basisColumn = (basis: Basis, id: string): string => `${basis}.${id}`;

/** Column of an input by its name. */
export const inputColumn = (name: string): string => `input.${name}`;

/** Writes the names of a measure's formulas as cells and workbook names. */
type Write = (name: string) => string;

/** How a cell that is not known is written where it is used. */
type Reading = "priced" | "strict" | "strict, blanks as zero";

function writerOf(context: Context, place: RowPlace, reading: Reading): Write {
  const { row, basis, at, hasTestDay } = place;
  const { scope } = row.measure;
  const own: Readonly<Record<string, () => string>> = {
    触发日: () => at("date"),
    检验日: () => at(hasTestDay ? "testDay" : "date"),
    预算年度: () => at("year"),
    本条已享受: () => earlierOf(context, place, reading),
    本条本年已享受: () => at(basisColumn(basis, "runningInYear")),
    已达档次: () => at(basisColumn(basis, "reachedTier")),
  };
  return (name) => {
    const mine = own[name];
    if (mine) return mine();
    const kind = scope.lookup(name)?.kind;
    if (kind === "constant") return parameterName(name);
    if (kind === "parameter") return parameterWritten(context, row.measure, name, basis);
    if (kind === "reading") return readingWritten(context, name, basis);
    return inputWritten(row, name, at(inputColumn(name)), reading);
  };
}

/** A parameter as a formula of a measure writes it: its workbook name, or what the statutory basis fixes. */
export function parameterWritten(context: Context, { measure }: CompiledMeasure, name: string, basis: Basis): string {
  if (basis === "statutory" && name in measure.statutory) {
    const fixed = measure.statutory[name] ?? null;
    return fixed === null ? noLimitName : String(fixed);
  }
  const local = `${measure.id}.${name}`;
  return parameterName(context.values.has(local) ? local : name);
}

/** A reading as its workbook name, or the option that the statutory basis fixes. */
export function readingWritten({ policy }: Context, name: string, basis: Basis): string {
  const fixed = basis === "statutory" ? policy.statutoryReadings[name] : undefined;
  return fixed === undefined ? parameterName(name) : `"${fixed}"`;
}

/** A cell that is not known holds a word: `+0` makes it an error that the row's formula answers, `N` makes it 0. */
function inputWritten(row: DetailRow, name: string, cell: string, reading: Reading): string {
  const input = row.inputs.get(name);
  if (!input || !isOpen(row, name, input)) return cell;
  if (reading === "strict, blanks as zero" && input.state === CellState.blank) return "0";
  const readsZero = reading === "priced" && row.measure.scope.lookup(name)?.blankIsZero === true;
  return readsZero ? `N(${cell})` : `(${cell}+0)`;
}

function earlierOf(context: Context, place: RowPlace, reading: Reading): string {
  const cell = place.at(basisColumn(place.basis, "earlier"));
  const { opening } = place.row.measure;
  if (reading === "priced" || !opening || !hasOpenInput(place.row)) return cell;
  return `(${cell}+0*(${written(opening, writerOf(context, place, "strict"))}))`;
}

/** The formula that was checked inside MIN( ), so that it may be a bare unset name. */
function withoutCap({ checked }: Compiled): CheckedFormula {
  const { tree } = checked;
  const [only] = tree.kind === "call" && tree.function === "MIN" && tree.arguments.length === 1 ? tree.arguments : [];
  return only ? { ...checked, tree: only } : checked;
}

const written = (formula: Compiled, write: Write): string => toWorkbook(withoutCap(formula), write);

/** Names that are the whole formula, or all that a MIN is taken of, and may be unset: then there is no amount. */
function unsetNames({ scope }: CompiledMeasure, node: CheckedNode): readonly string[] {
  const parts = node.kind === "call" && node.function === "MIN" ? node.arguments : [node];
  const names = parts.flatMap((part) => (part.kind === "name" ? [part.name] : []));
  const all = names.length === parts.length && names.every((name) => scope.lookup(name)?.mayBeUnset === true);
  return all ? names : [];
}

/** An amount rounded to 分 and not below 0; `none` where it is unset or cannot be known. */
function amountFormula(row: DetailRow, formula: Compiled, write: Write, none: string): string {
  const core = `ROUND(MAX(0,${written(formula, write)}),2)`;
  const unset = unsetNames(row.measure, withoutCap(formula).tree);
  if (unset.length > 0) return `IF(COUNT(${unset.map(write).join(",")})=0,${none},${core})`;
  return hasOpenInput(row) ? `IFERROR(${core},${none})` : core;
}

const grossOf = ({ measure, rule }: DetailRow): Compiled => measure.rules[rule]?.gross ?? measure.gross;

/** Amount before any limit. */
export const grossFormula = (context: Context, place: RowPlace): string =>
  amountFormula(place.row, grossOf(place.row), writerOf(context, place, "priced"), "0");

/** One limit; where it does not apply, the amount before limits: a number, so that no MIN meets a text. */
export function limitFormula(context: Context, place: RowPlace, { amount, when }: CompiledLimit): string {
  const write = writerOf(context, place, "priced");
  const gross = place.at(basisColumn(place.basis, "gross"));
  const limit = amountFormula(place.row, amount, write, gross);
  return when ? `IF(${written(when, write)},${limit},${gross})` : limit;
}

/** What ranks the row; an error where a cell of it is not known. */
export function scoreFormula(context: Context, place: RowPlace, score: Compiled): string {
  const reading = score.checked.unit === "yuan" ? "priced" : "strict";
  return written(score, writerOf(context, place, reading));
}

/** 本条已享受 before any row of the workbook. */
export const openingFormula = (context: Context, place: RowPlace, opening: Compiled): string =>
  amountFormula(place.row, opening, writerOf(context, place, "priced"), "0");

/** Whether the row adds to its chain, or undefined where it always does. */
export function joinsFormula(context: Context, place: RowPlace): string | undefined {
  const { joins } = place.row.measure;
  return joins && written(joins, writerOf(context, place, "priced"));
}

/** Tests that are TRUE where a cell that is not known leaves the amount open, in the words of the planning basis. */
export function openTests(context: Context, place: RowPlace): readonly string[] {
  const { row } = place;
  if (!hasOpenInput(row)) return [];
  const test = (formula: Compiled, blankIsFine: boolean): string => {
    const reading = blankIsFine ? "strict, blanks as zero" : "strict";
    return `ISERROR(${written(formula, writerOf(context, place, reading))})`;
  };
  const noAmountIfBlank = row.measure.measure.schedule.kind === "anniversaries";
  return [
    test(grossOf(row), noAmountIfBlank),
    ...row.measure.limits.map(({ limit, amount, when }) => {
      const open = test(amount, limit.ifUnknown === "no-limit");
      return when ? `IF(${written(when, writerOf(context, place, "priced"))},${open},FALSE)` : open;
    }),
    ...(row.measure.score ? [`ISERROR(${scoreFormula(context, place, row.measure.score)})`] : []),
  ];
}
