import type { Reading } from "../../../src/core/policy/policy.ts";

export const article20Readings: readonly Reading[] = [
  {
    name: "期后续付",
    label: { zh: "期后续付", en: "Payments after the term" },
    options: [
      { value: "是", zh: "期满后续付满三年", en: "run on to three years" },
      { value: "否", zh: "期满停付", en: "stop with the term" },
    ],
    articles: [20],
    question: { zh: "政策期满后尚未满三年的补助是否续付？", en: "Do subsidies run on after the term?" },
    source: "西发改文〔2023〕71号第20、31条",
    workbook: "locked",
  },
  {
    name: "房租上限口径",
    label: { zh: "房租上限口径", en: "Period of the rent cap" },
    options: [
      { value: "每年", zh: "每年不超过4万元", en: "40,000 yuan a year" },
      { value: "累计", zh: "三年合计不超过4万元", en: "40,000 yuan in all" },
    ],
    articles: [20],
    question: { zh: "4万元是每年还是累计？", en: "Is the cap a yearly or a total one?" },
    source: "西发改文〔2023〕71号第20条",
    workbook: "live",
  },
];
