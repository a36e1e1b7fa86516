/**
 * Tells lives apart by what may happen in them: a path of codes from a root. Numbers stand for the places reached; a
 * place can hold what is known of the life that ends there. An open hash table of whole numbers.
 */
export class LifeTree<Life> {
  /** By place: what is known there. */
  readonly lives: (Life | undefined)[] = [];
  private places: number;
  private from = new Int32Array(1 << 16).fill(-1);
  private codes = new Int32Array(1 << 16);
  private to = new Int32Array(1 << 16);

  /** @param roots places 0 to before `roots` are where paths begin */
  constructor(private readonly roots: number) {
    this.places = roots;
  }

  /** The place one code further; the same for the same codes from the same root. */
  step(place: number, code: number): number {
    const slot = this.slotOf(place, code);
    if (this.from[slot] !== -1) return this.to[slot] ?? 0;
    const reached = this.places++;
    this.put(slot, place, code, reached);
    if (2 * (this.places - this.roots) > this.from.length) this.widen();
    return reached;
  }

  /** Forgets everything where more than so many places were reached. */
  prune(most: number): void {
    if (this.places - this.roots <= most) return;
    this.places = this.roots;
    this.from.fill(-1);
    this.lives.length = 0;
  }

  /** Where a step stands, or the free slot for it. */
  private slotOf(place: number, code: number): number {
    const last = this.from.length - 1;
    const mixed = Math.imul(place, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & last;
    while (this.from[slot] !== -1 && (this.from[slot] !== place || this.codes[slot] !== code)) slot = (slot + 1) & last;
    return slot;
  }

  private put(slot: number, place: number, code: number, reached: number): void {
    this.from[slot] = place;
    this.codes[slot] = code;
    this.to[slot] = reached;
  }

  private widen(): void {
    const { from, codes, to } = this;
    this.from = new Int32Array(2 * from.length).fill(-1);
    this.codes = new Int32Array(2 * from.length);
    this.to = new Int32Array(2 * from.length);
    from.forEach((place, slot) => {
      const code = codes[slot] ?? 0;
      if (place !== -1) this.put(this.slotOf(place, code), place, code, to[slot] ?? 0);
    });
  }
}
