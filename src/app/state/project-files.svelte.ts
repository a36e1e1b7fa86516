import type { Issue } from "../../core/issue/issue.ts";
import type { OpenedProject, Project } from "../../engine/project-file.ts";
import { saveFile } from "../roster/save-file.ts";
import { projectText } from "../shell/project-text.ts";
import { isMoneyUnit } from "../text/amount.ts";
import type { ExposureState } from "./exposure.svelte.ts";
import { failureOf, type Failure } from "./failure.ts";
import type { Preferences } from "./preferences.svelte.ts";
import type { RosterFiles } from "./roster-files.svelte.ts";
import type { ScenarioState } from "./scenario-state.svelte.ts";
import { workbenchOf, type Workbench } from "./workbench.ts";

/**
 * What became of the roster of a project that was opened. `loaded`: it came with the file; `awaited`: the file names it
 * and how it is read, but does not hold it; `none`: the project has none.
 */
type ProjectRoster = { readonly kind: "loaded" | "awaited"; readonly fileName: string } | { readonly kind: "none" };

export type ProjectStatus =
  | { readonly kind: "idle" }
  | { readonly kind: "reading" | "writing"; readonly name: string }
  | { readonly kind: "saved"; readonly name: string }
  | { readonly kind: "refused"; readonly name: string; readonly issues: readonly Issue[] }
  | {
      readonly kind: "opened";
      readonly name: string;
      readonly scenarios: number;
      readonly ofOtherRules: boolean;
      readonly roster: ProjectRoster;
    }
  | (Failure & { readonly name: string });

/** What of the page a project file is made of, and laid into. */
interface ProjectParts {
  readonly scenario: ScenarioState;
  readonly exposure: ExposureState;
  readonly files: RosterFiles;
  readonly preferences: Preferences;
}

const two = (part: number): string => String(part).padStart(2, "0");

/** The day on this computer's calendar, ISO text. */
function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export const isProjectFile = ({ name }: File): boolean => /\.cesuan$/iu.test(name);

/** The scenarios of a project as the page holds them. */
function benchOf({ desk, saved, opened, baseline }: Project): Workbench {
  return {
    ...workbenchOf(desk),
    saved,
    ...(opened !== undefined && { opened }),
    ...(baseline !== undefined && { baseline }),
  };
}

/** All of the work in one file: saved from the page and opened on it. */
export class ProjectFiles {
  status: ProjectStatus = $state.raw({ kind: "idle" });
  readonly #parts: ProjectParts;

  constructor(parts: ProjectParts) {
    this.#parts = parts;
  }

  /** Hands the work to the browser as a download named after today. @param withRoster whether the roster goes with it */
  async save(withRoster: boolean): Promise<void> {
    const fileName = projectText[this.#parts.preferences.language].fileName(today());
    await this.#telling("writing", fileName, async () => {
      const project = await this.#project(withRoster);
      await saveFile(await this.#parts.exposure.engine.saveProject(project), fileName);
      return { kind: "saved", name: fileName };
    });
  }

  /** Lays the work of a file on the page; where anything of it cannot be used, the page stays as it was. */
  async open(file: File): Promise<void> {
    await this.#telling("reading", file.name, async () => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const found = await this.#parts.exposure.engine.openProject(bytes, file.name);
      return "refused" in found
        ? { kind: "refused", name: file.name, issues: found.issues }
        : this.#lay(found, file.name);
    });
  }

  dismiss(): void {
    this.status = { kind: "idle" };
  }

  async #telling(kind: "reading" | "writing", name: string, work: () => Promise<ProjectStatus>): Promise<void> {
    this.status = { kind, name };
    try {
      this.status = await work();
    } catch (error) {
      this.status = { ...failureOf(error), name };
    }
  }

  async #project(withRoster: boolean): Promise<Project> {
    const { scenario, exposure, preferences } = this.#parts;
    const { saved, opened, baseline } = scenario.bench;
    const { card, origin } = exposure;
    const bytes = withRoster && origin ? new Uint8Array(await origin.content()) : undefined;
    const roster = card && {
      fileName: card.fileName,
      ...(bytes && { bytes }),
      ...(origin?.mapping && { mapping: origin.mapping }),
    };
    return {
      desk: scenario.whole,
      saved,
      ...(opened !== undefined && { opened }),
      ...(baseline !== undefined && { baseline }),
      moneyUnit: preferences.unit,
      ...(roster && { roster }),
    };
  }

  async #lay(found: OpenedProject, name: string): Promise<ProjectStatus> {
    const { scenario, exposure, files, preferences } = this.#parts;
    const { roster, moneyUnit, ofOtherRules } = found;
    if (roster?.bytes) {
      const file = new File([new Uint8Array(roster.bytes)], roster.fileName);
      if (!(await files.restore(file, roster.mapping))) {
        return { kind: "refused", name, issues: exposure.refusal?.issues ?? [] };
      }
    } else files.await(roster);
    scenario.arrange(({ cells }) => ({ ...benchOf(found), ...(cells && { cells }) }));
    if (isMoneyUnit(moneyUnit)) preferences.unit = moneyUnit;
    const kind = roster?.bytes ? "loaded" : "awaited";
    return {
      kind: "opened",
      name,
      scenarios: found.saved.length,
      ofOtherRules,
      roster: roster ? { kind, fileName: roster.fileName } : { kind: "none" },
    };
  }
}
