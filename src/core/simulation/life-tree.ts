/** What an enterprise's life may be told by: a path of codes from its root. Numbers stand for the places reached. */
export class LifeTree<Life> {
  /** By place: what is known there. */
  readonly lives = new Map<number, Life>();
  private readonly next = new Map<number, number>();
  private places: number;

  /**
   * @param roots places 0 to before `roots` are where paths begin
   * @param codes codes are 0 to before `codes`
   */
  constructor(
    private readonly roots: number,
    private readonly codes: number,
  ) {
    this.places = roots;
  }

  /** The place one code further; the same for the same codes from the same root. */
  step(place: number, code: number): number {
    const key = place * this.codes + code;
    const known = this.next.get(key);
    if (known !== undefined) return known;
    const reached = this.places++;
    this.next.set(key, reached);
    return reached;
  }

  /** Forgets everything where more than so many places were reached. */
  prune(most: number): void {
    if (this.places - this.roots <= most) return;
    this.places = this.roots;
    this.next.clear();
    this.lives.clear();
  }
}
