import type { CaseRow } from "../worked-case.ts";
import { casesOf, firm, paid, unverified } from "../worked-case.ts";

const only = (facts: CaseRow) => ({ 企业: [firm(facts)] });
const neeq = "对于新三板挂牌企业，根据企业情况综合考量，给予总额不超过150万元的区级专项资金支持";
const listing = "根据企业上市不同阶段，给予总额不超过600万元的区级专项资金支持";
const admitted = { 新三板挂牌日期: "2023-09-01" };
const domestic = { 上市市场: "境内", 上市受理日期: "2024-03-01", 上市日期: "2025-02-01" };

const admission = casesOf(
  ["m12a"],
  [
    {
      name: "预算口径按核定系数0.6，法定口径按总额",
      cites: neeq,
      roster: only(admitted),
      expected: [paid("m12a", 2023, 900_000, 1_500_000)],
      arithmetic: "150万 × 0.6 = 90万元；法定150万元",
    },
    {
      name: "核定系数为1时两个口径相同",
      cites: neeq,
      roster: only(admitted),
      values: { "m12a.核定系数": 1 },
      expected: [paid("m12a", 2023, 1_500_000)],
      arithmetic: "150万 × 1 = 150万元",
    },
    {
      name: "分别封顶时不受上市已兑付影响",
      cites: neeq,
      roster: only({ ...admitted, 第12条上市已兑付: 550 }),
      expected: [paid("m12a", 2023, 900_000, 1_500_000)],
      arithmetic: "150万 × 0.6 = 90万元；法定150万元",
    },
    {
      name: "合并口径下限于600万元的余额",
      cites: listing,
      roster: only({ ...admitted, 第12条上市已兑付: 550 }),
      readings: { 挂牌上市合并: "是" },
      expected: [paid("m12a", 2023, 500_000, 500_000, "cap")],
      arithmetic: "600万 − 550万 = 50万元，低于90万元与150万元",
    },
    {
      name: "施行前一天挂牌不触发",
      cites: "第2节：触发日在2023-05-29至2028-05-28之间",
      roster: only({ 新三板挂牌日期: "2023-05-28" }),
      expected: [],
      arithmetic: "2023-05-28 早于 2023-05-29",
    },
    {
      name: "大型企业不享受",
      cites: "支持中小企业在新三板挂牌",
      roster: only({ ...admitted, 申报划型: "大型" }),
      expected: [],
      refused: ["m12a"],
      arithmetic: "大型企业，0元",
    },
  ],
);

const listings = casesOf(
  ["m12b"],
  [
    {
      name: "境内受理与上市各300万元",
      cites: listing,
      roster: only(domestic),
      expected: [paid("m12b", 2024, 3_000_000), paid("m12b", 2025, 3_000_000)],
      arithmetic: "300万 + 300万 = 600万元，等于上限",
    },
    {
      name: "境内上市缺受理日期只计上市阶段",
      cites: listing,
      roster: only({ 上市市场: "境内", 上市日期: "2025-02-01" }),
      expected: [paid("m12b", 2025, 3_000_000)],
      arithmetic: "上市阶段300万元",
    },
    {
      name: "境外上市一次600万元，受理日期不计",
      cites: listing,
      roster: only({ ...domestic, 上市市场: "境外" }),
      expected: [paid("m12b", 2025, 6_000_000)],
      arithmetic: "境外上市600万元",
    },
    {
      name: "上市市场空白按境内计价、待核实",
      cites: "第4节：上市市场空白按境内",
      roster: only({ 上市受理日期: "2024-03-01", 上市日期: "2025-02-01" }),
      expected: [unverified("m12b", 2024, 3_000_000), unverified("m12b", 2025, 3_000_000)],
      arithmetic: "300万与300万元列待核实，不另计境外600万元",
    },
    {
      name: "已兑付从总额中扣除",
      cites: listing,
      roster: only({ ...domestic, 第12条上市已兑付: 400 }),
      expected: [paid("m12b", 2024, 2_000_000, 2_000_000, "cap"), paid("m12b", 2025, 0, 0, "cap")],
      arithmetic: "600万 − 400万 = 200万元；600万 − 400万 − 200万 = 0元",
    },
    {
      name: "情景降低总额时后一阶段受限",
      cites: listing,
      roster: only(domestic),
      values: { "m12b.单户上限": 5_000_000 },
      expected: [paid("m12b", 2024, 3_000_000), paid("m12b", 2025, 2_000_000, 2_000_000, "cap")],
      arithmetic: "300万元；500万 − 300万 = 200万元",
    },
    {
      name: "分别封顶时挂牌与上市相加",
      cites: listing,
      roster: only({ ...admitted, ...domestic }),
      measures: ["m12a", "m12b"],
      expected: [paid("m12a", 2023, 900_000, 1_500_000), paid("m12b", 2024, 3_000_000), paid("m12b", 2025, 3_000_000)],
      arithmetic: "90万（法定150万）；300万；300万",
    },
    {
      name: "合并口径下挂牌占用600万元",
      cites: listing,
      roster: only({ ...admitted, ...domestic }),
      readings: { 挂牌上市合并: "是" },
      measures: ["m12a", "m12b"],
      expected: [
        paid("m12a", 2023, 900_000, 1_500_000),
        paid("m12b", 2024, 3_000_000),
        paid("m12b", 2025, 2_100_000, 1_500_000, "cap"),
      ],
      arithmetic: "90万；300万；600万 − 90万 − 300万 = 210万元；法定 600万 − 150万 − 300万 = 150万元",
    },
    {
      name: "政策末日上市计入，次日不计",
      cites: "第2节：触发日在2023-05-29至2028-05-28之间",
      roster: only({ 上市市场: "境内", 上市受理日期: "2028-05-28", 上市日期: "2028-05-29" }),
      asOf: "2028-06-30",
      expected: [paid("m12b", 2028, 3_000_000)],
      arithmetic: "受理2028-05-28计300万元；上市2028-05-29晚于政策期",
    },
  ],
);

export const article12Cases = [...admission, ...listings];
