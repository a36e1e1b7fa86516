import { describe, expect, it } from "vitest";

import {
  cellOf,
  cellRead,
  partsWith,
  readRows,
  readSheets,
  sharedStrings,
  stylesOf,
  workbook,
} from "./package-parts.ts";

const inline = (content: string): string => `<c r="A1" t="inlineStr"><is>${content}</is></c>`;
const item = async (content: string): Promise<unknown> =>
  cellRead('<c r="A1" t="s"><v>0</v></c>', sharedStrings(`<si>${content}</si>`));

describe("a text", () => {
  it("is read alike whether it is shared or stands in the sheet", async () => {
    expect(await item("<t>西城区</t>")).toEqual(["text", "西城区"]);
    expect(await cellRead(inline("<t>西城区</t>"))).toEqual(["text", "西城区"]);
  });

  it("is joined from its runs, without the reading aids", async () => {
    const runs =
      "<r><rPr><b/></rPr><t>北</t></r><r><t xml:space='preserve'> 京</t></r><rPh sb='0' eb='1'><t>ベイ</t></rPh>";
    expect(await item(runs)).toEqual(["text", "北 京"]);
    expect(await cellRead(inline(runs))).toEqual(["text", "北 京"]);
  });

  it("has its entities resolved once", async () => {
    expect(await item("<t>a&lt;b&amp;lt;&#20013;&#x56FD;&quot;&apos;</t>")).toEqual(["text", "a<b&lt;中国\"'"]);
  });

  it("has its escapes resolved once", async () => {
    expect(await item("<t>a_x000A_b_x005F_x000D_c</t>")).toEqual(["text", "a\nb_x000D_c"]);
  });

  it("may be CDATA, in which entities are letters", async () => {
    expect(await item("<t>1 <![CDATA[<b> &amp; ]]>2</t>")).toEqual(["text", "1 <b> &amp; 2"]);
  });

  it("may have a comment in its middle", async () => {
    expect(await item("<t>左<!-- <t>中</t> -->右</t>")).toEqual(["text", "左右"]);
  });

  it("keeps letters outside the basic plane, wide spaces and no-break spaces", async () => {
    expect(await item("<t> 𠮷\u3000\u00A0x</t>")).toEqual(["text", " 𠮷\u3000\u00A0x"]);
  });

  it("keeps a mark of byte order that is part of it", async () => {
    expect(await item("<t>\uFEFF名称一二三四五六七八九十</t>")).toEqual(["text", "\uFEFF名称一二三四五六七八九十"]);
  });

  it("that is empty is a blank cell", async () => {
    expect(await item("<t></t>")).toBeUndefined();
    expect(await item("")).toBeUndefined();
    expect(await cellRead('<c r="A1" t="str"><f>""</f><v></v></c>')).toBeUndefined();
  });

  it("beside a value left behind is the one that counts", async () => {
    expect(await cellRead('<c r="A1" t="inlineStr"><v>旧</v><is><t>新</t></is></c>')).toEqual(["text", "新"]);
    expect(await cellRead('<c r="A1" t="inlineStr"><is><t>新</t></is><v>旧</v></c>')).toEqual(["text", "新"]);
  });

  it("with an index that leads nowhere is an error, not another text", async () => {
    expect(await cellRead('<c r="A1" t="s"><v>7</v></c>', sharedStrings("<si><t>甲</t></si>"))).toEqual([
      "error",
      "#7?",
    ]);
  });

  it("stands once among the texts of its sheet, however often it is used", async () => {
    const cells = '<c t="inlineStr"><is><t>是</t></is></c>'.repeat(5);
    expect((await readRows(`<row r="1">${cells}</row>`)).texts).toEqual(["是"]);
  });

  it("is found again among thousands of others", async () => {
    const rows = Array.from({ length: 6000 }, (_, index) => `<row><c t="str"><v>名${index % 3000}</v></c></row>`);
    const sheet = await readRows(rows.join(""));
    expect(sheet.texts).toHaveLength(3000);
    expect(cellOf(sheet, "A5001")).toEqual(["text", "名2000"]);
  });
});

describe("a number", () => {
  it("is the nearest double to its decimal", async () => {
    for (const [written, value] of [
      ["0.1", 0.1],
      ["-12.345", -12.345],
      ["1E-3", 0.001],
      ["1.7976931348623157E+308", Number.MAX_VALUE],
      ["123456789012345678", 123456789012345680],
      ["0.30000000000000004", 0.30000000000000004],
      [" 5 ", 5],
      [".5", 0.5],
      ["-0", 0],
    ] as const) {
      expect(await cellRead(`<c r="A1"><v>${written}</v></c>`)).toEqual(["number", value]);
    }
  });

  it("without digits is blank, without sense is shown as it stands", async () => {
    expect(await cellRead('<c r="A1"><v></v></c>')).toBeUndefined();
    expect(await cellRead('<c r="A1"><v/></c>')).toBeUndefined();
    expect(await cellRead('<c r="A1"><v>abc</v></c>')).toEqual(["text", "abc"]);
  });
});

describe("a formula", () => {
  it("is read as its stored result of whatever kind", async () => {
    expect(await cellRead('<c r="A1"><f>1-1</f><v>0</v></c>')).toEqual(["number", 0]);
    expect(await cellRead('<c r="A1" t="b"><f>1&gt;2</f><v>0</v></c>')).toEqual(["truth", 0]);
    expect(await cellRead('<c r="A1" t="b"><f>1&lt;2</f><v>1</v></c>')).toEqual(["truth", 1]);
    expect(await cellRead('<c r="A1" t="str"><f>"是"</f><v>是</v></c>')).toEqual(["text", "是"]);
    expect(await cellRead('<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>')).toEqual(["error", "#DIV/0!"]);
    expect(await cellRead('<c r="A1"><f t="shared" si="0"/><v>3</v></c>')).toEqual(["number", 3]);
    expect(await cellRead('<c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>4</v></c>')).toEqual(["number", 4]);
  });

  it("without a stored result is told apart from zero and from blank", async () => {
    expect(await cellRead('<c r="A1"><f>B1*2</f></c>')).toEqual(["uncached", 0]);
    expect(await cellRead('<c r="A1"><f>B1*2</f><v></v></c>')).toEqual(["uncached", 0]);
    expect(await cellRead('<c r="A1" t="str"><f>B1</f></c>')).toEqual(["uncached", 0]);
    expect(await cellRead('<c r="A1"><f t="shared" si="1"/></c>')).toEqual(["uncached", 0]);
  });
});

describe("a date", () => {
  const dated = (style: number, more: Parameters<typeof cellRead>[1]): Promise<unknown> =>
    cellRead(`<c r="A1" s="${style}"><v>45075.5</v></c>`, more);

  it("is a number in one of the formats every spreadsheet knows", async () => {
    for (const id of [14, 22, 27, 31, 36, 45, 50, 57, 58]) {
      expect(await dated(0, stylesOf(id))).toEqual(["date", 45_075.5]);
    }
    for (const id of [0, 1, 4, 10, 13, 23, 37, 44, 48, 49, 59]) {
      expect(await dated(0, stylesOf(id))).toEqual(["number", 45_075.5]);
    }
  });

  it("is known by the first style too, which a cell need not name", async () => {
    expect(await cellRead('<c r="A1"><v>45075</v></c>', stylesOf("yyyy/m/d"))).toEqual(["date", 45_075]);
  });

  it("is not looked for in the formats of named styles", async () => {
    expect(await dated(1, stylesOf(0, 2))).toEqual(["number", 45_075.5]);
  });

  it("of the 1904 system has the serial of the 1900 system", async () => {
    for (const value of ["1", "true"]) {
      const properties = `<workbookPr date1904="${value}"/><workbookPr/>`;
      const parts = partsWith('<row r="1"><c r="A1" s="1"><v>43613</v></c><c r="B1"><v>43613</v></c></row>', {
        ...stylesOf(0, 14),
        "xl/workbook.xml": workbook('<sheet name="表" sheetId="1" r:id="rId1"/>', properties),
      });
      const [sheet] = await readSheets(parts);
      expect(sheet && cellOf(sheet, "A1")).toEqual(["date", 45_075]);
      expect(sheet && cellOf(sheet, "B1")).toEqual(["number", 43_613]);
    }
  });

  it("may be written as text of ISO 8601", async () => {
    expect(await cellRead('<c r="A1" t="d"><v>2023-05-29</v></c>')).toEqual(["date", 45_075]);
    expect(await cellRead('<c r="A1" t="d"><v>2023-05-29T12:00:00Z</v></c>')).toEqual(["date", 45_075.5]);
    expect(await cellRead('<c r="A1" t="d"><v>明天</v></c>')).toEqual(["text", "明天"]);
  });
});
