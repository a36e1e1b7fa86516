import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/** 0: always recompute what an .xlsx holds, whoever wrote it. */
const alwaysRecalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

async function convert(folder: string): Promise<void> {
  const profile = pathToFileURL(join(folder, "profile")).href;
  const options = ["--headless", "--norestore", `-env:UserInstallation=${profile}`];
  const task = ["--convert-to", "xlsx", "--outdir", join(folder, "out"), join(folder, "book.xlsx")];
  try {
    await run("soffice", [...options, ...task], { timeout: 120_000 });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      throw new Error("LibreOffice is needed: apt-get install libreoffice-calc-nogui", { cause: error });
    }
    throw error;
  }
}

/** The workbook with every formula computed anew by LibreOffice, in a profile of its own. */
export async function recalculate(xlsx: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "recalculate-"));
  try {
    await mkdir(join(folder, "profile", "user"), { recursive: true });
    await writeFile(join(folder, "profile", "user", "registrymodifications.xcu"), alwaysRecalculate);
    await writeFile(join(folder, "book.xlsx"), xlsx);
    await convert(folder);
    return await readFile(join(folder, "out", "book.xlsx"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
