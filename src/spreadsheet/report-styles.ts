import type { Borders, Fill, Font, Style } from "exceljs";

import type { CellFormat, CellStyle, ReportCell } from "../core/report/report-model.ts";

const VERMILION = "FFC23B22";
const PALE_VERMILION = "FFFBE9E5";

const NUMBER_FORMATS = {
  text: "@",
  yuan: "#,##0.00_ ",
  integer: "#,##0_ ",
  share: "0.00%",
  date: "yyyy-mm-dd",
  number: "General",
  truth: "General",
} satisfies Record<CellFormat, string>;

const solid = (argb: string): Fill => ({ type: "pattern", pattern: "solid", fgColor: { argb } });
const font = (look: Partial<Font> = {}): Partial<Font> => ({ name: "Microsoft YaHei", size: 10, ...look });
const border = (edge: "top" | "bottom"): Partial<Borders> => ({
  [edge]: { style: "thin", color: { argb: "FF7F7F7F" } },
});

const LOOKS = {
  body: { font: font(), alignment: { vertical: "top" } },
  paragraph: { font: font(), alignment: { vertical: "top", wrapText: true } },
  title: { font: font({ size: 16, bold: true }) },
  section: { font: font({ size: 12, bold: true }) },
  heading: {
    font: font({ bold: true }),
    fill: solid("FFE8EEF0"),
    border: border("bottom"),
    alignment: { vertical: "middle", wrapText: true },
  },
  note: { font: font({ color: { argb: "FF595959" } }), alignment: { vertical: "top", wrapText: true } },
  input: { font: font(), fill: solid("FFFFF9DB") },
  locked: { font: font({ color: { argb: "FF595959" } }), fill: solid("FFEDEDED") },
  total: { font: font({ bold: true }), border: border("top") },
  edited: { font: font({ color: { argb: VERMILION } }) },
} satisfies Record<CellStyle, Partial<Style>>;

/** How a cell turned red by an alert looks. */
export const ALERT_STYLE: Partial<Style> = {
  font: { color: { argb: VERMILION } },
  fill: { type: "pattern", pattern: "solid", bgColor: { argb: PALE_VERMILION } },
};

/** Whether a cell's text runs over several lines where it is longer than its column is wide. */
export function isWrapped({ style = "body" }: ReportCell): boolean {
  const { alignment }: Partial<Style> = LOOKS[style];
  return alignment?.wrapText === true;
}

type Look = Pick<ReportCell, "style" | "format" | "link">;

/** A cell of each look that a report can give to cells. */
export const everyLook: readonly Look[] = (Object.keys(LOOKS) as CellStyle[]).flatMap((style) =>
  (Object.keys(NUMBER_FORMATS) as CellFormat[]).flatMap((format) => [
    { style, format },
    { style, format, link: "A1" },
  ]),
);

const places = new Map(everyLook.map((look, place) => [keyOf(look), place]));

function keyOf({ style = "body", format = "number", link }: Look): string {
  return link === undefined ? `${style} ${format}` : `${style} ${format} link`;
}

/** Place of a cell's look among {@link everyLook}. */
export function lookOf(cell: ReportCell): number {
  const place = places.get(keyOf(cell));
  if (place === undefined) throw new Error(`no look is called ${keyOf(cell)}`);
  return place;
}

/** A look in the words of the library. */
export function styleOf({ style = "body", format = "number", link }: Look): Partial<Style> {
  const look: Partial<Style> = LOOKS[style];
  const underlined = link === undefined ? {} : { font: { ...look.font, underline: true } };
  return { ...look, ...underlined, numFmt: NUMBER_FORMATS[format] };
}
