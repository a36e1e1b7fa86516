import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

export interface Browser {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Switches for an automated browser, also as root and without a graphics card. */
export const browserSwitches = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
] as const;

const root = fileURLToPath(new URL("../../", import.meta.url));
const commands = ["google-chrome-stable", "google-chrome", "chromium", "chromium-browser", "microsoft-edge"];
const applications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

function installedBrowser(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...onPath, ...applications].find((path) => existsSync(path));
}

/** Unpacked beside the final folder and renamed, so that nobody starts a half-written executable. */
async function unpack(folder: string): Promise<void> {
  const partial = `${folder}.${process.pid}`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  const before = { TMPDIR: process.env["TMPDIR"], AWS_EXECUTION_ENV: process.env["AWS_EXECUTION_ENV"] };
  // the package unpacks into TMPDIR, and its shared libraries only where it is told it runs on Amazon Linux
  Object.assign(process.env, { TMPDIR: partial, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" });
  try {
    const { default: bundled } = await import("@sparticuz/chromium");
    await bundled.executablePath();
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  }
  if (existsSync(folder)) await rm(partial, { recursive: true });
  else await rename(partial, folder);
}

async function bundledBrowser(): Promise<Browser> {
  const manifest: unknown = JSON.parse(
    await readFile(join(root, "node_modules/@sparticuz/chromium/package.json"), "utf8"),
  );
  const version = String(Object(manifest).version);
  const folder = join(root, ".cache", `chromium-${version}`);
  if (!existsSync(folder)) await unpack(folder);
  const fonts = existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: join(folder, "fonts") };
  return {
    executablePath: join(folder, "chromium"),
    env: { LD_LIBRARY_PATH: join(folder, "al2023", "lib"), ...fonts },
  };
}

/**
 * The browser that the tests drive: CHROMIUM_PATH, else an installed Chrome, Chromium or Edge, else the one in
 * node_modules, which is unpacked into `.cache` the first time.
 * @throws Error that says what to install, where there is none
 */
export async function findBrowser(): Promise<Browser> {
  const chosen = process.env["CHROMIUM_PATH"];
  if (chosen !== undefined) {
    if (!existsSync(chosen)) throw new Error(`CHROMIUM_PATH must name a browser, found no file at ${chosen}`);
    return { executablePath: chosen, env: {} };
  }
  const installed = installedBrowser();
  if (installed !== undefined) return { executablePath: installed, env: {} };
  if (process.platform === "linux" && process.arch === "x64") return bundledBrowser();
  throw new Error(
    "the browser tests need Chrome, Chromium or Edge: install one (Debian: apt-get install chromium; " +
      "macOS: brew install --cask google-chrome), or set CHROMIUM_PATH to its executable",
  );
}
