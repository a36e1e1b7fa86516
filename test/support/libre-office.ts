import { execFileSync } from "node:child_process";
import { join } from "node:path";

const PROGRAM = "soffice";

/**
 * Runs LibreOffice without a window and with a profile of its own in `folder`.
 * @throws with the line that installs it where it is absent
 */
export function runLibreOffice(folder: string, args: readonly string[]): void {
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  try {
    execFileSync(PROGRAM, ["--headless", profile, ...args], { stdio: "pipe" });
  } catch (error) {
    const isAbsent = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw isAbsent ? new Error("LibreOffice is missing: apt-get install -y libreoffice-calc", { cause: error }) : error;
  }
}
