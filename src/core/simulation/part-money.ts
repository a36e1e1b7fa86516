import type { LifeMoney } from "./life-money.ts";
import type { PartLives } from "./part-lives.ts";

/** What the lives of one part change under some prices, by their number. */
export class PartMoney {
  readonly #known: (LifeMoney | null | undefined)[] = [];

  constructor(readonly lives: PartLives) {}

  /** null where that hangs on the trial, undefined where it is not known yet. */
  of(number: number): LifeMoney | null | undefined {
    return this.#known[number];
  }

  remember(number: number, money: LifeMoney | null): void {
    this.#known[number] = money;
  }

  /** Lives whose money is known. */
  get count(): number {
    return this.#known.length;
  }
}
