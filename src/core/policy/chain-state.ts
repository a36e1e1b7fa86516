import type { Fen } from "../money/money.ts";

/** Earlier amounts of the enterprises in one chain by their seat, 分; one that has had none has 0. */
export class ChainState {
  private readonly total: Float64Array;
  private readonly tier: Float64Array;
  private readonly byYear = new Map<number, Float64Array>();

  constructor(seats: number) {
    this.total = new Float64Array(seats);
    this.tier = new Float64Array(seats);
  }

  earlier(seat: number): Fen {
    return this.total[seat] ?? 0;
  }

  earlierInYear(seat: number, year: number): Fen {
    return this.byYear.get(year)?.[seat] ?? 0;
  }

  highestTier(seat: number): number {
    return this.tier[seat] ?? 0;
  }

  add(seat: number, year: number, amount: Fen, tier: number): void {
    this.total[seat] = this.earlier(seat) + amount;
    if (amount !== 0) this.ofYear(year)[seat] = this.earlierInYear(seat, year) + amount;
    if (tier > this.highestTier(seat)) this.tier[seat] = tier;
  }

  private ofYear(year: number): Float64Array {
    const known = this.byYear.get(year);
    if (known) return known;
    const fresh = new Float64Array(this.total.length);
    this.byYear.set(year, fresh);
    return fresh;
  }
}
