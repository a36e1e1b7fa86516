import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { chromium, type Browser } from "playwright";
import { preview, type PreviewServer } from "vite";
import { browserSwitches, findBrowser } from "./find-browser.ts";

/** Builds the page as a user does: in a process of its own, which knows of no test. */
export async function buildPage(folder: string, ...options: readonly string[]): Promise<void> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(NODE_ENV|VITEST)/u.test(name)));
  const vite = ["node_modules/vite/bin/vite.js", "build", "--outDir", folder, "--emptyOutDir", "--logLevel", "error"];
  await promisify(execFile)(process.execPath, [...vite, ...options], { env });
}

/** The files of a folder at an address of this machine; the first free port from `port` on. */
export const servePage = (folder: string, port: number): Promise<PreviewServer> =>
  preview({ configFile: false, build: { outDir: folder }, preview: { port }, logLevel: "error" });

export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await findBrowser();
  return await chromium.launch({ executablePath, args: [...browserSwitches], env: { ...process.env, ...env } });
}
