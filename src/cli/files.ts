import { readFile, writeFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { Issue } from "../core/issue/issue.ts";
import { describeIssue } from "../core/issue/issue-text.ts";
import type { Mapping } from "../core/roster/mapping/mapping.ts";
import { parseMapping } from "../core/roster/mapping/mapping-file.ts";
import type { Engine, LoadRefusal, RosterCard } from "../engine/port.ts";
import { UsageError, type Arguments } from "./arguments.ts";

/** A file that was read and cannot be used, told already or in the message; the command ends with exit code 1. */
export class RefusedFileError extends Error {
  override readonly name = "RefusedFileError";
}

/** A path as the caller means it: npm runs scripts in the project's folder, not in the caller's. */
const pathOf = (file: string): string => resolve(process.env["INIT_CWD"] ?? ".", file);

export const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

export function tell(file: string, issues: readonly Issue[]): void {
  for (const issue of issues) {
    const { message, remedy } = describeIssue(issue, "zh");
    say(`${basename(file)}: ${issue.severity === "error" ? "错误" : "提示"}: ${message} ${remedy}`);
  }
}

export async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(pathOf(file));
  } catch (error) {
    throw new UsageError(`cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

export const textOf = async (file: string): Promise<string> => new TextDecoder().decode(await bytesOf(file));

export async function write(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(pathOf(file), content);
  } catch (error) {
    throw new UsageError(`cannot write ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Writes JSON into a file, or to standard output where none is named. @param indent spaces a level, 0: on one line */
export async function writeJson(file: string | undefined, value: unknown, indent = 1): Promise<void> {
  const text = `${JSON.stringify(value, null, indent)}\n`;
  if (file === undefined) process.stdout.write(text);
  else await write(file, text);
}

/** Loads the roster of a command line, read as its mapping says. */
export async function loadFile(engine: Engine, { file, mapping }: Arguments): Promise<RosterCard | LoadRefusal> {
  const bytes = await bytesOf(file);
  return await engine.load(bytes, basename(file), undefined, await mappingIn(mapping));
}

/** The mapping of a file; none where no file is named. @throws MappingError */
export const mappingIn = async (file: string | undefined): Promise<Mapping | undefined> =>
  file === undefined ? undefined : parseMapping(await textOf(file));
