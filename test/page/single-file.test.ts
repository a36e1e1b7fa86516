import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser } from "playwright";
import { buildPage, launchBrowser } from "../support/built-page.ts";

const folder = ".cache/single-page";
let browser: Browser;

beforeAll(async () => {
  await buildPage(folder, "--mode", "single");
  browser = await launchBrowser();
}, 300_000);

afterAll(() => browser.close());

it("opens from a file, computes the sample and writes the report without asking for anything else", async () => {
  const page = await browser.newPage({ acceptDownloads: true });
  page.setDefaultTimeout(200_000);
  const requested: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => requested.push(request.url()));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  const address = pathToFileURL(`${folder}/cesuan.html`).href;
  await page.goto(address);
  await page.locator("h1 b").first().waitFor();
  await page.locator('nav a[href="#report"]').click();
  await page.locator("main button.primary:enabled").first().waitFor();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("main button.primary").first().click(),
  ]);
  expect((await readFile(await download.path())).subarray(0, 4).toString("latin1")).toBe("PK\x03\x04");
  expect(requested.filter((url) => !url.startsWith("blob:") && !url.startsWith("data:"))).toEqual([address]);
  expect(complaints).toEqual([]);
}, 600_000);
