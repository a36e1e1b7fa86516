import { RawKind, type RawSheet, type RawWorkbook } from "../roster/raw-sheet.ts";
import { kindAt, shownAt } from "../roster/import-raw-cell.ts";
import { parameterHeads } from "./parameter-sheet.ts";
import { runLabels } from "./run-sheet.ts";

/** 参数 as it stands in a file: where its rows begin, and the position of each column that was found. */
export interface FoundParameters {
  readonly sheet: RawSheet;
  /** Stored row behind the heads. */
  readonly firstRow: number;
  readonly key: number;
  readonly value: number;
  /** Absent: the file does not say what was exported. */
  readonly exported?: number;
}

/** What 运行记录 says of the report that a file was written as. */
export interface ReportOrigin {
  readonly packHash: string;
  readonly rosterHash: string;
  readonly rosterFile: string;
  readonly writtenAt: string;
  /** Text of an `exposure-scenario/1` file. */
  readonly scenario: string;
}

/** Rows in which the heads of a sheet are looked for. */
const MOST_ROWS_ABOVE = 20;

/** The first sheet with columns of keys and values, whatever it is called: a report's own, or one kept alone. */
export function findParameters({ sheets }: RawWorkbook): FoundParameters | undefined {
  for (const sheet of sheets) {
    for (let row = 0; row < Math.min(sheet.rowCount, MOST_ROWS_ABOVE); row++) {
      const heads = sheet.columns.map((_, position) => shownAt(sheet, position, row).trim());
      const at = (head: keyof typeof parameterHeads): number => {
        const names: readonly string[] = parameterHeads[head];
        return heads.findIndex((text) => names.includes(text));
      };
      const [key, value, exported] = [at("key"), at("value"), at("exported")];
      if (key < 0 || value < 0) continue;
      return { sheet, firstRow: row + 1, key, value, ...(exported >= 0 && { exported }) };
    }
  }
  return undefined;
}

/** The record of the run, wherever it stands; undefined for a file without one. */
export function findOrigin({ sheets }: RawWorkbook): ReportOrigin | undefined {
  const sheet = sheets.find((each) => textOf(each, "packHash") !== "" || textOf(each, "scenario") !== "");
  if (!sheet) return undefined;
  return {
    packHash: textOf(sheet, "packHash"),
    rosterHash: textOf(sheet, "rosterHash"),
    rosterFile: textOf(sheet, "rosterFile"),
    writtenAt: textOf(sheet, "writtenAt"),
    scenario: textOf(sheet, "scenario"),
  };
}

/** Everything that stands beside a label, in the order of the rows. */
function textOf(sheet: RawSheet, what: keyof typeof runLabels): string {
  const labels: readonly string[] = runLabels[what];
  let text = "";
  for (let row = 0; row < sheet.rowCount; row++) {
    if (kindAt(sheet, 0, row) === RawKind.text && labels.includes(shownAt(sheet, 0, row)))
      text += shownAt(sheet, 1, row);
  }
  return text;
}
