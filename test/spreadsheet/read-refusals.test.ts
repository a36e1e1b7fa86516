import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";

import { readWorkbook } from "../../src/spreadsheet/read-workbook.ts";
import type { Progress } from "../../src/spreadsheet/task.ts";
import { partsWith, readBytes, refusalOf, sharedStrings, worksheet, zipOf } from "./package-parts.ts";

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const oleWith = (stream: string): Uint8Array =>
  new Uint8Array([...OLE, ...new Uint8Array(600), ...Buffer.from(stream, "utf16le"), ...new Uint8Array(100)]);
const rowsOf = (count: number): string =>
  Array.from(
    { length: count },
    (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>${(index * 7919) % 10007}</v></c></row>`,
  ).join("");
const good = zipOf(partsWith(rowsOf(5000)));

/** A copy with `change` made to the directory entry of the sheet. */
function withEntry(bytes: Uint8Array, change: (view: DataView, at: number) => void): Uint8Array {
  const copy = bytes.slice();
  const name = strToU8("xl/worksheets/sheet1.xml");
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 + name.length <= copy.length; at++) {
    const isEntry = view.getUint32(at, true) === 0x02014b50;
    if (isEntry && name.every((byte, index) => copy[at + 46 + index] === byte)) change(view, at);
  }
  return copy;
}

describe("a file is refused", () => {
  it.each([
    ["empty-file", new Uint8Array(0)],
    ["empty-file", strToU8(" \n")],
    ["not-a-workbook", strToU8("%PDF-1.7\n%âãÏÓ")],
    ["not-a-workbook", strToU8("企业名称,信用代码\n甲,1")],
    ["not-a-workbook", strToU8("<html><table><tr><td>甲</td></tr></table></html>")],
    ["not-a-workbook", new Uint8Array(5000).map((_, index) => (index * 7919) % 251)],
    [
      "unsupported-format",
      strToU8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
    ],
    ["encrypted", oleWith("EncryptedPackage")],
    ["unsupported-format", oleWith("Workbook")],
    ["not-a-workbook", oleWith("WordDocument")],
    ["not-a-workbook", zipOf({ "readme.txt": "no workbook" })],
    ["not-a-workbook", zipOf({ "xl/workbook.xml": "<document/>" })],
    ["truncated", zipOf({ mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>" })],
  ] as const)("%s", async (code, bytes) => {
    expect((await refusalOf(bytes)).code).toBe(code);
  });

  it("with the remedy and its name when it is an old workbook", async () => {
    expect(await refusalOf(oleWith("Workbook"))).toEqual({
      code: "unsupported-format",
      severity: "error",
      found: "名单.xlsx (.xls)",
      expected: ".xlsx",
    });
  });

  it("when it is cut off, wherever", async () => {
    for (const part of [0.01, 0.3, 0.7, 0.99]) {
      expect((await refusalOf(good.subarray(0, Math.floor(good.length * part)))).code).toBe("truncated");
    }
  });

  it("when its compressed data are damaged, even if they still inflate", async () => {
    let damaged = 0;
    for (let at = 200; at < good.length - 1500; at += Math.floor(good.length / 40)) {
      const copy = good.slice();
      copy[at] = (copy[at] ?? 0) ^ 0x10;
      const result = await readWorkbook(copy, "名单.xlsx");
      if (!("refused" in result)) continue;
      expect(result.refused.code).toMatch(/truncated|encrypted|unsupported-format/);
      damaged++;
    }
    expect(damaged).toBeGreaterThan(30);
  });

  it("when a part it names is missing, or its XML ends early or has no sense", async () => {
    const parts = partsWith("");
    delete parts["xl/worksheets/sheet1.xml"];
    expect((await refusalOf(zipOf(parts))).code).toBe("truncated");
    for (const xml of [
      "",
      "<worksheet><sheetData><row>",
      "<worksheet><sheetData></worksheet",
      "<a b=c/>",
      "<a/></b>",
    ]) {
      expect((await refusalOf(zipOf({ ...parts, "xl/worksheets/sheet1.xml": xml }))).code).toBe("truncated");
    }
  });

  it("when it brings its own entities", async () => {
    const xml = `<!DOCTYPE x [<!ENTITY a "aaaa">]>${worksheet(rowsOf(1))}`;
    expect((await refusalOf(zipOf(partsWith("", { "xl/worksheets/sheet1.xml": xml })))).found).toMatch(/DOCTYPE/);
  });

  it("when it is encrypted part by part", async () => {
    const bytes = withEntry(good, (view, at) => view.setUint16(at + 8, 1, true));
    expect((await refusalOf(bytes)).code).toBe("encrypted");
  });

  it("when it would swell beyond reason, before it does", async () => {
    const spaces = new Uint8Array(34_000_000).fill(32);
    const bomb = zipOf(partsWith("", { "xl/worksheets/sheet1.xml": spaces }));
    expect((await refusalOf(bomb)).code).toBe("zip-bomb");
    const huge = withEntry(good, (view, at) => view.setUint32(at + 24, 0xf0000000, true));
    expect((await refusalOf(huge)).code).toBe("zip-bomb");
  });

  it("when a part is larger than the directory says", async () => {
    const liar = withEntry(good, (view, at) => view.setUint32(at + 24, 100, true));
    expect((await refusalOf(liar)).code).toBe("zip-bomb");
  });

  it("when it has too many parts", async () => {
    const parts = Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`${index}.txt`, ""]));
    expect((await refusalOf(zipOf(parts, { level: 0 }))).code).toBe("zip-bomb");
  });

  it("when a row or column lies beyond the sheet", async () => {
    expect((await refusalOf(zipOf(partsWith('<row r="1048577"><c><v>1</v></c></row>')))).code).toBe("too-large");
    expect((await refusalOf(zipOf(partsWith('<row r="1"><c r="XFE1"><v>1</v></c></row>')))).code).toBe("too-large");
  });

  it("when a single text is larger than any cell", async () => {
    const text = "字".repeat(1_500_000);
    expect((await refusalOf(zipOf(partsWith("", sharedStrings(`<si><t>${text}</t></si>`))))).code).toBe("too-large");
  });

  it("when few cells lie so far apart that their columns would fill the memory", async () => {
    const wide = `<row r="1">${'<c t="b"><v>1</v></c>'.repeat(16_384)}</row>`;
    expect((await refusalOf(zipOf(partsWith(wide + rowsOf(4000))))).code).toBe("too-large");
  });
});

describe("a file is taken", () => {
  it("with the sizes of its parts behind them and a long comment", async () => {
    const behind = withEntry(good, (view, at) => {
      const header = view.getUint32(at + 42, true);
      view.setUint16(at + 8, view.getUint16(at + 8, true) | 8, true);
      for (const field of [14, 18, 22]) view.setUint32(header + field, 0, true);
    });
    const commented = new Uint8Array([...behind, ...new Uint8Array(300).fill(32)]);
    new DataView(commented.buffer).setUint16(behind.length - 2, 300, true);
    expect((await readBytes(commented)).sheets[0]?.rowCount).toBe(5000);
  });

  it("with a directory of zip64", async () => {
    const end = good.length - 22;
    const view = new DataView(good.buffer, good.byteOffset);
    const record = new DataView(new ArrayBuffer(76));
    record.setUint32(0, 0x06064b50, true);
    record.setBigUint64(4, 44n, true);
    record.setBigUint64(24, BigInt(view.getUint16(end + 8, true)), true);
    record.setBigUint64(32, BigInt(view.getUint16(end + 10, true)), true);
    record.setBigUint64(40, BigInt(view.getUint32(end + 12, true)), true);
    record.setBigUint64(48, BigInt(view.getUint32(end + 16, true)), true);
    record.setUint32(56, 0x07064b50, true);
    record.setBigUint64(64, BigInt(end), true);
    const tail = new DataView(good.slice(end).buffer);
    for (const field of [8, 10]) tail.setUint16(field, 0xffff, true);
    for (const field of [12, 16]) tail.setUint32(field, 0xffffffff, true);
    const wide = new Uint8Array([
      ...good.subarray(0, end),
      ...new Uint8Array(record.buffer),
      ...new Uint8Array(tail.buffer),
    ]);
    expect((await readBytes(wide)).sheets[0]?.rowCount).toBe(5000);
  });
});

describe("a reading", () => {
  it("tells how far it is, from nothing to all", async () => {
    const told: Progress[] = [];
    await readWorkbook(zipOf(partsWith(rowsOf(20_000))), "名单.xlsx", {
      onProgress: (progress) => told.push(progress),
    });
    const done = told.map((progress) => progress.done);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done[0]).toBeLessThan(0.1);
    expect(told.at(-1)).toEqual({ step: "read", done: 1, what: "名单.xlsx" });
  });

  it("stops when it is cancelled, at the start or on its way", async () => {
    const bytes = zipOf(partsWith(rowsOf(20_000)));
    const cancelled = expect.objectContaining({ name: "AbortError" });
    await expect(readWorkbook(bytes, "a.xlsx", { signal: AbortSignal.abort() })).rejects.toEqual(cancelled);
    const cancel = new AbortController();
    const task = { signal: cancel.signal, onProgress: () => cancel.abort() };
    await expect(readWorkbook(bytes, "a.xlsx", task)).rejects.toEqual(cancelled);
  });
});
