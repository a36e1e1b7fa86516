import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Evaluations, Imported } from "./jobs.ts";

const run = promisify(execFile);
const PEER = "bench/peer_deterministic.py";

async function jsonOf(program: string, args: readonly string[]): Promise<unknown> {
  const { stdout } = await run(program, args, { maxBuffer: 1 << 26 });
  return JSON.parse(stdout);
}

/** Runs one job in a Node process of its own. */
export const inNode = async <T extends Evaluations | Imported>(job: string, target: string, runs = 1): Promise<T> =>
  (await jsonOf(process.execPath, [process.argv[1] ?? "", "--job", job, target, String(runs)])) as T;

/** The same rules in numpy, in a Python process. */
export const inPython = async (folder: string, runs: number): Promise<Evaluations> =>
  (await jsonOf("python3", [PEER, folder, String(runs)])) as Evaluations;

/** Why the numpy peer cannot run, or undefined where it can. */
export async function missingNumpy(): Promise<string | undefined> {
  try {
    await run("python3", ["-c", "import numpy"]);
    return undefined;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ENOENT" ? "no python3" : "no numpy";
  }
}
