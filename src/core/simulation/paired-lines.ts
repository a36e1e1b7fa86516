import { between, type Steps } from "../policy/steps.ts";
import type { SimulatedRun } from "./figures.ts";
import { gather, type TrialFrame } from "./line-figures.ts";
import { lineShares, type Share } from "./line-shares.ts";
import { pairedDifference, quantileDifference, type PairedDifference } from "./paired-difference.ts";
import type { FigureEstimate } from "./scenario-figure.ts";
import { lastYearOfTerm } from "./trial-cells.ts";
import type { TrialCollector } from "./trial-collector.ts";

/**
 * What a change moves of one amount, 分: its mean with standard error, and its median and P95 with intervals of 95 %
 * (NaN where there are too few trials for one). All exactly 0 where no trial moves.
 */
export interface PairedFigures extends PairedDifference {
  readonly p50: FigureEstimate;
  readonly p95: FigureEstimate;
}

/** What a change moves of one line, planning basis. */
export interface PairedSpread {
  /** Every budget year of the term, and later ones that some trial moves, in rising order. */
  readonly byYear: ReadonlyMap<number, PairedFigures>;
  readonly term: PairedFigures;
  readonly tail: PairedFigures;
}

/** What a change moves of every line, over the same trials. */
export interface PairedLines {
  /** By id: scenarios that add measures have others at the same index. */
  readonly measures: ReadonlyMap<string, PairedSpread>;
  readonly departments: ReadonlyMap<string, PairedSpread>;
  readonly total: PairedSpread;
}

/** A run with its trials. */
export interface TakenRun {
  readonly run: SimulatedRun;
  readonly collected: TrialCollector;
}

const unmoved: PairedFigures = {
  mean: 0,
  se: 0,
  p50: { value: 0, low: 0, high: 0 },
  p95: { value: 0, low: 0, high: 0 },
};

/**
 * What one run comes to less another, line by line and trial by trial: recorded and simulated money together.
 * @param base a run of the same seed over the same roster @param trials the first so many of both
 */
export function* pairedLines(changed: TakenRun, base: TakenRun, trials: number): Steps<PairedLines> {
  const [now, then] = [sideOf(changed, trials), sideOf(base, trials)];
  const pair = new PairedTrials(now.frame, then.frame, lastYearOfTerm(changed.collected.years));
  const measures = yield* between(0, 0.5, spreads(pair, now.measures, then.measures));
  const departments = yield* between(0.5, 0.95, spreads(pair, now.departments, then.departments));
  return { measures, departments, total: pair.spread(now.total, then.total) };
}

type Lines = ReadonlyMap<string, readonly Share[]>;
type Frame = Pick<TrialFrame, "collected" | "measures" | "trials">;

function sideOf({ run: { policy, scenario, recorded }, collected }: TakenRun, trials: number) {
  const shares = lineShares(policy, scenario, recorded);
  const frame: Frame = { collected, measures: policy.measures.length, trials };
  const measures: Lines = new Map(
    shares.measures.map((share) => [policy.measures[share.measure]?.id ?? "", [share]] as const),
  );
  return { frame, measures, departments: shares.departments, total: shares.measures };
}

function* spreads(pair: PairedTrials, changed: Lines, base: Lines): Steps<Map<string, PairedSpread>> {
  const names = [...new Set([...base.keys(), ...changed.keys()])];
  const found = new Map<string, PairedSpread>();
  for (const name of names) {
    yield found.size / names.length;
    found.set(name, pair.spread(changed.get(name) ?? [], base.get(name) ?? []));
  }
  return found;
}

/** Two runs side by side; keeps its work space from one line to the next. */
class PairedTrials {
  readonly #changed: Frame;
  readonly #base: Frame;
  readonly #lastYear: number;
  readonly #amounts: Side;
  readonly #term: Side;
  readonly #tail: Side;

  constructor(changed: Frame, base: Frame, lastYear: number) {
    this.#changed = changed;
    this.#base = base;
    this.#lastYear = lastYear;
    const side = (): Side => ({ changed: new Float64Array(base.trials), base: new Float64Array(base.trials) });
    this.#amounts = side();
    this.#term = side();
    this.#tail = side();
  }

  spread(changed: readonly Share[], base: readonly Share[]): PairedSpread {
    const [amounts, term, tail] = [this.#amounts, this.#term, this.#tail];
    for (const sums of [term, tail]) {
      sums.changed.fill(0);
      sums.base.fill(0);
    }
    const byYear = new Map<number, PairedFigures>();
    const { years } = this.#base.collected;
    for (let slot = 0; slot < years.count; slot++) {
      const year = years.first + slot;
      const isNow = gather(this.#changed, changed, "planning", slot, amounts.changed);
      const wasThen = gather(this.#base, base, "planning", slot, amounts.base);
      const figures = isNow || wasThen ? figuresOf(amounts) : unmoved;
      if (year <= this.#lastYear || figures !== unmoved) byYear.set(year, figures);
      if (isNow || wasThen) add(year <= this.#lastYear ? term : tail, amounts);
    }
    return { byYear, term: figuresOf(term), tail: figuresOf(tail) };
  }
}

interface Side {
  readonly changed: Float64Array;
  readonly base: Float64Array;
}

function add(sums: Side, { changed, base }: Side): void {
  for (let trial = 0; trial < base.length; trial++) {
    sums.changed[trial] = (sums.changed[trial] ?? 0) + (changed[trial] ?? 0);
    sums.base[trial] = (sums.base[trial] ?? 0) + (base[trial] ?? 0);
  }
}

function figuresOf({ changed, base }: Side): PairedFigures {
  if (changed.every((amount, trial) => amount === base[trial])) return unmoved;
  const at = (share: number): FigureEstimate => {
    const { difference, halfWidth } = quantileDifference(changed, base, share);
    return { value: difference, low: difference - halfWidth, high: difference + halfWidth };
  };
  return { ...pairedDifference(changed, base), p50: at(0.5), p95: at(0.95) };
}
