import type { CaseRow } from "../../worked-case.ts";
import { casesOf, codes, firm, paid } from "../../worked-case.ts";

const project = (name: string, date: string, investment: number, facts: CaseRow = {}): CaseRow => ({
  统一社会信用代码: codes.first,
  项目名称: name,
  项目类型: "数字化转型",
  总投资: investment,
  验收日期: date,
  ...facts,
});
const one = (investment: number, facts: CaseRow = {}, date = "2024-03-01") => ({
  企业: [firm()],
  项目: [project("A项目", date, investment, facts)],
});
const share = "按总投资的20%给予补助";
const projectCap = "单个项目不超过80万元";
const firmCap = "同一企业累计不超过120万元";

export const article02Cases = casesOf(
  ["s02"],
  [
    {
      name: "预算口径乘核定系数0.9，法定口径按20%",
      cites: share,
      roster: one(100),
      expected: [paid("s02", 2024, 180_000, 200_000)],
      arithmetic: "100万 × 20% × 0.9 = 18万元；法定 100万 × 20% = 20万元",
    },
    {
      name: "法定补助恰为项目上限",
      cites: projectCap,
      roster: one(400),
      expected: [paid("s02", 2024, 720_000, 800_000)],
      arithmetic: "400万 × 20% × 0.9 = 72万元；法定80万元，等于上限",
    },
    {
      name: "超过项目上限以80万元为限",
      cites: projectCap,
      roster: one(500),
      expected: [paid("s02", 2024, 800_000, 800_000, "cap")],
      arithmetic: "500万 × 20% × 0.9 = 90万元，以80万元为限；法定100万元，以80万元为限",
    },
    {
      name: "第二个项目以累计余额为限",
      cites: firmCap,
      roster: {
        企业: [firm()],
        项目: [project("A项目", "2024-03-01", 500), project("B项目", "2025-03-01", 300)],
      },
      expected: [paid("s02", 2024, 800_000, 800_000, "cap"), paid("s02", 2025, 400_000, 400_000, "cap")],
      arithmetic: "120万 − 80万 = 40万元，低于 300万 × 20% × 0.9 = 54万元和法定60万元",
    },
    {
      name: "含市级口径下市级补助先占上限",
      cites: projectCap,
      roster: one(300, { 市级补助: 50 }),
      readings: { 项目上限口径: "含市级" },
      expected: [paid("s02", 2024, 300_000, 300_000, "cofund")],
      arithmetic: "80万 − 50万 = 30万元，低于54万元和法定60万元",
    },
    {
      name: "施行前一天验收不补助",
      cites: "第2节：触发日在政策期内",
      roster: one(100, {}, "2023-12-31"),
      expected: [],
      arithmetic: "2023-12-31 早于 2024-01-01",
    },
    {
      name: "施行当天验收补助",
      cites: "第2节：触发日在政策期内",
      roster: one(100, {}, "2024-01-01"),
      expected: [paid("s02", 2024, 180_000, 200_000)],
      arithmetic: "18万元；法定20万元",
    },
  ],
);
