import { isoDay, parseIsoDay } from "../date/day.ts";
import type { Issue, IssueCode } from "../issue/issue.ts";
import { policyUnder } from "../policy/added-measure.ts";
import { changesBetween, type ScenarioChange } from "../policy/compare/changes.ts";
import type { Parameter, Policy, Reading } from "../policy/policy.ts";
import { parseScenario, ScenarioError } from "../policy/scenario-file.ts";
import { publishedScenario, type Scenario } from "../policy/scenario.ts";
import { columnLetters, kindAt } from "../roster/import-raw-cell.ts";
import { dateReader } from "../roster/import-cell.ts";
import { RawKind, type RawWorkbook } from "../roster/raw-sheet.ts";
import { findOrigin, findParameters, type FoundParameters, type ReportOrigin } from "./find-report-parts.ts";
import { asOfName, constantNames, longestList, parameterName, shareName } from "./parameter-name.ts";
import { readBudgets, type BudgetChange } from "./read-budgets.ts";
import { CellFault, parameterCell, readValue, sameCell, type ParameterCell } from "./read-parameter-cell.ts";

/** A file of parameters read back as the scenario that it says. */
export interface ReopenedReport {
  /** What the file says now. */
  readonly scenario: Scenario;
  /** What it said when it was exported; the policy as published where it does not say. */
  readonly exported: Scenario;
  /** From exported to now. */
  readonly changes: readonly ScenarioChange[];
  /** Budgets that the sheet of the scenario says otherwise than they were exported; they are in `scenario`. */
  readonly budgetChanges: readonly BudgetChange[];
  /** Cells that could not be taken: what was exported stays. */
  readonly issues: readonly Issue[];
  /** Absent: a sheet of parameters without a record of its run. */
  readonly origin?: ReportOrigin;
}

/** Whether the workbook could not follow an edit itself, so that its amounts are those from before it. */
export function isLocked(change: ScenarioChange): boolean {
  if (change.kind === "asOf" || change.kind === "added") return true;
  return (change.kind === "value" ? change.parameter : change.reading).workbook === "locked";
}

/**
 * Reads a report of ours, or a sheet of its parameters edited in Excel, back as a scenario: what it was exported with,
 * and every value that was changed in the file since.
 * @returns undefined where no sheet has columns of keys and values
 */
export function reopenReport(policy: Policy, workbook: RawWorkbook, name: string): ReopenedReport | undefined {
  const found = findParameters(workbook);
  if (!found) return undefined;
  const record = findOrigin(workbook);
  const reader = new ParameterReader(policy, found);
  const exported = reader.exported(record?.scenario ?? "", name);
  const edited = reader.edited(exported);
  const { budgets, changes: budgetChanges, issues } = readBudgets(policy, workbook, exported.budgets);
  const scenario = { ...edited, budgets };
  return {
    scenario,
    exported,
    changes: changesBetween(policy, exported, scenario),
    budgetChanges,
    issues: [...reader.issues, ...issues],
    ...(record && { origin: record }),
  };
}

/** One cell a key, or as many as a list may have shares. */
const cellNames = ({ key, value }: Parameter): readonly string[] =>
  Array.isArray(value) ? Array.from({ length: longestList }, (_, index) => shareName(key, index + 1)) : [key];

class ParameterReader {
  readonly issues: Issue[] = [];
  #policy: Policy;
  readonly #found: FoundParameters;
  /** Stored rows by key, in their order. */
  readonly #rows = new Map<string, number[]>();

  constructor(policy: Policy, found: FoundParameters) {
    this.#policy = policy;
    this.#found = found;
    const { sheet, firstRow, key } = found;
    for (let row = firstRow; row < sheet.rowCount; row++) {
      if (kindAt(sheet, key, row) === RawKind.blank) continue;
      const name = parameterCell(sheet, key, row).shown;
      this.#rows.set(name, [...(this.#rows.get(name) ?? []), row]);
    }
  }

  /** The scenario that the file keeps as a text, else what its column of exported values says. */
  exported(text: string, name: string): Scenario {
    try {
      if (text !== "") return this.#under(parseScenario(this.#policy, text));
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      this.issues.push({ code: "kept-scenario-unreadable", severity: "warning", found: error.message });
    }
    const { exported } = this.#found;
    const published = { ...publishedScenario, name };
    return exported === undefined ? published : this.#read(published, exported);
  }

  /** From here on, cells are read by the parameters that the scenario adds as well. */
  #under(scenario: Scenario): Scenario {
    this.#policy = policyUnder(this.#policy, scenario);
    return scenario;
  }

  /** The scenario with the values that are not the exported ones. */
  edited(exported: Scenario): Scenario {
    this.#tellKeys();
    return this.#withAsOf(this.#read(exported, this.#found.value, this.#found.exported));
  }

  /** A scenario with the values of a column; those that equal the column `before` stay as they are. */
  #read(scenario: Scenario, column: number, before?: number): Scenario {
    const values = new Map(Object.entries(scenario.values));
    const readings = new Map(Object.entries(scenario.readings));
    for (const parameter of this.#policy.parameters) {
      const cells = this.#changed(parameter.key, cellNames(parameter).length, column, before);
      if (!cells) continue;
      const value = readValue(parameter, cells);
      if (value instanceof CellFault) this.#refuse(parameter.key, cells, column, value.allowed);
      else if (JSON.stringify(value) === JSON.stringify(parameter.value)) values.delete(parameter.key);
      else values.set(parameter.key, value);
    }
    for (const reading of this.#policy.readings) this.#choose(reading, readings, column, before);
    return { ...scenario, values: Object.fromEntries(values), readings: Object.fromEntries(readings) };
  }

  #choose({ name, options }: Reading, readings: Map<string, string>, column: number, before?: number): void {
    const cells = this.#changed(name, 1, column, before);
    const [cell] = cells ?? [];
    if (!cells || !cell) return;
    const option = options.find(({ value, zh, en }) => [value, zh, en].includes(cell.shown));
    if (!option) this.#refuse(name, cells, column, options.map(({ value }) => value).join(" / "));
    else if (option === options[0]) readings.delete(name);
    else readings.set(name, option.value);
  }

  /** The cells of a key in a column, unless they say what they said before or do not stand in the file. */
  #changed(key: string, count: number, column: number, before?: number): readonly ParameterCell[] | undefined {
    const rows = this.#rows.get(key)?.slice(0, count);
    if (!rows) return undefined;
    const [cells, old] = [column, before].map((position) =>
      position === undefined ? [] : rows.map((row) => parameterCell(this.#found.sheet, position, row)),
    );
    if (!cells) return undefined;
    const isSame = before !== undefined && cells.every((cell, index) => old?.[index] && sameCell(cell, old[index]));
    return isSame ? undefined : cells;
  }

  /** The as-of date where its cell was edited; the other fixed cells cannot be. */
  #withAsOf(scenario: Scenario): Scenario {
    const { value, exported } = this.#found;
    if (exported === undefined) return scenario;
    for (const name of constantNames) {
      const cells = this.#changed(name, 1, value, exported);
      if (cells) this.#tell("fixed-cell-edited", this.#rowOf(name), value, { found: name });
    }
    const cells = this.#changed(asOfName, 1, value, exported);
    const [cell] = cells ?? [];
    if (!cells || !cell) return scenario;
    const day = cell.kind === RawKind.text ? dateReader.text(cell.shown) : dateReader.date(cell.number);
    if (typeof day === "number" && parseIsoDay(isoDay(day)) === day) return { ...scenario, asOf: isoDay(day) };
    this.#refuse(asOfName, cells, value, this.#policy.termEnd);
    return scenario;
  }

  /** Names keys of the file that the policy does not have, and those that the file lacks or has twice. */
  #tellKeys(): void {
    const { parameters, readings } = this.#policy;
    const counts = new Map([
      ...parameters.map((parameter) => [parameter.key, cellNames(parameter).length] as const),
      ...[...readings.map(({ name }) => name), asOfName, ...constantNames].map((name) => [name, 1] as const),
    ]);
    for (const [key, rows] of this.#rows) {
      const most = counts.get(key);
      const { key: column } = this.#found;
      if (most === undefined) this.#tell("unknown-parameter", rows[0], column, { found: key });
      else if (rows.length > most) this.#tell("repeated-parameter", rows[most], column, { found: key });
    }
    if (this.#found.exported === undefined) return; // a sheet made by hand names what it changes
    for (const key of [...parameters.map(({ key: each }) => each), ...readings.map(({ name }) => name)]) {
      if (!this.#rows.has(key))
        this.issues.push({ ...this.#place(), code: "parameter-absent", severity: "warning", found: key });
    }
  }

  /** The first cell of a key that is filled, or its first. */
  #refuse(key: string, cells: readonly ParameterCell[], column: number, expected: string): void {
    const bad = cells.findIndex(
      ({ kind }) => kind === RawKind.text || kind === RawKind.error || kind === RawKind.uncached,
    );
    const place = Math.max(0, bad);
    const shown =
      cells.length === 1 || bad >= 0
        ? cells[place]?.shown
        : cells
            .map((cell) => cell.shown)
            .join(" ")
            .trim();
    const row = this.#rows.get(key)?.[place];
    this.#tell("parameter-unreadable", row, column, { column: parameterName(key), found: shown || "—", expected });
  }

  #rowOf(key: string): number | undefined {
    return this.#rows.get(key)?.[0];
  }

  #tell(
    code: IssueCode,
    row: number | undefined,
    column: number,
    said: Pick<Issue, "column" | "found" | "expected">,
  ): void {
    const number = row === undefined ? undefined : this.#found.sheet.rowNumber[row];
    const cell = number === undefined ? {} : { row: number, cell: `${columnLetters(column)}${number}` };
    const severity = code === "parameter-unreadable" ? "error" : "warning";
    this.issues.push({ ...this.#place(), ...cell, ...said, code, severity });
  }

  #place(): Pick<Issue, "sheet"> {
    return { sheet: this.#found.sheet.name };
  }
}
