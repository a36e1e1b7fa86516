import type { StressCase } from "../../src/core/policy/policy.ts";
import { percent } from "../../src/core/money/money.ts";

type Draft = Pick<StressCase, "id" | "title" | "source"> & Partial<StressCase>;

const stress = (draft: Draft): StressCase => ({ values: {}, readings: {}, rating: "E", ...draft });

const recession = (rate: number): StressCase =>
  stress({
    id: `recession-${rate}`,
    title: { zh: `衰退：担保年违约率 ${rate}%`, en: `Recession: guarantees default at ${rate}% a year` },
    values: { "sim.违约代偿.年违约率": percent(rate) },
    source: {
      zh: "规划假设；基准 1.3% 出自北京市担保行业代偿率（2021年上半年 1.86%，2022年上半年 1.28%）",
      en: "Judgement; the base of 1.3% is Beijing's rate of compensation (1.86% in H1 2021, 1.28% in H1 2022)",
    },
  });

/**
 * What may go otherwise than expected. Chances while the listing window is open are those of a factor of +2 in the
 * link of section 7 with ρ 0.15: Φ((Φ⁻¹(0.3 %) + 2√0.15) / √0.85) = 1.6 %, and 2.5 % for 0.5 %.
 */
export const stressCases: readonly StressCase[] = [
  recession(3),
  recession(5),
  stress({
    id: "reviews-pass",
    title: { zh: "称号复核与国高新再认定全部通过", en: "Every review and renewal passes" },
    values: { "sim.称号复核.通过率": 1, "sim.称号复核.小巨人通过率": 1, "sim.国高新再认定.通过率": 1 },
    source: {
      zh: "规划假设：复核通过率的上界",
      en: "Judgement: the upper bound of pass rates",
    },
  }),
  stress({
    id: "listing-window",
    title: { zh: "上市窗口打开", en: "The listing window opens" },
    values: { "sim.上市.年概率": percent(1.6), "sim.新三板挂牌.年概率": percent(2.5) },
    source: {
      zh: "模型推算：上市窗口因子取 +2 时的条件年概率（ρ 0.15）",
      en: "Computed: yearly chances given a listing factor of +2 (ρ 0.15)",
    },
    rating: "C",
  }),
  stress({
    id: "pool-refilled",
    title: { zh: "担保资金池逐年补足", en: "The pool is refilled every year" },
    readings: { 资金池口径: "年度补足" },
    source: { zh: "第十四条未写明资金池是否补充", en: "Article 14 does not say whether the pool is refilled" },
    rating: "T",
  }),
  stress({
    id: "narrow-readings",
    title: { zh: "口径从严", en: "Narrow readings" },
    readings: {
      清洁生产口径: "市级补助",
      单户上限口径: "政策期",
      综合贡献封顶: "是",
      挂牌上市合并: "是",
      期后续付: "否",
      房租上限口径: "累计",
      代偿基数口径: "净额",
      资金池口径: "一次性",
      同一事项: "是",
    },
    source: {
      zh: "各条未载明处取较少的一种；补差口径哪种较少因企业而异，随情景",
      en: "Of each unclear wording the reading that pays less; which one of 补差口径 does differs by firm, so it stays",
    },
    rating: "T",
  }),
];
