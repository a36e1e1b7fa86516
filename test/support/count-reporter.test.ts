import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

const config = `
import { CountReporter } from "${join(process.cwd(), "test/support/count-reporter.ts")}";
export default { test: { include: ["*.test.ts"], reporters: [new CountReporter()] } };
`;
const tests = `
import { beforeAll, describe, expect, it } from "vitest";
it("holds", () => expect(1).toBe(1));
it("holds not", () => expect(1).toBe(2));
it.skip("is passed over", () => {});
describe("without its ground", () => {
  beforeAll(() => { throw new Error("no ground"); });
  it("cannot stand", () => {});
});
`;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(process.cwd(), "node_modules", ".count-reporter-"));
  await writeFile(join(folder, "vite.config.ts"), config);
  await writeFile(join(folder, "counted.test.ts"), tests);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Last line and exit code of a run of the four tests. */
const run = (...filter: string[]): Promise<{ readonly last: string | undefined; readonly code: number | null }> =>
  new Promise((done) => {
    const vitest = join(process.cwd(), "node_modules", "vitest", "vitest.mjs");
    const child = execFile(process.execPath, [vitest, "run", "--root", folder, ...filter], (_, output) =>
      done({ last: output.trim().split("\n").at(-1), code: child.exitCode }),
    );
  });

it("counts as failed what was passed over or could not be run", async () => {
  expect(await run()).toEqual({ last: "1 passed, 3 failed", code: 1 });
}, 60_000);

it("counts only what a filter by name left in", async () => {
  expect(await run("-t", "^holds$")).toEqual({ last: "1 passed, 0 failed", code: 0 });
}, 60_000);
