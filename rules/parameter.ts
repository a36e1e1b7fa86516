import type { ClauseRef, Parameter, Rating } from "../src/core/policy/policy.ts";

/** Upper bound where the text sets none, in 元. */
const UNBOUNDED = 1e12;

const boundsOf = {
  share: { minimum: 0, maximum: 1 },
  yuan: { minimum: 0, maximum: UNBOUNDED },
  count: { minimum: 0, maximum: UNBOUNDED },
  number: { minimum: 0, maximum: UNBOUNDED },
  shares: { minimum: 0, maximum: 1 },
  date: {},
} as const satisfies Record<Parameter["type"], Pick<Parameter, "minimum" | "maximum">>;

type Given = "key" | "type" | "label" | "value";
type Draft = Pick<Parameter, Given> & Partial<Omit<Parameter, Given | "mayBeUnset">>;

const filled = (draft: Draft, space: Parameter["space"], source: string, rating: Rating): Parameter => ({
  space,
  mayBeUnset: draft.value === null,
  workbook: "live",
  source,
  rating,
  ...boundsOf[draft.type],
  ...draft,
});

/** A number printed in a clause of a document. @param document its number or title, before 第…条 */
export const statedIn =
  (document: string) =>
  (draft: Draft & { readonly clause: ClauseRef }): Parameter =>
    filled(draft, "parameter", `${document}第${draft.clause.article}条`, "T");

/** A parameter that the clause leaves open: unset, derived, or from the rule named in `source`. */
export const unstated = (draft: Draft & { readonly source: string; readonly rating: Rating }): Parameter =>
  filled(draft, "parameter", draft.source, draft.rating);

/** An assumption of the planning basis: a judgement unless the draft names its source. */
export const assumed = (draft: Draft): Parameter => filled(draft, "assumption", "规划假设，文件未载明", "E");

/** For numbers of the forecast: in the workbook its results are values. */
export const needsSimulation = {
  workbook: "locked",
  lockedBecause: { zh: "改动需重新模拟", en: "a change needs a new simulation" },
} as const satisfies Partial<Parameter>;

/** An assumption of the forecast, locked in the workbook. */
export const simulated = (draft: Draft): Parameter =>
  filled({ ...needsSimulation, ...draft }, "simulation", "规划假设，文件未载明", "E");

/** For parameters whose change would add or remove rows of the workbook. */
export const locksRows = {
  workbook: "locked",
  lockedBecause: { zh: "改动会增减明细行", en: "a change would add or remove rows" },
} as const satisfies Partial<Parameter>;
