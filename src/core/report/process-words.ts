import type { FactorName } from "../policy/process.ts";
import type { ReportChoice } from "./report-input.ts";

/** What 假设与口径 says of the processes of the simulation. */
export interface ProcessWords {
  readonly title: string;
  readonly heads: readonly string[];
  readonly colon: string;
  readonly join: string;
  readonly atRisk: string;
  readonly industries: string;
  readonly like: string;
  readonly rows: (column: string) => string;
  readonly perEnterprise: string;
  readonly mean: (column: string) => string;
  readonly sigma: (column: string) => string;
  readonly writes: (column: string) => string;
  readonly monthsBefore: (column: string) => string;
  readonly validity: string;
  readonly success: string;
  readonly leastLag: string;
  readonly mostLag: string;
  readonly guaranteeMonths: string;
  readonly factor: string;
  readonly factorNames: Readonly<Record<FactorName, string>>;
  readonly moves: Readonly<Record<1 | -1, string>>;
  readonly loading: string;
}

export const processWords: Readonly<Record<ReportChoice["language"], ProcessWords>> = {
  zh: {
    title: "模拟过程的固定参数（由规则包确定，不能在情景中修改）",
    heads: ["过程", "项目", "固定值", "", "来源", "评级", "评级含义"],
    colon: "：",
    join: "、",
    atRisk: "发生对象（条件）",
    industries: "只限行业大类",
    like: "参照哪些企业（条件）",
    rows: (column) => `涉及的${column}`,
    perEnterprise: "名册无此类记录时，每户每年件数",
    mean: (column) => `名册不足五条时，${column}均值（对数正态）`,
    sigma: (column) => `名册不足五条时，${column}对数标准差`,
    writes: (column) => `${column}取值`,
    monthsBefore: (column) => `${column}早于发生日的月数`,
    validity: "到期日期空白时，有效期（月）",
    success: "随后成功的概率",
    leastLag: "随后间隔至少（月）",
    mostLag: "随后间隔至多（月）",
    guaranteeMonths: "到期日期空白时，担保期限（月）",
    factor: "公共因子",
    factorNames: { 宏观: "宏观", 审批力度: "审批力度", 上市窗口: "上市窗口" },
    moves: { 1: "（向好则增加）", [-1]: "（向好则减少）" },
    loading: "公共因子载荷",
  },
  en: {
    title: "Fixed numbers of the simulated processes (set by the rule pack, not by a scenario)",
    heads: ["Process", "Item", "Fixed value", "", "Source", "Rating", "Meaning"],
    colon: ": ",
    join: ", ",
    atRisk: "who can meet it (condition)",
    industries: "only these divisions of industry",
    like: "enterprises it copies (condition)",
    rows: (column) => `which ${column}`,
    perEnterprise: "a year per enterprise where the roster has no such row",
    mean: (column) => `mean of ${column} where the roster has fewer than five rows (lognormal)`,
    sigma: (column) => `deviation of the logarithm of ${column} where the roster has fewer than five rows`,
    writes: (column) => `value of ${column}`,
    monthsBefore: (column) => `months by which ${column} lies before it`,
    validity: "months of validity where the roster has no expiry",
    success: "chance of success afterwards",
    leastLag: "months until then, at least",
    mostLag: "months until then, at most",
    guaranteeMonths: "months of a guarantee without an end date",
    factor: "common factor",
    factorNames: { 宏观: "economy", 审批力度: "approvals", 上市窗口: "listing window" },
    moves: { 1: " (a good year: more)", [-1]: " (a good year: fewer)" },
    loading: "loading of the factor",
  },
};
