import { isCreditCode, normaliseCode, slippedCodes } from "../credit-code.ts";
import { columnLetters, shownAt } from "../import-raw-cell.ts";
import { RawKind } from "../raw-sheet.ts";
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
  /** The sheet and stored row it stands in. */
  readonly plan: SheetPlan;
  readonly row: number;
}

const creditCodeFields: ReadonlySet<string> = new Set(["uscc", "agency", "employer"]);

function* codeCells(plans: readonly SheetPlan[]): Generator<CodeCell> {
  for (const plan of plans) {
    const { sheet, block, matches } = plan;
    for (const { position, field } of matches) {
      if (!field || !creditCodeFields.has(field.id)) continue;
      for (let row = headerEnd(block) + 1; row < sheet.rowCount; row++) yield* codeCell(plan, position, row);
    }
  }
}

function* codeCell(plan: SheetPlan, position: number, row: number): Generator<CodeCell> {
  const { sheet } = plan;
  const kind = sheet.columns[position]?.kind[row];
  if (kind !== RawKind.text && kind !== RawKind.number) return;
  const before = shownAt(sheet, position, row);
  const cell = columnLetters(position) + (sheet.rowNumber[row] ?? 0);
  yield { sheet: sheet.name, cell, before, isNumber: kind === RawKind.number, plan, row };
}

/** Codes that pass, by their first 15 characters, with where each first stands. */
function wholeCodes(plans: readonly SheetPlan[]): ReadonlyMap<string, ReadonlyMap<string, CodeCell>> {
  const byStart = new Map<string, Map<string, CodeCell>>();
  for (const found of codeCells(plans)) {
    const code = normaliseCode(found.before);
    if (!isCreditCode(code)) continue;
    const start = code.slice(0, DIGITS_KEPT);
    const codes = byStart.get(start) ?? new Map<string, CodeCell>();
    if (!codes.has(code)) codes.set(code, found);
    byStart.set(start, codes);
  }
  return byStart;
}

/** A numeric cell keeps so many digits of a code. */
const DIGITS_KEPT = 15;

function repairOf(damaged: CodeCell, whole: ReturnType<typeof wholeCodes>) {
  const { sheet, cell, before, isNumber } = damaged;
  const place = { sheet, cell, before };
  if (isNumber) {
    // only a code of digits alone can have become a number
    const known = /^\d{18}$/.test(before) ? [...(whole.get(before.slice(0, DIGITS_KEPT)) ?? [])] : [];
    const codes = known.filter(([code]) => /^\d+$/.test(code));
    const [only] = codes;
    return only && codes.length === 1
      ? ({ ...place, after: only[0], proof: "same-code", where: placeOf(only[1]) } satisfies ProposedRepair)
      : undefined;
  }
  const candidates = new Set([...withoutSlips(normaliseCode(before)), ...withLostCharacter(normaliseCode(before))]);
  const [after] = candidates;
  if (after === undefined) return slipOf(damaged, whole);
  return candidates.size === 1 ? ({ ...place, after, proof: "check-digit" } satisfies ProposedRepair) : undefined;
}

const placeOf = ({ sheet, cell }: CodeCell): string => `${sheet}!${cell}`;

/**
 * The one whole code of the workbook that is a slip of the hand away. Two rows of 企业 are brought to one code only
 * where they say the same besides: then they collapse, while rows that differ would both be refused.
 */
function slipOf(damaged: CodeCell, whole: ReturnType<typeof wholeCodes>): ProposedRepair | undefined {
  const { sheet, cell, before } = damaged;
  const known = slippedCodes(normaliseCode(before)).flatMap((after) => {
    const found = whole.get(after.slice(0, DIGITS_KEPT))?.get(after);
    return found ? [{ after, found }] : [];
  });
  const [only] = known;
  if (!only || known.length > 1) return undefined;
  const areFirms = damaged.plan.table === "enterprises" && only.found.plan.table === "enterprises";
  if (areFirms && !saySame(damaged, only.found)) return undefined;
  return { sheet, cell, before, after: only.after, proof: "near-code", where: placeOf(only.found) };
}

/** Whether two rows have the same content in every field but the code. */
function saySame(one: CodeCell, other: CodeCell): boolean {
  const [a, b] = [contentOf(one), contentOf(other)];
  return [...new Set([...a.keys(), ...b.keys()])].every((field) => (a.get(field) ?? "") === (b.get(field) ?? ""));
}

const contentOf = ({ plan, row }: CodeCell): ReadonlyMap<string, string> =>
  new Map(
    plan.matches.flatMap(({ position, field }) =>
      field && !creditCodeFields.has(field.id) ? [[field.id, shownAt(plan.sheet, position, row)] as const] : [],
    ),
  );

function withoutSlips(code: string): string[] {
  const repaired = slips.reduce((text, [letter, digit]) => text.replace(letter, digit), code.replace(/[\s-]/g, ""));
  return repaired !== code && isCreditCode(repaired) ? [repaired] : [];
}

/** A code of 17 characters whose first was lost: enterprises begin with 9, institutions with 1, others with 5. */
function withLostCharacter(code: string): string[] {
  if (code.length !== 17) return [];
  return ["9", "1", "5"].map((first) => first + code).filter(isCreditCode);
}
