import { casesOf, codes, firm, paid, secondFirm, unverified, type CaseRow } from "../worked-case.ts";

const titled = { 市级专精特新认定日期: "2023-06-01", 市级专精特新到期日期: "2026-06-01" };
const project = (type: string, investment: number, facts: CaseRow = {}): CaseRow => ({
  统一社会信用代码: codes.first,
  项目名称: "A项目",
  项目类型: type,
  总投资: investment,
  验收日期: "2024-03-01",
  ...facts,
});
const saving = (investment: number, facts?: CaseRow) => project("节能技改", investment, facts);
const digital = (investment: number, facts?: CaseRow) => project("数字化转型", investment, facts);
const audit = (fee: number): CaseRow => project("能源审计", 0, { 总投资: "", 审计费用: fee });

const cites = "第8节：同一事项只享受较高一项";
const higher = { cites, readings: { 同一事项: "是" } };

export const article31Cases = casesOf(
  ["m05a", "m05b", "m05c", "m06"],
  [
    {
      name: "默认口径下同名项目的两项补助都享受",
      cites,
      roster: { 企业: [firm(titled)], 项目: [saving(500), digital(300)] },
      expected: [paid("m05a", 2024, 1_200_000, 1_500_000), paid("m06", 2024, 720_000, 900_000)],
      arithmetic: "500万 × 30% × 0.8 = 120万元、法定150万元；300万 × 30% × 0.8 = 72万元、法定90万元",
    },
    {
      ...higher,
      name: "就高口径下较低的数字化转型补助不享受",
      roster: { 企业: [firm(titled)], 项目: [saving(500), digital(300)] },
      expected: [paid("m05a", 2024, 1_200_000, 1_500_000), paid("m06", 2024, 0, 0, "topup")],
      arithmetic: "120万元高于72万元，法定150万元高于90万元，均只付第5条",
    },
    {
      ...higher,
      name: "就高口径下较低的节能低碳补助不享受",
      roster: { 企业: [firm(titled)], 项目: [saving(300), digital(500)] },
      expected: [paid("m05a", 2024, 0, 0, "topup"), paid("m06", 2024, 1_200_000, 1_500_000)],
      arithmetic: "72万元低于120万元，法定90万元低于150万元，均只付第6条",
    },
    {
      ...higher,
      name: "预算与法定口径各自就高",
      roster: { 企业: [firm(titled)], 项目: [audit(12), digital(45)] },
      expected: [paid("m05c", 2024, 120_000, 0), paid("m06", 2024, 0, 135_000, "topup")],
      arithmetic: "预算：审计12万元高于 45万 × 30% × 0.8 = 10.8万元；法定：45万 × 30% = 13.5万元高于12万元",
    },
    {
      ...higher,
      name: "金额相同时付条款在前的一项",
      roster: { 企业: [firm(titled)], 项目: [audit(15), saving(50)] },
      expected: [paid("m05a", 2024, 120_000, 150_000), paid("m05c", 2024, 0, 0, "topup")],
      arithmetic: "预算 50万 × 30% × 0.8 = 12万元，等于审计上限12万元，付在前的节能低碳；法定15万元高于12万元",
    },
    {
      ...higher,
      name: "未享受的一项不占用单户上限",
      roster: {
        企业: [firm(titled)],
        项目: [saving(1250), digital(800), digital(800, { 项目名称: "B项目", 验收日期: "2025-03-01" })],
      },
      expected: [
        paid("m05a", 2024, 3_000_000, 3_750_000),
        paid("m06", 2024, 0, 0, "topup"),
        paid("m06", 2025, 1_920_000, 2_400_000),
      ],
      arithmetic: "A项目300万元高于192万元；B项目 800万 × 30% × 0.8 = 192万元，300万元上限没有用过",
    },
    {
      ...higher,
      name: "比较的是上限之后的金额",
      roster: {
        企业: [firm({ ...titled, 第6条已兑付: 280 })],
        项目: [saving(100), digital(800)],
      },
      expected: [paid("m05a", 2024, 240_000, 300_000), paid("m06", 2024, 0, 0, "topup")],
      arithmetic: "第6条上限余额 300万 − 280万 = 20万元，低于第5条24万元、法定30万元",
    },
    {
      ...higher,
      name: "待核实的一项同样参与就高",
      roster: {
        企业: [firm({ 市级专精特新认定日期: "2021-02-28" })],
        项目: [saving(30), digital(300)],
      },
      expected: [paid("m05a", 2024, 0, 0, "topup"), unverified("m06", 2024, 720_000, 900_000)],
      arithmetic: "称号满三年后未知，72万元待核实，高于 30万 × 30% × 0.8 = 7.2万元",
    },
    {
      ...higher,
      name: "不符合条件的一项不参与就高",
      roster: { 企业: [firm()], 项目: [saving(30), digital(300)] },
      expected: [paid("m05a", 2024, 72_000, 90_000)],
      refused: ["m06"],
      arithmetic: "没有称号，第6条不付；30万 × 30% × 0.8 = 7.2万元、法定9万元",
    },
    {
      ...higher,
      name: "同一措施的同名项目合并后与另一措施比较",
      roster: {
        企业: [firm(titled)],
        项目: [saving(100), saving(100, { 验收日期: "2025-03-01" }), digital(150)],
      },
      expected: [
        paid("m05a", 2024, 240_000, 300_000),
        paid("m05a", 2025, 240_000, 300_000),
        paid("m06", 2024, 0, 0, "topup"),
      ],
      arithmetic: "两项各24万元，合计48万元，高于 150万 × 30% × 0.8 = 36万元；法定60万元高于45万元",
    },
    {
      ...higher,
      name: "名称不同、没有名称或不同企业的项目不算同一事项",
      roster: {
        企业: [firm(titled), secondFirm(titled)],
        项目: [
          saving(100),
          digital(100, { 项目名称: "B项目" }),
          saving(200, { 项目名称: "" }),
          digital(200, { 项目名称: "" }),
          digital(300, { 统一社会信用代码: codes.second }),
        ],
      },
      expected: [
        paid("m05a", 2024, 240_000, 300_000),
        paid("m06", 2024, 240_000, 300_000),
        paid("m05a", 2024, 480_000, 600_000),
        paid("m06", 2024, 480_000, 600_000),
        paid("m06", 2024, 720_000, 900_000),
      ],
      arithmetic: "每项 总投资 × 30% × 0.8，各自照付",
    },
  ],
);
