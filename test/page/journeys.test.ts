import { readFile } from "node:fs/promises";
import exceljs from "exceljs";
import type { Browser, Page } from "playwright";
import type { PreviewServer } from "vite";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { buildPage, launchBrowser, servePage } from "../support/built-page.ts";
import { recalculate } from "../support/recalculate.ts";

/** Two users' work from start to end, in the page as built, by what they see and nothing else. */
const folder = ".cache/journeys-page";
let server: PreviewServer;
let browser: Browser;
let page: Page;
let failures: string[];

beforeAll(async () => {
  await buildPage(folder);
  server = await servePage(folder, 4320);
  browser = await launchBrowser();
}, 300_000);
afterAll(async () => {
  await browser.close();
  await server.close();
});
beforeEach(async () => {
  failures = [];
  page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  page.setDefaultTimeout(200_000);
  page.on("pageerror", (error) => failures.push(String(error)));
  await page.goto(address());
  await page.locator("h1 b").first().waitFor();
});
afterEach(() => page.close());

const address = (): string => server.resolvedUrls?.local[0] ?? "";
const main = () => page.locator("main");
const seen = (text: string | RegExp): Promise<void> => main().getByText(text).first().waitFor();
const press = (name: string | RegExp, exact = true): Promise<void> =>
  main().getByRole("button", { name, exact }).first().click();

async function open(place: string): Promise<void> {
  await page.locator(`nav a[href="#${place}"]`).click();
  await main().locator("h1").waitFor();
}

async function saved(button: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), press(button)]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

async function workbookOf(bytes: Uint8Array): Promise<exceljs.Workbook> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  return book;
}

/** Every cell in error once LibreOffice has computed a workbook, and the verdict of 核对 unless all agrees. */
async function faults(bytes: Uint8Array): Promise<readonly string[]> {
  const book = await workbookOf(await recalculate(bytes));
  const found: string[] = [];
  for (const sheet of book.worksheets)
    sheet.eachRow((row) => {
      row.eachCell({ includeEmpty: false }, (cell) => {
        if (/^#(REF|NAME|VALUE|DIV|N\/A|NUM)/u.test(cell.text))
          found.push(`${sheet.name} ${cell.address} ${cell.text}`);
      });
    });
  const verdict = book.getWorksheet("核对")?.getCell("B3").text;
  return verdict === "全部一致" ? found : [...found, `核对 ${String(verdict)}`];
}

/** The cell of 参数 that holds the value of a key. */
function parameterCell(book: exceljs.Workbook, key: string): exceljs.Cell {
  const sheet = book.getWorksheet("参数");
  const row = sheet?.getRows(1, sheet.rowCount)?.find((each) => each.getCell(1).text === key);
  if (!row) throw new Error(`there is no row of ${key}`);
  return row.getCell(3);
}

/** Types a figure of an article into its field inside the clause. */
async function edit(article: number, figure: number, value: string): Promise<void> {
  await page.goto(`${address()}#policy/${article}`);
  const field = page.locator(`#article-${article} .figure + * input[type=text]`).nth(figure);
  await page.locator(`#article-${article} .figure`).nth(figure).click();
  await field.fill(value);
  await field.press("Enter");
}

async function saveAs(name: string): Promise<void> {
  await open("scenarios");
  await main().getByRole("textbox", { name: "情景名称" }).first().fill(name);
  await press("另存为");
}

it("leads a policy maker from three changed numbers to the rate that fits, the report, and the report opened again", async () => {
  // three numbers of the text, each inside its clause
  await edit(6, 0, "20");
  await edit(10, 0, "15");
  await edit(11, 0, "25");
  await page.locator("header .edited", { hasText: "已改 3 处" }).waitFor();
  await saveAs("方案一");
  // two alternatives to it
  await edit(6, 0, "25");
  await saveAs("方案二");
  await edit(11, 0, "28");
  await saveAs("方案三");
  await seen(/「方案一」比「现行政策」少 [\d,.]+ 万元/u);
  await seen(/「方案二」比「现行政策」少 [\d,.]+ 万元/u);
  await seen(/「方案三」比「现行政策」少 [\d,.]+ 万元/u);

  // who loses by it: the first firm of the list, and back
  await seen(/0 家企业多得，\d+ 家企业少得/u);
  const loser = main().locator("a[href^='#enterprise/']").first();
  const name = await loser.innerText();
  await loser.click();
  await seen(new RegExp(`^${name}.*应得`, "u"));
  await page.goBack();
  await seen(/0 家企业多得，\d+ 家企业少得/u);

  // the amount that keeps 2027 within its budget in nine trials of ten
  await open("risk");
  await main().getByLabel("全区合计 2027 年预算").fill("4000");
  await main().getByLabel("全区合计 2027 年预算").press("Enter");
  const goal = main().locator("section.goal");
  await goal.getByLabel("参数").selectOption("m11a.奖励金额");
  await goal.getByLabel("指标").selectOption("overBudget");
  await goal.getByLabel(/^年度/u).selectOption("2027");
  await goal.getByLabel("试验次数").selectOption("250");
  await goal.getByLabel("不超过（%）").fill("10");
  await goal.getByRole("button", { name: "求解" }).click();
  await goal.getByText(/取 [\d,.]+\s*万元 时，.*刚好不超过 10/u).waitFor({ timeout: 800_000 });
  await goal.getByText(/换种子 \d+ 复核/u).waitFor();
  await goal.getByRole("button", { name: "采用为修改" }).click();
  await saveAs("定稿");

  // the report, its figures computed anew by another program, and opened again with one number changed in it
  await open("report");
  const report = await saved("写报告并保存");
  expect(await faults(report.bytes)).toEqual([]);
  const book = await workbookOf(report.bytes);
  const cell = parameterCell(book, "m06.补助比例");
  expect(cell.value).toBe(0.25);
  cell.value = 0.2;
  const edited = Buffer.from(await book.xlsx.writeBuffer());
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const choice = main().locator("input[type=file]").last();
  await choice.setInputFiles({ name: report.name, mimeType, buffer: report.bytes });
  await seen(`${report.name}：导出后参数没有改动。`);
  await choice.setInputFiles({ name: "改过.xlsx", mimeType, buffer: edited });
  await seen("改过.xlsx：导出后改动了 1 处。");
  await seen(/由 25% 改为 20%/u);
  await press("作为当前情景");
  await page.goto(`${address()}#policy/6`);
  await page.locator("#article-6 .figure", { hasText: "20%" }).waitFor();
  expect(failures).toEqual([]);
}, 1_500_000);

it("leads a budget planner from a disordered roster to marked cells, figures, budgets and the report", async () => {
  await open("roster");
  await main().locator("input[type=file]").first().setInputFiles("samples/disordered-roster.xlsx");
  await page.locator("h1", { hasText: "请核对每张表" }).waitFor();
  await press("下一步");
  await page.locator("h1", { hasText: "请核对每列" }).waitFor();
  await press("下一步");
  await page.locator("h1", { hasText: "可采用" }).waitFor();
  const marked = await saved("下载标错的名册");
  expect((await workbookOf(marked.bytes)).worksheets.at(-1)?.name).toBe("错误汇总");
  await press("确认导入");
  await page.locator("h1", { hasText: "企业 60 家" }).waitFor();

  // the sum of every view is one sum, and its rows are behind it
  await open("overview");
  await main()
    .locator(".identity", { hasText: /差额\s*0\.00/u })
    .waitFor();
  const [, total = ""] = /措施 ([\d,]+\.\d\d)/u.exec(await main().innerText()) ?? [];
  expect(Number(total.replaceAll(",", ""))).toBeGreaterThan(0);
  await main().locator("figure ul button").first().click();
  await main().locator("a[href^='#enterprise/']").first().waitFor();

  // a budget below what is expected is likelier passed than kept
  await open("risk");
  await main().getByLabel("全区合计 2027 年预算").fill("0");
  await main().getByLabel("全区合计 2027 年预算").press("Enter");
  await seen(/2027 年最可能超出预算的是全区合计：概率/u);

  await open("report");
  const report = await saved("写报告并保存");
  expect(await faults(report.bytes)).toEqual([]);
  const book = await workbookOf(await recalculate(report.bytes));
  const sums: string[] = [];
  book.getWorksheet("核对")?.eachRow((row) => sums.push(row.getCell(3).text));
  expect(sums.map(Number)).toContain(Number(total.replaceAll(",", "")));
  expect(book.getWorksheet("模拟结果")).toBeDefined();
  expect(failures).toEqual([]);
}, 1_500_000);
