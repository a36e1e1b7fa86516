import type { Fen } from "../money/money.ts";
import { operandsOf, selectRows, type Context } from "../policy/block.ts";
import { Eligibility } from "../policy/ledger.ts";
import type { Priced, Work } from "../policy/price.ts";
import type { PricedGroup } from "../policy/recorded-work.ts";
import type { Basis } from "../policy/values.ts";

/** One due of a priced group. */
export interface ChainLine {
  readonly work: Work;
  /** Position of the work in its group. */
  readonly position: number;
  readonly due: number;
  readonly trigger: number;
  readonly enterprise: number;
  readonly date: number;
  readonly year: number;
  /** Rank of its title, 0 where there is none. */
  readonly tier: number;
  readonly condition: number;
}

/** What the lines above give a line on one basis, and what it adds to those below, 分. */
export interface ChainState {
  readonly running: Fen;
  readonly runningInYear: Fen;
  readonly reachedTier: number;
  readonly added: Fen;
}

/** State of a line that has no chain. */
export const noChain: ChainState = { running: 0, runningInYear: 0, reachedTier: 0, added: 0 };

/** The dues of a group in the order of its chain: firm, date, measure, due. */
export function chainLines({ works }: PricedGroup): readonly ChainLine[] {
  const lines = works.flatMap((work, position) => {
    const { block, date, eligibility } = work.triggers;
    const tiers = block.state.get("档次");
    return work.dues.map(({ trigger, year }, due): ChainLine => ({
      work,
      position,
      due,
      trigger,
      enterprise: block.enterprise[trigger] ?? -1,
      date: date[trigger] ?? Number.NaN,
      year,
      tier: tiers?.[trigger] || 0, // NaN where the rule has none
      condition: eligibility[trigger] ?? Eligibility.false,
    }));
  });
  return lines.sort(
    (a, b) => a.enterprise - b.enterprise || a.date - b.date || a.position - b.position || a.due - b.due,
  );
}

/** Whether each work of a group adds to its chain on a basis. */
function joining(context: Context, works: readonly Work[], basis: Basis): readonly boolean[] {
  return works.map(({ measure, triggers }) => {
    if (!measure.measure.chain || triggers.date.length === 0) return false;
    const one = selectRows(triggers.block, new Int32Array(1));
    return measure.joins === undefined || measure.joins.kernel(operandsOf(context, one, basis), 1)[0] === 1;
  });
}

/** The running columns of one basis, one state a line. */
export function chainStates(
  context: Context,
  { works }: PricedGroup,
  lines: readonly ChainLine[],
  priced: readonly Priced[],
  basis: Basis,
): readonly ChainState[] {
  if (!works.some(({ measure }) => measure.measure.chain)) return lines.map(() => noChain);
  const joins = joining(context, works, basis);
  let firm: ChainState[] = [];
  let firmLines: ChainLine[] = [];
  return lines.map((line, index) => {
    if (lines[index - 1]?.enterprise !== line.enterprise) [firm, firmLines] = [[], []];
    const counts = joins[line.position] === true && line.condition !== Eligibility.false;
    const sum = (wanted: (earlier: ChainLine) => boolean): Fen =>
      firm.reduce((total, { added }, i) => total + (firmLines[i] && wanted(firmLines[i]) ? added : 0), 0);
    const state: ChainState = {
      running: sum(() => true),
      runningInYear: sum(({ year }) => year === line.year),
      reachedTier: firmLines.reduce((highest, earlier) => Math.max(highest, tierOf(earlier, joins)), 0),
      added: counts ? (priced[line.position]?.amount[line.due] ?? 0) : 0,
    };
    firm.push(state);
    firmLines.push(line);
    return state;
  });
}

const tierOf = ({ tier, position, condition }: ChainLine, joins: readonly boolean[]): number =>
  joins[position] === true && condition !== Eligibility.false ? tier : 0;
