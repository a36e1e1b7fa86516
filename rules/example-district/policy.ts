import type { Policy } from "../../src/core/policy/policy.ts";
import { stopDates } from "../stop-dates.ts";
import { article01 } from "./article-01/article.ts";
import { article02 } from "./article-02/article.ts";
import { article02Measures } from "./article-02/measures.ts";
import { article02Parameters } from "./article-02/parameters.ts";
import { article02Readings } from "./article-02/readings.ts";
import { article03 } from "./article-03/article.ts";
import { article03Measures } from "./article-03/measures.ts";
import { article03Parameters } from "./article-03/parameters.ts";
import { article04 } from "./article-04/article.ts";
import { article04Measures } from "./article-04/measures.ts";
import { article04Parameters } from "./article-04/parameters.ts";
import { article05 } from "./article-05/article.ts";
import { article05Measures } from "./article-05/measures.ts";
import { article05Parameters } from "./article-05/parameters.ts";
import { article05Readings } from "./article-05/readings.ts";
import { article06 } from "./article-06/article.ts";
import { baseEligibility, definitions, soleTraderTest } from "./definitions.ts";
import { processes } from "./processes.ts";
import { simulationAssumptions } from "./simulation.ts";

const measures = [...article02Measures, ...article03Measures, ...article04Measures, ...article05Measures];

/** A made-up text of a made-up district: it shows how a pack is written, and that nothing else knows one. */
export const exampleDistrict: Policy = {
  id: "example-district",
  title: "示例区支持中小微企业发展若干措施（虚构示例）",
  number: "示例〔2024〕1号（虚构）",
  termStart: "2024-01-01",
  termEnd: "2028-12-31",
  articles: [article01, article02, article03, article04, article05, article06],
  measures,
  parameters: [
    ...article02Parameters,
    ...article03Parameters,
    ...article04Parameters,
    ...article05Parameters,
    ...simulationAssumptions,
    ...stopDates(measures),
  ],
  readings: [...article02Readings, ...article05Readings],
  definitions,
  baseEligibility,
  soleTraderTest,
  yearLookups: [],
  asOfFields: [
    { table: "enterprises", field: "cityTitleDate" },
    { table: "enterprises", field: "cityGiantDate" },
    { table: "enterprises", field: "nationalGiantDate" },
    { table: "projects", field: "acceptedDate" },
    { table: "guarantees", field: "compensationDate" },
    { table: "employment", field: "jobStart" },
  ],
  statutoryReadings: {},
  processes,
  stressCases: [
    {
      id: "recession-5",
      title: { zh: "衰退：担保年违约率 5%", en: "Recession: guarantees default at 5% a year" },
      values: { "sim.违约代偿.年违约率": 0.05 },
      readings: {},
      source: { zh: "规划假设（虚构示例）", en: "Judgement (made-up example)" },
      rating: "E",
    },
    {
      id: "pool-refilled",
      title: { zh: "补偿资金逐年补足", en: "The pool is refilled every year" },
      values: {},
      readings: { 补偿资金口径: "年度补足" },
      source: { zh: "第五条未写明资金是否补充", en: "Article 5 does not say whether the pool is refilled" },
      rating: "T",
    },
  ],
  assumptionRanges: [
    {
      key: "s02.核定系数",
      p10: 0.7,
      p90: 1,
      source: { zh: "规划判断（虚构示例）", en: "Judgement (made-up example)" },
      rating: "E",
    },
    {
      key: "sim.违约代偿.年违约率",
      p10: 0.01,
      p90: 0.04,
      source: { zh: "规划判断（虚构示例）", en: "Judgement (made-up example)" },
      rating: "E",
    },
  ],
  departmentAliases: { 示例区经济局: ["示例区经济促进局"] },
  departmentEnglish: {
    示例区科技局: "Example Science Bureau",
    示例区经济局: "Example Economy Bureau",
    示例区就业局: "Example Employment Bureau",
    示例区财政局: "Example Finance Bureau",
  },
};
