import { inNode } from "./child-process.ts";
import { inChromium } from "./in-chromium.ts";
import type { Imported } from "./jobs.ts";
import { median, type ResultLine } from "./result-table.ts";

const sides = ["ours", "exceljs"] as const;
type Side = (typeof sides)[number];
const nameOf = { ours: "cesuan", exceljs: "exceljs" } as const;

async function inTurn(
  rounds: number,
  rowCount: number,
  take: (side: Side) => Promise<Imported>,
  skipped: readonly Side[],
) {
  const taken: Record<Side, Imported[]> = { ours: [], exceljs: [] };
  for (let round = 0; round < rounds; round++) {
    for (const side of sides) {
      if (skipped.includes(side) || (side === "exceljs" && round > 0 && rowCount > 50_000)) continue;
      const imported = await take(side);
      if (imported.rows !== rowCount) throw new Error(`${side} read ${imported.rows} rows of ${rowCount}`);
      taken[side].push(imported);
    }
  }
  return taken;
}

function linesOf(work: string, taken: Readonly<Record<Side, readonly Imported[]>>): ResultLine[] {
  const times = (side: Side): number[] => taken[side].flatMap(({ milliseconds }) => milliseconds);
  const ratio = median(times("exceljs")) / median(times("ours"));
  return sides
    .filter((side) => taken[side].length > 0)
    .map((side) => ({
      work,
      by: nameOf[side],
      milliseconds: times(side),
      peakMegabytes: Math.max(...taken[side].map(({ peakMegabytes }) => peakMegabytes)),
      ...(side === "ours" && !Number.isNaN(ratio) && { note: `${ratio.toFixed(1)} × exceljs's speed` }),
    }));
}

/**
 * From the bytes of a workbook to a checked roster, against exceljs, which only loads it: in Node and in a worker of
 * Chromium. A large workbook is loaded by exceljs once only, or not at all.
 */
export async function measureImport(
  rowCount: number,
  folder: string,
  file: string,
  rounds: number,
  withExcelJs: boolean,
): Promise<ResultLine[]> {
  const skipped: Side[] = withExcelJs ? [] : ["exceljs"];
  const job = { ours: "import", exceljs: "exceljs" } as const;
  const size = `import ${rowCount.toLocaleString("en-US")} rows × 40 columns`;
  const node = await inTurn(rounds, rowCount, (side) => inNode<Imported>(job[side], `${folder}/${file}`), skipped);
  const chromium = await inTurn(rounds, rowCount, (side) => inChromium(folder, side, file), skipped);
  return [...linesOf(`${size}, Node`, node), ...linesOf(`${size}, Chromium worker`, chromium)];
}
