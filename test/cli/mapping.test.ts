import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";

// each test starts processes
vi.setConfig({ testTimeout: 120_000 });

const header = "统一社会信用代码,企业名称,营业总收入";
const row = "91110000600037341L,甲公司,5";

function run(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ["src/cli/launch.mjs", ...words], (error, out, err) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err });
    });
  });
}

test("a mapping is written, corrected and followed; one that is none is refused by name", async () => {
  const folder = mkdtempSync(join(tmpdir(), "cesuan-"));
  const [roster, mapping] = [join(folder, "企业.csv"), join(folder, "mapping.json")];
  try {
    writeFileSync(roster, `${header}\n${row}\n`);
    const proposed = await run("mapping", roster, "--json", mapping);
    expect(proposed.code).toBe(0);
    expect(proposed.err).toContain("企业!C 营业总收入: 营业收入 ?");
    const text = readFileSync(mapping, "utf8");
    const corrected = text.replace(
      '"columns": [',
      '"columns": [{ "column": "C", "header": "营业总收入", "field": "revenue", "unit": "元" },',
    );
    writeFileSync(mapping, corrected);
    const followed = await run("check", roster, "--mapping", mapping);
    expect([followed.code, followed.err.includes("营业总收入")]).toEqual([0, false]);
    writeFileSync(mapping, corrected.replace('"revenue"', '"turnover"'));
    const refused = await run("check", roster, "--mapping", mapping);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('--mapping: sheets[0].columns[0].field: found "turnover"');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
