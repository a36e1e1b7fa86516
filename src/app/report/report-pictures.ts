import { LegendComponent, type LegendComponentOption } from "echarts/components";
import { use } from "echarts/core";
import { lastYearOf, yearsOf } from "../../core/policy/figures.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { sumOf, sumsOf, type Totals } from "../../core/policy/totals.ts";
import { showsMeasure } from "../../core/report/department-scope.ts";
import type { ReportChart, ReportChoice } from "../../core/report/report-input.ts";
import { chartPicture } from "../charts/chart-picture.ts";
import type { ChartOption } from "../charts/chart.svelte.ts";
import { palettes } from "../charts/palette.ts";
import { heatTable } from "../overview/heat-table.ts";
import { rankedChartOption, rankedHeight } from "../overview/ranked-chart.ts";
import { rankedMeasures } from "../overview/ranked-measures.ts";
import { bySize, yearChartOption } from "../overview/year-chart.ts";
import type { Exposure } from "../state/exposure.svelte.ts";
import { ownTurn } from "../turns/turns.ts";
import { amountWithUnit, inMoneyUnit } from "../text/amount.ts";
import { en } from "../text/en.ts";
import { zh } from "../text/zh.ts";
import { reportText } from "./report-text.ts";

use([LegendComponent]);

const UNIT = "万元";
const WIDTH = 1000;
const palette = palettes.light;

/** The pictures of a report, on paper and so always light: years by department, then measures by size. */
export async function reportPictures(
  policy: Policy,
  result: Exposure,
  choice: ReportChoice,
): Promise<readonly ReportChart[]> {
  const cells = result.evaluation.cells.filter(({ measure }) => {
    const found = policy.measures[measure];
    return found !== undefined && showsMeasure(choice, found);
  });
  const totals: Totals = { ...result.totals, ...sumsOf(policy, cells) };
  await ownTurn();
  const years = await yearPicture(policy, totals, choice);
  await ownTurn();
  return [years, await measurePicture(policy, totals, choice)];
}

/** Room for the legend of departments, and its look on paper. */
const legendRoom = 232;
const legend = {
  orient: "vertical",
  right: 0,
  top: 24,
  icon: "rect",
  itemWidth: 14,
  itemHeight: 14,
  textStyle: { color: palette.ink, width: legendRoom - 40, overflow: "truncate" },
} as const satisfies LegendComponentOption;

async function pictureOf(option: ChartOption, title: string, description: string, height: number) {
  const png = await chartPicture(option, title, { width: WIDTH, height }, palette);
  const { width, height: high } = await createImageBitmap(new Blob([new Uint8Array(png)], { type: "image/png" }));
  return { png, description, width: width / 2, height: high / 2 };
}

function yearPicture(policy: Policy, totals: Totals, { language }: ReportChoice): Promise<ReportChart> {
  const words = language === "zh" ? zh : en;
  const years = yearsOf(policy, totals);
  const labels = years.map((year) => (year > lastYearOf(policy) ? `${year} ${words.tailMark}` : String(year)));
  const departments = bySize(
    [...totals.departments].map(([name, { committed }]) => ({ name, committed, total: sumOf(committed) })),
  ).filter(({ total }) => total !== 0);
  const heat = heatTable(
    departments.map(({ committed }) => committed),
    years,
  );
  const shown = (fen: number): string => amountWithUnit(fen, UNIT, words);
  const most = heat.sums.cells.indexOf(Math.max(...heat.sums.cells));
  const title =
    heat.sums.total > 0 ? words.byYear(String(years[most] ?? ""), shown(heat.sums.cells[most] ?? 0)) : words.nothingDue;
  const parts = heat.sums.cells.map((cell, index) => `${labels[index] ?? ""} ${shown(cell)}`);
  const series = departments.map(({ name }, index) => ({
    name,
    values: (heat.rows[index]?.cells ?? []).map((cell) => inMoneyUnit(cell, UNIT)),
  }));
  const drawn = yearChartOption(
    { labels, series, unitName: words.unitNames[UNIT], reducedMotion: true, isSelected: () => true },
    palette,
  );
  const option: ChartOption & { legend: LegendComponentOption } = {
    ...drawn,
    grid: { ...drawn.grid, right: legendRoom },
    legend,
  };
  return pictureOf(option, title, words.byYearDescription(title, parts.join(reportText[language].comma)), 420);
}

function measurePicture(policy: Policy, totals: Totals, { language }: ReportChoice): Promise<ReportChart> {
  const words = language === "zh" ? zh : en;
  const said = reportText[language];
  const bars = rankedMeasures(policy, totals).map(({ index, committed, statutory, unverified }) => ({
    name: policy.measures[index]?.label[language] ?? "",
    shown: amountWithUnit(committed, UNIT, words),
    committed: inMoneyUnit(committed, UNIT),
    statutory: inMoneyUnit(statutory, UNIT),
    unverified: inMoneyUnit(unverified, UNIT),
    isSelected: true,
    told: [],
  }));
  const unitName = words.unitNames[UNIT];
  const option = rankedChartOption({ bars, unitName, reducedMotion: true }, palette);
  const parts = bars.map(({ name, shown }) => `${name} ${shown}`).join(said.comma);
  return pictureOf(option, said.byMeasure(unitName), said.byMeasureDescription(parts), rankedHeight(bars.length));
}
