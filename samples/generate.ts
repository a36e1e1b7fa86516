import { writeFile } from "node:fs/promises";

import { sampleBooks } from "./sample-books.ts";
import { writeSheets } from "./write-sheets.ts";

for (const { file, title, sheets } of sampleBooks) {
  const bytes = await writeSheets(title, sheets());
  await writeFile(`samples/${file}`, bytes);
  process.stdout.write(`samples/${file} ${bytes.length} bytes\n`);
}
