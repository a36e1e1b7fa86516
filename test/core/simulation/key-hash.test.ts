import { describe, expect, it } from "vitest";
import { keyHash } from "../../../src/core/simulation/key-hash.ts";

const hexadecimal = (text: string): string => {
  const { high, low } = keyHash(text);
  return [high, low].map((word) => word.toString(16).padStart(8, "0")).join("");
};

/** A text whose code units hold these bytes, low byte first. */
const textOfBytes = (bytes: string): string =>
  Array.from({ length: bytes.length / 2 }, (_, index) =>
    String.fromCharCode(bytes.charCodeAt(2 * index) | (bytes.charCodeAt(2 * index + 1) << 8)),
  ).join("");

describe("the hash of a key", () => {
  // test_fnv.c of the reference implementation: FNV-1a, 64 bits
  it.each([
    ["", "cbf29ce484222325"],
    ["fo", "08985907b541d342"],
    ["foob", "dd120e790c2512af"],
    ["foobar", "85944171f73967e8"],
  ])("is FNV-1a over its bytes: %s", (bytes, expected) => {
    expect(hexadecimal(textOfBytes(bytes))).toBe(expected);
  });

  it("tells 200,000 credit codes and guarantee numbers apart", () => {
    const seen = new Set<string>();
    for (let number = 0; number < 100_000; number++) {
      seen.add(hexadecimal(`91110102${number.toString(36).toUpperCase().padStart(9, "0")}X`));
      seen.add(hexadecimal(`担保〔2025〕${number}号`));
    }
    expect(seen.size).toBe(200_000);
  });
});
