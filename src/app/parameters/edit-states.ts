import type { Parameter, ParameterValue, Reading } from "../../core/policy/policy.ts";
import type { Scenario } from "../../core/policy/scenario.ts";
import { readingOf, valueOf } from "../state/scenario-edit.ts";

/** What a number was and is: as published, in the saved scenario that is open, on the desk. */
export interface EditStates {
  readonly published: ParameterValue;
  /** Only where it differs from the published value. */
  readonly saved?: ParameterValue;
  /** Only where it differs from the saved value, or from the published one where none is saved. */
  readonly edit?: ParameterValue;
}

const differ = (a: ParameterValue, b: ParameterValue): boolean => JSON.stringify(a) !== JSON.stringify(b);

/** @param opened the saved scenario that the one on the desk was opened from or saved as, if any */
export function editStates(parameter: Parameter, current: Scenario, opened: Scenario | undefined): EditStates {
  const published = parameter.value;
  const saved = opened ? valueOf(opened, parameter) : published;
  const edit = valueOf(current, parameter);
  return { published, ...(differ(saved, published) && { saved }), ...(differ(edit, saved) && { edit }) };
}

/** The same of a reading, by its options. */
export interface ReadingStates {
  readonly published: string | undefined;
  readonly saved?: string | undefined;
  readonly edit?: string | undefined;
}

/** @param opened as for {@link editStates} */
export function readingStates(reading: Reading, current: Scenario, opened: Scenario | undefined): ReadingStates {
  const published = reading.options[0]?.value;
  const saved = opened ? readingOf(opened, reading) : published;
  const edit = readingOf(current, reading);
  return { published, ...(saved !== published && { saved }), ...(edit !== saved && { edit }) };
}

const zh = {
  published: (value: string) => `公布 ${value}`,
  saved: (value: string) => `已存情景 ${value}`,
  edit: (value: string) => `我的改动 ${value}`,
  resetToSaved: "恢复已存",
  resetAllToSaved: "全部恢复已存",
  join: "，",
};

const en: typeof zh = {
  published: (value) => `published ${value}`,
  saved: (value) => `saved scenario ${value}`,
  edit: (value) => `my edit ${value}`,
  resetToSaved: "Back to the saved",
  resetAllToSaved: "All back to the saved",
  join: ", ",
};

export const editStatesText = { zh, en };
