import { defineConfig } from "vite";

export default defineConfig({
  root: "test/support/same-bits",
  base: "./",
  worker: { format: "es" },
  build: { target: "es2023", modulePreload: { polyfill: false } },
});
