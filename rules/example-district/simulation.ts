import type { Parameter } from "../../src/core/policy/policy.ts";
import { percent } from "../../src/core/money/money.ts";
import { simulated } from "../parameter.ts";

const share = (key: string, value: number, zh: string, en: string): Parameter =>
  simulated({ key: `sim.${key}`, type: "share", label: { zh, en }, value });

const count = (key: string, zh: string, en: string): Parameter =>
  simulated({
    key: `sim.${key}`,
    type: "number",
    label: { zh: `${zh}（未设：按名册推算）`, en: `${en} (unset: scaled from the roster)` },
    value: null,
  });

const ratio = (key: string, value: number, zh: string, en: string): Parameter =>
  simulated({ key: `sim.${key}`, type: "number", label: { zh, en }, value, minimum: 0, maximum: 0.99 });

const takeUp = { s02: 0.7, s03: 1, s04: 0.6, s05: 1 } as const;

/** Assumptions of the forecast, made up as the text. */
export const simulationAssumptions: readonly Parameter[] = [
  share("市级专精特新认定.年概率", percent(6), "市级专精特新认定年概率", "Yearly chance of a municipal title"),
  share("国家级小巨人认定.年概率", percent(1), "国家级小巨人认定年概率", "Yearly chance of a national title"),
  share("迁出.年概率", percent(2), "迁出年概率", "Yearly chance of moving out"),
  count("数字化项目.年件数", "数字化项目年件数", "Digital projects a year"),
  count("用工.年件数", "岗位补助年件数", "Job rows a year"),
  share("用工.年留存率", 0.8, "用工年留存率", "Yearly retention of jobs"),
  count("新增担保.年件数", "新增担保年件数", "New guarantees a year"),
  share("违约代偿.年违约率", percent(2), "担保年违约率", "Yearly default rate of guarantees"),
  ratio("违约代偿.相关系数", 0.12, "违约相关系数", "Default correlation"),
  share("违约代偿.余额比例", 0.9, "代偿占担保余额比例", "Compensation per balance"),
  simulated({
    key: "sim.违约代偿.代偿滞后月数",
    type: "count",
    label: { zh: "违约至代偿月数", en: "Months from default to compensation" },
    value: 3,
    minimum: 0,
    maximum: 24,
  }),
  ratio("审批力度.相关系数", 0.05, "审批力度相关系数", "Correlation of approvals"),
  ratio("公共因子.自相关", 0.3, "公共因子自相关", "Autocorrelation of the factors"),
  ...Object.entries(takeUp).map(([measure, value]) =>
    share(`申领率.${measure}`, value, `${measure} 申领率`, `Take-up of ${measure}`),
  ),
];
