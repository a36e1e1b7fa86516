import type { Fen } from "../money/money.ts";
import { fieldOf } from "../roster/fields.ts";
import { CellState } from "../roster/roster.ts";
import { operandsOf, selectRows, type Context } from "./block.ts";
import { bindIndex, Eligibility } from "./ledger.ts";
import type { Priced, Work } from "./price.ts";
import type { Basis } from "./values.ts";

/** Amounts of one measure on one matter. */
interface Claim {
  readonly priced: Priced;
  readonly dues: number[];
}

/** The measure that is paid on a matter so far. */
interface Holder {
  readonly measure: number;
  readonly claims: Claim[];
}

const sumOfClaim = ({ priced, dues }: Claim): Fen => dues.reduce((sum, due) => sum + (priced.amount[due] ?? 0), 0);

function forgo({ priced, dues }: Claim): void {
  for (const due of dues) {
    if (priced.amount[due] === 0) continue;
    priced.amount[due] = 0;
    priced.binds[due] = bindIndex("topup");
  }
}

/**
 * Who is paid on matters that may be paid by one measure only (不重复享受), on one basis. A matter is the rows of
 * one enterprise that share a text; rows without that text, or without an enterprise, are matters of their own.
 */
export class Matters {
  private readonly holders = new Map<string, Holder>();

  /**
   * Sets `dues`, just priced, against what another measure holds on the same matter: the higher sum stays, of equal
   * ones the earlier measure; the other is forgone as 补差. FALSE triggers do not compete, UNKNOWN ones do.
   */
  settle(context: Context, work: Work, dues: Int32Array, priced: Priced, basis: Basis): void {
    if (!excludes(context, work, basis)) return;
    for (const [matter, mine] of claimsByMatter(context, work, dues, priced)) this.contend(matter, work, mine);
  }

  private contend(matter: string, { measure }: Work, claim: Claim): void {
    const holder = this.holders.get(matter);
    if (holder?.measure === measure.index) {
      holder.claims.push(claim);
      return;
    }
    const held = holder?.claims.reduce((sum, other) => sum + sumOfClaim(other), 0) ?? 0;
    if (sumOfClaim(claim) <= held) {
      forgo(claim);
      return;
    }
    holder?.claims.forEach(forgo);
    this.holders.set(matter, { measure: measure.index, claims: [claim] });
  }
}

/** Whether a measure may be paid on a matter only if no other pays more, as the readings stand. */
export const excludes = (context: Context, { measure, triggers }: Work, basis: Basis): boolean =>
  measure.excludes?.kernel(operandsOf(context, selectRows(triggers.block, new Int32Array(1)), basis), 1)[0] === 1;

function claimsByMatter(context: Context, work: Work, dues: Int32Array, priced: Priced): Map<string, Claim> {
  const { measure, triggers } = work;
  const { exclusive, table } = measure.measure;
  const claims = new Map<string, Claim>();
  const names = exclusive && context.bound.operand(table, fieldOf(table, exclusive.by).label);
  if (!exclusive || !names) return claims;
  for (const due of dues) {
    const trigger = work.dues[due]?.trigger ?? -1;
    const [row, enterprise] = [triggers.block.row[trigger] ?? -1, triggers.block.enterprise[trigger] ?? -1];
    const named = names.state?.[row] === CellState.filled && enterprise >= 0;
    if (!named || triggers.eligibility[trigger] === Eligibility.false) continue;
    const matter = `${exclusive.group} ${enterprise} ${names.values[row]}`;
    const claim = claims.get(matter) ?? { priced, dues: [] };
    claim.dues.push(due);
    claims.set(matter, claim);
  }
  return claims;
}
