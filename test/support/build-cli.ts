import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** The command line is built once before its tests; without a command it only builds and shows its usage. */
export default async function buildCommandLine(): Promise<void> {
  await promisify(execFile)(process.execPath, ["src/cli/launch.mjs", "--help"]);
}
