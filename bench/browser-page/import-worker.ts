import { expose } from "comlink";
import { importers, type Importer } from "../importers.ts";

/** Fetches a workbook and imports it; the time is of the import alone. */
async function timeImport(importer: Importer, address: string) {
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
  const start = performance.now();
  const rows = await importers[importer](bytes);
  return { milliseconds: performance.now() - start, rows };
}

export type TimeImport = typeof timeImport;

expose(timeImport);
