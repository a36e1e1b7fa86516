import type { CaseRow } from "../worked-case.ts";
import { casesOf, codes, firm, paid, unverified } from "../worked-case.ts";

const guarantee = (compensation: number, facts: CaseRow = {}): CaseRow => ({
  统一社会信用代码: codes.first,
  担保编号: "示例-001",
  政府性担保: "是",
  担保金额: 3000,
  起始日期: "2023-08-01",
  代偿日期: "2024-09-10",
  代偿金额: compensation,
  ...facts,
});
const roster = (guarantees: readonly CaseRow[], enterprise: CaseRow = {}) => ({
  企业: [firm(enterprise)],
  担保: guarantees,
});
const titled = { 市级专精特新认定日期: "2023-06-01", 市级专精特新到期日期: "2026-06-01" };
const share = "按照不超过实际发生代偿金额30%的比例";
const cap = "单项业务不超过500万元（含）的额度进行补偿";
const titledCap = "针对专精特新中小企业，单项业务不超过700万元（含）";
const pool = "用好5000万元西城区中小微企业担保风险补偿资金";
const second = { 担保编号: "示例-002" };

const claims = casesOf(
  ["m14"],
  [
    {
      name: "按代偿金额的30%补偿",
      cites: share,
      roster: roster([guarantee(100)]),
      expected: [paid("m14", 2024, 300_000)],
      arithmetic: "100万 × 30% = 30万元",
    },
    {
      name: "略低于500万元不受限",
      cites: cap,
      roster: roster([guarantee(1666.66)]),
      expected: [paid("m14", 2024, 4_999_980)],
      arithmetic: "1666.66万 × 30% = 499.998万元",
    },
    {
      name: "超过500万元以500万元为限",
      cites: cap,
      roster: roster([guarantee(1666.67)]),
      expected: [paid("m14", 2024, 5_000_000, 5_000_000, "cap")],
      arithmetic: "1666.67万 × 30% = 500.001万元，以500万元为限",
    },
    {
      name: "专精特新略低于700万元不受限",
      cites: titledCap,
      roster: roster([guarantee(2333.33)], titled),
      expected: [paid("m14", 2024, 6_999_990)],
      arithmetic: "2333.33万 × 30% = 699.999万元",
    },
    {
      name: "专精特新超过700万元以700万元为限",
      cites: titledCap,
      roster: roster([guarantee(2333.34)], titled),
      expected: [paid("m14", 2024, 7_000_000, 7_000_000, "cap")],
      arithmetic: "2333.34万 × 30% = 700.002万元，以700万元为限",
    },
    {
      name: "称号按担保起始日判断，代偿时才有称号的不适用700万元",
      cites: titledCap,
      roster: roster([guarantee(2000, { 起始日期: "2023-05-31" })], titled),
      expected: [paid("m14", 2024, 5_000_000, 5_000_000, "cap")],
      arithmetic: "起始日2023-05-31早于认定日；2000万 × 30% = 600万元，以500万元为限",
    },
    {
      name: "起始日称号是否有效不明时按500万元",
      cites: titledCap,
      roster: roster([guarantee(2000)], { 市级专精特新认定日期: "2020-08-01" }),
      expected: [paid("m14", 2024, 5_000_000, 5_000_000, "cap")],
      arithmetic: "2020-08-01加36个月为2023-08-01，当天起未知，按500万元；差额100万元另列",
    },
    {
      name: "净额口径只影响预算，法定仍按总额",
      cites: "实际发生代偿金额",
      roster: roster([guarantee(100, { 银行分担: 20, 再担保分担: 30, 追偿回收: 10 })]),
      readings: { 代偿基数口径: "净额" },
      expected: [paid("m14", 2024, 120_000, 300_000)],
      arithmetic: "(100 − 20 − 30 − 10)万 × 30% = 12万元；法定 100万 × 30% = 30万元",
    },
    {
      name: "净额为负按零计",
      cites: "实际发生代偿金额",
      roster: roster([guarantee(100, { 银行分担: 80, 再担保分担: 30 })]),
      readings: { 代偿基数口径: "净额" },
      expected: [paid("m14", 2024, 0, 300_000)],
      arithmetic: "100万 − 80万 − 30万 为负，按0计；法定30万元",
    },
    {
      name: "非政府性担保不补偿",
      cites: "对北京市政府性融资担保机构",
      roster: roster([guarantee(100, { 政府性担保: "否" })]),
      expected: [],
      refused: ["m14"],
      arithmetic: "非政府性担保，0元",
    },
    {
      name: "是否政府性担保不明时待核实",
      cites: "对北京市政府性融资担保机构",
      roster: roster([guarantee(100, { 政府性担保: "" })]),
      expected: [unverified("m14", 2024, 300_000)],
      arithmetic: "100万 × 30% = 30万元列待核实",
    },
    {
      name: "个体工商户借款人也补偿",
      cites: "第3节：个体工商户不适用，第14、20条除外",
      roster: roster([guarantee(100)], { 组织形式: "个体工商户" }),
      expected: [paid("m14", 2024, 300_000)],
      arithmetic: "100万 × 30% = 30万元",
    },
    {
      name: "借款人不在企业表时待核实",
      cites: "第5节：代码不在企业表的担保保留",
      roster: roster([guarantee(100, { 统一社会信用代码: codes.outside })]),
      expected: [unverified("m14", 2024, 300_000)],
      arithmetic: "100万 × 30% = 30万元列待核实",
    },
    {
      name: "期前担保、期内代偿补偿",
      cites: "第5节：代偿日期在政策期内",
      roster: roster([guarantee(100, { 起始日期: "2022-09-01", 代偿日期: "2023-05-29" })]),
      expected: [paid("m14", 2023, 300_000)],
      arithmetic: "代偿日2023-05-29在政策期内；30万元",
    },
    {
      name: "施行前一天代偿不补偿",
      cites: "第5节：代偿日期在政策期内",
      roster: roster([guarantee(100, { 起始日期: "2022-09-01", 代偿日期: "2023-05-28" })]),
      expected: [],
      arithmetic: "2023-05-28 早于 2023-05-29",
    },
    {
      name: "期内担保、期后代偿补偿并列入期后",
      cites: "第5节：起始日期在政策期内、代偿在期后",
      roster: roster([guarantee(100, { 起始日期: "2028-05-28", 代偿日期: "2029-01-10" })]),
      asOf: "2029-06-30",
      expected: [paid("m14", 2029, 300_000)],
      arithmetic: "100万 × 30% = 30万元，期后",
    },
    {
      name: "期后担保、期后代偿不补偿",
      cites: "第5节：起始日期在政策期内、代偿在期后",
      roster: roster([guarantee(100, { 起始日期: "2028-05-29", 代偿日期: "2029-01-10" })]),
      asOf: "2029-06-30",
      expected: [],
      arithmetic: "起始日晚于2028-05-28",
    },
  ],
);

const pooled = casesOf(
  ["m14"],
  [
    {
      name: "资金池不足时按日期先后补偿",
      cites: pool,
      roster: roster([guarantee(100), guarantee(100, { ...second, 代偿日期: "2024-10-10" })]),
      values: { "m14.资金池规模": 500_000 },
      expected: [paid("m14", 2024, 300_000), paid("m14", 2024, 200_000, 200_000, "pool")],
      arithmetic: "池50万元：30万，余20万；第二笔30万只得20万元",
    },
    {
      name: "资金池恰好用尽不算受限",
      cites: pool,
      roster: roster([guarantee(100), guarantee(100, { ...second, 代偿日期: "2024-10-10" })]),
      values: { "m14.资金池规模": 600_000 },
      expected: [paid("m14", 2024, 300_000), paid("m14", 2024, 300_000)],
      arithmetic: "30万 + 30万 = 60万元",
    },
    {
      name: "同日按担保编号先后",
      cites: "第5节：同日依担保编号",
      roster: roster([guarantee(100, second), guarantee(50)]),
      values: { "m14.资金池规模": 300_000 },
      expected: [paid("m14", 2024, 150_000), paid("m14", 2024, 150_000, 150_000, "pool")],
      arithmetic: "001号15万元先付，余15万；002号30万只得15万元",
    },
    {
      name: "追偿按比例返还资金池",
      cites: "第5节：追偿返还",
      roster: roster([
        guarantee(100, { 追偿回收: 20, 追偿日期: "2024-09-20" }),
        guarantee(100, { ...second, 代偿日期: "2024-10-10" }),
      ]),
      values: { "m14.资金池规模": 500_000, "m14.追偿返还比例": 0.5 },
      expected: [paid("m14", 2024, 300_000), paid("m14", 2024, 300_000)],
      arithmetic: "50万 − 30万 + min(30万, 20万 × 50%) = 30万元，第二笔30万元足额",
    },
    {
      name: "追偿日期空白不返还",
      cites: "第5节：追偿返还",
      roster: roster([guarantee(100, { 追偿回收: 20 }), guarantee(100, { ...second, 代偿日期: "2024-10-10" })]),
      values: { "m14.资金池规模": 500_000, "m14.追偿返还比例": 0.5 },
      expected: [paid("m14", 2024, 300_000), paid("m14", 2024, 200_000, 200_000, "pool")],
      arithmetic: "50万 − 30万 = 20万元，第二笔只得20万元",
    },
    ...(["一次性", "年度补足", "每年新增"] as const).map((reading) => {
      const left = { 一次性: 0, 年度补足: 300_000, 每年新增: 300_000 }[reading];
      return {
        name: `资金池${reading}时次年的代偿`,
        cites: pool,
        roster: roster([
          guarantee(100, { 代偿日期: "2023-12-10" }),
          guarantee(100, { ...second, 代偿日期: "2024-02-10" }),
        ]),
        readings: { 资金池口径: reading },
        values: { "m14.资金池规模": 300_000 },
        expected: [paid("m14", 2023, 300_000), left > 0 ? paid("m14", 2024, left) : paid("m14", 2024, 0, 0, "pool")],
        arithmetic: "池30万元当年用尽；2024年1月1日一次性不补为0，补足或新增均为30万元",
      };
    }),
    {
      name: "补足只到规模，新增则累加",
      cites: pool,
      roster: roster([
        guarantee(50, { 代偿日期: "2023-12-10" }),
        guarantee(200, { ...second, 代偿日期: "2024-02-10" }),
      ]),
      readings: { 资金池口径: "每年新增" },
      values: { "m14.资金池规模": 300_000 },
      expected: [paid("m14", 2023, 150_000), paid("m14", 2024, 450_000, 450_000, "pool")],
      arithmetic: "30万 − 15万 + 30万 = 45万元，第二笔60万只得45万元",
    },
  ],
);

export const article14Cases = [...claims, ...pooled];
