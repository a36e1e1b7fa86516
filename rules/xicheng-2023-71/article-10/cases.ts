import type { CaseRow } from "../worked-case.ts";
import { casesOf, firm, paid, unverified } from "../worked-case.ts";

/** Contributions so high that they never bind. */
const ample = { 区级综合贡献2022: 900, 区级综合贡献2023: 900, 区级综合贡献2024: 900, 区级综合贡献2025: 900 };
const only = (facts: CaseRow) => ({ 企业: [firm(facts)] });
const city = "给予20万元一次性资金奖励";
const giants = "分别给予最高100万元、50万元一次性资金奖励";
const upgrade = "单个企业不重复享受，晋级补差";
const received = "已获得同类补助的企业可参照本措施补差";
const contribution = "奖励金额原则上不超过年度区级综合贡献";
const moveIn = "对新迁入或首次获得";
const term = "第2节：触发日在2023-05-29至2028-05-28之间";
const recognised = { 市级专精特新认定日期: "2024-05-10" };
const upgraded = { 市级专精特新认定日期: "2023-07-01", 国家级小巨人认定日期: "2025-09-01" };

export const article10Cases = casesOf(
  ["m10"],
  [
    {
      name: "首次认定市级专精特新奖励20万元",
      cites: city,
      roster: only({ ...ample, ...recognised }),
      expected: [paid("m10", 2024, 200_000)],
      arithmetic: "20万元 − 0 = 20万元，低于上年综合贡献900万元",
    },
    {
      name: "首次认定市级小巨人奖励50万元",
      cites: giants,
      roster: only({ ...ample, 市级小巨人认定日期: "2024-05-10" }),
      expected: [paid("m10", 2024, 500_000)],
      arithmetic: "50万元 − 0 = 50万元",
    },
    {
      name: "首次认定国家级小巨人奖励100万元",
      cites: giants,
      roster: only({ ...ample, 国家级小巨人认定日期: "2024-05-10" }),
      expected: [paid("m10", 2024, 1_000_000)],
      arithmetic: "100万元 − 0 = 100万元",
    },
    {
      name: "上年综合贡献不足时预算口径封顶，法定口径不封顶",
      cites: contribution,
      roster: only({ ...recognised, 区级综合贡献2023: 15 }),
      expected: [paid("m10", 2024, 150_000, 200_000, "contribution")],
      arithmetic: "min(20万, 15万) = 15万元；法定20万元",
    },
    {
      name: "上年综合贡献恰等于奖励时不算封顶",
      cites: contribution,
      roster: only({ ...recognised, 区级综合贡献2023: 20 }),
      expected: [paid("m10", 2024, 200_000)],
      arithmetic: "min(20万, 20万) = 20万元",
    },
    {
      name: "上年综合贡献为零时预算口径为零",
      cites: contribution,
      roster: only({ ...recognised, 区级综合贡献2023: 0 }),
      expected: [paid("m10", 2024, 0, 200_000, "contribution")],
      arithmetic: "min(20万, 0) = 0元；法定20万元",
    },
    {
      name: "上年综合贡献空白时不封顶",
      cites: contribution,
      roster: only(recognised),
      expected: [paid("m10", 2024, 200_000)],
      arithmetic: "缺数不等于零，不封顶：20万元",
    },
    {
      name: "不封顶的口径下全额奖励",
      cites: contribution,
      roster: only({ ...recognised, 区级综合贡献2023: 15 }),
      readings: { 综合贡献封顶: "否" },
      expected: [paid("m10", 2024, 200_000)],
      arithmetic: "20万元，不与15万元比较",
    },
    {
      name: "同年两次奖励合并受上年综合贡献限制",
      cites: contribution,
      roster: only({
        市级专精特新认定日期: "2024-02-01",
        国家级小巨人认定日期: "2024-11-01",
        区级综合贡献2023: 60,
      }),
      expected: [paid("m10", 2024, 200_000), paid("m10", 2024, 400_000, 800_000, "contribution")],
      arithmetic: "首次20万元；晋级 100万 − 20万 = 80万元，限于 60万 − 20万 = 40万元；法定80万元",
    },
    {
      name: "晋级补足差额",
      cites: upgrade,
      roster: only({ ...ample, ...upgraded }),
      expected: [paid("m10", 2023, 200_000), paid("m10", 2025, 800_000, 800_000, "topup")],
      arithmetic: "20万元；100万 − 20万 = 80万元",
    },
    {
      name: "晋级按实际已享受补差",
      cites: upgrade,
      roster: only({ ...upgraded, 区级综合贡献2022: 10, 区级综合贡献2024: 900 }),
      expected: [paid("m10", 2023, 100_000, 200_000, "contribution"), paid("m10", 2025, 900_000, 800_000, "topup")],
      arithmetic: "首次限于贡献10万元；100万 − 10万 = 90万元；法定20万元与80万元",
    },
    {
      name: "低一档标准口径按档次金额补差",
      cites: upgrade,
      roster: only({ ...upgraded, 区级综合贡献2022: 10, 区级综合贡献2024: 900 }),
      readings: { 补差口径: "低一档标准" },
      expected: [paid("m10", 2023, 100_000, 200_000, "contribution"), paid("m10", 2025, 800_000, 800_000, "topup")],
      arithmetic: "首次限于贡献10万元；100万 − 20万 = 80万元",
    },
    {
      name: "三级依次晋级合计100万元",
      cites: upgrade,
      roster: only({ ...ample, ...upgraded, 市级小巨人认定日期: "2024-06-01" }),
      expected: [
        paid("m10", 2023, 200_000),
        paid("m10", 2024, 300_000, 300_000, "topup"),
        paid("m10", 2025, 500_000, 500_000, "topup"),
      ],
      arithmetic: "20万；50万 − 20万 = 30万；100万 − 50万 = 50万；合计100万元",
    },
    {
      name: "先高后低不再奖励",
      cites: upgrade,
      roster: only({ ...ample, 国家级小巨人认定日期: "2023-07-01", 市级专精特新认定日期: "2024-09-01" }),
      expected: [paid("m10", 2023, 1_000_000), paid("m10", 2024, 0, 0, "topup")],
      arithmetic: "100万元；20万 − 100万 为负，按0计",
    },
    {
      name: "已获同类补助等于档次金额时不再奖励",
      cites: received,
      roster: only({ ...ample, ...recognised, 已获同类补助: 20 }),
      expected: [paid("m10", 2024, 0, 0, "topup")],
      arithmetic: "20万 − 20万 = 0元",
    },
    {
      name: "已获同类补助与第10条已兑付一并扣减",
      cites: received,
      roster: only({ ...ample, 国家级小巨人认定日期: "2024-05-10", 已获同类补助: 20, 第10条已兑付: 30 }),
      expected: [paid("m10", 2024, 500_000, 500_000, "topup")],
      arithmetic: "100万 − (20万 + 30万) = 50万元",
    },
    {
      name: "低一档标准口径下取已获补助与低档金额中较高者",
      cites: received,
      roster: only({ ...ample, ...upgraded, 已获同类补助: 60 }),
      readings: { 补差口径: "低一档标准" },
      expected: [paid("m10", 2023, 0, 0, "topup"), paid("m10", 2025, 400_000, 400_000, "topup")],
      arithmetic: "20万 − 60万 为负，按0计；100万 − max(60万, 20万) = 40万元",
    },
    {
      name: "同日两个称号只计最高",
      cites: upgrade,
      roster: only({ ...ample, 市级专精特新认定日期: "2024-09-01", 国家级小巨人认定日期: "2024-09-01" }),
      expected: [paid("m10", 2024, 1_000_000)],
      arithmetic: "同日最高为国家级：100万元",
    },
    {
      name: "持有效称号迁入按该称号奖励",
      cites: moveIn,
      roster: only({
        ...ample,
        市级小巨人认定日期: "2022-01-01",
        市级小巨人到期日期: "2025-01-01",
        迁入日期: "2024-03-01",
      }),
      expected: [paid("m10", 2024, 500_000)],
      arithmetic: "2022年认定早于政策期；迁入日称号有效，50万元",
    },
    {
      name: "迁入日按仍有效的最高称号奖励",
      cites: moveIn,
      roster: only({
        ...ample,
        市级专精特新认定日期: "2024-03-01",
        国家级小巨人认定日期: "2023-01-01",
        国家级小巨人到期日期: "2026-01-01",
        迁入日期: "2024-03-01",
      }),
      expected: [paid("m10", 2024, 1_000_000)],
      arithmetic: "同日认定市级与持国家级迁入，取国家级：100万元",
    },
    {
      name: "迁入前的认定不奖励，迁入时奖励",
      cites: moveIn,
      roster: only({ ...ample, 市级专精特新认定日期: "2023-08-01", 迁入日期: "2024-03-01" }),
      expected: [paid("m10", 2024, 200_000)],
      refused: ["m10"],
      arithmetic: "2023-08-01不在区，0元；2024-03-01迁入时称号有效，20万元",
    },
    {
      name: "迁入日称号已到期不奖励",
      cites: moveIn,
      roster: only({
        ...ample,
        市级专精特新认定日期: "2021-03-01",
        市级专精特新到期日期: "2024-03-01",
        迁入日期: "2024-03-01",
      }),
      expected: [],
      arithmetic: "到期日当天已失效，不触发",
    },
    {
      name: "迁入日称号是否有效不明时待核实",
      cites: "第2节：到期日空白有效至三年",
      roster: only({ ...ample, 市级专精特新认定日期: "2021-03-01", 迁入日期: "2024-03-01" }),
      expected: [unverified("m10", 2024, 200_000)],
      arithmetic: "2021-03-01加36个月为2024-03-01，当天起未知；20万元列待核实",
    },
    {
      name: "施行前一天认定不触发",
      cites: term,
      roster: only({ ...ample, 市级专精特新认定日期: "2023-05-28" }),
      expected: [],
      arithmetic: "2023-05-28 早于 2023-05-29",
    },
    {
      name: "施行当天认定触发",
      cites: term,
      roster: only({ ...ample, 市级专精特新认定日期: "2023-05-29" }),
      expected: [paid("m10", 2023, 200_000)],
      arithmetic: "20万元",
    },
    {
      name: "政策末日认定触发",
      cites: term,
      roster: only({ 市级专精特新认定日期: "2028-05-28" }),
      asOf: "2028-06-30",
      expected: [paid("m10", 2028, 200_000)],
      arithmetic: "20万元，2027年综合贡献空白不封顶",
    },
    {
      name: "政策末日次日认定不触发",
      cites: term,
      roster: only({ 市级专精特新认定日期: "2028-05-29" }),
      asOf: "2028-06-30",
      expected: [],
      arithmetic: "2028-05-29 晚于 2028-05-28",
    },
  ],
);
