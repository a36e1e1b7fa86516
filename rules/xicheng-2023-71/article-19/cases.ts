import { casesOf, firm, paid } from "../worked-case.ts";

export const article19Cases = casesOf(
  ["m19"],
  [
    {
      name: "设年度额度后每个预算年度全额列支",
      cites: "住房补助",
      roster: { 企业: [firm()] },
      values: { "m19.年度额度": 1_000_000 },
      asOf: "2024-06-30",
      expected: [paid("m19", 2023, 1_000_000), paid("m19", 2024, 1_000_000)],
      arithmetic: "2023、2024年各100万元，均不晚于基准日所在年",
    },
    {
      name: "未设年度额度时不列支",
      cites: "住房补助",
      roster: { 企业: [firm()] },
      asOf: "2024-06-30",
      expected: [],
      arithmetic: "文件未载明数额，0元",
    },
  ],
);
