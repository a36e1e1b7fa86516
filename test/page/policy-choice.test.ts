import { readFile } from "node:fs/promises";
import type { Browser, BrowserContext, Page } from "playwright";
import type { PreviewServer } from "vite";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { exampleDistrict } from "../../rules/example-district/policy.ts";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";
import { scenarioText } from "../../src/core/policy/scenario-text.ts";
import { publishedScenario } from "../../src/core/policy/scenario.ts";
import { RawKind } from "../../src/core/roster/raw-sheet.ts";
import { readWorkbook } from "../../src/spreadsheet/read-workbook.ts";
import { buildPage, launchBrowser, servePage } from "../support/built-page.ts";
import { recalculate } from "../support/recalculate.ts";

const folder = ".cache/policy-choice-page";
let server: PreviewServer;
let browser: Browser;
let address: string;
let context: BrowserContext;
let page: Page;
let faults: string[];

beforeAll(async () => {
  await buildPage(folder);
  server = await servePage(folder, 4340);
  address = server.resolvedUrls?.local[0] ?? "";
  browser = await launchBrowser();
}, 300_000);

afterAll(async () => {
  await browser.close();
  await server.close();
});

beforeEach(async () => {
  faults = [];
  context = await browser.newContext({ acceptDownloads: true, viewport: { width: 1280, height: 720 } });
  page = await context.newPage();
  page.setDefaultTimeout(200_000);
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
});

afterEach(() => context.close());

const picker = "header select[aria-label=政策]";
const computed = (): Promise<void> => page.locator("h1 b").first().waitFor();
const chosen = (): Promise<string> => page.locator(picker).inputValue();

async function opened(place: string, seen: string): Promise<void> {
  await page.locator(`nav a[href="#${place}"]`).click();
  await page.locator(seen).first().waitFor();
}

it("another policy is chosen in the top bar, computed with the same roster, and kept in the address and the browser", async () => {
  await page.goto(`${address}#policy`);
  await page.locator("h1").first().waitFor();
  expect(await chosen()).toBe(xicheng202371.id);
  await page.locator(picker).selectOption(exampleDistrict.id);
  await page.waitForURL(/\?policy=example-district#policy$/);
  await page.getByText("企业实施数字化转型项目并通过验收的").first().waitFor();
  expect(await page.locator("main").innerText()).not.toContain("西城");
  await opened("overview", "h1 b");
  expect(await page.locator("main").innerText()).toContain("称号奖励");
  expect(page.url()).toContain("?policy=example-district");
  await page.goto("about:blank");
  await page.goto(address);
  await computed();
  expect(await chosen()).toBe(exampleDistrict.id);
  expect(page.url()).toContain("?policy=example-district");
  await page.locator(picker).selectOption(xicheng202371.id);
  await page.waitForURL(/\?policy=xicheng-2023-71/);
  await computed();
  expect(await page.locator("main").innerText()).toContain("担保代偿风险补偿");
  expect(faults).toEqual([]);
}, 600_000);

it("scenarios of each policy are kept apart, and one of the other is refused by its name", async () => {
  await page.goto(`${address}?policy=example-district#scenarios`);
  await page.locator("main h1").first().waitFor();
  const files = page.locator('input[type=file][accept*=".json"]').first();
  const buffer = Buffer.from(scenarioText(xicheng202371, { ...publishedScenario, name: "西城情景" }));
  await files.setInputFiles({ name: "西城.json", mimeType: "application/json", buffer });
  await page.getByRole("alert").filter({ hasText: xicheng202371.title }).waitFor();
  const own = { ...publishedScenario, name: "示例情景", values: { "s02.补助比例": 0.1 } };
  await files.setInputFiles({
    name: "示例.json",
    mimeType: "application/json",
    buffer: Buffer.from(scenarioText(exampleDistrict, own)),
  });
  const options = page.locator("header select[aria-label=情景] option");
  await options.filter({ hasText: "示例情景" }).waitFor({ state: "attached" });
  await page.locator(picker).selectOption(xicheng202371.id);
  await page.waitForURL(/\?policy=xicheng-2023-71/);
  await page.locator("main h1").first().waitFor();
  expect(await options.allInnerTexts()).not.toContain("示例情景");
  await page.locator(picker).selectOption(exampleDistrict.id);
  await page.waitForURL(/\?policy=example-district/);
  await options.filter({ hasText: "示例情景" }).waitFor({ state: "attached" });
  expect(faults).toEqual([]);
}, 600_000);

it("every page works with it, down to a report that LibreOffice recomputes without an error", async () => {
  await page.goto(`${address}?policy=example-district#overview`);
  await computed();
  await page.locator("progress").first().waitFor({ state: "detached" });
  for (const place of ["policy", "roster", "scenarios", "risk"]) await opened(place, "main h1");
  await page.getByText("P95").first().waitFor();
  const firm = "91110102999900003H";
  await page.goto(`${address}?policy=example-district#enterprise/${firm}`);
  await page.locator("main h1").first().waitFor();
  await opened("report", "main button.primary:enabled");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("main button.primary").first().click(),
  ]);
  const bytes = await recalculate(new Uint8Array(await readFile(await download.path())));
  const workbook = await readWorkbook(bytes, "报告.xlsx");
  if ("refused" in workbook) throw new Error(workbook.refused.code);
  const wrong = workbook.sheets.filter(({ columns }) => columns.some((cells) => cells?.kind.includes(RawKind.error)));
  expect(wrong.map(({ name }) => name)).toEqual([]);
  const texts = workbook.sheets.flatMap((sheet) => sheet.texts);
  expect(texts.some((text) => text.includes(exampleDistrict.title))).toBe(true);
  expect(texts.filter((text) => text.includes("西发改文"))).toEqual([]);
  expect(faults).toEqual([]);
}, 600_000);
