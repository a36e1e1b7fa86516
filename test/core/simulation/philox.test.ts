import { describe, expect, it } from "vitest";
import { philox4x32 } from "../../../src/core/simulation/philox.ts";

// The lines "philox4x32 10" of kat_vectors in Random123 1.14: counter, key, answer.
const knownAnswers = [
  "00000000 00000000 00000000 00000000 00000000 00000000 6627e8d5 e169c58d bc57ac4c 9b00dbd8",
  "ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff 408f276d 41c83b0e a20bc7c6 6d5451fd",
  "243f6a88 85a308d3 13198a2e 03707344 a4093822 299f31d0 d16cfe09 94fdcceb 5001e420 24126ea1",
];

describe("Philox4x32-10", () => {
  it.each(knownAnswers)("gives Random123's known answer %s", (line) => {
    const words = line.split(" ").map((word) => Number.parseInt(word, 16));
    const block = Uint32Array.from(words.slice(0, 4));
    philox4x32(block, words[4] ?? NaN, words[5] ?? NaN);
    expect([...block]).toEqual(words.slice(6));
  });
});
