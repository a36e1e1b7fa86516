import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { runCli as run } from "../support/run-cli.ts";

// each test starts processes
vi.setConfig({ testTimeout: 120_000 });

const header = "统一社会信用代码,企业名称,从业人员";

test("two rosters are compared by code, as lines, as data and as a workbook; one file is not enough", async () => {
  const folder = mkdtempSync(join(tmpdir(), "cesuan-"));
  const [before, after, json, report] = ["前.csv", "后.csv", "d.json", "d.xlsx"].map((name) => join(folder, name));
  try {
    if (!before || !after || !json || !report) throw new Error("no paths");
    writeFileSync(before, `${header}\n91110000600037341L,甲,5\n91110000802100433B,乙,6\n`);
    writeFileSync(after, `${header}\n91110102999900003H,丙,1\n91110000600037341L,甲,7\n`);
    const found = await run("diff", before, after, "--json", json, "--report", report);
    expect([found.code, found.err]).toEqual([0, ""]);
    expect(found.out).toContain("企业: 2 → 2 行，新增 1，减少 1，有变动 1（1 格）");
    expect(JSON.parse(readFileSync(json, "utf8"))).toMatchObject({
      format: "roster-difference/1",
      total: { committed: { difference: 0 } },
    });
    expect(readFileSync(report).subarray(0, 2).toString()).toBe("PK");
    expect((await run("diff", before)).err).toContain("diff takes two files, found 1");
    expect((await run("diff", before, before)).out).toContain("各表没有变动");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
