import { parseArgs } from "node:util";
import { MOST_COMPARED } from "../core/policy/compare/compared-sums.ts";
import type { PricedFigure } from "../engine/priced-figure.ts";
import type { Shard } from "../engine/result-part.ts";
import { MOST_TRIALS, MOST_WORKERS } from "../engine/simulate.ts";

/** Arguments that cannot be used; the command ends with exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export const usage = `用法 Usage:
  simulate ROSTER.xlsx [--scenario S.json] [--as-of YYYY-MM-DD] [--trials N] [--seed S] [--workers W] [--json OUT] [--report OUT.xlsx [--department NAME | --by-department] [--masked]] [--entities] [--stress]
  simulate ROSTER.xlsx … --shard I/N --json PART     (I from 0 to N − 1)
  compare ROSTER.xlsx A.json B.json … [--scenario BASE.json] [--as-of YYYY-MM-DD] [--trials N] [--seed S] [--workers W] [--json OUT] [--report OUT.xlsx]     (against BASE, else the published policy)
  merge PART… [--json OUT]
  explain ROSTER.xlsx --uscc CODE [--scenario S.json] [--as-of YYYY-MM-DD]
  solve ROSTER.xlsx --parameter KEY --figure mean|p95|over-budget|committed --limit N [--year Y] [--department NAME] [--scenario S.json] [--as-of YYYY-MM-DD] [--trials N] [--seed S] [--workers W] [--json OUT]     (the value at which the figure just keeps within N: 元, or a share from 0 to 1 for over-budget)
  sensitivity ROSTER.xlsx [--scenario S.json] [--as-of YYYY-MM-DD] [--trials N] [--seed S] [--workers W] [--json OUT]     (each assumption at its 10th and 90th percentile)
  check ROSTER.xlsx [--errors OUT.xlsx]     (the same file, its problem cells marked)
  diff OLD.xlsx NEW.xlsx [--scenario S.json] [--as-of YYYY-MM-DD] [--json OUT] [--report OUT.xlsx]     (rows and cells that changed, and the money)
  mapping ROSTER.xlsx [--json OUT]     (how it would be read; correct it and hand it on as --mapping)
  simulate, compare, explain, solve, sensitivity, check, diff, mapping: [--mapping MAPPING.json]
  simulate, explain, solve, sensitivity, check take a project file, too: PROJECT.cesuan [--scenario NAME of a saved one]     (its roster, scenario, budgets and policy)
  reopen REPORT.xlsx [--json OUT]     (its scenario as a file; --scenario takes a report, too)
  template OUT.xlsx
  all but template: [--policy ID | FILE.json]     (the policy to price by)`;

const options = {
  scenario: { type: "string" },
  policy: { type: "string" },
  "as-of": { type: "string" },
  trials: { type: "string" },
  seed: { type: "string" },
  shard: { type: "string" },
  uscc: { type: "string" },
  workers: { type: "string" },
  json: { type: "string" },
  report: { type: "string" },
  department: { type: "string" },
  "by-department": { type: "boolean" },
  masked: { type: "boolean" },
  mapping: { type: "string" },
  errors: { type: "string" },
  entities: { type: "boolean" },
  stress: { type: "boolean" },
  parameter: { type: "string" },
  figure: { type: "string" },
  year: { type: "string" },
  limit: { type: "string" },
} as const;

/** A command with its files and options. */
export interface Arguments {
  readonly command:
    | "simulate"
    | "compare"
    | "merge"
    | "explain"
    | "solve"
    | "sensitivity"
    | "check"
    | "diff"
    | "mapping"
    | "reopen"
    | "template";
  readonly file: string;
  /** All files; only `merge`, `diff` and `compare` take more than one. */
  readonly files: readonly string[];
  readonly scenario?: string;
  /** Id of the policy that everything is priced by, or a file that holds one. */
  readonly policy?: string;
  readonly asOf?: string;
  readonly trials?: number;
  readonly seed?: number;
  readonly workers?: number;
  readonly shard?: Shard;
  /** Code of the enterprise to explain; there whenever the command is `explain`. */
  readonly uscc?: string;
  readonly json?: string;
  readonly report?: string;
  /** The one department whose measures the report holds, by its official name. */
  readonly department?: string;
  /** Whether each department gets a report of its own beside the whole. */
  readonly byDepartment: boolean;
  /** Whether the report has numbers for names and codes of enterprises. */
  readonly masked: boolean;
  /** File that says how the roster is read. */
  readonly mapping?: string;
  /** File for the roster with its problem cells marked. */
  readonly errors?: string;
  readonly entities: boolean;
  /** Whether the stress cases of the policy are simulated, too. */
  readonly stress: boolean;
  /** What is sought; there whenever the command is `solve`. */
  readonly goal?: GoalWords;
}

/** A figure that is to keep within a limit, and the parameter that is to see to it. */
interface GoalWords {
  readonly parameter: string;
  readonly figure: PricedFigure["kind"];
  /** Absent: all years. */
  readonly year?: number;
  /** 元, or a share for the chance of passing a budget. */
  readonly limit: number;
}

function whole(name: string, text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= least && value <= most) return value;
  throw new UsageError(`--${name}: found ${text}, allowed is a whole number from ${least} to ${most}`);
}

const MOST_SHARDS = 100_000;

function shardOf(text: string | undefined): Shard | undefined {
  if (text === undefined) return undefined;
  const [, index = "", of = ""] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  const shard = { index: Number(index), of: Number(of) };
  if (index !== "" && shard.index < shard.of && shard.of <= MOST_SHARDS) return shard;
  throw new UsageError(`--shard: found ${text}, allowed is I/N with N from 1 to ${MOST_SHARDS} and I from 0 to N − 1`);
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

const commands = [
  "simulate",
  "compare",
  "merge",
  "explain",
  "solve",
  "sensitivity",
  "check",
  "diff",
  "mapping",
  "reopen",
  "template",
] as const;
const isCommand = (text: string | undefined): text is Arguments["command"] =>
  commands.some((command) => command === text);

const figures = { mean: "mean", p95: "p95", "over-budget": "overBudget", committed: "committed" } as const;
const isFigure = (text: string): text is keyof typeof figures => Object.keys(figures).includes(text);

type GoalOptions = Readonly<Partial<Record<"parameter" | "figure" | "year" | "limit", string | undefined>>>;

/** @throws UsageError for what `solve` lacks or cannot use */
function goalOf({ parameter, figure, year, limit }: GoalOptions): GoalWords {
  if (parameter === undefined) throw new UsageError("solve needs --parameter KEY, a key of the sheet 参数 of a report");
  const known = Object.keys(figures).join(", ");
  if (figure === undefined || !isFigure(figure))
    throw new UsageError(`--figure: found ${figure ?? "none"}, allowed are ${known}`);
  if (limit === undefined || !/^\d+(\.\d+)?$/u.test(limit))
    throw new UsageError(`--limit: found ${limit ?? "none"}, allowed is a number from 0, without unit or commas`);
  const only = whole("year", year, 2000, 2099);
  return { parameter, figure: figures[figure], limit: Number(limit), ...(only !== undefined && { year: only }) };
}

/** Whether a file is a project by the end of its name. */
export const isProject = (file: string): boolean => /\.cesuan$/iu.test(file);

const projectCommands: readonly string[] = [
  "simulate",
  "explain",
  "solve",
  "sensitivity",
  "check",
] satisfies Arguments["command"][];

/** @throws UsageError for too few or too many files of a command */
function checkFiles(command: Arguments["command"], files: readonly string[]): void {
  const found = files.length;
  const project = projectCommands.includes(command) ? undefined : files.find(isProject);
  if (project !== undefined)
    throw new UsageError(`${command}: found the project file ${project}, which ${projectCommands.join(", ")} take`);
  if (command === "merge") return;
  if (command === "diff" && found !== 2) throw new UsageError(`diff takes two files, found ${found}`);
  if (command === "compare" && (found < 2 || found > MOST_COMPARED))
    throw new UsageError(`compare takes a roster and 1 to ${MOST_COMPARED - 1} scenarios, found ${found} files`);
  if (command !== "diff" && command !== "compare" && found !== 1)
    throw new UsageError(`${command} takes one file, found ${found}`);
}

/** Reads the words of a command line. @throws UsageError naming the word and what is allowed */
export function readArguments(words: readonly string[]): Arguments {
  const { values, positionals } = parsed(words);
  const [command, file, ...rest] = positionals;
  if (!isCommand(command)) throw new UsageError(`unknown command ${command ?? "(none)"}`);
  checkFiles(command, positionals.slice(1));
  if (file === undefined) throw new UsageError(`${command} takes one file, found 0`);
  if (command === "explain" && values.uscc === undefined) throw new UsageError("explain needs --uscc CODE");
  const [shard, trials] = [shardOf(values.shard), whole("trials", values.trials, 0, MOST_TRIALS)];
  const seed = whole("seed", values.seed, 0, Number.MAX_SAFE_INTEGER);
  const workers = whole("workers", values.workers, 1, MOST_WORKERS);
  if (shard && values.report !== undefined)
    throw new UsageError("--report: a shard has no report; merge the parts first");
  if (values.stress === true && (shard || trials === 0))
    throw new UsageError("--stress: stress cases are run by a simulation in one piece, with 1 trial or more");
  const isPartial = values.department !== undefined || (values["by-department"] ?? false);
  const isOfReport = (isPartial && command !== "solve") || values["by-department"] || values.masked;
  if (isOfReport && (values.report === undefined || command !== "simulate"))
    throw new UsageError(
      "--department, --by-department, --masked: they shape the report of simulate; add --report OUT.xlsx",
    );
  if (values.department !== undefined && values["by-department"])
    throw new UsageError("--department: --by-department already writes a report of every department");
  return {
    command,
    file,
    files: [file, ...rest],
    ...(values.scenario !== undefined && { scenario: values.scenario }),
    ...(values.policy !== undefined && { policy: values.policy }),
    ...(values["as-of"] !== undefined && { asOf: values["as-of"] }),
    ...(trials !== undefined && { trials }),
    ...(seed !== undefined && { seed }),
    ...(workers !== undefined && { workers }),
    ...(shard && { shard }),
    ...(values.uscc !== undefined && { uscc: values.uscc }),
    ...(values.json !== undefined && { json: values.json }),
    ...(values.report !== undefined && { report: values.report }),
    ...(values.department !== undefined && { department: values.department }),
    byDepartment: values["by-department"] ?? false,
    masked: values.masked ?? false,
    ...(values.mapping !== undefined && { mapping: values.mapping }),
    ...(values.errors !== undefined && { errors: values.errors }),
    entities: values.entities ?? false,
    stress: values.stress ?? false,
    ...(command === "solve" && { goal: goalOf(values) }),
  };
}
