import { english } from "./issue-text-en.ts";
import { chinese } from "./issue-text-zh.ts";
import type { Issue, IssueCode } from "./issue.ts";

/** Codes that say two things: the second is a sentence of its own. */
type Variant =
  "missing-required-column/doing-without" | "type-error/taken" | "foreign-key/kept" | "industry-uncovered/undecided";

/**
 * What is wrong and what to do. `{found}`, `{expected}`, `{column}`, `{sheet}` and `{row}` are filled in; a part
 * in square brackets is left out where a member it names is absent.
 */
export interface Sentence {
  readonly what: string;
  readonly remedy: string;
}

/** The sentences of one language. */
export interface IssueSentences {
  readonly sentences: Readonly<Record<IssueCode | Variant, Sentence>>;
  /** Said in front, from the most exact place to the least. */
  readonly places: readonly string[];
  readonly rowRefused: string;
  readonly cellUnknown: string;
}

const unreadable: ReadonlySet<IssueCode> = new Set(["type-error", "not-in-list", "cell-error", "no-cached-value"]);

/** An issue in words: `message` says where and what, `remedy` what to do about it. */
export function describeIssue(issue: Issue, language: "zh" | "en"): { message: string; remedy: string } {
  const { sentences, places, rowRefused, cellUnknown } = language === "zh" ? chinese : english;
  const { what, remedy } = sentences[sentenceOf(issue)];
  const place = places.map((template) => fillIn(`[${template}]`, issue)).find((text) => text !== "") ?? "";
  const after = issue.refusesRow ? rowRefused : isUnknownCell(issue) ? cellUnknown : "";
  const said = fillIn(what, issue) + after;
  return {
    message: place === "" ? said.charAt(0).toUpperCase() + said.slice(1) : place + said,
    remedy: fillIn(remedy, issue),
  };
}

const isUnknownCell = ({ code, severity }: Issue): boolean => severity === "error" && unreadable.has(code);

function sentenceOf({ code, severity, expected }: Issue): IssueCode | Variant {
  if (code === "industry-uncovered" && expected === undefined) return "industry-uncovered/undecided";
  if (severity === "error") return code;
  if (code === "missing-required-column") return "missing-required-column/doing-without";
  if (code === "type-error") return "type-error/taken";
  if (code === "foreign-key") return "foreign-key/kept";
  return code;
}

const memberNames = /\{(sheet|row|cell|column|found|expected)\}/g;

/** Only the template is read for brackets and names: what stands in a user's cell is put in as it is. */
function fillIn(template: string, issue: Issue): string {
  const members: Readonly<Record<string, string | number | undefined>> = { ...issue, refusesRow: undefined };
  const filled = (part: string): string => part.replace(memberNames, (_, name: string) => String(members[name] ?? "—"));
  const isComplete = (part: string): boolean =>
    [...part.matchAll(memberNames)].every(([, name = ""]) => members[name] !== undefined);
  return template
    .split(/(\[[^\]]*\])/)
    .map((part) => {
      if (!part.startsWith("[")) return filled(part);
      return isComplete(part) ? filled(part.slice(1, -1)) : "";
    })
    .join("");
}
