import type { BoundRoster } from "../policy/bound-roster.ts";
import type { Cell } from "./change-set.ts";
import type { DrawnBlock } from "./drawn-block.ts";
import type { LifePart } from "./life-parts.ts";
import { LifeTree } from "./life-tree.ts";
import type { Life } from "./lives.ts";

/** Groups of a block whose life may change the money of a part, with the number of what it changes there. */
export interface Concerned {
  readonly groups: Int32Array;
  readonly numbers: Int32Array;
  /** The least contribution that growth gives each in its trial, 元, where it was asked for: NaN elsewhere. */
  readonly least: Float64Array;
}

/** What happens to an enterprise as far as a part's rules read it: the same in all lives that differ elsewhere. */
export interface PartLife {
  readonly enterprise: number;
  readonly arrived: boolean;
  readonly cells: readonly Cell[];
}

const notKnown = -2;
const notConcerned = -1;

/** The lives of enterprises as one part sees them, by number; no price decides them, so they hold in every scenario. */
export class PartLives {
  readonly lives: PartLife[] = [];
  readonly #tree: LifeTree<number>;
  readonly #codes = new Map<string, Map<number, number>>();
  readonly #blocks = new WeakMap<DrawnBlock, Concerned>();
  readonly #dates: readonly (Float64Array | undefined)[] | undefined;
  /** By number of a life, from the first on that is not forgotten. */
  #ofLife = new Int32Array(1024).fill(notKnown);
  #codeCount = 0;

  /** @param first number of the first life that is not forgotten */
  constructor(
    private readonly part: LifePart,
    bound: BoundRoster,
    private readonly first: number,
  ) {
    this.#tree = new LifeTree(2 * bound.rowCount("enterprises"));
    this.#dates = part.dates?.map((label) => bound.operand("enterprises", label)?.values);
  }

  /** Groups of a block that this part is concerned with; lives that are one trial's own are left out. */
  concerned(drawn: DrawnBlock): Concerned {
    const known = this.#blocks.get(drawn) ?? this.#found(drawn);
    this.#blocks.set(drawn, known);
    return known;
  }

  #found({ groups: { enterprise, arrived }, lives }: DrawnBlock): Concerned {
    const groups = new Int32Array(lives.length);
    const numbers = new Int32Array(lives.length);
    let count = 0;
    for (let group = 0; group < lives.length; group++) {
      const life = lives[group];
      if (!life?.changed || life.number < 0) continue;
      const number = this.#numberOf(life, enterprise[group] ?? -1, arrived[group] === 1);
      if (number === notConcerned) continue;
      groups[count] = group;
      numbers[count++] = number;
    }
    return {
      groups: groups.slice(0, count),
      numbers: numbers.slice(0, count),
      least: new Float64Array(this.part.grows ? count : 0).fill(Number.NaN),
    };
  }

  #numberOf(life: Life, enterprise: number, arrived: boolean): number {
    const at = life.number - this.first;
    if (at < 0) return this.#numberAnew(life, enterprise, arrived);
    if (at >= this.#ofLife.length) {
      const longer = new Int32Array(2 * at).fill(notKnown);
      longer.set(this.#ofLife);
      this.#ofLife = longer;
    }
    const known = this.#ofLife[at] ?? notKnown;
    if (known !== notKnown) return known;
    return (this.#ofLife[at] = this.#numberAnew(life, enterprise, arrived));
  }

  #numberAnew(life: Life, enterprise: number, arrived: boolean): number {
    const { reads } = this.part;
    const cells = life.cells.filter(([label]) => reads.has(label));
    if (cells.length === 0 && !arrived) return notConcerned;
    if (!this.#mayTrigger(cells, enterprise)) return notConcerned;
    let place = 2 * enterprise + (arrived ? 1 : 0);
    for (const cell of cells) place = this.#tree.step(place, this.#codeOf(cell));
    const known = this.#tree.lives[place];
    if (known !== undefined) return known;
    this.#tree.lives[place] = this.lives.length;
    return this.lives.push({ enterprise, arrived, cells }) - 1;
  }

  /** Whether one of the dates that make triggers is filled, in the roster or by the life. */
  #mayTrigger(cells: readonly Cell[], enterprise: number): boolean {
    const { dates } = this.part;
    if (!dates) return true;
    return dates.some((label, i) => {
      const written = cells.find(([name]) => name === label);
      return Number.isFinite(written ? written[1] : this.#dates?.[i]?.[enterprise]);
    });
  }

  #codeOf([label, value]: Cell): number {
    let codes = this.#codes.get(label);
    if (!codes) this.#codes.set(label, (codes = new Map()));
    const known = codes.get(value);
    if (known !== undefined) return known;
    codes.set(value, this.#codeCount);
    return this.#codeCount++;
  }
}
