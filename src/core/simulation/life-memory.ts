import { LifeTree } from "./life-tree.ts";
import type { Life } from "./lives.ts";

/** How much is remembered: places of the tree, 24 bytes each, and lives with their money, some 500 bytes each. */
const usual = { places: 8_000_000, lives: 1_000_000 };

/** Lives of enterprises: by what may happen in them, and by what did. */
export class LifeMemory {
  readonly tree: LifeTree<Life>;
  readonly bySignature = new Map<string, Life>();
  #count = 0;
  #forgotten = 0;

  constructor(
    roots: number,
    private readonly most = usual,
  ) {
    this.tree = new LifeTree(roots);
  }

  /** A number that no other life has. */
  number(): number {
    return this.#count++;
  }

  /** Lives with a smaller number are forgotten: they are priced in each trial, where a block still holds them. */
  get forgotten(): number {
    return this.#forgotten;
  }

  /** Forgets what is too much; places found before are no longer good. */
  prune(): void {
    this.tree.prune(this.most.places);
    if (this.#count - this.#forgotten <= this.most.lives) return;
    // places lead to lives, so they go together
    this.tree.prune(0);
    this.bySignature.clear();
    this.#forgotten = this.#count;
  }
}
