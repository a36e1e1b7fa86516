import { readFile } from "node:fs/promises";
import { read, write } from "@e965/xlsx";
import type { Browser, BrowserContext, Page, Worker } from "playwright";
import type { PreviewServer } from "vite";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { buildPage, launchBrowser, servePage } from "../support/built-page.ts";

const folder = ".cache/built-page";
const patience = { timeout: 200_000 };
let server: PreviewServer;
let browser: Browser;
let address: string;
let context: BrowserContext;
let page: Page;
/** What any thread of the page asked of a network. */
let requested: string[];
/** What the policy refused, as each thread's console says it. */
let refused: string[];
/** Whether each worker could fetch; undefined: it was ended before it answered. */
let answers: Promise<boolean | undefined>[];

/** The file that threads try to fetch. */
const probe = "index.html?probe";
/** Whether a thread reaches the page's own server. */
const reaches = (thread: Page | Worker): Promise<boolean> =>
  thread.evaluate(
    (to) =>
      fetch(to).then(
        () => true,
        () => false,
      ),
    `${address}${probe}`,
  );

beforeAll(async () => {
  await buildPage(folder);
  server = await servePage(folder, 4310);
  address = server.resolvedUrls?.local[0] ?? "";
  browser = await launchBrowser();
}, 300_000);

afterAll(async () => {
  await browser.close();
  await server.close();
});

beforeEach(async () => {
  [requested, refused, answers] = [[], [], []];
  context = await browser.newContext({ acceptDownloads: true });
  context.on("request", (request) => requested.push(request.url()));
  context.on("console", (message) => {
    const isOfThePolicy = /content security policy/iu.test(message.text());
    if (isOfThePolicy && !message.text().includes(probe)) refused.push(message.text());
  });
  page = await context.newPage();
  page.on("worker", (worker) => answers.push(reaches(worker).catch(() => undefined)));
  page.setDefaultTimeout(patience.timeout);
  await page.addInitScript(() => {
    // every worker stays, so that it can be asked; what the document refuses is said on the console
    Worker.prototype.terminate = () => undefined;
    document.addEventListener("securitypolicyviolation", (event) =>
      console.error(`content security policy: ${event.effectiveDirective} ${event.blockedURI}`),
    );
  });
});

afterEach(() => context.close());

const sampleComputed = (): Promise<void> => page.locator("h1 b").first().waitFor();
const opened = async (place: string, seen: string): Promise<void> => {
  await page.locator(`nav a[href="#${place}"]`).click();
  await page.locator(seen).first().waitFor();
};

/** The first bytes of what a press on a button hands to the user. */
async function saved(button: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(button).first().click()]);
  return (await readFile(await download.path())).subarray(0, 4).toString("latin1");
}

async function writtenReport(): Promise<string> {
  await opened("report", "main button.primary:enabled");
  return await saved("main button.primary");
}

const fileChoice = "input[type=file]";

async function importedXls(): Promise<void> {
  const book = read(await readFile("samples/hand-check-30.xlsx"), { cellDates: true });
  const buffer = Buffer.from(write(book, { type: "array", bookType: "xls" }) as ArrayBuffer);
  await opened("roster", fileChoice);
  await page
    .locator(fileChoice)
    .first()
    .setInputFiles({ name: "旧格式.xls", mimeType: "application/vnd.ms-excel", buffer });
  await page.locator("h1", { hasText: "旧格式.xls" }).waitFor();
}

it("does all its work under a policy that lets neither the page nor any of its workers fetch", async () => {
  await page.goto(address);
  await sampleComputed();
  await page.locator("progress").first().waitFor({ state: "detached" });
  expect(await saved("main .downloads button")).toBe("\x89PNG");
  expect(await writtenReport()).toBe("PK\x03\x04");
  await importedXls();
  await page.locator("details summary", { hasText: "描述统计" }).first().click();
  await page.locator("details[open] tbody tr").first().waitFor();
  expect(refused).toEqual([]);
  const isOwn = (url: string): boolean => /^(blob|data):/u.test(url) || url.startsWith(`${address}assets/`);
  const others = requested.filter((url) => !isOwn(url) && !url.includes(probe));
  expect(new Set(others)).toEqual(new Set([address, `${address}index.html`, `${address}service-worker.js`]));
  expect(await reaches(page)).toBe(false);
  const answered = (await Promise.all(answers)).filter((answer) => answer !== undefined);
  expect(answered.length).toBeGreaterThanOrEqual(3);
  expect(new Set(answered)).toEqual(new Set([false]));
}, 600_000);

it("starts again, evaluates and writes its report with no network", async () => {
  await page.goto(address);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await context.setOffline(true);
  await page.reload();
  await sampleComputed();
  await opened("policy", "h1");
  expect(await writtenReport()).toBe("PK\x03\x04");
}, 600_000);
