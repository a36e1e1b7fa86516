import { appendFileSync, closeSync, openSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";

import { writeLargeWorkbook } from "./large-workbook.ts";
import { sampleBooks } from "./sample-books.ts";
import { writeSheets } from "./write-sheets.ts";

const MOST_FIRMS = 1_000_000; // a sheet of .xlsx ends at 1,048,576 rows

async function writeSampleBooks(): Promise<void> {
  for (const { file, title, sheets } of sampleBooks) {
    const bytes = await writeSheets(title, sheets());
    await writeFile(`samples/${file}`, bytes);
    process.stdout.write(`samples/${file} ${bytes.length} bytes\n`);
  }
}

function writeLargeRoster(firms: number, file: string): void {
  const target = openSync(file, "w");
  let length = 0;
  writeLargeWorkbook(firms, (piece) => {
    appendFileSync(target, piece);
    length += piece.length;
  });
  closeSync(target);
  process.stdout.write(`${file} ${length} bytes\n`);
}

const { values } = parseArgs({ options: { firms: { type: "string" }, out: { type: "string" } } });
const firms = Number(values.firms);
if (values.firms === undefined && values.out === undefined) await writeSampleBooks();
else if (values.out !== undefined && Number.isInteger(firms) && firms > 0 && firms <= MOST_FIRMS) {
  writeLargeRoster(firms, values.out);
} else {
  process.stderr.write(`--firms takes a whole number from 1 to ${MOST_FIRMS}, and --out the file to write\n`);
  process.exitCode = 2;
}
