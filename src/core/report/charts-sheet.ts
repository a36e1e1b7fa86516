import { departmentChart, rankedMeasures } from "./live-charts.ts";
import type { LiveSheets } from "./live-sheets.ts";
import type { ReportChart, ReportInput } from "./report-input.ts";
import type { ReportImage, ReportSheet, SheetChart } from "./report-model.ts";
import { emptyCell, textCell } from "./report-cells.ts";
import type { ReportRow } from "./report-section.ts";
import { sheetName } from "./sheet-names.ts";
import { simulationCharts } from "./simulation-charts.ts";

const words = {
  zh: {
    title: "图表",
    note: "图由各表的单元格画出，改动参数后随之变化；模拟结果的图为写报告时的数值。",
    pictures: "写报告时的图片",
    picturesNote: "改动参数后不随之变化，数字以各表为准。",
  },
  en: {
    title: "Charts",
    note: "Charts are drawn from cells and follow edited parameters; those of the simulation show it as it was written.",
    pictures: "Pictures of the moment of writing",
    picturesNote: "They do not follow edited parameters: the sheets have the figures.",
  },
} as const;

/** Height of a row, the widest picture and a chart, in pixels. */
const ROW_PIXELS = 20;
const WIDEST = 1000;
const CHART = { width: 960, height: 440 } as const;
const FIRST_CHART_ROW = 3;

/** 图表: charts over cells of the workbook, the ranking that one of them shows, then each picture under its description. */
export function chartsSheet(
  { language, charts }: ReportInput,
  { measures, departments }: LiveSheets["yearly"],
  simulation: ReportSheet | undefined,
): ReportSheet {
  const said = words[language];
  const simulated = simulation ? simulationCharts(simulation, language) : [];
  const chartRows = CHART.height / ROW_PIXELS + 1;
  const ranking = rankedMeasures(measures, language, FIRST_CHART_ROW + (2 + simulated.length) * chartRows + 1);
  const contents = [departmentChart(departments, language), ranking.chart, ...simulated];
  // a department may answer for the fund alone, which has no line by year
  const drawn = contents
    .filter(({ series }) => series.length > 0)
    .map((content, index): SheetChart => ({
      ...content,
      ...CHART,
      column: 0,
      row: FIRST_CHART_ROW + index * chartRows,
    }));
  const rows: ReportRow[] = [
    [textCell(said.title, "title")],
    [textCell(said.note, "note")],
    [emptyCell],
    ...emptyRows(contents.length * chartRows),
    ...ranking.rows,
  ];
  if (charts.length > 0)
    rows.push([emptyCell], [textCell(said.pictures, "section")], [textCell(said.picturesNote, "note")]);
  const images: ReportImage[] = [];
  for (const chart of charts) {
    rows.push([emptyCell], [textCell(chart.description, "paragraph")]);
    const image = imageOf(chart, rows.length);
    images.push(image);
    rows.push(...emptyRows(Math.ceil(image.height / ROW_PIXELS)));
  }
  return {
    name: sheetName("charts", language),
    widths: [8, 46, 20, 20, 20, 20],
    rows,
    images,
    charts: drawn,
  };
}

const emptyRows = (count: number): readonly ReportRow[] => Array.from({ length: count }, () => [emptyCell]);

function imageOf({ png, description, width, height }: ReportChart, row: number): ReportImage {
  const scale = Math.min(1, WIDEST / width);
  return { png, description, column: 0, row, width: Math.round(width * scale), height: Math.round(height * scale) };
}
