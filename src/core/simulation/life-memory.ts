import { LifeTree } from "./life-tree.ts";
import type { Life } from "./lives.ts";

/** Places of the tree that are remembered: 24 bytes each. */
const mostPlaces = 8_000_000;

/** Lives that are remembered: some 300 bytes each. */
const mostLives = 1_000_000;

/** Lives of enterprises: by what may happen in them, and by what did. */
export class LifeMemory {
  readonly tree: LifeTree<Life>;
  readonly bySignature = new Map<string, Life>();
  #count = 0;

  constructor(roots: number) {
    this.tree = new LifeTree(roots);
  }

  /** A number that no other life has. */
  number(): number {
    return this.#count++;
  }

  /** Forgets what is too much; places found before are no longer good. */
  prune(): void {
    this.tree.prune(mostPlaces);
    if (this.bySignature.size > mostLives) this.bySignature.clear();
  }
}
