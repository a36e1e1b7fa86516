import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Plugin } from "vite";

/** Puts a service worker beside the built page that knows every file of the build. */
export const precache = (): Plugin => ({
  name: "precache",
  apply: "build",
  enforce: "post",
  generateBundle: {
    order: "post",
    async handler(_, bundle) {
      const hash = createHash("sha256");
      for (const file of Object.values(bundle)) hash.update(file.type === "chunk" ? file.code : file.source);
      const built = { version: hash.digest("hex").slice(0, 16), files: ["./", ...Object.keys(bundle)] };
      const worker = await readFile(new URL("service-worker.js", import.meta.url), "utf8");
      const source = `const built = ${JSON.stringify(built)};\n${worker}`;
      this.emitFile({ type: "asset", fileName: "service-worker.js", source });
    },
  },
});
