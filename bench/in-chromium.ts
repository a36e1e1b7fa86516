import { readdir, readFile } from "node:fs/promises";
import { chromium } from "playwright";
import { build, preview } from "vite";
import { browserSwitches, findBrowser } from "../test/support/find-browser.ts";
import type { Importer } from "./importers.ts";
import type { Imported } from "./jobs.ts";

const ROOT = "bench/browser-page";

/** Builds the page that imports a workbook in a worker; `folder` then holds it beside the workbooks. */
export async function buildPage(folder: string): Promise<void> {
  await build({
    configFile: false,
    root: ROOT,
    base: "./",
    logLevel: "error",
    worker: { format: "es" },
    build: { target: "es2023", outDir: folder, emptyOutDir: false, chunkSizeWarningLimit: 2000 },
  });
}

interface Process {
  readonly id: number;
  readonly parent: number;
  readonly peakMegabytes: number;
}

async function processes(): Promise<Process[]> {
  const ids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    ids.map(async (id): Promise<Process[]> => {
      const status = await readFile(`/proc/${id}/status`, "utf8").catch(() => ""); // it may have ended meanwhile
      const number = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? 0);
      return status === "" ? [] : [{ id: Number(id), parent: number("PPid"), peakMegabytes: number("VmHWM") / 1024 }];
    }),
  );
  return found.flat();
}

/** Peak resident memory of the largest process of a browser, which is the one that ran the worker; Linux only. */
async function peakBelow(root: number): Promise<number> {
  if (process.platform !== "linux") return Number.NaN;
  const all = await processes();
  const family = new Set([root]);
  for (let grown = 0; grown !== family.size;) {
    grown = family.size;
    for (const { id, parent } of all) if (family.has(parent)) family.add(id);
  }
  return Math.max(...all.filter(({ id }) => id !== root && family.has(id)).map(({ peakMegabytes }) => peakMegabytes));
}

/** Imports one workbook in a worker of a browser that is started for it. */
export async function inChromium(folder: string, importer: Importer, file: string): Promise<Imported> {
  const { executablePath, env } = await findBrowser();
  const server = await preview({ configFile: false, root: folder, logLevel: "error", build: { outDir: "." } });
  const browserServer = await chromium.launchServer({
    executablePath,
    args: [...browserSwitches],
    env: { ...process.env, ...env },
  });
  try {
    const browser = await chromium.connect(browserServer.wsEndpoint());
    const page = await browser.newPage();
    await page.goto(`${server.resolvedUrls?.local[0] ?? ""}index.html`);
    await page.waitForFunction("globalThis.timeImport !== undefined");
    const call = `globalThis.timeImport(${JSON.stringify(importer)}, new URL(${JSON.stringify(file)}, location.href).href)`;
    const { milliseconds, rows } = (await page.evaluate(call)) as { milliseconds: number; rows: number };
    const peakMegabytes = await peakBelow(browserServer.process().pid ?? 0);
    await browser.close();
    return { milliseconds: [milliseconds], rows, peakMegabytes };
  } finally {
    await browserServer.close();
    await server.close();
  }
}
