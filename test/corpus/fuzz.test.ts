import fc from "fast-check";
import { unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readWorkbook } from "../../src/spreadsheet/read-workbook.ts";
import { outcomeOf } from "./corpus.ts";
import { firmRows, firmsBook, header } from "./corpus-file.ts";

const good = firmsBook([["示例名册"], header, ...firmRows], {
  after: '<mergeCells><mergeCell ref="A1:C1"/></mergeCells>',
});
const right = new Set<number | null>([1_200_000, 3_000_000, null]);

interface Change {
  /** Where, as a share of the length. */
  readonly at: number;
  readonly kind: "set" | "cut" | "insert" | "end";
  readonly bytes: Uint8Array;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  kind: fc.constantFrom("set", "set", "cut", "insert", "end"),
  bytes: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 6 }),
    fc
      .constantFrom("<", ">", '"', "&", "<row", "</c>", "<![CDATA[", "<!--", "<!DOCTYPE", "r=", "999999999")
      .map((text) => new TextEncoder().encode(text)),
  ),
});

function changed(bytes: Uint8Array, { at, kind, bytes: piece }: Change): Uint8Array {
  const place = Math.floor(at * bytes.length);
  const [head, tail] = [bytes.subarray(0, place), bytes.subarray(place)];
  if (kind === "end") return head.slice();
  const rest = kind === "insert" ? tail : tail.subarray(piece.length);
  return Uint8Array.from([...head, ...(kind === "cut" ? [] : piece), ...rest]);
}

const mutated = (bytes: Uint8Array, changes: readonly Change[]): Uint8Array => changes.reduce(changed, bytes);

describe("a package with changed bytes", () => {
  it("is refused, or gives no number that is not in it", async () => {
    const someChanges = fc.array(change, { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(someChanges, async (changes) => {
        const { revenue = [] } = await outcomeOf({ trap: "", name: "a.xlsx", bytes: mutated(good, changes) });
        expect(revenue.filter((yuan) => !right.has(yuan))).toEqual([]);
      }),
      { seed: 2023, numRuns: 600 },
    );
  });
});

describe("a package with changed XML", () => {
  it("is refused or read, in bounded time and room, and never breaks the reader", async () => {
    const parts = unzipSync(good);
    const paths = Object.keys(parts);
    const someChanges = fc.array(change, { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), someChanges, async (path, changes) => {
        const bytes = zipSync({ ...parts, [path]: mutated(parts[path] ?? new Uint8Array(0), changes) });
        const read = await readWorkbook(bytes, "a.xlsx");
        if ("refused" in read) expect(read.refused.severity).toBe("error");
        else expect(read.sheets.every(({ rowCount }) => rowCount <= 10)).toBe(true);
      }),
      { seed: 71, numRuns: 600 },
    );
  });
});

describe("bytes of any kind", () => {
  it("under any name are refused or read", async () => {
    const names = fc.constantFrom("a.xlsx", "a.xls", "a.csv", "a.tsv", "a");
    const heads = fc.constantFrom<readonly number[]>(
      [],
      [0x50, 0x4b, 3, 4],
      [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    );
    await fc.assert(
      fc.asyncProperty(names, heads, fc.uint8Array({ maxLength: 400 }), async (name, head, bytes) => {
        const read = await readWorkbook(Uint8Array.from([...head, ...bytes]), name);
        expect("refused" in read || read.sheets.length > 0).toBe(true);
      }),
      { seed: 4, numRuns: 400 },
    );
  });
});
