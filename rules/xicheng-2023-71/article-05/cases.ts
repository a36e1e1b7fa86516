import type { CaseRow } from "../worked-case.ts";
import { casesOf, codes, firm, paid, unverified } from "../worked-case.ts";

const project = (facts: CaseRow): CaseRow => ({
  统一社会信用代码: codes.first,
  项目名称: "示例项目",
  项目类型: "节能技改",
  验收日期: "2024-03-01",
  ...facts,
});
const withProject = (facts: CaseRow, enterprise: CaseRow = {}) => ({
  企业: [firm(enterprise)],
  项目: [project(facts)],
});
const share = "最高给予总投资30%的资金补助";
const full = { 总投资: 1000 };
const dateCase = "第2节：触发日在2023-05-29至2028-05-28之间";

const energy = casesOf(
  ["m05a"],
  [
    {
      name: "预算口径按30%乘核定系数0.8，法定口径按30%",
      cites: share,
      roster: withProject(full),
      expected: [paid("m05a", 2024, 2_400_000, 3_000_000)],
      arithmetic: "1000万 × 30% × 0.8 = 240万元；法定 1000万 × 30% = 300万元",
    },
    ...["新能源", "能源管控", "循环经济"].map((type) => ({
      name: `${type}项目同样补助`,
      cites: "针对节能技改项目、新能源项目、能源管控项目、循环经济项目",
      roster: withProject({ ...full, 项目类型: type }),
      expected: [paid("m05a", 2024, 2_400_000, 3_000_000)],
      arithmetic: "1000万 × 30% × 0.8 = 240万元；法定300万元",
    })),
    {
      name: "金额四舍五入到分",
      cites: share,
      roster: withProject({ 总投资: 123.4567 }),
      expected: [paid("m05a", 2024, 296_296.08, 370_370.1)],
      arithmetic: "1234567元 × 0.3 = 370370.10元；× 0.8 = 296296.08元",
    },
    {
      name: "市级补助留出的余额恰等于预算应补时不受限",
      cites: share,
      roster: withProject({ ...full, 市级补助: 760 }),
      expected: [paid("m05a", 2024, 2_400_000, 2_400_000)],
      arithmetic: "1000万 − 760万 = 240万元，预算240万元未被压低；法定 min(300万, 240万) = 240万元",
    },
    {
      name: "市、区补助合计不超过总投资",
      cites: share,
      roster: withProject({ ...full, 市级补助: 800 }),
      expected: [paid("m05a", 2024, 2_000_000, 2_000_000, "cofund")],
      arithmetic: "1000万 − 800万 = 200万元，低于240万元与300万元",
    },
    {
      name: "市级补助超过总投资时不再补助",
      cites: share,
      roster: withProject({ ...full, 市级补助: 1200 }),
      expected: [paid("m05a", 2024, 0, 0, "cofund")],
      arithmetic: "1000万 − 1200万 为负，按0计",
    },
    {
      name: "设单项上限只影响预算口径",
      cites: share,
      roster: withProject(full),
      values: { "m05a.单项上限": 1_000_000 },
      expected: [paid("m05a", 2024, 1_000_000, 3_000_000, "cap")],
      arithmetic: "min(240万, 100万) = 100万元；法定无单项上限，300万元",
    },
    {
      name: "施行前一天验收不触发",
      cites: dateCase,
      roster: withProject({ ...full, 验收日期: "2023-05-28" }),
      expected: [],
      arithmetic: "2023-05-28 早于 2023-05-29",
    },
    {
      name: "施行当天验收触发",
      cites: dateCase,
      roster: withProject({ ...full, 验收日期: "2023-05-29" }),
      expected: [paid("m05a", 2023, 2_400_000, 3_000_000)],
      arithmetic: "1000万 × 30% × 0.8 = 240万元；法定300万元",
    },
    {
      name: "政策末日验收触发",
      cites: dateCase,
      roster: withProject({ ...full, 验收日期: "2028-05-28" }),
      asOf: "2028-06-30",
      expected: [paid("m05a", 2028, 2_400_000, 3_000_000)],
      arithmetic: "1000万 × 30% × 0.8 = 240万元；法定300万元",
    },
    {
      name: "政策末日次日验收不触发",
      cites: dateCase,
      roster: withProject({ ...full, 验收日期: "2028-05-29" }),
      asOf: "2028-06-30",
      expected: [],
      arithmetic: "2028-05-29 晚于 2028-05-28",
    },
    {
      name: "基准日当天的验收计入",
      cites: "第2节：基准日及以前为已发生",
      roster: withProject({ ...full, 验收日期: "2026-06-30" }),
      expected: [paid("m05a", 2026, 2_400_000, 3_000_000)],
      arithmetic: "1000万 × 30% × 0.8 = 240万元；法定300万元",
    },
    {
      name: "基准日次日的验收不计入",
      cites: "第2节：基准日及以前为已发生",
      roster: withProject({ ...full, 验收日期: "2026-07-01" }),
      expected: [],
      arithmetic: "晚于基准日2026-06-30，另列",
    },
    {
      name: "迁出前一天验收仍在区",
      cites: "第3节：迁出日期大于检验日",
      roster: withProject(full, { 迁出日期: "2024-03-02" }),
      expected: [paid("m05a", 2024, 2_400_000, 3_000_000)],
      arithmetic: "2024-03-02 晚于 2024-03-01；240万元与300万元",
    },
    {
      name: "迁出当天验收已不在区",
      cites: "第3节：迁出日期大于检验日",
      roster: withProject(full, { 迁出日期: "2024-03-01" }),
      expected: [],
      refused: ["m05a"],
      arithmetic: "迁出日期等于检验日，不在区，0元",
    },
    {
      name: "迁入当天验收已在区",
      cites: "第3节：迁入日期不晚于检验日",
      roster: withProject(full, { 迁入日期: "2024-03-01" }),
      expected: [paid("m05a", 2024, 2_400_000, 3_000_000)],
      arithmetic: "迁入日期等于检验日；240万元与300万元",
    },
    {
      name: "迁出不晚于迁入时待核实",
      cites: "第3节：迁出日期不晚于迁入日期为待核实",
      roster: withProject(full, { 迁入日期: "2024-01-01", 迁出日期: "2023-12-01" }),
      expected: [unverified("m05a", 2024, 2_400_000, 3_000_000)],
      arithmetic: "日期矛盾，240万元与300万元列待核实",
    },
    {
      name: "大型企业不享受",
      cites: "第3节：须为中小微企业",
      roster: withProject(full, { 申报划型: "大型" }),
      expected: [],
      refused: ["m05a"],
      arithmetic: "申报大型、无其他指标，不是中小微企业，0元",
    },
    {
      name: "划型不明时待核实",
      cites: "第3节：申报与计算划型均未知",
      roster: withProject(full, { 申报划型: "" }),
      expected: [unverified("m05a", 2024, 2_400_000, 3_000_000)],
      arithmetic: "240万元与300万元列待核实",
    },
    {
      name: "失信企业不享受",
      cites: "第3节：经营异常或失信",
      roster: withProject(full, { 经营异常或失信: "是" }),
      expected: [],
      refused: ["m05a"],
      arithmetic: "失信，0元",
    },
    {
      name: "个体工商户不享受本条",
      cites: "第3节：个体工商户",
      roster: withProject(full, { 组织形式: "个体工商户" }),
      expected: [],
      refused: ["m05a"],
      arithmetic: "个体工商户，0元",
    },
  ],
);

const cleaner = (facts: CaseRow) => withProject({ 项目类型: "清洁生产中高费", ...full, ...facts });
const cleanerShare = "在市级补助基础上给予5%的资金补助";

const cleanerProduction = casesOf(
  ["m05b"],
  [
    {
      name: "按总投资的5%补助",
      cites: cleanerShare,
      roster: cleaner({ 市级补助: 250 }),
      expected: [paid("m05b", 2024, 500_000)],
      arithmetic: "1000万 × 5% = 50万元，低于1000万 − 250万",
    },
    {
      name: "按市级补助口径为市级补助的5%",
      cites: cleanerShare,
      roster: cleaner({ 市级补助: 250 }),
      readings: { 清洁生产口径: "市级补助" },
      expected: [paid("m05b", 2024, 125_000)],
      arithmetic: "250万 × 5% = 12.5万元",
    },
    {
      name: "没有市级补助不享受",
      cites: "在市级补助基础上",
      roster: cleaner({ 市级补助: 0 }),
      expected: [],
      refused: ["m05b"],
      arithmetic: "市级补助0元，无基础，0元",
    },
    {
      name: "市级补助空白时待核实",
      cites: "在市级补助基础上",
      roster: cleaner({}),
      expected: [unverified("m05b", 2024, 500_000)],
      arithmetic: "1000万 × 5% = 50万元列待核实",
    },
    {
      name: "余额恰等于5%时不受限",
      cites: cleanerShare,
      roster: cleaner({ 市级补助: 950 }),
      expected: [paid("m05b", 2024, 500_000)],
      arithmetic: "1000万 − 950万 = 50万元，等于1000万 × 5%",
    },
    {
      name: "余额不足5%时以余额为限",
      cites: cleanerShare,
      roster: cleaner({ 市级补助: 960 }),
      expected: [paid("m05b", 2024, 400_000, 400_000, "cofund")],
      arithmetic: "1000万 − 960万 = 40万元，低于50万元",
    },
  ],
);

const audit = (fee: number, date = "2024-03-01") =>
  withProject({ 项目类型: "能源审计", 审计费用: fee, 验收日期: date });
const auditCap = "给予能源审计项目不超过12万元的资金补助";

const energyAudits = casesOf(
  ["m05c"],
  [
    {
      name: "审计费用低于上限时全额补助",
      cites: auditCap,
      roster: audit(11.99),
      expected: [paid("m05c", 2024, 119_900)],
      arithmetic: "min(11.99万, 12万) = 11.99万元",
    },
    {
      name: "审计费用等于上限",
      cites: auditCap,
      roster: audit(12),
      expected: [paid("m05c", 2024, 120_000)],
      arithmetic: "min(12万, 12万) = 12万元",
    },
    {
      name: "审计费用超过上限",
      cites: auditCap,
      roster: audit(12.01),
      expected: [paid("m05c", 2024, 120_000, 120_000, "cap")],
      arithmetic: "min(12.01万, 12万) = 12万元",
    },
    {
      name: "情景改低上限时两个口径同降",
      cites: auditCap,
      roster: audit(11),
      values: { "m05c.单项上限": 100_000 },
      expected: [paid("m05c", 2024, 100_000, 100_000, "cap")],
      arithmetic: "min(11万, 10万) = 10万元",
    },
    {
      name: "施行前一天验收不触发",
      cites: dateCase,
      roster: audit(10, "2023-05-28"),
      expected: [],
      arithmetic: "2023-05-28 早于 2023-05-29",
    },
    {
      name: "停止日期当天起不再支付",
      cites: "第2节：停止日期",
      roster: audit(10),
      values: { "m05c.停止日期": "2024-03-01" },
      expected: [],
      refused: ["m05c"],
      arithmetic: "触发日2024-03-01不早于停止日期，0元",
    },
    {
      name: "停止日期前一天仍支付",
      cites: "第2节：停止日期",
      roster: audit(10),
      values: { "m05c.停止日期": "2024-03-02" },
      expected: [paid("m05c", 2024, 100_000)],
      arithmetic: "触发日2024-03-01早于停止日期；min(10万, 12万) = 10万元",
    },
  ],
);

export const article05Cases = [...energy, ...cleanerProduction, ...energyAudits];
