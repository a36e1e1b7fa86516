import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runLibreOffice } from "./run-libre-office.ts";

/** 0: always recompute what an .xlsx holds, whoever wrote it. */
const alwaysRecalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** The workbook with every formula computed anew by LibreOffice, in a profile of its own. */
export async function recalculate(xlsx: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "recalculate-"));
  try {
    await mkdir(join(folder, "profile", "user"), { recursive: true });
    await writeFile(join(folder, "profile", "user", "registrymodifications.xcu"), alwaysRecalculate);
    await writeFile(join(folder, "book.xlsx"), xlsx);
    const files = ["--outdir", join(folder, "out"), join(folder, "book.xlsx")];
    await runLibreOffice(folder, ["--norestore", "--convert-to", "xlsx", ...files]);
    return await readFile(join(folder, "out", "book.xlsx"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
