import { inNode } from "./child-process.ts";
import { inChromium } from "./in-chromium.ts";
import type { Importer } from "./importers.ts";
import type { Imported } from "./jobs.ts";
import { median, type ResultLine } from "./result-table.ts";

const peers = ["exceljs", "sheetjs"] as const;
const nameOf = { ours: "cesuan", exceljs: "exceljs", sheetjs: "SheetJS" } as const;
const MANY_ROWS = 50_000;

type Taken = Readonly<Record<Importer, readonly Imported[]>>;

/** All sides in turn, round by round; a peer takes a large workbook once only. */
async function inTurn(
  rounds: number,
  rowCount: number,
  take: (side: Importer) => Promise<Imported>,
  withPeers: boolean,
): Promise<Taken> {
  const taken: Record<Importer, Imported[]> = { ours: [], exceljs: [], sheetjs: [] };
  for (let round = 0; round < rounds; round++) {
    const isTheirTurn = withPeers && (round === 0 || rowCount <= MANY_ROWS);
    for (const side of ["ours", ...(isTheirTurn ? peers : [])] as const) {
      const imported = await take(side);
      if (imported.rows !== rowCount) throw new Error(`${side} read ${imported.rows} rows of ${rowCount}`);
      taken[side].push(imported);
    }
  }
  return taken;
}

function linesOf(work: string, taken: Taken): ResultLine[] {
  const times = (side: Importer): number[] => taken[side].flatMap(({ milliseconds }) => milliseconds);
  const ratios = peers
    .filter((peer) => taken[peer].length > 0)
    .map((peer) => `${(median(times(peer)) / median(times("ours"))).toFixed(1)} × ${nameOf[peer]}'s speed`);
  return (["ours", ...peers] as const)
    .filter((side) => taken[side].length > 0)
    .map((side) => ({
      work,
      by: nameOf[side],
      milliseconds: times(side),
      peakMegabytes: Math.max(...taken[side].map(({ peakMegabytes }) => peakMegabytes)),
      ...(side === "ours" && { note: ratios.join(", ") }),
    }));
}

/**
 * From the bytes of a workbook to a checked roster, against exceljs and SheetJS, which only load it: in Node and in a
 * worker of Chromium.
 */
export async function measureImport(
  rowCount: number,
  folder: string,
  file: string,
  rounds: number,
  withPeers: boolean,
): Promise<ResultLine[]> {
  const size = `import ${rowCount.toLocaleString("en-US")} rows × 40 columns`;
  const node = await inTurn(rounds, rowCount, (side) => inNode<Imported>(side, `${folder}/${file}`), withPeers);
  const chromium = await inTurn(rounds, rowCount, (side) => inChromium(folder, side, file), withPeers);
  return [...linesOf(`${size}, Node`, node), ...linesOf(`${size}, Chromium worker`, chromium)];
}
