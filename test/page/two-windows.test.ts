import type { Browser, BrowserContext, Page } from "playwright";
import type { PreviewServer } from "vite";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { buildPage, launchBrowser, servePage } from "../support/built-page.ts";

const folder = ".cache/two-windows";
const patience = { timeout: 120_000 };
let server: PreviewServer;
let browser: Browser;
let context: BrowserContext;
let address: string;

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
  context = await browser.newContext();
  context.setDefaultTimeout(patience.timeout);
});

afterEach(() => context.close());

async function opened(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${address}#scenarios`);
  await page.locator('main form input[type="text"]').waitFor();
  return page;
}

async function save(page: Page, name: string): Promise<void> {
  await page.locator('main form input[type="text"]').fill(name);
  await page.getByRole("button", { name: "另存为", exact: true }).click();
}

const names = (page: Page): Promise<string[]> =>
  page
    .locator('main tbody th input[type="text"]')
    .evaluateAll((fields) =>
      fields.map((field) => field.getAttribute("value") ?? ("value" in field ? String(field.value) : "")),
    );

it(
  "tells the second window, never writes over what the first one kept since, and takes over without losing it",
  { timeout: 300_000 },
  async () => {
    const first = await opened();
    const second = await opened();
    await second.getByText("这项工作已在另一个窗口打开").waitFor();
    expect(await first.getByText("这项工作已在另一个窗口打开").count()).toBe(0);
    await save(first, "甲");
    await first.locator('main tbody th input[type="text"]').first().waitFor();
    await save(second, "乙");
    await second.getByText("另一个窗口保存了不同的工作").waitFor();
    const third = await opened();
    expect(await names(third)).toEqual(["甲"]);
    await third.close();
    await second.getByRole("button", { name: "以本窗口为准" }).click();
    await second.getByText("另一个窗口保存了不同的工作").waitFor({ state: "detached" });
    await second.getByText("较早的自动保存").click();
    await second.locator("details tbody tr", { hasText: "甲" }).getByRole("button").click();
    expect(await names(second)).toEqual(["甲"]);
    await second.getByRole("button", { name: "撤销" }).click();
    expect(await names(second)).toEqual(["乙"]);
    await first.close();
    await second.getByText("这项工作已在另一个窗口打开").waitFor({ state: "detached" });
  },
);

it(
  "says that the store is full, keeps all on the page, and keeps it once there is room",
  { timeout: 300_000 },
  async () => {
    const page = await opened();
    await save(page, "甲");
    // what the browser answers when its disk is full
    await page.evaluate(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = () => {
        throw new DOMException("no room", "QuotaExceededError");
      };
      addEventListener("room", () => (IDBObjectStore.prototype.put = put));
    });
    await save(page, "乙");
    await page.getByText("浏览器的存储空间已满").waitFor();
    expect(await names(page)).toEqual(["甲", "乙"]);
    await page.getByRole("alert").getByRole("button", { name: "保存项目文件" }).waitFor();
    await page.evaluate(() => dispatchEvent(new Event("room")));
    await page.getByRole("button", { name: "再试一次" }).click();
    await page.getByText("浏览器的存储空间已满").waitFor({ state: "detached" });
    await page.reload();
    await page.locator('main tbody th input[type="text"]').first().waitFor();
    expect(await names(page)).toEqual(["甲", "乙"]);
  },
);
