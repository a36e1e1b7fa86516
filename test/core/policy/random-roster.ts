import fc from "fast-check";
import { projectTypes } from "../../../src/core/roster/fields.ts";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import { codes, type CaseRow } from "../../../rules/xicheng-2023-71/worked-case.ts";
import type { Differences, Sheets } from "./evaluate-rows.ts";

const firmCodes = [codes.first, codes.second, "911101029999000301", "911101029999000302"] as const;

const days = ["2022-08-15", "2023-05-29", "2023-11-30", "2024-02-29", "2024-07-01", "2025-01-01", "2025-09-10"];
const laterDays = ["2026-02-28", "2026-08-01", "2027-12-31", "2028-05-28", "2028-05-29", "2029-03-01"];
const day = fc.constantFrom(...days, ...laterDays);
const maybeDay = fc.constantFrom("", "", ...days, ...laterDays, "不详");
const amount = fc.oneof(fc.integer({ min: 0, max: 3000 }), fc.double({ min: 0, max: 900, noNaN: true }));
const maybeAmount = fc.oneof({ weight: 4, arbitrary: amount }, fc.constantFrom("", "若干"));
const mostlyYes = fc.constantFrom("是", "是", "是", "是", "是", "是", "否", "", "待查");
const mostlyNo = fc.constantFrom("否", "否", "否", "否", "是", "");

const firm = fc.record({
  组织形式: fc.constantFrom("企业法人", "企业法人", "个体工商户", ""),
  申报划型: fc.constantFrom("小型", "小型", "微型", "大型", ""),
  区内注册: mostlyYes,
  区内纳税: mostlyYes,
  经营异常或失信: mostlyNo,
  成立日期: fc.constantFrom("2020-05-29", "2021-02-28", "2023-01-31", ""),
  迁入日期: fc.constantFrom("", "", "", ...days),
  迁出日期: fc.constantFrom("", "", "", ...laterDays, "2024-07-01"),
  营业收入2021: amount,
  营业收入2022: maybeAmount,
  营业收入2023: maybeAmount,
  营业收入2024: maybeAmount,
  区级综合贡献2022: maybeAmount,
  区级综合贡献2023: maybeAmount,
  区级综合贡献2024: maybeAmount,
  市级专精特新认定日期: maybeDay,
  市级专精特新到期日期: fc.constantFrom("", "", "2027-01-01", "2028-12-31"),
  市级小巨人认定日期: maybeDay,
  国家级小巨人认定日期: maybeDay,
  国高新首次取得日期: maybeDay,
  国高新最近发证日期: maybeDay,
  国高新首次获奖日期: fc.constantFrom("", "", "", "2024-07-01", "不详"),
  已获同类补助: fc.constantFrom("", "", 15, "若干"),
  第6条已兑付: fc.constantFrom("", "", 100, "若干"),
  第12条上市已兑付: fc.constantFrom("", "", 200),
  市级升规奖励: maybeAmount,
  升规奖励日期: maybeDay,
  新三板挂牌日期: maybeDay,
  上市市场: fc.constantFrom("境内", "境外", "", "月球"),
  上市受理日期: maybeDay,
  上市日期: maybeDay,
  户籍创业: fc.constantFrom("是", "否", ""),
  年房租: maybeAmount,
});

const owner = fc.constantFrom(...firmCodes);

const project = fc.record({
  统一社会信用代码: owner,
  项目名称: fc.constantFrom("甲", "乙", "丙"),
  项目类型: fc.constantFrom(...projectTypes, "数字化转型", "数字化转型", "数字化转型"),
  总投资: amount,
  市级补助: fc.constantFrom("", "若干", 0, 10, 33.33, 500),
  审计费用: amount,
  验收日期: fc.constantFrom("", "不详", ...days, ...days, ...laterDays),
});

const guarantee = fc.record({
  统一社会信用代码: fc.constantFrom(...firmCodes, codes.outside),
  政府性担保: mostlyYes,
  担保金额: amount,
  起始日期: day,
  代偿日期: maybeDay,
  代偿金额: amount,
  银行分担: maybeAmount,
  追偿回收: maybeAmount,
  追偿日期: maybeDay,
});

const employment = fc.record({
  统一社会信用代码: owner,
  类别: fc.constantFrom("岗位一档", "岗位二档", "岗位三档", "职业培训"),
  人数: fc.integer({ min: 0, max: 40 }),
  起始日期: day,
  结束日期: fc.constantFrom("", "2029-06-30", "2029-12-31", "不详"),
});

const service = fc.record({
  机构代码: owner,
  用人单位代码: fc.constantFrom(...firmCodes, codes.outside, ""),
  服务费: amount,
  日期: day,
});

const many = <T>(row: fc.Arbitrary<T>) => fc.array(row, { minLength: 4, maxLength: 10 });

/** A few firms with rows in every table that pays: blanks, unreadable cells, contradictory moves and all. */
export const randomSheets: fc.Arbitrary<Sheets> = fc
  .record({
    firms: fc.array(firm, { minLength: firmCodes.length, maxLength: firmCodes.length }),
    项目: fc.array(project, { minLength: 10, maxLength: 20 }),
    guarantees: many(guarantee),
    用工: many(employment),
    人才服务: many(service),
  })
  .map(({ firms, guarantees, ...others }) => ({
    企业: firms.map((facts, i): CaseRow => ({
      统一社会信用代码: firmCodes[i] ?? "",
      企业名称: `企业${i}`,
      独立核算: "是",
      ...facts,
    })),
    担保: guarantees.map((facts, i): CaseRow => ({ 担保编号: `D${i}`, ...facts })),
    ...others,
  }));

const readings = fc.record(
  Object.fromEntries(
    xicheng202371.readings.map(({ name, options }) => [name, fc.constantFrom(...options.map(({ value }) => value))]),
  ),
);

/** A scenario within its bounds; the pool is small enough to run dry. */
export const randomDifferences: fc.Arbitrary<Differences> = fc.record({
  asOf: fc.constantFrom("2024-06-30", "2026-06-30", "2028-05-28"),
  readings,
  values: fc.record({
    "m04.年度额度": fc.constantFrom(null, 0, 123_456.78, 50_000_000),
    "m15.年度额度": fc.constantFrom(null, 100_000.01),
    "m18.年度额度": fc.constantFrom(null, 200_000.03),
    "m14.资金池规模": fc.constantFrom(0, 1_500_000, 50_000_000),
    "m14.追偿返还比例": fc.constantFrom(0, 0.5, 1),
    "m06.核定系数": fc.constantFrom(0, 0.8, 1),
    "m10.停止日期": fc.constantFrom(null, "2024-02-29"),
    "m11a.停止日期": fc.constantFrom(null, "2024-01-01"),
    "m14.停止日期": fc.constantFrom(null, "2026-08-01"),
  }),
});
