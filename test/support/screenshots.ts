import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright";
import type { Page } from "playwright";

/** Pictures of the running page for a look by eye: the address of the dev server is the one argument. */
const address = process.argv[2] ?? "http://localhost:5173/";
const sizes = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
] as const;

async function take(page: Page, folder: string, language: string, theme: string): Promise<void> {
  const file = (name: string) => join(folder, `${name}-${language}-${theme}-${page.viewportSize()?.width}.png`);
  await page.goto(address);
  await page.locator("article").first().waitFor();
  await page.screenshot({ path: file("policy") });
  await page.locator("#article-14 .figure").nth(1).click();
  await page.locator(".editor:popover-open input[type=text]").fill("40");
  await page.keyboard.press("Tab");
  await page.screenshot({ path: file("policy-edit") });
  await page.keyboard.press("Escape");
  await page.locator("header button[aria-expanded]").click();
  await page.screenshot({ path: file("drawer") });
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
      await take(page, folder, language, theme);
      await context.close();
    }
  }
}
await browser.close();
process.stdout.write(`${folder}\n`);
