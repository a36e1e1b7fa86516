import { execFile } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const PROGRAM = "soffice";

/**
 * Runs LibreOffice without a window and with a profile of its own in `folder`.
 * @throws Error with the line that installs it where it is absent
 */
export async function runLibreOffice(folder: string, args: readonly string[]): Promise<void> {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  try {
    await run(PROGRAM, ["--headless", profile, ...args], { timeout: 280_000 });
  } catch (error) {
    const isAbsent = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw isAbsent ? new Error("LibreOffice is missing: apt-get install -y libreoffice-calc", { cause: error }) : error;
  }
}
