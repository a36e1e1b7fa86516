import type { Issue, IssueCode } from "../core/issue/issue.ts";

/** Ends the reading of a file that cannot be taken; becomes the issue the user sees. */
export class Refusal extends Error {
  readonly issue: Issue;

  /** @param found what stands there, e.g. a part of the package @param expected what would be right */
  constructor(code: IssueCode, found: string, expected?: string) {
    super(`${code}: ${found}`);
    this.name = "Refusal";
    this.issue = { code, severity: "error", found, ...(expected === undefined ? {} : { expected }) };
  }
}
