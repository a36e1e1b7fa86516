import { basename } from "node:path";
import type { Policy } from "../core/policy/policy.ts";
import type { Scenario } from "../core/policy/scenario.ts";
import type { Mapping } from "../core/roster/mapping/mapping.ts";
import type { LoadRefusal } from "../engine/port.ts";
import { openProject, type OpenedProject } from "../engine/project-file.ts";
import { policies } from "../../rules/index.ts";
import { isProject, UsageError, type Arguments } from "./arguments.ts";
import { bytesOf, mappingIn, RefusedFileError, say, tell } from "./files.ts";
import { policyIn } from "./policy.ts";
import { asOfDay, isScenarioFile, scenarioOf } from "./scenario.ts";

/** A roster, how it is read and what it is priced by: of a roster and options, or of a project file that holds both. */
export interface Given {
  readonly published: Policy;
  readonly scenario: Scenario;
  readonly bytes: Uint8Array;
  /** Name of the roster. */
  readonly fileName: string;
  readonly mapping: Mapping | undefined;
}

/**
 * What a command line works on.
 * @throws UsageError for options that cannot be used
 * @throws RefusedFileError for a project file that cannot be read, or that holds no roster
 */
export async function givenIn(words: Arguments): Promise<Given> {
  if (isProject(words.file)) return await givenInProject(words);
  const published = await policyIn(words);
  return {
    published,
    scenario: await scenarioOf(published, words),
    bytes: await bytesOf(words.file),
    fileName: basename(words.file),
    mapping: await mappingIn(words.mapping),
  };
}

/** Options win over what the project holds. */
async function givenInProject(words: Arguments): Promise<Given> {
  const { published, project } = await openedProject(words);
  const name = basename(words.file);
  if (project.ofOtherRules)
    say(`${name}: 项目由另一版本的规则包写出，金额可能不同，请核对 (written under another version of the rule pack)`);
  const { fileName = "", bytes, mapping } = project.roster ?? {};
  if (!bytes) {
    const named = fileName === "" ? "" : `（当时的名册是「${fileName}」）`;
    throw new RefusedFileError(
      `${name}: 项目文件里没有名册${named}。请在网页重新保存项目文件并选「连同名册一起存入」，或直接用名册运行，情景另以 --scenario 给出 (the project file holds no roster: save it again with the roster included, or run on the roster with --scenario)`,
    );
  }
  return {
    published,
    scenario: asOfDay(await projectScenario(published, project, words), words.asOf),
    bytes,
    fileName,
    mapping: words.mapping === undefined ? mapping : await mappingIn(words.mapping),
  };
}

interface Opened {
  readonly published: Policy;
  readonly project: OpenedProject;
}

/** The project under the policy of the command line, else under that of the software which it was made for. */
async function openedProject(words: Arguments): Promise<Opened> {
  const bytes = await bytesOf(words.file);
  const known = words.policy === undefined ? policies : [await policyIn(words)];
  let refusal: LoadRefusal | undefined;
  for (const published of known) {
    const project = openProject(published, bytes, basename(words.file));
    if (!("refused" in project)) return { published, project };
    refusal = project;
    if (!isOfOtherPolicy(project)) break;
  }
  if (!refusal) throw new Error("the software comes with one policy at least");
  tell(words.file, refusal.issues);
  const remedy = isOfOtherPolicy(refusal) ? "；请用 --policy 给出它的政策 (name its policy by --policy)" : "";
  throw new RefusedFileError(`${basename(words.file)}: 项目文件未能打开 (cannot be opened)${remedy}`);
}

const isOfOtherPolicy = ({ issues }: LoadRefusal): boolean =>
  issues.some(({ code }) => code === "project-other-policy");

/** The scenario on the desk; with --scenario a saved one by its name, or that of a file. */
async function projectScenario(published: Policy, { desk, saved }: OpenedProject, words: Arguments): Promise<Scenario> {
  const { scenario: named } = words;
  if (named === undefined) return desk;
  const [found, another] = saved.filter(({ scenario }) => scenario.name === named);
  if (another)
    throw new UsageError(`--scenario: ${named} names several saved scenarios; rename all but one in the page`);
  if (found) return found.scenario;
  if (isScenarioFile(named)) return await scenarioOf(published, { scenario: named });
  const names = saved.map(({ scenario }) => scenario.name).join(", ");
  throw new UsageError(
    `--scenario: found ${named}, saved in ${basename(words.file)} are ${names === "" ? "(none)" : names}; or name a file`,
  );
}
