import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const bundle = join(root, "dist-cli", "main.js");
const sources = ["src/core", "src/engine", "src/spreadsheet", "src/cli", "workers", "rules", "package-lock.json"];

/** @param {string} path @returns {Promise<number>} newest change below the path; 0 where there is nothing */
async function newestChange(path) {
  const found = await stat(path).catch((error) => (error.code === "ENOENT" ? undefined : Promise.reject(error)));
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const names = await readdir(path);
  return Math.max(found.mtimeMs, ...(await Promise.all(names.map((name) => newestChange(join(path, name))))));
}

const changes = await Promise.all(sources.map((source) => newestChange(join(root, source))));
if (Math.max(...changes) > (await newestChange(bundle))) {
  const { build } = await import("vite");
  await build({ root, logLevel: "error", build: { ssr: "src/cli/main.ts", outDir: "dist-cli" } });
}
await import(bundle);
