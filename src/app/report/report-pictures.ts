import { LegendComponent, type LegendComponentOption } from "echarts/components";
import { use } from "echarts/core";
import { departmentName } from "../../core/policy/department-name.ts";
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
import { rankedMeasures, shareText } from "../overview/ranked-measures.ts";
import { overviewText } from "../overview/overview-text.ts";
import { bySize, yearChartOption } from "../overview/year-chart.ts";
import type { Exposure } from "../state/exposure.svelte.ts";
import { ownTurn } from "../turns/turns.ts";
import { amountWithUnit, inMoneyUnit } from "../text/amount.ts";
import { en } from "../text/en.ts";
import { zh } from "../text/zh.ts";

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

const legend = {
  icon: "rect",
  itemWidth: 14,
  itemHeight: 14,
  textStyle: { color: palette.ink },
} as const satisfies LegendComponentOption;

/** Room for the legend of departments, beside the chart. */
const legendRoom = 232;
const departmentLegend = {
  ...legend,
  orient: "vertical",
  right: 0,
  top: 24,
  textStyle: { ...legend.textStyle, width: legendRoom - 40, overflow: "truncate" },
} as const satisfies LegendComponentOption;

/** Height of the legend of bases, below the chart. */
const LEGEND_HEIGHT = 32;
const statutoryLine = "path://M6,0h2v14h-2z";

type LegendOption = ChartOption & { legend: LegendComponentOption };

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
    name: departmentName(policy, name, language),
    values: (heat.rows[index]?.cells ?? []).map((cell) => inMoneyUnit(cell, UNIT)),
  }));
  const drawn = yearChartOption(
    { labels, series, unitName: words.unitNames[UNIT], reducedMotion: true, isSelected: () => true },
    palette,
  );
  const option: LegendOption = {
    ...drawn,
    grid: { ...drawn.grid, right: legendRoom },
    legend: departmentLegend,
  };
  return pictureOf(option, title, words.byYearDescription(title, parts.join(overviewText[language].comma)), 420);
}

function measurePicture(policy: Policy, totals: Totals, { language }: ReportChoice): Promise<ReportChart> {
  const words = language === "zh" ? zh : en;
  const { ranked: said, comma } = overviewText[language];
  const labelOf = (index: number): string => policy.measures[index]?.label[language] ?? "";
  const shown = (fen: number): string => amountWithUnit(fen, UNIT, words);
  const ranked = rankedMeasures(policy, totals);
  const bars = ranked.map(({ index, committed, statutory, unverified }) => ({
    name: labelOf(index),
    committed: inMoneyUnit(committed, UNIT),
    statutory: inMoneyUnit(statutory, UNIT),
    unverified: inMoneyUnit(unverified, UNIT),
    isSelected: true,
    told: [],
  }));
  const total = sumOf(totals.total.committed);
  const [first] = ranked;
  const title =
    first && total > 0
      ? said.title(labelOf(first.index), shown(first.committed), shareText(first.committed, total))
      : words.nothingDue;
  const { committed, statutory, unverified } = words.bases;
  const drawn = rankedChartOption(
    { bars, unitName: words.unitNames[UNIT], reducedMotion: true, names: words.bases },
    palette,
  );
  const option: LegendOption = {
    ...drawn,
    grid: { ...drawn.grid, bottom: 8 + LEGEND_HEIGHT },
    legend: { ...legend, bottom: 0, left: 0, data: [committed, { name: statutory, icon: statutoryLine }, unverified] },
  };
  const parts = ranked.map(({ index, ...line }) =>
    said.part(labelOf(index), shown(line.committed), shown(line.statutory)),
  );
  return pictureOf(
    option,
    title,
    said.description(title, parts.join(comma)),
    rankedHeight(bars.length) + LEGEND_HEIGHT,
  );
}
