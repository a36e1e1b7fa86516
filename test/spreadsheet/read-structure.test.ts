import { describe, expect, it } from "vitest";

import { cellOf, partsWith, readRows, readSheets, relationships, workbook, worksheet, zipOf } from "./package-parts.ts";
import type { Parts } from "./package-parts.ts";
import { readWorkbook } from "../../src/spreadsheet/read-workbook.ts";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const number = (reference: string, value: number): string => `<c r="${reference}"><v>${value}</v></c>`;

describe("rows and cells", () => {
  it("without references follow one another", async () => {
    const sheet = await readRows("<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row>");
    expect([...sheet.rowNumber]).toEqual([1, 2]);
    expect(["A1", "B1", "B2"].map((reference) => cellOf(sheet, reference)?.[1])).toEqual([1, 2, 3]);
  });

  it("may have their number in the cells alone, in small letters too", async () => {
    const sheet = await readRows(`<row>${number("c7", 1)}${number("d7", 2)}</row><row>${number("A9", 3)}</row>`);
    expect([...sheet.rowNumber]).toEqual([7, 9]);
    expect([cellOf(sheet, "C7"), cellOf(sheet, "D7"), cellOf(sheet, "A9")].map((cell) => cell?.[1])).toEqual([1, 2, 3]);
  });

  it("out of order come back in order", async () => {
    const sheet = await readRows(
      `<row r="5" hidden="1">${number("B5", 52)}${number("A5", 51)}</row><row r="2">${number("A2", 21)}</row>`,
    );
    expect([...sheet.rowNumber]).toEqual([2, 5]);
    expect([cellOf(sheet, "A2"), cellOf(sheet, "A5"), cellOf(sheet, "B5")].map((cell) => cell?.[1])).toEqual([
      21, 51, 52,
    ]);
    expect(cellOf(sheet, "B2")).toBeUndefined();
    expect(sheet.hiddenRows).toEqual([1]);
  });

  it("written twice are one, and the later counts where both say something", async () => {
    const sheet = await readRows(
      `<row r="1">${number("A1", 1)}${number("B1", 2)}${number("A1", 3)}</row><row r="1"><c r="A1"/>${number("B1", 4)}</row>`,
    );
    expect([...sheet.rowNumber]).toEqual([1]);
    expect([cellOf(sheet, "A1"), cellOf(sheet, "B1")].map((cell) => cell?.[1])).toEqual([3, 4]);
  });

  it("may stand in the last corner, whatever the dimension says, and cost no more than one", async () => {
    const rows = `<row r="1048576">${number("XFD1048576", 1)}</row>`;
    for (const dimension of ["A1", "A1:XFD1048576", ""]) {
      const sheet = await readRows("", {
        "xl/worksheets/sheet1.xml": `<worksheet><dimension ref="${dimension}"/><sheetData>${rows}</sheetData></worksheet>`,
      });
      expect(sheet.rowCount).toBe(1);
      expect(cellOf(sheet, "XFD1048576")).toEqual(["number", 1]);
    }
  });

  it("that are only styled are not stored", async () => {
    const blank = '<row r="7" s="1" customFormat="1"><c r="A7" s="1"/><c r="B7" s="1"><v></v></c></row>';
    const sheet = await readRows(blank.repeat(20_000) + `<row r="20001">${number("A20001", 1)}</row>`);
    expect([...sheet.rowNumber]).toEqual([20_001]);
  });

  it("all have an entry in every column that has cells", async () => {
    const sheet = await readRows(`<row r="1">${number("A1", 1)}</row><row r="2">${number("C2", 2)}</row>`);
    expect(sheet.columns.map((column) => column && [...column.kind])).toEqual([[1, 0], undefined, [0, 1]]);
    expect(sheet.columns.map((column) => column && [...column.values])).toEqual([[1, 0], undefined, [0, 2]]);
  });

  it("hidden in the sheet are marked by their place among the stored ones", async () => {
    const sheet = await readRows(
      `<row r="1">${number("A1", 1)}</row><row r="2" hidden="1"/><row r="3" hidden="true">${number("A3", 1)}</row>`,
    );
    expect(sheet.hiddenRows).toEqual([1]);
  });

  it("merged are told of and not filled in, even over a whole column", async () => {
    const merges = '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C1:C1048576"/></mergeCells>';
    const sheet = await readRows("", {
      "xl/worksheets/sheet1.xml": worksheet(`<row>${number("A1", 1)}</row>`, merges),
    });
    expect(sheet.merges).toEqual([
      { top: 1, left: 1, bottom: 2, right: 2 },
      { top: 1, left: 3, bottom: 1_048_576, right: 3 },
    ]);
    expect(cellOf(sheet, "B1")).toBeUndefined();
  });

  it("of an extension beside the data are not cells", async () => {
    const extension = '<extLst><ext><x:row r="1"><x:c r="A1"><x:v>9</x:v></x:c></x:row></ext></extLst>';
    const sheet = await readRows("", { "xl/worksheets/sheet1.xml": worksheet("", extension) });
    expect(sheet.rowCount).toBe(0);
  });
});

describe("sheets", () => {
  it("come in the order of the workbook, with name and visibility, without those of charts", async () => {
    const sheets = await readSheets(
      partsWith("", {
        "xl/workbook.xml": workbook(
          '<sheet name="甲 &amp; 乙" state="hidden" r:id="b"/><sheet name="图" r:id="c"/><sheet name="__proto__" r:id="a"/><sheet name="藏" state="veryHidden" r:id="a"/>',
        ),
        "xl/_rels/workbook.xml.rels": relationships(
          ["a", `${OFFICE}/worksheet`, "worksheets/sheet1.xml"],
          ["b", `${OFFICE}/worksheet`, "worksheets/sheet2.xml"],
          ["c", `${OFFICE}/chartsheet`, "chartsheets/sheet1.xml"],
        ),
        "xl/worksheets/sheet2.xml": worksheet(`<row>${number("A1", 2)}</row>`),
      }),
    );
    expect(sheets.map(({ name, visibility, rowCount }) => [name, visibility, rowCount])).toEqual([
      ["甲 & 乙", "hidden", 1],
      ["__proto__", "visible", 0],
      ["藏", "veryHidden", 0],
    ]);
  });
});

describe("the package", () => {
  const oneCell = `<row r="1">${number("A1", 7)}</row>`;
  const expectSeven = async (parts: Parts): Promise<void> => {
    const [sheet] = await readSheets(parts);
    expect(sheet && cellOf(sheet, "A1")).toEqual(["number", 7]);
  };

  it("may be strict, with prefixes of its own", async () => {
    const strict = "http://purl.oclc.org/ooxml";
    const office = `${strict}/officeDocument/relationships`;
    await expectSeven({
      "_rels/.rels": relationships(["x", `${office}/officeDocument`, "xl/workbook.xml"]),
      "xl/workbook.xml": `<w:workbook xmlns:w="${strict}/spreadsheetml/main" xmlns:q="${office}"><w:sheets><w:sheet name="s" q:id="x"/></w:sheets></w:workbook>`,
      "xl/_rels/workbook.xml.rels": relationships(["x", `${office}/worksheet`, "worksheets/sheet1.xml"]),
      "xl/worksheets/sheet1.xml": `<w:worksheet xmlns:w="u"><w:sheetData><w:row r="1"><w:c xmlns:r="A9" r="A1"><w:v>7</w:v></w:c></w:row></w:sheetData></w:worksheet>`,
    });
  });

  it("may name its parts by absolute, winding, Chinese and backslash paths, in any case", async () => {
    for (const [target, path] of [
      ["/xl/Worksheets/Sheet9.xml", "xl/worksheets/sheet9.xml"],
      ["../other/./sheet.xml", "other/sheet.xml"],
      ["工作表/表一.xml", "xl/工作表/表一.xml"],
      ["worksheets\\sheet.xml", "xl\\worksheets\\sheet.xml"],
    ] as const) {
      const rels = relationships(["rId1", `${OFFICE}/worksheet`, target]);
      await expectSeven(partsWith("", { "xl/_rels/workbook.xml.rels": rels, [path]: worksheet(oneCell) }));
    }
  });

  it("may have its workbook under another name", async () => {
    await expectSeven({
      "_rels/.rels": relationships(["r", `${OFFICE}/officeDocument`, "/book.xml"]),
      "book.xml": workbook('<sheet name="s" r:id="rId1"/>'),
      "_rels/book.xml.rels": relationships(["rId1", `${OFFICE}/worksheet`, "sheet.xml"]),
      "sheet.xml": worksheet(oneCell),
    });
  });

  it("may be written with single quotes, spaces around signs, and instructions", async () => {
    const xml = `<?xml version='1.0'?>\r\n<?mso x?><worksheet><!-- > --><sheetData ><row r = '1' ><c r='A1' ><v >7</v ></c ></row></sheetData></worksheet >`;
    await expectSeven(partsWith("", { "xl/worksheets/sheet1.xml": xml }));
  });

  it("may have byte-order marks and be UTF-16", async () => {
    await expectSeven(partsWith("", { "xl/worksheets/sheet1.xml": `\uFEFF${worksheet(oneCell)}` }));
    const utf16 = Buffer.from(`\uFEFF${worksheet(oneCell + "<!--西城-->")}`, "utf16le");
    await expectSeven(partsWith("", { "xl/worksheets/sheet1.xml": utf16 }));
    await expectSeven(partsWith("", { "xl/worksheets/sheet1.xml": Buffer.from(utf16).swap16() }));
  });

  it("may be stored without compression", async () => {
    const result = await readWorkbook(zipOf(partsWith(oneCell), { level: 0 }), "a.xlsx");
    expect("sheets" in result && result.sheets[0]?.rowCount).toBe(1);
  });

  it("may stand behind other bytes in its buffer", async () => {
    const bytes = zipOf(partsWith(oneCell));
    const room = new Uint8Array(bytes.length + 100).fill(80);
    room.set(bytes, 50);
    const result = await readWorkbook(room.subarray(50, 50 + bytes.length), "a.xlsx");
    expect("sheets" in result && result.sheets[0]?.rowCount).toBe(1);
  });
});
