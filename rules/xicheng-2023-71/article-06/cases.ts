import type { CaseRow } from "../worked-case.ts";
import { casesOf, codes, firm, paid, unverified } from "../worked-case.ts";

const titled = { 市级专精特新认定日期: "2023-06-01", 市级专精特新到期日期: "2026-06-01" };
const project = (name: string, date: string, investment: number): CaseRow => ({
  统一社会信用代码: codes.first,
  项目名称: name,
  项目类型: "数字化转型",
  总投资: investment,
  验收日期: date,
});
const one = (investment: number, date = "2024-03-01", facts: CaseRow = titled) => ({
  企业: [firm(facts)],
  项目: [project("A项目", date, investment)],
});
const two = (dates: readonly [string, string], facts: CaseRow = titled) => ({
  企业: [firm(facts)],
  项目: [project("A项目", dates[0], 800), project("B项目", dates[1], 800)],
});
const share = "给予不超过总投资30%的资金补助";
const cap = "单个企业补助金额最高不超过300万元（含）";
const title = "对市（省）级以上专精特新中小企业数字化转型、升级费用";

export const article06Cases = casesOf(
  ["m06"],
  [
    {
      name: "法定补助恰为300万元",
      cites: share,
      roster: one(1000),
      expected: [paid("m06", 2024, 2_400_000, 3_000_000)],
      arithmetic: "1000万 × 30% × 0.8 = 240万元；法定 1000万 × 30% = 300万元，等于上限",
    },
    {
      name: "预算补助恰为300万元时不算触顶",
      cites: cap,
      roster: one(1250),
      expected: [paid("m06", 2024, 3_000_000, 3_000_000)],
      arithmetic: "1250万 × 30% × 0.8 = 300万元；法定375万元以300万元为限",
    },
    {
      name: "超过上限以300万元为限",
      cites: cap,
      roster: one(1250.01),
      expected: [paid("m06", 2024, 3_000_000, 3_000_000, "cap")],
      arithmetic: "1250.01万 × 30% × 0.8 = 300.0024万元，以300万元为限",
    },
    {
      name: "政策期口径下两个项目共用上限",
      cites: cap,
      roster: two(["2024-03-01", "2025-03-01"]),
      expected: [paid("m06", 2024, 1_920_000, 2_400_000), paid("m06", 2025, 1_080_000, 600_000, "cap")],
      arithmetic:
        "每项800万 × 30% × 0.8 = 192万元、法定240万元；第二项 300万 − 192万 = 108万元，法定 300万 − 240万 = 60万元",
    },
    {
      name: "年度口径下不同年度各有上限",
      cites: cap,
      roster: two(["2024-03-01", "2025-03-01"]),
      readings: { 单户上限口径: "年度" },
      expected: [paid("m06", 2024, 1_920_000, 2_400_000), paid("m06", 2025, 1_920_000, 2_400_000)],
      arithmetic: "每年一项，192万元与240万元均低于300万元",
    },
    {
      name: "年度口径下同年两项共用上限",
      cites: cap,
      roster: two(["2024-03-01", "2024-09-01"]),
      readings: { 单户上限口径: "年度" },
      expected: [paid("m06", 2024, 1_920_000, 2_400_000), paid("m06", 2024, 1_080_000, 600_000, "cap")],
      arithmetic: "同年第二项 300万 − 192万 = 108万元，法定 300万 − 240万 = 60万元",
    },
    {
      name: "项目口径下每项各有上限",
      cites: cap,
      roster: two(["2024-03-01", "2024-09-01"]),
      readings: { 单户上限口径: "项目" },
      expected: [paid("m06", 2024, 1_920_000, 2_400_000), paid("m06", 2024, 1_920_000, 2_400_000)],
      arithmetic: "每项192万元、法定240万元，均低于300万元",
    },
    {
      name: "政策期口径扣除名册外已兑付",
      cites: cap,
      roster: one(800, "2024-03-01", { ...titled, 第6条已兑付: 250 }),
      expected: [paid("m06", 2024, 500_000, 500_000, "cap")],
      arithmetic: "300万 − 250万 = 50万元，低于192万元与240万元",
    },
    {
      name: "年度口径不扣除名册外已兑付",
      cites: cap,
      roster: one(800, "2024-03-01", { ...titled, 第6条已兑付: 250 }),
      readings: { 单户上限口径: "年度" },
      expected: [paid("m06", 2024, 1_920_000, 2_400_000)],
      arithmetic: "800万 × 30% × 0.8 = 192万元，法定240万元",
    },
    {
      name: "同日两项按项目名称先后用上限",
      cites: cap,
      roster: {
        企业: [firm(titled)],
        项目: [project("B项目", "2024-03-01", 1000), project("A项目", "2024-03-01", 500)],
      },
      expected: [paid("m06", 2024, 1_200_000, 1_500_000), paid("m06", 2024, 1_800_000, 1_500_000, "cap")],
      arithmetic:
        "A项目 500万：120万元、法定150万元；B项目 min(240万, 180万) = 180万元，法定 min(300万, 150万) = 150万元",
    },
    {
      name: "没有称号不享受",
      cites: title,
      roster: one(1000, "2024-03-01", {}),
      expected: [],
      refused: ["m06"],
      arithmetic: "无任何称号，0元",
    },
    {
      name: "认定当天验收有效",
      cites: title,
      roster: one(1000, "2023-06-01"),
      expected: [paid("m06", 2023, 2_400_000, 3_000_000)],
      arithmetic: "认定日不晚于验收日；240万元与300万元",
    },
    {
      name: "认定前一天验收无效",
      cites: title,
      roster: one(1000, "2023-05-31"),
      expected: [],
      refused: ["m06"],
      arithmetic: "2023-05-31早于认定日2023-06-01，0元",
    },
    {
      name: "到期前一天验收有效",
      cites: title,
      roster: one(1000, "2026-05-31"),
      expected: [paid("m06", 2026, 2_400_000, 3_000_000)],
      arithmetic: "2026-05-31早于到期日；240万元与300万元",
    },
    {
      name: "到期当天验收无效",
      cites: title,
      roster: one(1000, "2026-06-01"),
      expected: [],
      refused: ["m06"],
      arithmetic: "到期日当天已失效，0元",
    },
    {
      name: "到期日空白时满三年前一天有效",
      cites: "第2节：到期日空白有效至三年",
      roster: one(1000, "2027-02-27", { 国家级小巨人认定日期: "2024-02-29" }),
      asOf: "2027-12-31",
      expected: [paid("m06", 2027, 2_400_000, 3_000_000)],
      arithmetic: "2024-02-29加36个月为2027-02-28；2027-02-27仍有效",
    },
    {
      name: "到期日空白时满三年当天起待核实",
      cites: "第2节：到期日空白有效至三年",
      roster: one(1000, "2027-02-28", { 国家级小巨人认定日期: "2024-02-29" }),
      asOf: "2027-12-31",
      expected: [unverified("m06", 2027, 2_400_000, 3_000_000)],
      arithmetic: "2024-02-29加36个月为2027-02-28，当天起未知；240万元与300万元列待核实",
    },
  ],
);
