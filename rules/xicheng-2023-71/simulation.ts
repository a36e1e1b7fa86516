import type { Parameter } from "../../src/core/policy/policy.ts";
import { projectTypes } from "../../src/core/roster/fields.ts";
import { percent } from "../../src/core/money/money.ts";
import { simulated } from "./parameter.ts";

type Source = Partial<Pick<Parameter, "source" | "rating">>;

const probability = (key: string, value: number, zh: string, en: string, source: Source = {}): Parameter =>
  simulated({ key: `sim.${key}`, type: "share", label: { zh, en }, value, ...source });

const yearlyCount = (key: string, zh: string, en: string): Parameter =>
  simulated({
    key: `sim.${key}`,
    type: "number",
    label: { zh: `${zh}（未设：按名册推算）`, en: `${en} (unset: scaled from the roster)` },
    value: null,
  });

const ratio = (key: string, value: number, maximum: number, zh: string, en: string, minimum = 0): Parameter =>
  simulated({ key: `sim.${key}`, type: "number", label: { zh, en }, value, minimum, maximum });

const transitions: readonly Parameter[] = [
  probability("市级专精特新认定.年概率", percent(8), "市级专精特新认定年概率", "Yearly chance of a municipal title", {
    source: "规划假设，参照北京市2022至2024年专精特新企业存量",
  }),
  probability("小巨人认定.年概率", percent(1.5), "小巨人认定年概率", "Yearly chance of a little giant title", {
    source: "规划假设：2026年起认定门槛提高（工信部企业〔2026〕2号）",
  }),
  probability("国高新首次认定.年概率", percent(3), "国高新首次认定年概率", "Yearly chance of a first certificate"),
  probability("迁出.年概率", percent(2), "迁出年概率", "Yearly chance of moving out"),
  probability("迁入.年比例", percent(1), "迁入占持称号企业的年比例", "Yearly move-ins per titled firm"),
  probability("升规.年概率", percent(1), "升规年概率", "Yearly chance of scaling up"),
  probability("新三板挂牌.年概率", percent(0.5), "新三板挂牌年概率", "Yearly chance of NEEQ admission"),
  probability("上市.年概率", percent(0.3), "上市受理年概率", "Yearly chance of a listing accepted"),
  probability("称号复核.通过率", 0.75, "市级专精特新复核通过率", "Pass rate of the title review"),
  probability("称号复核.小巨人通过率", 0.7, "小巨人复核通过率", "Pass rate of the little giant review", {
    source: "前三批复核通过率57%、62%、83%（中制智库，2024-09-23）",
    rating: "S",
  }),
  probability("国高新再认定.通过率", 0.75, "国高新再认定通过率", "Pass rate of certificate renewal"),
];

const counts: readonly Parameter[] = [
  ...projectTypes.map((type) => yearlyCount(`项目.${type}.年件数`, `${type}项目年件数`, `Projects a year, ${type}`)),
  yearlyCount("用工.年件数", "岗位补助年件数", "Job rows a year"),
  yearlyCount("职业培训.年件数", "职业培训年件数", "Training rows a year"),
  yearlyCount("户籍创业.年户数", "户籍创业年户数", "Resident start-ups a year"),
  yearlyCount("人才服务.年件数", "人才服务年件数", "Recruitment services a year"),
  probability("用工.年留存率", 0.8, "用工年留存率", "Yearly retention of jobs"),
];

const guarantees: readonly Parameter[] = [
  yearlyCount("新增担保.年件数", "新增担保年件数", "New guarantees a year"),
  probability("违约代偿.年违约率", 0.013, "担保年违约率", "Yearly default rate of guarantees", {
    source: "北京市担保行业2022年上半年全口径代偿率1.28%",
    rating: "S",
  }),
  ratio("违约代偿.相关系数", 0.12, 0.99, "违约相关系数", "Default correlation"),
  probability("违约代偿.余额比例", 0.9, "代偿占担保余额比例", "Compensation per balance"),
  simulated({
    key: "sim.违约代偿.代偿滞后月数",
    type: "count",
    label: { zh: "违约至代偿月数", en: "Months from default to compensation" },
    value: 3,
    minimum: 0,
    maximum: 24,
  }),
];

const factors: readonly Parameter[] = [
  ratio("审批力度.相关系数", 0.05, 0.99, "审批力度相关系数", "Correlation of approvals"),
  ratio("上市窗口.相关系数", 0.15, 0.99, "上市窗口相关系数", "Correlation of listings"),
  ratio("公共因子.自相关", 0.3, 0.99, "公共因子自相关", "Autocorrelation of the factors"),
  ratio("增长.均值", 0.08, 1, "营业收入与综合贡献年增长均值", "Mean yearly growth", -0.5),
  ratio("增长.波动率", 0.25, 2, "营业收入与综合贡献年增长波动率", "Volatility of growth"),
];

/** Take-up by measure; 1 where nothing is known. */
const takeUp = {
  m05a: 0.6,
  m05b: 1,
  m05c: 1,
  m06: 0.6,
  m09: 1,
  m10: 1,
  m11a: 1,
  m11b: 1,
  m12a: 1,
  m12b: 1,
  m20a: 0.7,
  m20b: 1,
  m20c: 0.5,
  m21a: 1,
} as const;

const takeUps: readonly Parameter[] = Object.entries(takeUp).map(([measure, value]) =>
  probability(`申领率.${measure}`, value, `${measure} 申领率`, `Take-up of ${measure}`),
);

/** Assumptions of the forecast (section 7), none of them in the text. */
export const simulationAssumptions: readonly Parameter[] = [
  ...transitions,
  ...counts,
  ...guarantees,
  ...factors,
  ...takeUps,
];
