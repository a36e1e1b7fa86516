import { SvelteSet } from "svelte/reactivity";

/** What windows of this page say to one another. */
type Word = "opened" | "here" | "closed";
const words: readonly unknown[] = ["opened", "here", "closed"] satisfies readonly Word[];

interface Call {
  readonly word: Word;
  readonly from: string;
}

const isCall = (data: unknown): data is Call =>
  typeof data === "object" && data !== null && "word" in data && words.includes(data.word) && "from" in data;

/** The windows that had this page open when this one came. */
export class OtherWindows {
  readonly #earlier = new SvelteSet<string>();
  readonly #own = String(Math.random());
  readonly #channel: BroadcastChannel;

  /** @param name of the store that the windows share */
  constructor(name: string) {
    this.#channel = new BroadcastChannel(`${name}-windows`);
    this.#channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
      if (isCall(data)) this.#hear(data);
    });
    this.#say("opened");
  }

  /** Whether one of them is still open. */
  get isOpen(): boolean {
    return this.#earlier.size > 0;
  }

  /** Tells the other windows that this one is gone. */
  leave(): void {
    this.#say("closed");
    this.#channel.close();
  }

  #hear({ word, from }: Call): void {
    if (word === "opened") this.#say("here");
    if (word === "here") this.#earlier.add(from);
    if (word === "closed") this.#earlier.delete(from);
  }

  #say(word: Word): void {
    this.#channel.postMessage({ word, from: this.#own } satisfies Call);
  }
}
