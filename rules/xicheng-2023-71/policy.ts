import type { Policy } from "../../src/core/policy/policy.ts";
import { article01 } from "./article-01/article.ts";
import { article02 } from "./article-02/article.ts";
import { article03 } from "./article-03/article.ts";
import { article04 } from "./article-04/article.ts";
import { article05 } from "./article-05/article.ts";
import { article06 } from "./article-06/article.ts";
import { article07 } from "./article-07/article.ts";
import { article08 } from "./article-08/article.ts";
import { article09 } from "./article-09/article.ts";
import { article10 } from "./article-10/article.ts";
import { article11 } from "./article-11/article.ts";
import { article12 } from "./article-12/article.ts";
import { article13 } from "./article-13/article.ts";
import { article14 } from "./article-14/article.ts";
import { article15 } from "./article-15/article.ts";
import { article16 } from "./article-16/article.ts";
import { article17 } from "./article-17/article.ts";
import { article18 } from "./article-18/article.ts";
import { article19 } from "./article-19/article.ts";
import { article20 } from "./article-20/article.ts";
import { article21 } from "./article-21/article.ts";
import { article22 } from "./article-22/article.ts";
import { article23 } from "./article-23/article.ts";
import { article24 } from "./article-24/article.ts";
import { article25 } from "./article-25/article.ts";
import { article26 } from "./article-26/article.ts";
import { article27 } from "./article-27/article.ts";
import { article28 } from "./article-28/article.ts";
import { article29 } from "./article-29/article.ts";
import { article30 } from "./article-30/article.ts";
import { article31 } from "./article-31/article.ts";
import { article04Measures } from "./article-04/measures.ts";
import { article04Parameters } from "./article-04/parameters.ts";
import { article05Measures } from "./article-05/measures.ts";
import { article05Parameters } from "./article-05/parameters.ts";
import { article06Measures } from "./article-06/measures.ts";
import { article06Parameters } from "./article-06/parameters.ts";
import { article09Measures } from "./article-09/measures.ts";
import { article09Parameters } from "./article-09/parameters.ts";
import { article10Measures } from "./article-10/measures.ts";
import { article10Parameters } from "./article-10/parameters.ts";
import { article11Measures } from "./article-11/measures.ts";
import { article11Parameters } from "./article-11/parameters.ts";
import { article12Measures } from "./article-12/measures.ts";
import { article12Parameters } from "./article-12/parameters.ts";
import { article13Measures } from "./article-13/measures.ts";
import { article13Parameters } from "./article-13/parameters.ts";
import { article14Measures } from "./article-14/measures.ts";
import { article14Parameters } from "./article-14/parameters.ts";
import { article15Measures } from "./article-15/measures.ts";
import { article15Parameters } from "./article-15/parameters.ts";
import { article18Measures } from "./article-18/measures.ts";
import { article18Parameters } from "./article-18/parameters.ts";
import { article19Measures } from "./article-19/measures.ts";
import { article19Parameters } from "./article-19/parameters.ts";
import { article20Measures } from "./article-20/measures.ts";
import { article20Parameters } from "./article-20/parameters.ts";
import { article21Measures } from "./article-21/measures.ts";
import { article21Parameters } from "./article-21/parameters.ts";
import { article05Readings } from "./article-05/readings.ts";
import { article06Readings } from "./article-06/readings.ts";
import { article10Readings } from "./article-10/readings.ts";
import { article12Readings } from "./article-12/readings.ts";
import { article20Readings } from "./article-20/readings.ts";
import { article14Readings } from "./article-14/readings.ts";
import { assumptionRanges } from "./assumption-ranges.ts";
import { asOfFields } from "./as-of-fields.ts";
import { baseEligibility, definitions, soleTraderTest, yearLookups } from "./definitions.ts";
import { processes } from "./processes.ts";
import { sharedReadings } from "./shared-readings.ts";
import { simulationAssumptions } from "./simulation.ts";
import { stopDates } from "../stop-dates.ts";
import { stressCases } from "./stress-cases.ts";

const measures = [
  ...article04Measures,
  ...article05Measures,
  ...article06Measures,
  ...article09Measures,
  ...article10Measures,
  ...article11Measures,
  ...article12Measures,
  ...article13Measures,
  ...article14Measures,
  ...article15Measures,
  ...article18Measures,
  ...article19Measures,
  ...article20Measures,
  ...article21Measures,
];

/** 北京市西城区支持中小微企业高质量发展的若干措施, as published. */
export const xicheng202371: Policy = {
  id: "xicheng-2023-71",
  title: "北京市西城区支持中小微企业高质量发展的若干措施",
  number: "西发改文〔2023〕71号",
  termStart: "2023-05-29",
  termEnd: "2028-05-28",
  articles: [
    article01,
    article02,
    article03,
    article04,
    article05,
    article06,
    article07,
    article08,
    article09,
    article10,
    article11,
    article12,
    article13,
    article14,
    article15,
    article16,
    article17,
    article18,
    article19,
    article20,
    article21,
    article22,
    article23,
    article24,
    article25,
    article26,
    article27,
    article28,
    article29,
    article30,
    article31,
  ],
  measures,
  parameters: [
    ...article04Parameters,
    ...article05Parameters,
    ...article06Parameters,
    ...article09Parameters,
    ...article10Parameters,
    ...article11Parameters,
    ...article12Parameters,
    ...article13Parameters,
    ...article14Parameters,
    ...article15Parameters,
    ...article18Parameters,
    ...article19Parameters,
    ...article20Parameters,
    ...article21Parameters,
    ...simulationAssumptions,
    ...stopDates(measures),
  ],
  readings: [
    ...article05Readings,
    ...article06Readings,
    ...article10Readings,
    ...article12Readings,
    ...article20Readings,
    ...article14Readings,
    ...sharedReadings,
  ],
  definitions,
  baseEligibility,
  soleTraderTest,
  growthYears: "m04.连续增长年数",
  titleTest: "持有专精特新称号",
  acceptanceStage: "m12b.受理阶段",
  yearLookups,
  asOfFields,
  processes,
  statutoryReadings: { 综合贡献封顶: "否", 代偿基数口径: "总额" },
  stressCases,
  assumptionRanges,
  departmentAliases: {
    区发展改革委: ["北京市西城区发展和改革委员会", "西城区发展和改革委员会"],
    区人力社保局: ["西城区人力资源和社会保障局"],
    区市场监管局: ["西城区市场监督管理局"],
  },
  departmentEnglish: {
    北京金融街服务局: "Beijing Financial Street Service Bureau",
    区中小企业服务中心: "SME Service Center",
    区市场监管局: "Market Regulation Bureau",
    区投资促进服务中心: "Investment Promotion Service Center",
    区人力社保局: "Human Resources and Social Security Bureau",
    区发展改革委: "Development and Reform Commission",
    区委组织部: "Party Committee Organization Department",
    区科技和信息化局: "Science and Information Technology Bureau",
    区政务服务局: "Government Service Bureau",
    区文化和旅游局: "Culture and Tourism Bureau",
    区文促中心: "Cultural Industry Promotion Center",
    西城园管委会: "Xicheng Park Management Committee",
    区财政局: "Finance Bureau",
    各相关部门: "Departments concerned",
  },
};
