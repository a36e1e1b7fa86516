import { write, utils } from "@e965/xlsx";
import { describe, expect, it } from "vitest";

import { readWorkbook } from "../../src/spreadsheet/read-workbook.ts";
import { cellOf } from "./package-parts.ts";

async function sheetOf(bytes: Uint8Array, name: string) {
  const found = await readWorkbook(bytes, name);
  if ("refused" in found) throw new Error(JSON.stringify(found.refused));
  const [sheet] = found.sheets;
  if (!sheet) throw new Error("there is no sheet");
  return sheet;
}

async function refusal(bytes: Uint8Array, name: string) {
  const found = await readWorkbook(bytes, name);
  return "refused" in found ? found.refused : undefined;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, order: "le" | "be", marked = true): Uint8Array => {
  const codes = [...(marked ? "\uFEFF" : ""), ...text].join("");
  const view = new DataView(new ArrayBuffer(codes.length * 2));
  for (let at = 0; at < codes.length; at++) view.setUint16(at * 2, codes.charCodeAt(at), order === "le");
  return new Uint8Array(view.buffer);
};
/** 企业,代码 / 甲,1 in GB18030. */
const gb18030 = Uint8Array.of(0xc6, 0xf3, 0xd2, 0xb5, 0x2c, 0xb4, 0xfa, 0xc2, 0xeb, 0x0d, 0x0a, 0xbc, 0xd7, 0x2c, 0x31);
const text = "企业,代码\r\n甲,1";

describe("a text file", () => {
  it.each<[string, Uint8Array]>([
    ["UTF-8", utf8(text)],
    ["UTF-8 with a mark", utf8(`\uFEFF${text}`)],
    ["GB18030", gb18030],
    ["UTF-16 little-endian", utf16(text, "le")],
    ["UTF-16 big-endian", utf16(text, "be")],
    ["UTF-16 without a mark", utf16(text, "le", false)],
  ])("is read in %s", async (_, bytes) => {
    const sheet = await sheetOf(bytes, "名册.csv");
    expect(sheet.name).toBe("名册");
    expect(["A1", "B1", "A2", "B2"].map((cell) => cellOf(sheet, cell)?.[1])).toEqual(["企业", "代码", "甲", "1"]);
  });

  it.each<[string, string]>([
    ["commas", "a,b,c\n1,2,3"],
    ["tabs", "a\tb\tc\n1\t2\t3"],
    ["semicolons beside decimal commas", "a;b;c\n1,5;2,5;3,5"],
    ["bars", "a|b|c\n1|2|3"],
    ["Chinese commas", "a，b，c\n1，2，3"],
    ["what Excel's first line states", "sep=#\r\na#b#c\r\n1#2#3"],
    ["commas below a title", "示例区名册；单位：万元\n\na,b,c\n1,2,3"],
    ["commas, though what is quoted holds others", 'a,b,c\n"x;y;z;u;v",2,3'],
  ])("is split at %s", async (_, content) => {
    const sheet = await sheetOf(utf8(content), "a.tsv");
    const last = sheet.rowNumber.at(-1) ?? 0;
    expect([cellOf(sheet, `C${last - 1}`)?.[1], sheet.columns.length]).toEqual(["c", 3]);
  });

  it("keeps delimiters, quotation marks and line ends that are quoted, and blank lines as rows", async () => {
    const sheet = await sheetOf(utf8('"a,""b""\nc",d\n\n,"x"y\r\n""\r'), "a.csv");
    expect(["A1", "B1", "B3"].map((cell) => cellOf(sheet, cell)?.[1])).toEqual(['a,"b"\nc', "d", "xy"]);
    expect([...sheet.rowNumber]).toEqual([1, 3]);
  });

  it("is refused when a quotation does not end, when it is no text, and when it is empty", async () => {
    expect(await refusal(utf8('a,b\n"c,d'), "a.csv")).toMatchObject({ code: "truncated", found: '2: "' });
    expect(await refusal(Uint8Array.of(0x61, 0xff, 0xff, 0x2c), "a.csv")).toMatchObject({ code: "not-a-workbook" });
    expect(await refusal(utf8(" \n"), "a.csv")).toMatchObject({ code: "empty-file" });
    expect(await refusal(utf8("a,b"), "a.xlsx")).toMatchObject({ code: "not-a-workbook" });
  });
});

describe("a workbook that the library reads", () => {
  const sheet = utils.aoa_to_sheet([
    ["企业名称", "营业收入", "成立日期", "是否"],
    ["甲", 1234.5, 45_075, true],
    ["乙", 0, 45_076, false],
  ]);
  sheet["C2"] = { t: "n", v: 45_075, z: "yyyy-mm-dd" };
  sheet["C3"] = { t: "n", v: 45_076, z: 'yyyy"年"m"月"d"日"' };
  sheet["B4"] = { t: "e", v: 0x2a };
  sheet["!ref"] = "A1:D4";
  sheet["!merges"] = [{ s: { r: 4, c: 0 }, e: { r: 5, c: 2 } }];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "名册");
  const written = (bookType: "xls" | "xlsb"): Uint8Array =>
    new Uint8Array(write(book, { type: "array", bookType }) as ArrayBuffer);
  const bytes = written("xls");

  it.each(["xls", "xlsb"] as const)("has its numbers, texts, dates, truths, errors and merges in .%s", async (kind) => {
    const read = await sheetOf(written(kind), `名册.${kind}`);
    expect(["A2", "B2", "C2", "C3", "D2", "D3", "B3", "B4"].map((cell) => cellOf(read, cell))).toEqual([
      ["text", "甲"],
      ["number", 1234.5],
      ["date", 45_075],
      ["date", 45_076],
      ["truth", 1],
      ["truth", 0],
      ["number", 0],
      ["error", "#N/A"],
    ]);
    expect(read.merges).toEqual([{ top: 5, left: 1, bottom: 6, right: 3 }]);
  });

  it("is refused under the name of a new one, and when it is cut off", async () => {
    expect(await refusal(bytes, "名册.xlsx")).toMatchObject({ code: "unsupported-format" });
    expect(await refusal(bytes.slice(0, 700), "名册.xls")).toBeDefined();
  });
});
