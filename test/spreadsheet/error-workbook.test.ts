import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync, strToU8 } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishedScenario } from "../../src/core/policy/scenario.ts";
import { createEngine } from "../../src/engine/in-process.ts";
import { readWorkbook } from "../../src/spreadsheet/read-workbook.ts";
import { A, B } from "../support/imported-roster.ts";
import { runLibreOffice } from "../support/run-libre-office.ts";
import { cellOf, partsWith, relationships, zipOf } from "./package-parts.ts";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";

const engine = createEngine(xicheng202371);
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "errors-"));
});
afterAll(async () => {
  engine.close();
  await rm(folder, { recursive: true, force: true });
});

async function marked(bytes: Uint8Array, fileName: string): Promise<Uint8Array> {
  const made = await engine.errorWorkbook({ bytes, fileName, scenario: publishedScenario, language: "zh" });
  if (!(made instanceof Uint8Array)) throw new Error("refused");
  return made;
}

async function sheetsOf(bytes: Uint8Array) {
  const book = await readWorkbook(bytes, "out.xlsx");
  if ("refused" in book) throw new Error(book.refused.code);
  return book.sheets;
}

async function throughLibreOffice(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  await writeFile(join(folder, `${name}.xlsx`), bytes);
  await runLibreOffice(folder, ["--convert-to", "xlsx", "--outdir", join(folder, "out"), join(folder, `${name}.xlsx`)]);
  return await readFile(join(folder, "out", `${name}.xlsx`));
}

const parts = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]));

const text = (cell: string, value: string): string => `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;
const styles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;
const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`;
// row 3: an unreadable date in C3; row 4: no code in A4, where no cell stands
const rows = [
  `<row r="1">${text("A1", "统一社会信用代码")}${text("B1", "企业名称")}${text("C1", "成立日期")}</row>`,
  `<row r="2">${text("A2", A)}${text("B2", "甲")}<c r="C2" s="1"><v>44000</v></c></row>`,
  `<row r="3">${text("A3", B)}${text("B3", "乙")}<c r="C3" s="1" t="inlineStr"><is><t>去年春天</t></is></c></row>`,
  `<row r="4">${text("B4", "丙")}<c r="C4" s="1"><v>44001</v></c></row>`,
].join("");

describe("a roster of four rows, one cell unreadable and one missing", () => {
  const own = partsWith(rows, {
    "xl/styles.xml": styles,
    "[Content_Types].xml": types,
    "xl/media/logo.bin": "unchanged",
  });

  test("comes back with both cells filled, a note on each, and everything else as it was", async () => {
    const out = parts(await marked(zipOf(own), "r.xlsx"));
    const sheet = out["xl/worksheets/sheet1.xml"] ?? "";
    // the copy of style 1 is style 2 or 3 and keeps its number format
    expect(sheet).toMatch(/<c r="A4" s="[23]"\/><c r="B4"/);
    expect(sheet).toMatch(/<c r="C3" t="inlineStr" s="[23]"><is><t>去年春天/);
    expect(sheet).toContain('<c r="C2" s="1"><v>44000</v></c>');
    expect(out["xl/styles.xml"]).toContain('<xf fillId="2" applyFill="1" numFmtId="14"');
    expect(out["xl/media/logo.bin"]).toBe("unchanged");
    const comments = out["xl/comments1.xml"] ?? "";
    expect([...comments.matchAll(/<comment ref="(\w+)"/g)].map(([, cell]) => cell).sort()).toEqual(["A4", "C3"]);
    expect(comments).toContain("「去年春天」不能读作要求的内容");
    expect(comments).toContain("处理：");
  });

  test("is the same to LibreOffice: values, notes and a summary that lists both cells", async () => {
    const back = await throughLibreOffice(await marked(zipOf(own), "r.xlsx"), "plain");
    const [sheet, summary] = await sheetsOf(back);
    if (!sheet || !summary) throw new Error("a sheet is missing");
    expect(cellOf(sheet, "C3")).toEqual(["text", "去年春天"]);
    expect(cellOf(sheet, "C2")).toEqual(["date", 44000]);
    expect(summary.name).toBe("错误汇总");
    expect(summary.texts).toEqual(expect.arrayContaining(["A4", "C3"]));
    const comments = Object.entries(parts(back)).find(([path]) => /comments\d*\.xml$/.test(path))?.[1] ?? "";
    expect(comments.match(/<comment /g)).toHaveLength(2);
  });

  test("keeps a comment that stands on the cell already, and its drawing", async () => {
    const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const sheet = own["xl/worksheets/sheet1.xml"];
    if (typeof sheet !== "string") throw new Error("the sheet is no text");
    const commented = {
      ...own,
      "xl/worksheets/sheet1.xml": sheet.replace(
        "</worksheet>",
        `<legacyDrawing xmlns:r="${office}" r:id="rId2"/></worksheet>`,
      ),
      "xl/worksheets/_rels/sheet1.xml.rels": relationships(
        ["rId1", `${office}/comments`, "../comments1.xml"],
        ["rId2", `${office}/vmlDrawing`, "../drawings/vmlDrawing1.vml"],
      ),
      "xl/comments1.xml": `<comments xmlns="${main}"><authors><author>经办</author></authors><commentList><comment ref="C3" authorId="0"><text><t>已问过企业</t></text></comment></commentList></comments>`,
      "xl/drawings/vmlDrawing1.vml": `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202"/><v:shape id="_x0000_s1025" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Row>2</x:Row><x:Column>2</x:Column></x:ClientData></v:shape></xml>`,
      "[Content_Types].xml": types
        .replace(
          /<Types[^>]*>/,
          '$&<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>',
        )
        .replace(
          "</Types>",
          '<Override PartName="/xl/comments1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/></Types>',
        ),
    };
    const bytes = await marked(zipOf(commented), "r.xlsx");
    const out = parts(bytes);
    expect(out["xl/comments1.xml"]).toMatch(/已问过企业<\/t><r><t xml:space="preserve">\n「去年春天」/);
    expect(out["xl/comments1.xml"]?.match(/<comment /g)).toHaveLength(2);
    expect(out["xl/drawings/vmlDrawing1.vml"]?.match(/<v:shape /g)).toHaveLength(2);
    expect(out["xl/worksheets/sheet1.xml"]?.match(/<legacyDrawing/g)).toHaveLength(1);
    const back = parts(await throughLibreOffice(bytes, "commented"));
    const comments = Object.entries(back).find(([path]) => /comments\d*\.xml$/.test(path))?.[1] ?? "";
    expect(comments).toContain("已问过企业");
    expect(comments.match(/<comment /g)).toHaveLength(2);
  });

  test("is written anew, and says so, where its XML has prefixes", async () => {
    const prefixed = `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>${rows.replace(/<(\/?)(?=[a-z])/g, "<$1x:")}</x:sheetData></x:worksheet>`;
    const out = await marked(zipOf({ ...own, "xl/worksheets/sheet1.xml": prefixed }), "r.xlsx");
    const [sheet, summary] = await sheetsOf(out);
    expect(sheet && cellOf(sheet, "C3")).toEqual(["text", "去年春天"]);
    expect(summary?.texts.some((said) => said.includes("重新写成"))).toBe(true);
  });
});

test("a text file comes back as a workbook with its cells marked; a text like a formula stays a text", async () => {
  const csv = `统一社会信用代码,企业名称,成立日期\n${A},=1+1,去年春天\n`;
  const out = await marked(strToU8(csv), "企业.csv");
  const back = await throughLibreOffice(out, "csv");
  const [sheet, summary] = await sheetsOf(back);
  expect(sheet && [cellOf(sheet, "B2"), cellOf(sheet, "C2")]).toEqual([
    ["text", "=1+1"],
    ["text", "去年春天"],
  ]);
  expect(summary?.texts).toContain("C2");
});

test("an old .xls comes back as an .xlsx with its cells marked", async () => {
  const own = partsWith(rows, { "xl/styles.xml": styles, "[Content_Types].xml": types });
  await writeFile(join(folder, "旧.xlsx"), zipOf(own));
  await runLibreOffice(folder, ["--convert-to", "xls", "--outdir", join(folder, "old"), join(folder, "旧.xlsx")]);
  const out = await marked(await readFile(join(folder, "old", "旧.xls")), "旧.xls");
  const [sheet, summary] = await sheetsOf(await throughLibreOffice(out, "旧"));
  expect(sheet && [cellOf(sheet, "A2"), cellOf(sheet, "C3")]).toEqual([
    ["text", A],
    ["text", "去年春天"],
  ]);
  expect([summary?.name, summary?.texts.includes("C3"), summary?.texts.includes("A4")]).toEqual([
    "错误汇总",
    true,
    true,
  ]);
});

test("what decides most money stands first, with its amount", async () => {
  const bytes = new Uint8Array(await readFile("samples/demo-district.xlsx"));
  const out = await marked(bytes, "demo-district.xlsx");
  await engine.load(bytes, "demo-district.xlsx");
  const { atStake } = await engine.evaluate(publishedScenario);
  const sheets = await sheetsOf(await throughLibreOffice(out, "demo"));
  const summary = sheets.at(-1);
  const amounts = [...(summary?.columns[8]?.values ?? [])].filter((_, row) => summary?.columns[8]?.kind[row] === 1);
  expect(amounts[0]).toBe((atStake[0]?.amount ?? 0) / 100);
  expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  expect(sum(amounts)).toBeCloseTo(sum(atStake.map(({ amount }) => amount)) / 100, 2);
  expect(sheets.slice(0, -1).map(({ name, rowCount }) => [name, rowCount])).toEqual(
    (await sheetsOf(bytes)).map(({ name, rowCount }) => [name, rowCount]),
  );
}, 120_000);
