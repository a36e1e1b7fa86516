import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright";
import type { Page } from "playwright";
import { build, preview } from "vite";
import { browserSwitches, findBrowser } from "./find-browser.ts";
import { starts } from "./screenshot-scenes.ts";

/**
 * Pictures of every page for a look by eye: `npm run screenshots`, all of them, or only those whose names hold every
 * word given: `npm run screenshots -- overview zh 1280`.
 */
const words = process.argv.slice(2);
const folder = ".cache/screenshots/pictures";
const site = ".cache/screenshots/page";
const sizes = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 390, height: 844 },
] as const;
const looks = ["zh", "en"].flatMap((language) => ["light", "dark"].map((theme) => ({ language, theme })));

const isWanted = (name: string): boolean => words.every((word) => name.split("-").includes(word));
const fileOf = (name: string): string => join(folder, name);

/** The first screen, and the page to its end. */
async function take(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(700);
  await page.screenshot({ path: fileOf(`${name}.png`) });
  const size = page.viewportSize() ?? sizes[0];
  const height = await page.locator("main").evaluate((main) => main.scrollHeight);
  if (height <= size.height) return;
  await page.setViewportSize({ ...size, height: Math.min(height + 80, 5000) });
  await page.waitForTimeout(700);
  await page.screenshot({ path: fileOf(`${name}-whole.png`) });
  if (name.startsWith("sample-overview-")) await page.pdf({ path: fileOf(`${name}.pdf`), format: "A4" });
  await page.setViewportSize(size);
}

await mkdir(folder, { recursive: true });
await build({ build: { outDir: site, emptyOutDir: true }, logLevel: "error" });
const server = await preview({ build: { outDir: site }, preview: { port: 4300 }, logLevel: "error" });
const address = server.resolvedUrls?.local[0] ?? "http://localhost:4300/";
const { executablePath, env } = await findBrowser();
const browser = await chromium.launch({ executablePath, args: [...browserSwitches], env: { ...process.env, ...env } });
for (const viewport of sizes) {
  for (const { language, theme } of looks) {
    for (const start of starts) {
      const nameOf = (scene: string): string => [start.name, scene, language, theme, viewport.width].join("-");
      const last = start.scenes.findLastIndex(({ name }) => isWanted(nameOf(name)));
      if (last < 0) continue;
      const context = await browser.newContext({ viewport });
      await context.addInitScript(
        (kept) => {
          localStorage.setItem("cesuan.language", kept.language);
          localStorage.setItem("cesuan.theme", kept.theme);
        },
        { language, theme },
      );
      const page = await context.newPage();
      page.on("pageerror", (error) => process.stderr.write(`${start.name}: ${String(error)}\n`));
      await start.begin(page, address);
      for (const scene of start.scenes.slice(0, last + 1)) {
        await page.goto(`${address}#${scene.hash}`);
        await scene.prepare?.(page);
        if (isWanted(nameOf(scene.name))) await take(page, nameOf(scene.name));
      }
      await context.close();
    }
  }
}
await browser.close();
await server.close();
process.stdout.write(`${folder}\n`);
