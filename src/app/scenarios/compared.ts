import { MOST_COMPARED } from "../../core/policy/compare/compared-sums.ts";
import { publishedScenario, type Scenario } from "../../core/policy/scenario.ts";
import { editCount } from "../state/scenario-edit.ts";
import { isKept, wholeScenario, type Workbench } from "../state/workbench.ts";

/** A scenario that can be compared: the published policy, a saved one, or what is on the desk and not saved. */
export interface Member {
  readonly key: string;
  readonly name: string;
  readonly scenario: Scenario;
}

interface Names {
  readonly published: string;
  readonly unsaved: string;
}

/** Everything that can be compared, the baseline first; the desk only where it holds edits that are saved nowhere. */
export function members(bench: Workbench, names: Names): readonly Member[] {
  const desk = wholeScenario(bench);
  const isPublished = editCount(desk) === 0 && desk.asOf === undefined;
  const isOwn = !isKept(bench) && !(isPublished && bench.opened === undefined);
  const deskName = desk.name === publishedScenario.name || desk.name === "" ? names.published : desk.name;
  const all = [
    { key: "published", name: names.published, scenario: publishedScenario },
    ...(isOwn ? [{ key: "desk", name: `${deskName} (${names.unsaved})`, scenario: desk }] : []),
    ...bench.saved.map(({ id, scenario }) => ({ key: id, name: scenario.name, scenario })),
  ];
  const baseline = all.find(({ key }) => key === (bench.baseline ?? "published"));
  return [...(baseline ? [baseline] : []), ...all.filter((member) => member !== baseline)];
}

/** Those of the members that are compared: the baseline, and up to four that are not left out. */
export function comparedOf(all: readonly Member[], leftOut: readonly string[]): readonly Member[] {
  return all.filter(({ key }, place) => place === 0 || !leftOut.includes(key)).slice(0, MOST_COMPARED);
}
