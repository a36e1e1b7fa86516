import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readWorkbook } from "../../src/spreadsheet/read-workbook.ts";

test("check --errors writes the roster with its problem cells marked, and still says with its exit code that a row was refused", async () => {
  const folder = await mkdtemp(join(tmpdir(), "cesuan-"));
  const [roster, marked] = [join(folder, "企业.csv"), join(folder, "标错.xlsx")];
  try {
    await writeFile(roster, "统一社会信用代码,企业名称,成立日期\n91110000600037341L,甲,去年春天\n,乙,2020-01-01\n");
    const code = await new Promise((resolve) => {
      execFile(process.execPath, ["src/cli/launch.mjs", "check", roster, "--errors", marked], (error) =>
        resolve(error?.code ?? 0),
      );
    });
    expect(code).toBe(1);
    const book = await readWorkbook(new Uint8Array(await readFile(marked)), "标错.xlsx");
    if ("refused" in book) throw new Error(book.refused.code);
    expect(book.sheets.map(({ name }) => name)).toEqual(["企业", "错误汇总"]);
    expect(book.sheets[1]?.texts).toEqual(expect.arrayContaining(["C2", "去年春天", "A3"]));
  } finally {
    await rm(folder, { recursive: true });
  }
}, 120_000);
