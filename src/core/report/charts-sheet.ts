import type { ReportChart, ReportInput } from "./report-input.ts";
import type { ReportImage, ReportSheet } from "./report-model.ts";
import { emptyCell, textCell } from "./report-cells.ts";
import type { ReportRow } from "./report-section.ts";
import { sheetName } from "./sheet-names.ts";

const words = {
  zh: { title: "图表", note: "写报告时的图片；改动参数后不随之变化，数字以各表为准。" },
  en: { title: "Charts", note: "Pictures of the moment of writing: they do not follow edited parameters." },
} as const;

/** Height of a row and the widest picture, in pixels. */
const ROW_PIXELS = 20;
const WIDEST = 1000;

/** 图表: each picture under its description; nothing where there are no pictures. */
export function chartsSheet({ language, charts }: ReportInput): ReportSheet | undefined {
  if (charts.length === 0) return undefined;
  const rows: ReportRow[] = [[textCell(words[language].title, "title")], [textCell(words[language].note, "note")]];
  const images: ReportImage[] = [];
  for (const chart of charts) {
    rows.push([emptyCell], [textCell(chart.description, "paragraph")]);
    const image = imageOf(chart, rows.length);
    images.push(image);
    rows.push(...Array.from({ length: Math.ceil(image.height / ROW_PIXELS) }, (): ReportRow => [emptyCell]));
  }
  return {
    name: sheetName("charts", language),
    widths: [140],
    rows,
    images,
    landscape: true,
  };
}

function imageOf({ png, description, width, height }: ReportChart, row: number): ReportImage {
  const scale = Math.min(1, WIDEST / width);
  return { png, description, column: 0, row, width: Math.round(width * scale), height: Math.round(height * scale) };
}
