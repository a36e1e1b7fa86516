import type { CaseRow } from "../worked-case.ts";
import { casesOf, codes, firm, paid, secondFirm, unverified } from "../worked-case.ts";

const service = (facts: CaseRow = {}): CaseRow => ({
  机构代码: codes.first,
  用人单位代码: codes.second,
  服务费: 8,
  日期: "2024-05-20",
  ...facts,
});
const roster = (facts: CaseRow = {}, agency: CaseRow = {}) => ({
  企业: [firm(agency), secondFirm()],
  人才服务: [service(facts)],
});
const agencyShare = "对符合条件的机构按照服务费10%的标准给予人才服务奖励";
const employerShare = "用人单位同时享受人才引进补助";
const term = "第2节：触发日在2023-05-29至2028-05-28之间";

const agencies = casesOf(
  ["m21a"],
  [
    {
      name: "机构按服务费的10%奖励",
      cites: agencyShare,
      roster: roster(),
      expected: [paid("m21a", 2024, 8_000)],
      arithmetic: "8万 × 10% = 8000元",
    },
    {
      name: "机构为大型企业不享受",
      cites: "第3节：须为中小微企业",
      roster: roster({}, { 申报划型: "大型" }),
      expected: [],
      refused: ["m21a"],
      arithmetic: "大型企业，0元",
    },
    {
      name: "施行前一天的服务不触发",
      cites: term,
      roster: roster({ 日期: "2023-05-28" }),
      expected: [],
      arithmetic: "2023-05-28 早于 2023-05-29",
    },
    {
      name: "施行当天的服务触发",
      cites: term,
      roster: roster({ 日期: "2023-05-29" }),
      expected: [paid("m21a", 2023, 8_000)],
      arithmetic: "8万 × 10% = 8000元",
    },
    {
      name: "服务费带分时四舍五入",
      cites: agencyShare,
      roster: roster({ 服务费: 1.234567 }),
      expected: [paid("m21a", 2024, 1_234.57)],
      arithmetic: "12345.67元 × 10% = 1234.567元，为1234.57元",
    },
  ],
);

const employers = casesOf(
  ["m21b"],
  [
    {
      name: "文件未载明数额时用人单位补助为零",
      cites: employerShare,
      roster: roster(),
      expected: [paid("m21b", 2024, 0)],
      arithmetic: "8万 × 0% = 0元",
    },
    {
      name: "设比例后按服务费计算",
      cites: employerShare,
      roster: roster(),
      values: { "m21b.用人单位比例": 0.1 },
      expected: [paid("m21b", 2024, 8_000)],
      arithmetic: "8万 × 10% = 8000元",
    },
    {
      name: "用人单位不在企业表时待核实",
      cites: "第10节：用人单位代码不在企业表为待核实",
      roster: roster({ 用人单位代码: codes.outside }),
      values: { "m21b.用人单位比例": 0.1 },
      expected: [unverified("m21b", 2024, 8_000)],
      arithmetic: "8万 × 10% = 8000元列待核实",
    },
  ],
);

export const article21Cases = [...agencies, ...employers];
