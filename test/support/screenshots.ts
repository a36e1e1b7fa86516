import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright";
import type { Page } from "playwright";

/** Pictures of the running page for a look by eye: the address of the dev server, then the pages wanted. */
const [address = "http://localhost:5173/", ...wanted] = process.argv.slice(2);
const pages = wanted.length > 0 ? wanted : ["overview", "policy"];
const sizes = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
] as const;

/** The first screen, and the page to its end. */
async function take(page: Page, file: (name: string) => string): Promise<void> {
  for (const name of pages) {
    await page.goto(`${address}#${name}`);
    await page.locator("h1 b, article table").first().waitFor({ timeout: 60_000 });
    await page.waitForTimeout(600);
    await page.screenshot({ path: file(name) });
    const height = await page.locator("main").evaluate((main) => main.scrollHeight);
    const size = page.viewportSize() ?? sizes[0];
    await page.setViewportSize({ ...size, height: Math.min(height + 80, 6000) });
    await page.waitForTimeout(600);
    await page.screenshot({ path: file(`${name}-whole`) });
    await page.setViewportSize(size);
  }
}

const folder = await mkdtemp(join(tmpdir(), "cesuan-screenshots-"));
const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--headless", "--disable-gpu", "--disable-quic", "--no-first-run"],
});
for (const viewport of sizes) {
  for (const language of ["zh", "en"]) {
    for (const theme of ["light", "dark"]) {
      const context = await browser.newContext({ viewport });
      await context.addInitScript(
        (kept) => {
          localStorage.setItem("cesuan.language", kept.language);
          localStorage.setItem("cesuan.theme", kept.theme);
        },
        { language, theme },
      );
      const page = await context.newPage();
      page.on("pageerror", (error) => {
        throw error;
      });
      await take(page, (name) => join(folder, `${name}-${language}-${theme}-${viewport.width}.png`));
      await context.close();
    }
  }
}
await browser.close();
process.stdout.write(`${folder}\n`);
