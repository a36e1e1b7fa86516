import type { Measure, TriggerRule } from "../../../src/core/policy/policy.ts";

/** Titles from the lowest tier up. */
const titles = [
  { id: "city", name: "市级专精特新", english: "municipal 专精特新" },
  { id: "city-giant", name: "市级小巨人", english: "municipal little giant" },
  { id: "national-giant", name: "国家级小巨人", english: "national little giant" },
] as const;

const amounts = titles.map(({ name }) => `奖励.${name}`).join(",");
const tierAmount = `CHOOSE(档次,${amounts})`;

/** 称号奖励: the highest tier of a day, less what a lower one brought, in two instalments. */
export const article03Measures: readonly Measure[] = [
  {
    id: "s03",
    article: 3,
    label: { zh: "称号奖励", en: "Award for titles" },
    departments: ["示例区经济局"],
    kind: "grant",
    table: "enterprises",
    owner: "uscc",
    triggers: titles.map(({ id, name, english }, index): TriggerRule => ({
      id: `recognised-${id}`,
      label: { zh: `认定${name}`, en: `recognised as ${english}` },
      date: `${name}认定日期`,
      tier: index + 1,
    })),
    select: "highest-of-day",
    admitsSoleTraders: false,
    gross: tierAmount,
    limits: [
      {
        kind: "topup",
        formula: `MAX(0,${tierAmount}-本条已享受)`,
        label: { zh: "晋级补差", en: "difference to what was received" },
      },
    ],
    schedule: { kind: "instalments", shares: "分期", offset: "兑付年度偏移" },
    statutory: {},
    order: [],
    chain: { group: "s03", opening: "0" },
    withoutFigure: false,
  },
];
