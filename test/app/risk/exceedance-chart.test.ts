import { expect, it } from "vitest";
import { palettes } from "../../../src/app/charts/palette.ts";
import { exceedanceOption, type ExceedanceChart } from "../../../src/app/risk/exceedance-chart.ts";

const chart: ExceedanceChart = {
  amounts: [10, 20, 40],
  above: [0.9, 0.5, 0],
  marks: [{ name: "P50", amount: 20, share: 0.5 }],
  budget: { name: "预算 50", amount: 50 },
  unitName: "万元",
  axisName: "超过的概率",
  told: (amount, share) => `${amount} ${share}`,
  reducedMotion: true,
};
const optionOf = (drawn: ExceedanceChart) => exceedanceOption(drawn, palettes.light);

it("draws each amount against the share above it, which holds until the next amount", () => {
  expect(optionOf(chart).series).toMatchObject([
    {
      step: "end",
      data: [
        [10, 0.9],
        [20, 0.5],
        [40, 0],
      ],
    },
    { data: [{ value: [20, 0.5] }] },
  ]);
});

it("keeps a budget beyond all trials in sight, in vermilion, and has no such line without one", () => {
  const { seal } = palettes.light;
  expect(optionOf(chart).xAxis).toMatchObject({ min: 10, max: 50 });
  expect(optionOf(chart).series).toMatchObject([
    { markLine: { lineStyle: { color: seal }, data: [{ xAxis: 50 }] } },
    {},
  ]);
  const without = optionOf({ ...chart, budget: undefined });
  expect(JSON.stringify(without)).not.toContain(seal);
  expect(without.xAxis).not.toHaveProperty("max");
});
