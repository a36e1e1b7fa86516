import { createHash } from "node:crypto";
import type { Plugin, Rolldown } from "vite";

type Bundle = Rolldown.OutputBundle;

/** How the bundler writes the address of a worker's file. */
const workerAddress = /new URL\(["'`]([^"'`]+\.js)["'`],\s*[^()]*\)\.href/gu;

const textOf = (source: string | Uint8Array): string =>
  typeof source === "string" ? source : new TextDecoder().decode(source);

function fileNamed(bundle: Bundle, name: string): string {
  const found = Object.values(bundle).find(({ fileName }) => fileName.endsWith(name));
  if (!found) throw new Error(`the build must hold ${name}, found ${Object.keys(bundle).join(", ")}`);
  return found.type === "chunk" ? found.code : textOf(found.source);
}

/** Code whose workers are made of texts in it, and theirs. */
const withWorkersInside = (code: string, bundle: Bundle): string =>
  code.replace(workerAddress, (_, name: string) => {
    const worker = JSON.stringify(withWorkersInside(fileNamed(bundle, name), bundle));
    return `URL.createObjectURL(new Blob([${worker}],{type:"text/javascript"}))`;
  });

/** Script that no word of it ends, with the line ends that a browser hashes. */
const insideHtml = (code: string): string =>
  code
    .replace(/\r\n?/gu, "\n")
    .replace(/<\/script/giu, "<\\/script")
    .replace(/<!--/gu, "\\x3C!--");

function singlePage(bundle: Bundle): string {
  const files = Object.values(bundle);
  const entry = files.find((file) => file.type === "chunk" && file.isEntry);
  if (entry?.type !== "chunk") throw new Error("the build must have an entry, found none");
  const script = insideHtml(withWorkersInside(entry.code, bundle));
  const styles = files.flatMap((file) =>
    file.type === "asset" && file.fileName.endsWith(".css") ? [textOf(file.source)] : [],
  );
  const hash = createHash("sha256").update(script).digest("base64");
  return fileNamed(bundle, "index.html")
    .replace(/<script type="module"[^>]*><\/script>/gu, "")
    .replace(/<link rel="stylesheet"[^>]*>/gu, "")
    .replace(/script-src \S*self(?:'|&#39;)/u, `script-src 'sha256-${hash}'`)
    .replace(/worker-src \S*self(?:'|&#39;)/u, "worker-src")
    .replace("</head>", () => `<style>${styles.join("\n")}</style>\n</head>`)
    .replace("</body>", () => `<script type="module">${script}</script>\n</body>`);
}

/** The whole page as one file, which opens from a folder or a stick without any server. */
export const singleFile = (): Plugin => ({
  name: "single-file",
  apply: "build",
  enforce: "post",
  config: () => ({
    build: {
      cssCodeSplit: false,
      chunkSizeWarningLimit: Infinity,
      rolldownOptions: { output: { codeSplitting: false } },
    },
    // a page from a file may start no module as its worker
    worker: { format: "iife" as const, rolldownOptions: { output: { codeSplitting: false } } },
  }),
  generateBundle: {
    order: "post",
    handler(_, bundle) {
      const source = singlePage(bundle);
      for (const name of Object.keys(bundle)) Reflect.deleteProperty(bundle, name);
      this.emitFile({ type: "asset", fileName: "cesuan.html", source });
    },
  },
});
