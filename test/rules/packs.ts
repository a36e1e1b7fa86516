import type { Parameter, Policy } from "../../src/core/policy/policy.ts";
import { exampleDistrict } from "../../rules/example-district/policy.ts";
import { workedCases as exampleCases } from "../../rules/example-district/worked-cases.ts";
import type { WorkedCase } from "../../rules/worked-case.ts";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";
import { workedCases } from "../../rules/xicheng-2023-71/worked-cases.ts";
import { clauseHashes } from "./clause-hashes.ts";
import { publishedKeys } from "./published-keys.ts";

/** A rule pack with what its tests know of its text. */
export interface Pack {
  readonly policy: Policy;
  readonly workedCases: ReadonlyMap<number, readonly WorkedCase[]>;
  readonly byKey: ReadonlyMap<string, Parameter>;
  /** SHA-256 of each article where the text is somebody else's. */
  readonly clauseHashes?: readonly string[];
  /** Keys with their values and bounds, where a document lists them. */
  readonly publishedKeys?: typeof publishedKeys;
  /** Figures of the text that are no parameter, by article. */
  readonly explained: Readonly<Record<number, readonly string[]>>;
  readonly withoutFigure: readonly string[];
  /** Keys that no formula names, because a ledger of the engine reads them. */
  readonly ownedByEngine: RegExp;
}

const byKey = ({ parameters }: Policy) => new Map(parameters.map((parameter) => [parameter.key, parameter]));

export const packs: readonly Pack[] = [
  {
    policy: xicheng202371,
    workedCases,
    byKey: byKey(xicheng202371),
    clauseHashes,
    publishedKeys,
    explained: {
      2: ["300", "309", "2011", "2015"], // numbers of the size standards
      11: [],
      20: ["一年"], // 12 months in the trigger of m20c
      31: ["2023", "5", "29", "五年"], // the term
    },
    withoutFigure: ["m04", "m15", "m18", "m19", "m21b"],
    ownedByEngine: /^(sim\.|m13\.)|停止日期$|^m04\.(年度额度|连续增长年数)$|^m09\.市级政策截止$/,
  },
  {
    policy: exampleDistrict,
    workedCases: exampleCases,
    byKey: byKey(exampleDistrict),
    explained: {
      3: ["60%", "40%"], // one list of shares
      6: ["2024", "1", "五年"], // the term
    },
    withoutFigure: [],
    ownedByEngine: /^sim\.|停止日期$/,
  },
];
