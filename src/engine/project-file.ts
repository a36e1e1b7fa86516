import type { Issue, IssueCode } from "../core/issue/issue.ts";
import type { Policy } from "../core/policy/policy.ts";
import { parseScenario } from "../core/policy/scenario-file.ts";
import { ScenarioError } from "../core/policy/scenario-error.ts";
import { scenarioText } from "../core/policy/scenario-text.ts";
import type { Scenario } from "../core/policy/scenario.ts";
import { mappingText, MappingError, parseMapping } from "../core/roster/mapping/mapping-file.ts";
import type { Mapping } from "../core/roster/mapping/mapping.ts";
import { Sha256 } from "../core/roster/sha256.ts";
import { packParts, unpackParts } from "../spreadsheet/part-package.ts";
import { rulePackHash } from "./fingerprint.ts";
import type { LoadRefusal } from "./port.ts";
import { softwareVersion } from "./software-version.ts";

const FORMAT = "cesuan-project/";
const VERSION = 1;

/** Everything that someone made on the page, as a project file holds it. */
export interface Project {
  /** The scenario on the desk with the grounds of its edits. */
  readonly desk: Scenario;
  /** The saved ones, in their order. */
  readonly saved: readonly { readonly id: string; readonly scenario: Scenario }[];
  /** Id of the saved scenario that the one on the desk was opened from. */
  readonly opened?: string;
  /** Id of the saved scenario that others are measured against; absent: the policy as published. */
  readonly baseline?: string;
  /** Unit in which the page shows money. */
  readonly moneyUnit?: string;
  readonly roster?: ProjectRoster;
}

export interface ProjectRoster {
  readonly fileName: string;
  /** The roster file itself, where it was to be included. */
  readonly bytes?: Uint8Array;
  /** How it is read and which of its cells are repaired, where someone decided on that. */
  readonly mapping?: Mapping;
}

/** A project file that was read and can be used. */
export interface OpenedProject extends Project {
  /** Written under another version of the rule pack: figures may differ. */
  readonly ofOtherRules: boolean;
}

/** What a file may hold that this program cannot use: told, never thrown out of here. */
class Unusable extends Error {
  readonly issue: Issue;

  constructor(code: IssueCode, found: string, expected?: string) {
    super(code);
    this.issue = { code, severity: "error", found, ...(expected !== undefined && { expected }) };
  }
}

const hashOf = (bytes: Uint8Array): string => new Sha256().updateBytes(bytes).hex();

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const DESK = "desk.json";
const MAPPING = "mapping.json";
const ROSTER = "roster/file";
const savedPath = (index: number): string => `saved/${index + 1}.json`;

/** The bytes of a `.cesuan` file: a zip of JSON parts that `openProject` reads back to the same project. */
export function projectFile(policy: Policy, project: Project): Uint8Array {
  const { desk, saved, roster, opened, baseline, moneyUnit } = project;
  const parts = new Map<string, Uint8Array>([[DESK, bytesOf(scenarioText(policy, desk))]]);
  for (const [index, { scenario }] of saved.entries())
    parts.set(savedPath(index), bytesOf(scenarioText(policy, scenario)));
  if (roster?.mapping) parts.set(MAPPING, bytesOf(mappingText(roster.mapping)));
  if (roster?.bytes) parts.set(ROSTER, roster.bytes);
  const manifest = {
    format: `${FORMAT}${VERSION}`,
    writtenBy: softwareVersion,
    policy: { id: policy.id, number: policy.number, packHash: rulePackHash(policy) },
    saved: saved.map(({ id }) => id),
    opened,
    baseline,
    moneyUnit,
    roster: roster && { fileName: roster.fileName },
    parts: [...parts].map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: hashOf(bytes) })),
  };
  const manifestPart = bytesOf(`${JSON.stringify(manifest, null, 1)}\n`);
  return packParts(new Map([["project.json", manifestPart], ...parts]));
}

/** Reads a project file; one that is foreign, newer or damaged is refused as a whole, with what is wrong and where. */
export function openProject(policy: Policy, bytes: Uint8Array, fileName: string): OpenedProject | LoadRefusal {
  try {
    return readProject(policy, bytes, fileName);
  } catch (error) {
    if (error instanceof Unusable) return { refused: true, issues: [error.issue] };
    throw error;
  }
}

type Entries = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Entries =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const recordIn = (value: unknown): Entries => (isRecord(value) ? value : {});

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

function readProject(policy: Policy, bytes: Uint8Array, fileName: string): OpenedProject {
  if (!isZip(bytes)) throw new Unusable("not-a-project", fileName);
  const part = unpackParts(bytes);
  if (part instanceof Error) throw new Unusable("project-damaged", fileName, part.issue.found);
  const manifest = manifestOf(part("project.json"), fileName);
  const rules = recordIn(manifest["policy"]);
  if (rules["id"] !== policy.id) throw new Unusable("project-other-policy", String(rules["number"] ?? rules["id"]));
  const checked = checkedParts(manifest, part);
  const saved = listIn(manifest["saved"]).map((id, index) => ({
    id: String(id),
    scenario: scenarioIn(policy, checked, savedPath(index)),
  }));
  const idOf = (id: unknown): string | undefined => saved.find((each) => each.id === id)?.id;
  const [opened, baseline] = [idOf(manifest["opened"]), idOf(manifest["baseline"])];
  const { moneyUnit } = manifest;
  const roster = rosterIn(manifest, checked);
  return {
    desk: scenarioIn(policy, checked, DESK),
    saved,
    ...(opened !== undefined && { opened }),
    ...(baseline !== undefined && { baseline }),
    ...(typeof moneyUnit === "string" && { moneyUnit }),
    ...(roster && { roster }),
    ofOtherRules: rules["packHash"] !== rulePackHash(policy),
  };
}

/** The list of contents, once its format is one that this program knows. */
function manifestOf(part: Uint8Array | undefined, fileName: string): Entries {
  if (!part) throw new Unusable("not-a-project", fileName);
  const manifest = recordIn(jsonOf(part, "project.json"));
  const { format } = manifest;
  if (typeof format !== "string" || !format.startsWith(FORMAT)) throw new Unusable("not-a-project", fileName);
  if (format !== `${FORMAT}${VERSION}`) throw new Unusable("project-newer", fileName, format);
  return manifest;
}

function jsonOf(part: Uint8Array, path: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(part));
  } catch (error) {
    throw new Unusable("project-damaged", path, error instanceof Error ? error.message : String(error));
  }
}

/** Every part that the list of contents names, once its bytes are those that were written. */
function checkedParts(manifest: Entries, part: (path: string) => Uint8Array | undefined): Map<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  for (const entry of listIn(manifest["parts"])) {
    const { path, sha256 } = recordIn(entry);
    if (typeof path !== "string") throw new Unusable("project-damaged", "project.json");
    const found = part(path);
    if (!found || hashOf(found) !== sha256) throw new Unusable("project-damaged", path);
    parts.set(path, found);
  }
  return parts;
}

function textIn(parts: ReadonlyMap<string, Uint8Array>, path: string): string {
  const part = parts.get(path);
  if (!part) throw new Unusable("project-damaged", path);
  return new TextDecoder().decode(part);
}

function scenarioIn(policy: Policy, parts: ReadonlyMap<string, Uint8Array>, path: string): Scenario {
  try {
    return parseScenario(policy, textIn(parts, path));
  } catch (error) {
    if (error instanceof ScenarioError) throw new Unusable("project-part-unreadable", path, error.message);
    throw error;
  }
}

function rosterIn(manifest: Entries, parts: ReadonlyMap<string, Uint8Array>): ProjectRoster | undefined {
  const { fileName } = recordIn(manifest["roster"]);
  if (typeof fileName !== "string") return undefined;
  const [bytes, mapping] = [parts.get(ROSTER), parts.has(MAPPING) ? mappingIn(textIn(parts, MAPPING)) : undefined];
  return { fileName, ...(bytes && { bytes }), ...(mapping && { mapping }) };
}

function mappingIn(text: string): Mapping {
  try {
    return parseMapping(text);
  } catch (error) {
    if (error instanceof MappingError) throw new Unusable("project-part-unreadable", MAPPING, error.message);
    throw error;
  }
}
