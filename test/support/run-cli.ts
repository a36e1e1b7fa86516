import { execFile } from "node:child_process";

/** What a command printed, and its exit code. */
export interface CliRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line as a user does, in a process of its own. */
export function runCli(...words: string[]): Promise<CliRun> {
  return new Promise((resolve) => {
    execFile(process.execPath, ["src/cli/launch.mjs", ...words], { maxBuffer: 2 ** 26 }, (error, out, err) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err });
    });
  });
}
