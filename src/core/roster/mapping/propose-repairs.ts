import { isCreditCode, normaliseCode } from "../credit-code.ts";
import { columnLetters, shownAt } from "../import-raw-cell.ts";
import { RawKind, type RawSheet } from "../raw-sheet.ts";
import type { ProposedRepair } from "./mapping.ts";
import { headerEnd, type SheetPlan } from "./plan-sheet.ts";

/** A list that is not looked through any more is no help. */
const MOST = 10_000;

/** Letters the standard leaves out, and what they are taken for when a code is keyed. */
const slips: readonly (readonly [RegExp, string])[] = [
  [/O/g, "0"],
  [/I/g, "1"],
  [/Z/g, "2"],
  [/S/g, "5"],
  [/V/g, "U"],
];

/**
 * Repairs for damaged credit codes that have a proof: the check digit of the repaired code, or the same code standing
 * whole elsewhere in the workbook. None is applied before someone consents.
 */
export function proposeRepairs(plans: readonly SheetPlan[]): readonly ProposedRepair[] {
  const whole = wholeCodes(plans);
  const repairs: ProposedRepair[] = [];
  for (const cell of codeCells(plans)) {
    if (repairs.length >= MOST) break;
    const repair = isCreditCode(normaliseCode(cell.before)) ? undefined : repairOf(cell, whole);
    if (repair) repairs.push(repair);
  }
  return repairs;
}

interface CodeCell {
  readonly sheet: string;
  readonly cell: string;
  readonly before: string;
  readonly isNumber: boolean;
}

const creditCodeFields: ReadonlySet<string> = new Set(["uscc", "agency", "employer"]);

function* codeCells(plans: readonly SheetPlan[]): Generator<CodeCell> {
  for (const { sheet, block, matches } of plans) {
    for (const { position, field } of matches) {
      if (!field || !creditCodeFields.has(field.id)) continue;
      for (let row = headerEnd(block) + 1; row < sheet.rowCount; row++) yield* codeCell(sheet, position, row);
    }
  }
}

function* codeCell(sheet: RawSheet, position: number, row: number): Generator<CodeCell> {
  const kind = sheet.columns[position]?.kind[row];
  if (kind !== RawKind.text && kind !== RawKind.number) return;
  const before = shownAt(sheet, position, row);
  const cell = columnLetters(position) + (sheet.rowNumber[row] ?? 0);
  yield { sheet: sheet.name, cell, before, isNumber: kind === RawKind.number };
}

/** Codes that pass, by their first 15 characters, with where each first stands. */
function wholeCodes(plans: readonly SheetPlan[]): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const byStart = new Map<string, Map<string, string>>();
  for (const { sheet, cell, before } of codeCells(plans)) {
    const code = normaliseCode(before);
    if (!isCreditCode(code)) continue;
    const start = code.slice(0, DIGITS_KEPT);
    const codes = byStart.get(start) ?? new Map<string, string>();
    if (!codes.has(code)) codes.set(code, `${sheet}!${cell}`);
    byStart.set(start, codes);
  }
  return byStart;
}

/** A numeric cell keeps so many digits of a code. */
const DIGITS_KEPT = 15;

function repairOf({ sheet, cell, before, isNumber }: CodeCell, whole: ReturnType<typeof wholeCodes>) {
  const place = { sheet, cell, before };
  if (isNumber) {
    // only a code of digits alone can have become a number
    const known = /^\d{18}$/.test(before) ? [...(whole.get(before.slice(0, DIGITS_KEPT)) ?? [])] : [];
    const codes = known.filter(([code]) => /^\d+$/.test(code));
    const [only] = codes;
    return only && codes.length === 1
      ? ({ ...place, after: only[0], proof: "same-code", where: only[1] } satisfies ProposedRepair)
      : undefined;
  }
  const candidates = new Set([...withoutSlips(normaliseCode(before)), ...withLostCharacter(normaliseCode(before))]);
  const [after] = candidates;
  return after !== undefined && candidates.size === 1
    ? ({ ...place, after, proof: "check-digit" } satisfies ProposedRepair)
    : undefined;
}

function withoutSlips(code: string): string[] {
  const repaired = slips.reduce((text, [letter, digit]) => text.replace(letter, digit), code.replace(/[\s-]/g, ""));
  return repaired !== code && isCreditCode(repaired) ? [repaired] : [];
}

/** A code of 17 characters whose first was lost: enterprises begin with 9, institutions with 1, others with 5. */
function withLostCharacter(code: string): string[] {
  if (code.length !== 17) return [];
  return ["9", "1", "5"].map((first) => first + code).filter(isCreditCode);
}
