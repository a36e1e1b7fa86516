import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { softwareVersion } from "../../src/engine/software-version.ts";

test("the software names the version of its package", async () => {
  const manifest: unknown = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8"));
  expect(manifest).toMatchObject({ version: softwareVersion });
});
