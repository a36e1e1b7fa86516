import type { Ground, Scenario } from "../../core/policy/scenario.ts";
import type { CellRepair } from "../../core/roster/mapping/mapping.ts";
import { without } from "./scenario-edit.ts";

/** A scenario kept under its name. */
export interface SavedScenario {
  readonly id: string;
  readonly scenario: Scenario;
}

/** Everything that an edit can change, and undo takes back: the scenario on the desk, and the saved ones in order. */
export interface Workbench {
  /** Without grounds, so that they can be written without anything being computed again. */
  readonly current: Scenario;
  readonly grounds: Readonly<Record<string, Ground>>;
  readonly saved: readonly SavedScenario[];
  /** The saved scenario that the one on the desk was opened from or saved as. */
  readonly opened?: string;
  /** The saved scenario that others are measured against; absent: the policy as published. */
  readonly baseline?: string;
  /** Cells of the roster's file that are read otherwise than they stand there; absent: as when the roster came. */
  readonly cells?: readonly CellRepair[];
}

export const workbenchOf = (scenario: Scenario): Workbench => ({ ...onDesk(scenario), saved: [] });

/** A scenario and its grounds, apart. */
function onDesk({ grounds = {}, ...current }: Scenario): Pick<Workbench, "current" | "grounds"> {
  return { current, grounds };
}

/** The scenario on the desk with the grounds of the edits that it has. */
export function wholeScenario({ current, grounds }: Pick<Workbench, "current" | "grounds">): Scenario {
  const own = Object.entries(grounds).filter(([key]) => key in current.values || key in current.readings);
  return own.length === 0 ? current : { ...current, grounds: Object.fromEntries(own) };
}

const savedOf = ({ saved }: Workbench, id: string | undefined): SavedScenario | undefined =>
  saved.find((each) => each.id === id);

/** The saved scenario that the one on the desk was opened from or saved as. */
export const openedScenario = (bench: Workbench): Scenario | undefined => savedOf(bench, bench.opened)?.scenario;

/** Whether two scenarios say the same, in whatever order their edits were made. */
export const sameScenario = (a: Scenario, b: Scenario): boolean =>
  JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  );
}

/** Whether the scenario on the desk is kept under its name as it stands. */
export function isKept(bench: Workbench): boolean {
  const saved = savedOf(bench, bench.opened);
  return saved !== undefined && sameScenario(saved.scenario, wholeScenario(bench));
}

/** The name itself, or with a number behind it where another saved scenario has it. */
export function freeName({ saved }: Workbench, wanted: string, except?: string): string {
  const taken = new Set(saved.filter(({ id }) => id !== except).map(({ scenario }) => scenario.name));
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted} ${number}`;
    if (!taken.has(name)) return name;
  }
}

function freeId({ saved }: Workbench): string {
  return String(saved.reduce((most, { id }) => Math.max(most, Number(id)), 0) + 1);
}

/** Keeps the scenario on the desk under a name of its own. */
export function savedAs(bench: Workbench, wanted: string): Workbench {
  const [id, name] = [freeId(bench), freeName(bench, wanted)];
  const current = { ...bench.current, name };
  const scenario = wholeScenario({ ...bench, current });
  return { ...bench, current, opened: id, saved: [...bench.saved, { id, scenario }] };
}

/** Keeps the scenario on the desk in the place of the one it was opened from. */
export const savedAgain = (bench: Workbench): Workbench => ({
  ...bench,
  saved: bench.saved.map((each) => (each.id === bench.opened ? { ...each, scenario: wholeScenario(bench) } : each)),
});

/** Adds a scenario from elsewhere, e.g. a file, without laying it on the desk. */
export function added(bench: Workbench, scenario: Scenario, wanted: string): Workbench {
  const named = { ...scenario, name: freeName(bench, wanted) };
  return { ...bench, saved: [...bench.saved, { id: freeId(bench), scenario: named }] };
}

/** Lays a saved scenario on the desk. */
export function openedFrom(bench: Workbench, id: string): Workbench {
  const saved = savedOf(bench, id);
  return saved ? { ...bench, ...onDesk(saved.scenario), opened: id } : bench;
}

/** Lays a scenario on the desk that is saved nowhere, e.g. the policy as published. */
export function laidOut({ saved, baseline, cells }: Workbench, scenario: Scenario): Workbench {
  return { ...onDesk(scenario), saved, ...(baseline !== undefined && { baseline }), ...(cells && { cells }) };
}

/** A copy stands right below the scenario it was made of. */
export function duplicated(bench: Workbench, id: string, wanted: string): Workbench {
  const place = bench.saved.findIndex((each) => each.id === id);
  const original = bench.saved[place];
  if (!original) return bench;
  const copy = { id: freeId(bench), scenario: { ...original.scenario, name: freeName(bench, wanted) } };
  return { ...bench, saved: bench.saved.toSpliced(place + 1, 0, copy) };
}

export function renamed(bench: Workbench, id: string, wanted: string): Workbench {
  const name = freeName(bench, wanted, id);
  const saved = bench.saved.map((each) => (each.id === id ? { id, scenario: { ...each.scenario, name } } : each));
  return { ...bench, saved, ...(bench.opened === id && { current: { ...bench.current, name } }) };
}

/** What is on the desk stays there. */
export function deleted({ opened, baseline, ...bench }: Workbench, id: string): Workbench {
  return {
    ...bench,
    saved: bench.saved.filter((each) => each.id !== id),
    ...(opened !== undefined && opened !== id && { opened }),
    ...(baseline !== undefined && baseline !== id && { baseline }),
  };
}

/** @param by places down the list, negative: up; a scenario at the end stays there */
export function moved(bench: Workbench, id: string, by: number): Workbench {
  const place = bench.saved.findIndex((each) => each.id === id);
  const [scenario, next] = [bench.saved[place], place + by];
  if (!scenario || next < 0 || next >= bench.saved.length) return bench;
  return { ...bench, saved: bench.saved.toSpliced(place, 1).toSpliced(next, 0, scenario) };
}

/** @param id absent: the policy as published */
export function measuredAgainst(
  { current, grounds, saved, opened, cells }: Workbench,
  id: string | undefined,
): Workbench {
  return {
    current,
    grounds,
    saved,
    ...(opened !== undefined && { opened }),
    ...(id !== undefined && { baseline: id }),
    ...(cells && { cells }),
  };
}

/** The roster's cells as when it came. */
export const withoutCells = ({ current, grounds, saved, opened, baseline }: Workbench): Workbench => ({
  current,
  grounds,
  saved,
  ...(opened !== undefined && { opened }),
  ...(baseline !== undefined && { baseline }),
});

/** Sets or clears the grounds of an edit; empty texts are none. */
export function withGround(bench: Workbench, key: string, { reason = "", document = "" }: Ground): Workbench {
  const others = without(bench.grounds, key);
  const ground = { ...(reason && { reason }), ...(document && { document }) };
  return { ...bench, grounds: reason || document ? { ...others, [key]: ground } : others };
}
