import type { Measure, TriggerRule } from "../../../src/core/policy/policy.ts";

/** Titles from the lowest tier up. */
const titles = [
  { id: "city", name: "市级专精特新", english: "municipal 专精特新" },
  { id: "city-giant", name: "市级小巨人", english: "municipal little giant" },
  { id: "national-giant", name: "国家级小巨人", english: "national little giant" },
] as const;

const amounts = titles.map(({ name }) => `档次金额.${name}`).join(",");
const tierAmount = `CHOOSE(档次,${amounts})`;

const recognitions = titles.map(({ id, name, english }, index): TriggerRule => ({
  id: `recognised-${id}`,
  label: { zh: `认定${name}`, en: `recognised as ${english}` },
  date: `${name}认定日期`,
  tier: index + 1,
}));

const moveIns = titles.map(({ id, name, english }, index): TriggerRule => ({
  id: `moved-in-${id}`,
  label: { zh: `持${name}称号迁入`, en: `moved in as ${english}` },
  date: "迁入日期",
  exists: `${name}有效`,
  tier: index + 1,
}));

/** 专精特新奖励: the highest tier of a day, less what the firm has had, in principle within its contribution. */
export const article10Measures: readonly Measure[] = [
  {
    id: "m10",
    article: 10,
    label: { zh: "专精特新奖励", en: "Award for specialised firms" },
    departments: ["区中小企业服务中心"],
    kind: "grant",
    table: "enterprises",
    owner: "uscc",
    triggers: [...recognitions, ...moveIns],
    select: "highest-of-day",
    admitsSoleTraders: false,
    gross: tierAmount,
    limits: [
      {
        kind: "topup",
        // a state of 0 = no earlier tier, so the list starts with it
        formula:
          `MAX(0,${tierAmount}-IF(补差口径="实际已享受",本条已享受,` +
          `MAX(已获同类补助+第10条已兑付,CHOOSE(已达档次+1,0,${amounts}))))`,
        label: { zh: "晋级补差", en: "difference to what was received" },
      },
      {
        kind: "contribution",
        formula: "MAX(0,上年区级综合贡献-本条本年已享受)",
        when: '综合贡献封顶="是"',
        ifUnknown: "no-limit",
        label: { zh: "不超过上年区级综合贡献", en: "within the district contribution of the year before" },
      },
    ],
    schedule: { kind: "once" },
    statutory: {},
    order: [],
    chain: { group: "m10", opening: "已获同类补助+第10条已兑付" },
    withoutFigure: false,
  },
];
