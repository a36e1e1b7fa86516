import { inNode, inPython, missingNumpy } from "./child-process.ts";
import type { Evaluated, Evaluations } from "./jobs.ts";
import { median, type ResultLine } from "./result-table.ts";

const RUNS = 3;

/** @throws Error naming the first figures that differ: two sides that do not agree must not be compared in time */
function requireEqual(ours: Evaluated, peer: Evaluated, what: string): void {
  const differences = (["lines", "triggers"] as const).flatMap((kind) => {
    const keys = new Set([...Object.keys(ours[kind]), ...Object.keys(peer[kind])]);
    return [...keys]
      .filter((key) => (ours[kind][key] ?? 0) !== (peer[kind][key] ?? 0))
      .map((key) => `${key}: ${ours[kind][key] ?? 0} here, ${peer[kind][key] ?? 0} in numpy`);
  });
  if (ours.enterprises !== peer.enterprises) differences.push(`enterprises: ${ours.enterprises}, ${peer.enterprises}`);
  if (differences.length === 0) return;
  throw new Error(
    `${what}: the two sides differ in ${differences.length} figures:\n${differences.slice(0, 20).join("\n")}`,
  );
}

const cold = (runs: readonly Evaluated[]): number[] => runs.flatMap(({ milliseconds }) => milliseconds.slice(0, 1));
const warm = (runs: readonly Evaluated[]): number[] => runs.flatMap(({ milliseconds }) => milliseconds.slice(1));

function linesOf(firms: number, by: string, taken: readonly Evaluations[]): ResultLine[] {
  const published = taken.map((each) => each.published);
  const moved = taken.map((each) => each.moved);
  const peakMegabytes = Math.max(...taken.map((each) => each.peakMegabytes));
  const size = `${firms.toLocaleString("en-US")} firms`;
  return [
    { work: `recorded part, ${size}, first pass of a process`, by, milliseconds: cold(published), peakMegabytes },
    { work: `recorded part, ${size}, later passes`, by, milliseconds: warm(published) },
    { work: `one rate moved, ${size} (a whole pass)`, by, milliseconds: warm(moved) },
  ];
}

/** Times numpy's full pass that a work must reach (performance.md of the project's targets). */
const targets = { cold: 2, fromPlan: 25, oneMoved: 100 } as const;

const against = (line: ResultLine, fullPass: number, target: number): ResultLine => {
  const ratio = fullPass / median(line.milliseconds);
  const verdict = ratio >= target ? "met" : "not met";
  return { ...line, note: `${ratio.toFixed(1)} × numpy's full pass; target ${target} ×: ${verdict}` };
};

/** Sums from a plan, beside the peer's full pass, since the peer has nothing to take up again. */
function planLines(firms: number, taken: readonly Evaluations[], peers: readonly Evaluations[]): ResultLine[] {
  const plans = taken.flatMap(({ plan }) => plan ?? []);
  const size = `${firms.toLocaleString("en-US")} firms (from the plan)`;
  const lines: readonly [ResultLine, number][] = [
    [
      { work: `one rate moved, ${size}`, by: "cesuan", milliseconds: plans.flatMap((plan) => plan.oneMoved) },
      targets.oneMoved,
    ],
    [
      { work: `every rate moved, ${size}`, by: "cesuan", milliseconds: plans.flatMap((plan) => plan.allMoved) },
      targets.fromPlan,
    ],
  ];
  if (peers.length === 0) return lines.map(([line]) => line);
  const fullPass = median(warm(peers.map(({ published }) => published)));
  return lines.map(([line, target]) => against(line, fullPass, target));
}

/** The recorded part, both bases with all sums: ours and numpy's in turn, A B A B, each in a process of its own. */
export async function measureEvaluation(firms: number, folder: string, rounds: number): Promise<ResultLine[]> {
  const missing = await missingNumpy();
  const ours: Evaluations[] = [];
  const peers: Evaluations[] = [];
  for (let round = 0; round < rounds; round++) {
    const mine = await inNode<Evaluations>("evaluate", folder, RUNS);
    ours.push(mine);
    if (missing !== undefined) continue;
    const peer = await inPython(folder, RUNS);
    peers.push(peer);
    requireEqual(mine.published, peer.published, `${firms} firms, as published`);
    requireEqual(mine.moved, peer.moved, `${firms} firms, one rate moved`);
    requireEqual({ ...mine.moved, lines: mine.plan?.lines ?? {} }, peer.moved, `${firms} firms, moved in a plan`);
  }
  if (missing !== undefined) {
    const note = `the peer did not run: ${missing}`;
    return [
      ...linesOf(firms, "cesuan", ours),
      ...planLines(firms, ours, []),
      { work: `recorded part, ${firms} firms`, by: "numpy", milliseconds: [], note },
    ];
  }
  const peerLines = linesOf(firms, "numpy", peers);
  const compared = linesOf(firms, "cesuan", ours).flatMap((line, index) => {
    const peer = peerLines[index];
    if (!peer) return [line];
    const ratio = median(peer.milliseconds) / median(line.milliseconds);
    const goal = index === 0 ? `; target ${targets.cold} ×: ${ratio >= targets.cold ? "met" : "not met"}` : "";
    return [{ ...line, note: `${ratio.toFixed(2)} × numpy's speed, equal to the 分${goal}` }, peer];
  });
  return [...compared, ...planLines(firms, ours, peers)];
}
