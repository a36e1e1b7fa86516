import type { Issue } from "../../core/issue/issue.ts";

/** Issues with a key each by what they are about, so that one is known again in another order and after another import. */
export function keyedIssues(issues: readonly Issue[]): readonly { readonly key: string; readonly issue: Issue }[] {
  const met = new Map<string, number>();
  return issues.map((issue) => {
    const { code, sheet = "", row = "", cell = "", column = "" } = issue;
    const about = [code, sheet, row, cell, column].join(" ");
    const before = met.get(about) ?? 0;
    met.set(about, before + 1);
    return { key: `${about} ${before}`, issue };
  });
}
