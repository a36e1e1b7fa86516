import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Sha256, sha256 } from "../../../src/core/roster/sha256.ts";

describe("SHA-256", () => {
  it.each([
    ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    [
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    ],
    ["a".repeat(1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"],
  ])("gives the published digest of example %#", (text, digest) => {
    expect(sha256(text)).toBe(digest);
  });

  it("agrees with another implementation on any text, Chinese and supplementary characters included", () => {
    const anyText = fc.string({
      unit: fc.oneof(fc.constantFrom("企", "é", "𠮷", "\ud800"), fc.string({ maxLength: 3 })),
    });
    fc.assert(
      fc.property(anyText, (text) => {
        expect(sha256(text)).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
      }),
      { seed: 71 },
    );
  });

  it("does not depend on where a text is cut", () => {
    expect(new Sha256().update("企业").update("名册").hex()).toBe(sha256("企业名册"));
  });
});
