import { parseArgs } from "node:util";

/** Arguments that cannot be used; the command ends with exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export const usage = `用法 Usage:
  simulate ROSTER.xlsx [--scenario S.json] [--as-of YYYY-MM-DD] [--trials N] [--seed S] [--workers W] [--json OUT] [--report OUT.xlsx] [--entities]
  explain ROSTER.xlsx --uscc CODE [--scenario S.json] [--as-of YYYY-MM-DD]
  check ROSTER.xlsx
  template OUT.xlsx`;

const options = {
  scenario: { type: "string" },
  "as-of": { type: "string" },
  trials: { type: "string" },
  seed: { type: "string" },
  uscc: { type: "string" },
  workers: { type: "string" },
  json: { type: "string" },
  report: { type: "string" },
  entities: { type: "boolean" },
} as const;

/** A command with its file and options. */
export interface Arguments {
  readonly command: "simulate" | "explain" | "check" | "template";
  readonly file: string;
  readonly scenario?: string;
  readonly asOf?: string;
  readonly trials?: number;
  readonly seed?: number;
  /** Code of the enterprise to explain; there whenever the command is `explain`. */
  readonly uscc?: string;
  readonly json?: string;
  readonly report?: string;
  readonly entities: boolean;
}

function whole(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(value)) return value;
  throw new UsageError(`--${name}: found ${text}, allowed is a whole number from 0`);
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

const isCommand = (text: string | undefined): text is Arguments["command"] =>
  text === "simulate" || text === "explain" || text === "check" || text === "template";

/** Reads the words of a command line. @throws UsageError naming the word and what is allowed */
export function readArguments(words: readonly string[]): Arguments {
  const { values, positionals } = parsed(words);
  const [command, file, ...rest] = positionals;
  if (!isCommand(command)) throw new UsageError(`unknown command ${command ?? "(none)"}`);
  if (file === undefined || rest.length > 0)
    throw new UsageError(`${command} takes one file, found ${positionals.length - 1}`);
  if (command === "explain" && values.uscc === undefined) throw new UsageError("explain needs --uscc CODE");
  const [trials, seed] = [whole("trials", values.trials), whole("seed", values.seed)];
  whole("workers", values.workers);
  return {
    command,
    file,
    ...(values.scenario !== undefined && { scenario: values.scenario }),
    ...(values["as-of"] !== undefined && { asOf: values["as-of"] }),
    ...(trials !== undefined && { trials }),
    ...(seed !== undefined && { seed }),
    ...(values.uscc !== undefined && { uscc: values.uscc }),
    ...(values.json !== undefined && { json: values.json }),
    ...(values.report !== undefined && { report: values.report }),
    entities: values.entities ?? false,
  };
}
