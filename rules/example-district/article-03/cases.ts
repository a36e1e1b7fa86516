import type { CaseRow } from "../../worked-case.ts";
import { casesOf, firm, paid } from "../../worked-case.ts";

const only = (facts: CaseRow) => ({ 企业: [firm(facts)] });
const amounts = "分别给予10万元、20万元、50万元奖励";

export const article03Cases = casesOf(
  ["s03"],
  [
    {
      name: "市级专精特新奖励10万元，当年六成、次年四成",
      cites: "认定当年拨付60%，次年拨付40%",
      roster: only({ 市级专精特新认定日期: "2024-05-10" }),
      expected: [paid("s03", 2024, 60_000), paid("s03", 2025, 40_000)],
      arithmetic: "10万 × 60% = 6万元；10万 − 6万 = 4万元",
    },
    {
      name: "市级小巨人奖励20万元",
      cites: amounts,
      roster: only({ 市级小巨人认定日期: "2024-05-10" }),
      expected: [paid("s03", 2024, 120_000), paid("s03", 2025, 80_000)],
      arithmetic: "20万 × 60% = 12万元；20万 − 12万 = 8万元",
    },
    {
      name: "晋级补足差额",
      cites: "晋级的补足差额",
      roster: only({ 市级专精特新认定日期: "2024-05-10", 国家级小巨人认定日期: "2025-09-01" }),
      expected: [
        paid("s03", 2024, 60_000),
        paid("s03", 2025, 40_000),
        paid("s03", 2025, 240_000, 240_000, "topup"),
        paid("s03", 2026, 160_000, 160_000, "topup"),
      ],
      arithmetic: "50万 − 10万 = 40万元：40万 × 60% = 24万元、余16万元",
    },
    {
      name: "同日两项称号只奖较高一档",
      cites: amounts,
      roster: only({ 市级专精特新认定日期: "2024-05-10", 市级小巨人认定日期: "2024-05-10" }),
      expected: [paid("s03", 2024, 120_000), paid("s03", 2025, 80_000)],
      arithmetic: "20万 × 60% = 12万元；20万 − 12万 = 8万元",
    },
    {
      name: "失信企业不奖励",
      cites: "第3节：经营异常或失信的除外",
      roster: only({ 市级专精特新认定日期: "2024-05-10", 经营异常或失信: "是" }),
      expected: [],
      refused: ["s03"],
      arithmetic: "失信，0元",
    },
  ],
);
