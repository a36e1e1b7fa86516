import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";

import type { ReportCell, ReportModel, ReportSheet } from "../../src/core/report/report-model.ts";
import { writeWorkbook } from "../../src/spreadsheet/write-report.ts";

const sheetOf = (rows: readonly (readonly ReportCell[])[], more: Partial<ReportSheet> = {}): ReportSheet => ({
  name: "参数",
  widths: [12, 20],
  rows,
  ...more,
});

const modelOf = (...sheets: readonly ReportSheet[]): ReportModel => ({ title: "测算报告", sheets, names: [] });

async function partsOf(model: ReportModel): Promise<Record<string, string>> {
  const parts = unzipSync(await writeWorkbook(model));
  return Object.fromEntries(Object.entries(parts).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

const SHEET = "xl/worksheets/sheet1.xml";
const sheetXml = async (sheet: ReportSheet): Promise<string> => (await partsOf(modelOf(sheet)))[SHEET] ?? "";
const strings = async (value: string): Promise<string> =>
  (await partsOf(modelOf(sheetOf([[{ value, format: "text" }]]))))["xl/sharedStrings.xml"] ?? "";

describe("a report cell", () => {
  it("keeps a text that starts like a formula as text", async () => {
    for (const value of ["=1+1", "+86", "-5", "@SUM(A1)"]) {
      expect(await strings(value)).toContain(`>${value}</t>`);
      expect(await sheetXml(sheetOf([[{ value }]]))).toMatch(/<c r="A1"[^>]* t="s"><v>0<\/v><\/c>/);
    }
  });

  it("keeps a text that looks like an escape as it stands", async () => {
    expect(await strings("a_x000D_b_x41_")).toContain(">a_x005F_x000D_b_x41_</t>");
  });

  it("cuts a text that is too long in sight and never through a character", async () => {
    const written = /<t[^>]*>([^<]*)<\/t>/.exec(await strings("𠀀".repeat(20_000)))?.[1] ?? "";
    expect(written.length).toBeLessThanOrEqual(32_767);
    expect(written).toMatch(/^(𠀀)+……（余下内容超出单元格长度，已截去）$/u);
  });

  it("replaces what XML cannot say", async () => {
    expect(await strings("a\u0001b\uD800c\uFFFFd")).toContain(">a\uFFFDb\uFFFDc\uFFFDd</t>");
  });

  it("writes formulas with the results the app computed, zero and false too", async () => {
    const xml = await sheetXml(
      sheetOf([
        [
          { value: 12.5, formula: "A2*2" },
          { value: 0, formula: "B2" },
          { value: false, formula: "1>2" },
          { value: "待核实", formula: 'IF(A2<1,"待核实","")' },
        ],
      ]),
    );
    expect(xml).toMatch(/<f>A2\*2<\/f><v>12.5<\/v>/);
    expect(xml).toMatch(/<f>B2<\/f><v>0<\/v>/);
    expect(xml).toMatch(/t="b"><f>1&gt;2<\/f><v>0<\/v>/);
    expect(xml).toMatch(/t="str"><f>IF\(A2&lt;1,&quot;待核实&quot;,&quot;&quot;\)<\/f><v>待核实<\/v>/);
  });

  it("writes a date as its serial with a date format", async () => {
    const parts = await partsOf(modelOf(sheetOf([[{ value: 45_075, format: "date" }]])));
    expect(parts[SHEET]).toMatch(/<c r="A1" s="\d+"><v>45075<\/v>/);
    expect(parts["xl/styles.xml"]).toContain('formatCode="yyyy-mm-dd"');
  });

  it("refuses a number that is not finite and says where it stands", async () => {
    await expect(writeWorkbook(modelOf(sheetOf([[], [{ value: null }, { value: Number.NaN }]])))).rejects.toThrow(
      "参数!B2: a number must be finite, found NaN",
    );
  });

  it("can link into the workbook whatever it holds", async () => {
    const parts = await partsOf(
      modelOf(
        sheetOf([
          [
            { value: 1, formula: "2-1", link: "'条款原文'!A5" },
            { value: "见条款", link: "'条款原文'!A6" },
          ],
        ]),
      ),
    );
    expect(parts[SHEET]).toContain(`<hyperlink ref="A1" location="'条款原文'!A5"/>`);
    expect(parts[SHEET]).toContain(`<hyperlink ref="B1" location="'条款原文'!A6"/>`);
    expect(Object.keys(parts)).not.toContain("xl/worksheets/_rels/sheet1.xml.rels");
  });
});

describe("a report sheet", () => {
  it("writes rows that are made one by one below those that stand, each asked for once and in order", async () => {
    const asked: number[] = [];
    const row = (index: number): ReportCell[] => {
      asked.push(index);
      return [{ value: null }, { value: index * 10, formula: `A${index}*10` }];
    };
    const xml = await sheetXml(sheetOf([[{ value: 1 }]], { body: { count: 3, row } }));
    expect(asked).toEqual([0, 1, 2]);
    expect(Array.from(xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*>/g), ([, place]) => place)).toEqual([
      "A1",
      "B2",
      "B3",
      "B4",
    ]);
    expect(xml).toMatch(/<c r="B4" s="\d+"><f>A2\*10<\/f><v>20<\/v><\/c>/);
  });

  it("refuses more rows than a sheet can hold, by name", async () => {
    const model = modelOf(sheetOf([], { body: { count: 1_048_577, row: () => [] } }));
    await expect(writeWorkbook(model)).rejects.toThrow("参数: a sheet has at most 1048576 rows");
  });

  it("is printed on A4, as wide as the page", async () => {
    const xml = await sheetXml(sheetOf([], { landscape: true }));
    expect(xml).toMatch(/<pageSetup paperSize="9" orientation="landscape" [^>]*fitToWidth="1" fitToHeight="0"/);
    expect(xml).toContain('<pageSetUpPr fitToPage="1"/>');
  });

  it("is printed with the title and its name above, the page below, and its head on every page", async () => {
    const frozen = { rows: 3, columns: 1 };
    const parts = await partsOf({
      ...modelOf(sheetOf([]), { ...sheetOf([], { frozen }), name: "表" }),
      title: "甲&乙",
    });
    expect(parts[SHEET]).toContain("<oddHeader>&amp;L甲&amp;&amp;乙&amp;R&amp;A</oddHeader>");
    expect(parts[SHEET]).toContain("<oddFooter>&amp;C&amp;P / &amp;N</oddFooter>");
    expect(parts["xl/workbook.xml"]).toContain(
      `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="1">'表'!$1:$3</definedName></definedNames>`,
    );
  });

  it("prints its first columns alone where more would not be legible", async () => {
    const parts = await partsOf(
      modelOf(sheetOf([]), { ...sheetOf([[{ value: 1 }]], { printedColumns: 2 }), name: "表" }),
    );
    expect(parts["xl/workbook.xml"]).toContain(
      `<definedName name="_xlnm.Print_Area" localSheetId="1">'表'!$A$1:$B$1</definedName>`,
    );
  });

  it("keeps its head in sight and its widths and merges", async () => {
    const xml = await sheetXml(sheetOf([[{ value: 1 }]], { frozen: { rows: 2, columns: 1 }, merges: ["A1:B1"] }));
    expect(xml).toContain('<pane xSplit="1" ySplit="2" topLeftCell="B3"');
    expect(xml).toContain('<col min="2" max="2" width="20"');
    expect(xml).toContain('<mergeCell ref="A1:B1"/>');
  });

  it("writes each validation over its own range, though the next is alike", async () => {
    const rule = { kind: "decimal", minimum: 0, maximum: 1, allowBlank: true } as const;
    const xml = await sheetXml(
      sheetOf([], {
        validations: [
          { range: "A9", rule, message: "0 至 1" },
          { range: "A10", rule, message: "0 至 1" },
          { range: "B1:B9", rule: { kind: "list", choices: ["是", "否"] }, message: "是或否" },
          { range: "C1:C9", rule: { kind: "date", allowBlank: true }, message: "日期" },
        ],
      }),
    );
    expect(xml.match(/sqref="[^"]*"/g)).toEqual(
      expect.arrayContaining(['sqref="A9:A9"', 'sqref="A10:A10"', 'sqref="B1:B9"', 'sqref="C1:C9"']),
    );
    expect(xml).toContain("<formula1>&quot;是,否&quot;</formula1>");
    expect(xml).toContain("<formula1>1</formula1><formula2>2958465</formula2>");
  });

  it("turns cells red by a condition", async () => {
    const xml = await sheetXml(sheetOf([[{ value: 1 }]], { alerts: [{ range: "A1:A5", formula: "A1>100" }] }));
    expect(xml).toMatch(/sqref="A1:A5"><cfRule type="expression" dxfId="0" priority="1"><formula>A1&gt;100</);
  });

  it("shows images in their size with a description", async () => {
    const png = new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10]);
    const image = { png, description: "年度支出 <图>", column: 1, row: 2, width: 100, height: 50 };
    const parts = await partsOf(modelOf(sheetOf([]), { ...sheetOf([], { images: [image] }), name: "图" }));
    const drawing = parts["xl/drawings/drawing1.xml"] ?? "";
    expect(drawing).toContain("<xdr:oneCellAnchor>");
    expect(drawing).toContain('descr="年度支出 &lt;图&gt;"');
    expect(drawing).toContain('<xdr:ext cx="952500" cy="476250"/>');
    expect(Object.keys(parts)).toContain("xl/media/image1.png");
  });
});

describe("a report", () => {
  const named: ReportModel = {
    ...modelOf(sheetOf([[{ value: 0.3, format: "share", style: "input" }]])),
    names: [{ name: "补助比例", target: "'参数'!$A$1" }],
  };

  it("recalculates when opened and knows its names", async () => {
    const workbook = (await partsOf(named))["xl/workbook.xml"] ?? "";
    expect(workbook).toContain(`<definedName name="补助比例">'参数'!$A$1</definedName>`);
    expect(workbook).toMatch(/<calcPr [^>]*fullCalcOnLoad="1"/);
    expect(workbook.indexOf("<definedNames>")).toBeLessThan(workbook.indexOf("<calcPr"));
  });

  it("gives equal bytes for equal models", async () => {
    expect(await writeWorkbook(named)).toEqual(await writeWorkbook(named));
  });

  it("stops when it is cancelled", async () => {
    const cancel = new AbortController();
    cancel.abort();
    await expect(writeWorkbook(named, { signal: cancel.signal })).rejects.toThrow(
      expect.objectContaining({ name: "AbortError" }),
    );
  });
});
