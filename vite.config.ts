import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { precache } from "./src/offline/precache.ts";
import { singleFile } from "./src/offline/single-file.ts";
import { CountReporter } from "./test/support/count-reporter.ts";
import { browserSwitches, findBrowser } from "./test/support/find-browser.ts";

/** The built page may load its own files and nothing else; its workers are made of blobs, which go by the same policy. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'", // tooltips of charts carry style attributes
  "img-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const strictPolicy = {
  name: "content-security-policy",
  apply: "build" as const,
  transformIndexHtml: () => [
    {
      tag: "meta",
      attrs: { "http-equiv": "Content-Security-Policy", content: contentSecurityPolicy },
      injectTo: "head-prepend" as const,
    },
  ],
};

const browserTests = "test/app/**/*.browser.test.ts";

async function testProjects() {
  const { executablePath, env } = await findBrowser();
  return [
    {
      extends: true as const,
      test: { name: "node", include: ["test/**/*.test.ts"], exclude: [browserTests], testTimeout: 60_000 },
    },
    {
      extends: true as const,
      test: {
        name: "browser",
        include: [browserTests],
        testTimeout: 60_000,
        browser: {
          enabled: true,
          headless: true,
          screenshotFailures: false,
          provider: playwright({
            launchOptions: { executablePath, args: [...browserSwitches], env: { ...process.env, ...env } },
          }),
          instances: [{ browser: "chromium" as const }],
        },
      },
    },
  ];
}

export default defineConfig(async ({ mode }) => ({
  base: "./",
  // the whole of danfojs is 43 MB of bundles and does not say that it has this part
  resolve: {
    alias: {
      "danfojs/base": fileURLToPath(new URL("node_modules/danfojs/dist/danfojs-base/index.js", import.meta.url)),
    },
  },
  plugins: [svelte(), strictPolicy, mode === "single" ? singleFile() : precache()],
  worker: { format: "es" as const },
  // the stand-in for modulepreload fetches, which the policy forbids
  build: { target: "es2023", modulePreload: { polyfill: false } },
  // one server process runs all browser tests: a dependency found late would reload the page under a test
  optimizeDeps: {
    include: [
      "@borgar/fx",
      "@e965/xlsx",
      "comlink",
      "danfojs/base",
      "echarts/charts",
      "echarts/components",
      "echarts/core",
      "echarts/renderers",
      "exceljs",
      "fflate",
      "idb",
    ],
  },
  test: {
    passWithNoTests: false,
    allowOnly: false,
    reporters: ["default", new CountReporter()],
    projects: process.env["VITEST"] === undefined ? [] : await testProjects(),
  },
}));
