import type { BoundRoster } from "../policy/bound-roster.ts";
import { CellCodes } from "./cell-codes.ts";
import type { LifePart } from "./life-parts.ts";
import { LifeTree } from "./life-tree.ts";
import type { Life } from "./lives.ts";
import { PartLives } from "./part-lives.ts";

/** How much is remembered: places of the tree, 24 bytes each, and lives with their money, some 300 bytes each. */
const usual = { places: 8_000_000, lives: 1_000_000 };

/** Lives of enterprises: by what may happen in them, and by what did. */
export class LifeMemory {
  readonly tree: LifeTree<Life>;
  /** By the codes of the cells that a life writes. */
  readonly bySignature: LifeTree<Life>;
  readonly cells = new CellCodes();
  readonly #parts = new Map<number, PartLives>();
  #count = 0;
  #forgotten = 0;

  constructor(
    roots: number,
    private readonly most = usual,
  ) {
    this.tree = new LifeTree(roots);
    this.bySignature = new LifeTree(roots);
  }

  /** A number that no other life has. */
  number(): number {
    return this.#count++;
  }

  /** The lives as one part sees them; others when lives were forgotten. */
  ofPart(part: LifePart, bound: BoundRoster): PartLives {
    const known = this.#parts.get(part.index) ?? new PartLives(part, bound, this.#forgotten);
    this.#parts.set(part.index, known);
    return known;
  }

  /** Lives with a smaller number are forgotten. */
  get forgotten(): number {
    return this.#forgotten;
  }

  /** Forgets what is too much; places found before are no longer good. */
  prune(): void {
    this.tree.prune(this.most.places);
    if (this.#count - this.#forgotten <= this.most.lives) return;
    // places lead to lives, so they go together
    this.tree.prune(0);
    this.bySignature.prune(0);
    this.#parts.clear();
    this.#forgotten = this.#count;
  }
}
