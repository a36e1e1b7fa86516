import type { CaseRow } from "../worked-case.ts";
import { casesOf, firm, paid, unverified } from "../worked-case.ts";

const only = (facts: CaseRow) => ({ 企业: [firm(facts)] });
const thirds = (first: number, amount = 100_000) => [0, 1, 2].map((index) => paid("m11a", first + index, amount));
const first = "给予30万元资金奖励，奖励资金分三年拨付";
const moveIn = "对新迁入或首次取得国家高新技术企业证书的驻区企业";
const second = "首次获得奖励三年后再次取得国家高新技术证书的，给予一次性5万元奖励";
const term = "第2节：触发日在2023-05-29至2028-05-28之间";

const firstAward = casesOf(
  ["m11a"],
  [
    {
      name: "次年起分三年各付三分之一",
      cites: first,
      roster: only({ 国高新首次取得日期: "2023-12-20" }),
      expected: thirds(2024),
      arithmetic: "30万 ÷ 3 = 10万元，2024、2025、2026年",
    },
    {
      name: "末期承担尾差",
      cites: "分三年拨付",
      roster: only({ 国高新首次取得日期: "2023-12-20" }),
      values: { "m11a.奖励金额": 100_000 },
      expected: [paid("m11a", 2024, 33_333.33), paid("m11a", 2025, 33_333.33), paid("m11a", 2026, 33_333.34)],
      arithmetic: "10万 ÷ 3 = 33333.33元两期；100000 − 66666.66 = 33333.34元",
    },
    {
      name: "改为两期、当年起付",
      cites: "分三年拨付",
      roster: only({ 国高新首次取得日期: "2023-12-20" }),
      values: { "m11a.分期": [0.6, 0.4], "m11a.兑付年度偏移": 0 },
      expected: [paid("m11a", 2023, 180_000), paid("m11a", 2024, 120_000)],
      arithmetic: "30万 × 60% = 18万元；30万 − 18万 = 12万元",
    },
    {
      name: "迁出年度之后的分期预算口径不付，法定口径照付",
      cites: first,
      roster: only({ 国高新首次取得日期: "2023-12-20", 迁出日期: "2025-03-01" }),
      expected: [paid("m11a", 2024, 100_000), paid("m11a", 2025, 100_000), paid("m11a", 2026, 0, 100_000, "moveout")],
      arithmetic: "2025年迁出，2026年晚于迁出年度：预算0元，法定10万元",
    },
    {
      name: "施行前一天取得证书不触发",
      cites: term,
      roster: only({ 国高新首次取得日期: "2023-05-28" }),
      expected: [],
      arithmetic: "2023-05-28 早于 2023-05-29",
    },
    {
      name: "施行当天取得证书触发",
      cites: term,
      roster: only({ 国高新首次取得日期: "2023-05-29" }),
      expected: thirds(2024),
      arithmetic: "30万 ÷ 3 = 10万元",
    },
    {
      name: "政策末日取得证书，分期落在期后",
      cites: term,
      roster: only({ 国高新首次取得日期: "2028-05-28" }),
      asOf: "2028-06-30",
      expected: thirds(2029),
      arithmetic: "30万 ÷ 3 = 10万元，2029、2030、2031年",
    },
    {
      name: "持有效证书迁入奖励",
      cites: moveIn,
      roster: only({ 国高新首次取得日期: "2021-09-01", 迁入日期: "2024-08-31" }),
      expected: thirds(2025),
      arithmetic: "2021-09-01加36个月为2024-09-01；迁入日仍有效，30万 ÷ 3 = 10万元",
    },
    {
      name: "证书满三年当天迁入不奖励",
      cites: moveIn,
      roster: only({ 国高新首次取得日期: "2021-09-01", 迁入日期: "2024-09-01" }),
      expected: [],
      arithmetic: "有效期至2024-09-01前一天，不触发",
    },
    {
      name: "最近发证有效时迁入也奖励",
      cites: moveIn,
      roster: only({ 国高新首次取得日期: "2020-09-01", 国高新最近发证日期: "2023-09-01", 迁入日期: "2024-09-01" }),
      expected: thirds(2025),
      arithmetic: "最近发证2023-09-01有效至2026-09-01；30万 ÷ 3 = 10万元",
    },
    {
      name: "首次取得时不在区、迁入时有效，按迁入奖励一次",
      cites: moveIn,
      roster: only({ 国高新首次取得日期: "2023-07-01", 迁入日期: "2024-02-01" }),
      expected: thirds(2025),
      arithmetic: "2023-07-01尚未迁入，不符合；2024-02-01迁入，2025、2026、2027年各10万元",
    },
    {
      name: "触发前已获首次奖励的不再奖励",
      cites: moveIn,
      roster: only({ 国高新首次取得日期: "2023-12-20", 国高新首次获奖日期: "2023-12-19" }),
      expected: [],
      refused: ["m11a"],
      arithmetic: "首次获奖早于触发日，0元",
    },
    {
      name: "触发日及以后的获奖记录就是本次奖励",
      cites: moveIn,
      roster: only({ 国高新首次取得日期: "2023-12-20", 国高新首次获奖日期: "2023-12-20" }),
      expected: thirds(2024),
      arithmetic: "获奖日不早于触发日；30万 ÷ 3 = 10万元",
    },
  ],
);

const held = { 国高新首次取得日期: "2021-10-15", 国高新首次获奖日期: "2022-06-01" };

const renewal = casesOf(
  ["m11b"],
  [
    {
      name: "获首次奖励后再次取得证书，次年奖励5万元",
      cites: second,
      roster: only({ ...held, 国高新最近发证日期: "2024-10-20" }),
      expected: [paid("m11b", 2025, 50_000)],
      arithmetic: "2024-10-20不早于2021-10-15加36个月减180天；5万元",
    },
    {
      name: "恰在宽限期首日发证",
      cites: second,
      roster: only({ ...held, 国高新最近发证日期: "2024-04-18" }),
      expected: [paid("m11b", 2025, 50_000)],
      arithmetic: "2024-10-15 − 180天 = 2024-04-18；5万元",
    },
    {
      name: "宽限期前一天发证不奖励",
      cites: second,
      roster: only({ ...held, 国高新最近发证日期: "2024-04-17" }),
      expected: [],
      arithmetic: "2024-04-17早于2024-04-18",
    },
    {
      name: "没有首次奖励不奖励",
      cites: second,
      roster: only({ 国高新首次取得日期: "2021-10-15", 国高新最近发证日期: "2024-10-20" }),
      expected: [],
      arithmetic: "无首次获奖记录，也无本政策的首次奖励",
    },
    {
      name: "首次获奖晚于再次取得证书不奖励",
      cites: second,
      roster: only({
        国高新首次取得日期: "2021-10-15",
        国高新首次获奖日期: "2024-10-21",
        国高新最近发证日期: "2024-10-20",
      }),
      expected: [],
      arithmetic: "2024-10-21晚于2024-10-20",
    },
    {
      name: "已获再认定奖励不再奖励",
      cites: "给予一次性5万元奖励",
      roster: only({ ...held, 国高新最近发证日期: "2024-10-20", 国高新再认定获奖日期: "2025-06-01" }),
      expected: [],
      arithmetic: "一次性，已领",
    },
    {
      name: "首次取得空白而有首次获奖时待核实",
      cites: second,
      roster: only({ 国高新首次获奖日期: "2022-06-01", 国高新最近发证日期: "2024-10-20" }),
      expected: [unverified("m11b", 2025, 50_000)],
      arithmetic: "是否满三年未知；5万元列待核实",
    },
    {
      name: "本政策的首次奖励也算在先的奖励",
      cites: second,
      roster: only({ 国高新首次取得日期: "2023-06-15", 国高新最近发证日期: "2026-06-01" }),
      measures: ["m11a", "m11b"],
      expected: [...thirds(2024), paid("m11b", 2027, 50_000)],
      arithmetic: "30万 ÷ 3 = 10万元，2024至2026年；2026-06-15 − 180天早于2026-06-01，2027年5万元",
    },
    {
      name: "停止执行的首次奖励不算在先的奖励",
      cites: "第2节：停止日期",
      roster: only({ 国高新首次取得日期: "2023-06-15", 国高新最近发证日期: "2026-06-01" }),
      values: { "m11a.停止日期": "2023-06-01" },
      measures: ["m11a", "m11b"],
      expected: [],
      refused: ["m11a"],
      arithmetic: "2023-06-15不早于停止日期，首次奖励0元；无在先奖励，再认定不触发",
    },
  ],
);

export const article11Cases = [...firstAward, ...renewal];
