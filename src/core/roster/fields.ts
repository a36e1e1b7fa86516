/** Tables of a roster workbook; the label is the canonical sheet name. */
export const tables = [
  { id: "enterprises", label: "企业", english: "Enterprises" },
  { id: "projects", label: "项目", english: "Projects" },
  { id: "guarantees", label: "担保", english: "Guarantees" },
  { id: "employment", label: "用工", english: "Employment" },
  { id: "hrServices", label: "人才服务", english: "HR services" },
  { id: "fundInvestments", label: "基金投资", english: "Fund investments" },
  { id: "disbursements", label: "拨付台账", english: "Disbursements" },
] as const;

export type TableId = (typeof tables)[number]["id"];

export type FieldType = "code" | "text" | "choice" | "truth" | "date" | "money" | "count" | "number";

/** One column of the canonical form: the one place that knows its header, unit, type and meaning. */
export interface Field {
  /** English identifier, unique within its table. */
  readonly id: string;
  readonly table: TableId;
  /** Canonical header; also the column's name in formulas. */
  readonly label: string;
  readonly english: string;
  readonly type: FieldType;
  /** Unit of a number without one in its header. Money is held in 分 whatever unit it came in. */
  readonly unit?: "万元" | "元" | "亿元" | "人";
  readonly required?: true;
  /** Blank reads 0 where a formula asks for an amount. */
  readonly blankIsZero?: true;
  readonly choices?: readonly string[];
  readonly synonyms: readonly string[];
}

export type FieldId = string;

type Entry = Omit<Field, "table" | "synonyms"> & { synonyms?: readonly string[] };

const code = (id: string, label: string, english: string, extra: Partial<Entry> = {}): Entry => ({
  id,
  label,
  english,
  type: "code",
  ...extra,
});
const text = (id: string, label: string, english: string, extra: Partial<Entry> = {}): Entry => ({
  id,
  label,
  english,
  type: "text",
  ...extra,
});
const choice = (
  id: string,
  label: string,
  english: string,
  choices: readonly string[],
  extra: Partial<Entry> = {},
): Entry => ({
  id,
  label,
  english,
  type: "choice",
  choices,
  ...extra,
});
const truth = (id: string, label: string, english: string, extra: Partial<Entry> = {}): Entry => ({
  id,
  label,
  english,
  type: "truth",
  ...extra,
});
const date = (id: string, label: string, english: string, extra: Partial<Entry> = {}): Entry => ({
  id,
  label,
  english,
  type: "date",
  ...extra,
});
const money = (id: string, label: string, english: string, extra: Partial<Entry> = {}): Entry => ({
  id,
  label,
  english,
  type: "money",
  unit: "万元",
  ...extra,
});

const yearly = (
  id: string,
  label: string,
  english: string,
  from: number,
  to: number,
  synonyms: (year: number) => readonly string[],
): Entry[] =>
  Array.from({ length: to - from + 1 }, (_, index) => {
    const year = from + index;
    return money(`${id}${year}`, `${label}${year}`, `${english} ${year}`, { synonyms: synonyms(year) });
  });

const usccSynonyms = [
  "信用代码",
  "社会信用代码",
  "统一信用代码",
  "统一社会信用码",
  "企业信用代码",
  "税号",
  "纳税人识别号",
];
const zero = { blankIsZero: true } as const;
const required = { required: true } as const;

/** First and last calendar year with a column of its own. */
export const revenueYears = { first: 2020, last: 2027 } as const;
export const contributionYears = { first: 2021, last: 2027 } as const;

const enterprises: Entry[] = [
  code("uscc", "统一社会信用代码", "Unified social credit code", { ...required, synonyms: usccSynonyms }),
  text("name", "企业名称", "Enterprise", {
    ...required,
    synonyms: ["单位名称", "公司名称", "名称", "企业全称", "主体名称"],
  }),
  choice("entityForm", "组织形式", "Legal form", ["企业法人", "合伙专业服务机构", "个体工商户", "其他"], {
    synonyms: ["主体类型", "企业类型"],
  }),
  text("industryCode", "行业代码", "Industry code", {
    synonyms: ["国民经济行业代码", "行业小类代码", "所属行业代码", "行业"],
  }),
  {
    id: "employees",
    label: "从业人员",
    english: "Employees",
    type: "count",
    unit: "人",
    synonyms: ["从业人数", "员工人数", "职工人数", "期末从业人员", "从业人员期末人数", "在职人数"],
  },
  money("revenue", "营业收入", "Revenue (latest)", {
    synonyms: ["营收", "主营业务收入", "最新营业收入", "年营业收入"],
  }),
  ...yearly("revenue", "营业收入", "Revenue", revenueYears.first, revenueYears.last, (y) => [
    `${y}年营业收入`,
    `${y}营业收入`,
    `${y}年营收`,
    `营业收入${y}年`,
    `${y}年度营业收入`,
  ]),
  money("assets", "资产总额", "Total assets", { synonyms: ["资产总计", "总资产"] }),
  money("financialAssets", "金融资产总额", "Assets of a financial firm", {
    unit: "亿元",
    synonyms: ["金融业资产总额"],
  }),
  money("trustAssets", "信托资产", "Trust assets", { unit: "亿元", synonyms: ["信托资产规模"] }),
  choice("declaredSize", "申报划型", "Declared size", ["大型", "中型", "小型", "微型"], {
    synonyms: ["企业规模", "规模", "企业划型", "划型", "规模类型"],
  }),
  truth("registered", "区内注册", "Registered in the district", { synonyms: ["是否区内注册", "注册地在区内"] }),
  truth("taxed", "区内纳税", "Taxed in the district", { synonyms: ["是否区内纳税", "区内税务登记"] }),
  truth("independent", "独立核算", "Independent accounting", { synonyms: ["是否独立核算"] }),
  truth("abnormal", "经营异常或失信", "Abnormal or discredited", {
    synonyms: ["经营异常", "失信", "是否经营异常", "是否失信", "经营异常名录"],
  }),
  date("founded", "成立日期", "Founded", { synonyms: ["注册日期", "成立时间", "注册时间", "设立日期"] }),
  date("movedIn", "迁入日期", "Moved in", { synonyms: ["迁入时间"] }),
  date("movedOut", "迁出日期", "Moved out", { synonyms: ["迁出时间"] }),
  ...yearly(
    "contribution",
    "区级综合贡献",
    "District contribution",
    contributionYears.first,
    contributionYears.last,
    (y) => [`${y}年区级综合贡献`, `${y}区级综合贡献`, `区级综合贡献${y}年`, `${y}年度区级综合贡献`, `${y}年综合贡献`],
  ),
  date("innovativeDate", "创新型中小企业认定日期", "Innovative SME recognised", {
    synonyms: ["创新型认定日期", "创新型中小企业认定时间"],
  }),
  date("cityTitleDate", "市级专精特新认定日期", "Municipal 专精特新 recognised", {
    synonyms: ["专精特新认定日期", "市级专精特新认定时间", "专精特新认定时间"],
  }),
  date("cityTitleExpiry", "市级专精特新到期日期", "Municipal 专精特新 expires", {
    synonyms: ["专精特新到期日期", "专精特新有效期至"],
  }),
  date("cityGiantDate", "市级小巨人认定日期", "Municipal little giant recognised", {
    synonyms: ["市级专精特新小巨人认定日期", "市级小巨人认定时间"],
  }),
  date("cityGiantExpiry", "市级小巨人到期日期", "Municipal little giant expires", { synonyms: ["市级小巨人有效期至"] }),
  date("nationalGiantDate", "国家级小巨人认定日期", "National little giant recognised", {
    synonyms: ["国家级专精特新小巨人认定日期", "小巨人认定日期", "国家级小巨人认定时间"],
  }),
  date("nationalGiantExpiry", "国家级小巨人到期日期", "National little giant expires", {
    synonyms: ["小巨人到期日期", "国家级小巨人有效期至"],
  }),
  date("certificateFirst", "国高新首次取得日期", "High-tech certificate first held", {
    synonyms: ["高新技术企业首次取得日期", "国高新首次认定日期"],
  }),
  date("certificateLatest", "国高新最近发证日期", "High-tech certificate last issued", {
    synonyms: ["高新技术企业发证日期", "国高新发证日期", "高新证书发证日期"],
  }),
  date("certificateFirstAward", "国高新首次获奖日期", "High-tech first award", { synonyms: ["国高新首次奖励日期"] }),
  date("certificateSecondAward", "国高新再认定获奖日期", "High-tech renewal award", {
    synonyms: ["国高新再认定奖励日期"],
  }),
  money("sameKindReceived", "已获同类补助", "Same kind of grant received", {
    ...zero,
    synonyms: ["同类补助", "已获同类补助金额"],
  }),
  money("paid6", "第6条已兑付", "Paid under Art. 6", { ...zero, synonyms: ["第六条已兑付"] }),
  money("paid10", "第10条已兑付", "Paid under Art. 10", { ...zero, synonyms: ["第十条已兑付"] }),
  money("paid12", "第12条上市已兑付", "Paid under Art. 12 for listing", {
    ...zero,
    synonyms: ["第十二条上市已兑付", "第12条已兑付"],
  }),
  money("scaleUpAward", "市级升规奖励", "Municipal scale-up award", { synonyms: ["升规奖励", "市级升规奖励金额"] }),
  date("scaleUpDate", "升规奖励日期", "Scale-up award date", { synonyms: ["市级升规奖励日期", "升规奖励时间"] }),
  date("neeqDate", "新三板挂牌日期", "NEEQ admission", { synonyms: ["挂牌日期", "新三板挂牌时间"] }),
  choice("listingMarket", "上市市场", "Listing market", ["境内", "境外"], { synonyms: ["上市地", "上市地点"] }),
  date("listingAccepted", "上市受理日期", "Listing accepted", { synonyms: ["受理日期", "上市受理时间"] }),
  date("listedDate", "上市日期", "Listed", { synonyms: ["上市时间"] }),
  truth("residentStartup", "户籍创业", "Start-up by a resident", { synonyms: ["本区户籍创业", "是否户籍创业"] }),
  money("annualRent", "年房租", "Annual rent", { synonyms: ["年租金", "房租", "年房屋租金"] }),
];

export const projectTypes = [
  "节能技改",
  "新能源",
  "能源管控",
  "循环经济",
  "清洁生产中高费",
  "能源审计",
  "数字化转型",
] as const;
export const employmentTypes = ["岗位一档", "岗位二档", "岗位三档", "职业培训"] as const;
export const fundForms = ["直接投资", "子基金"] as const;

const projects: Entry[] = [
  code("uscc", "统一社会信用代码", "Unified social credit code", { ...required, synonyms: usccSynonyms }),
  text("projectName", "项目名称", "Project", { synonyms: ["名称"] }),
  choice("projectType", "项目类型", "Project type", projectTypes, { ...required, synonyms: ["类型", "项目类别"] }),
  money("investment", "总投资", "Total investment", { ...required, synonyms: ["项目总投资", "投资总额", "总投资额"] }),
  money("citySubsidy", "市级补助", "Municipal subsidy", { ...zero, synonyms: ["市级补助金额", "市级补贴", "市补助"] }),
  money("auditFee", "审计费用", "Audit fee", { synonyms: ["能源审计费用", "审计费"] }),
  date("acceptedDate", "验收日期", "Accepted", { synonyms: ["验收时间", "项目验收日期"] }),
];

const guarantees: Entry[] = [
  code("uscc", "统一社会信用代码", "Unified social credit code", {
    ...required,
    synonyms: [...usccSynonyms, "借款人信用代码"],
  }),
  code("guaranteeNumber", "担保编号", "Guarantee number", {
    ...required,
    synonyms: ["担保合同编号", "合同编号", "业务编号"],
  }),
  text("guarantor", "担保机构", "Guarantor", { synonyms: ["担保公司", "担保人"] }),
  truth("governmentGuarantor", "政府性担保", "Government guarantor", {
    synonyms: ["是否政府性担保", "政府性融资担保"],
  }),
  money("guaranteed", "担保金额", "Guaranteed amount", { ...required, synonyms: ["担保额", "担保责任金额"] }),
  date("startDate", "起始日期", "Start", { ...required, synonyms: ["担保起始日期", "起始时间", "起始日"] }),
  date("endDate", "到期日期", "End", { synonyms: ["担保到期日期", "到期时间", "到期日"] }),
  date("compensationDate", "代偿日期", "Compensation date", { synonyms: ["代偿时间"] }),
  money("compensation", "代偿金额", "Compensation", { synonyms: ["代偿额", "实际代偿金额"] }),
  money("bankShare", "银行分担", "Borne by the bank", { ...zero, synonyms: ["银行分担金额", "银行分险"] }),
  money("reguaranteeShare", "再担保分担", "Borne by re-guarantor", {
    ...zero,
    synonyms: ["再担保分担金额", "再担保分险"],
  }),
  money("recovered", "追偿回收", "Recovered", { ...zero, synonyms: ["追偿回收金额", "追偿金额"] }),
  date("recoveredDate", "追偿日期", "Recovery date", { synonyms: ["追偿时间", "追偿回收日期"] }),
];

const employment: Entry[] = [
  code("uscc", "统一社会信用代码", "Unified social credit code", { ...required, synonyms: usccSynonyms }),
  choice("employmentType", "类别", "Category", employmentTypes, { ...required, synonyms: ["补助类别", "用工类别"] }),
  {
    id: "headcount",
    label: "人数",
    english: "Persons",
    type: "count",
    unit: "人",
    required: true,
    synonyms: ["用工人数", "培训人数"],
  },
  date("jobStart", "起始日期", "Start", { ...required, synonyms: ["起始时间", "开始日期", "入职日期", "培训日期"] }),
  date("jobEnd", "结束日期", "End", { synonyms: ["结束时间", "终止日期", "离职日期"] }),
];

const hrServices: Entry[] = [
  code("agency", "机构代码", "Agency code", { ...required, synonyms: ["人力资源机构代码", "服务机构代码"] }),
  code("employer", "用人单位代码", "Employer code", { synonyms: ["用人单位信用代码", "用工单位代码"] }),
  money("serviceFee", "服务费", "Service fee", { ...required, synonyms: ["服务费用", "服务金额"] }),
  date("serviceDate", "日期", "Date", { ...required, synonyms: ["服务日期", "时间"] }),
];

const fundInvestments: Entry[] = [
  text("investee", "被投对象", "Investee", { ...required, synonyms: ["被投企业", "投资对象", "被投单位"] }),
  choice("form", "形式", "Form", fundForms, { ...required, synonyms: ["投资形式", "出资形式"] }),
  money("contributed", "出资金额", "Contribution", { ...required, synonyms: ["投资金额", "出资额"] }),
  date("contributedDate", "出资日期", "Contribution date", { ...required, synonyms: ["投资日期", "出资时间"] }),
  money("returned", "已回收", "Returned", { ...zero, synonyms: ["已回收金额", "回收金额"] }),
];

const disbursements: Entry[] = [
  code("uscc", "统一社会信用代码", "Unified social credit code", { ...required, synonyms: usccSynonyms }),
  text("clause", "条款", "Article or measure", { ...required, synonyms: ["条款号", "条目", "措施"] }),
  date("paidDate", "拨付日期", "Paid on", { ...required, synonyms: ["拨付时间", "支付日期"] }),
  money("paidAmount", "金额", "Amount", { ...required, synonyms: ["拨付金额", "支付金额"] }),
];

const entries: Record<TableId, Entry[]> = {
  enterprises,
  projects,
  guarantees,
  employment,
  hrServices,
  fundInvestments,
  disbursements,
};

/** Every field of every table, in canonical order. */
export const fields: readonly Field[] = tables.flatMap(({ id }) =>
  entries[id].map((entry): Field => ({ synonyms: [], ...entry, table: id })),
);

export const fieldsOf = (table: TableId): readonly Field[] => fields.filter((field) => field.table === table);

/** @throws Error if the table has no such field: our own mistake, never the user's */
export function fieldOf(table: TableId, id: FieldId): Field {
  const field = fields.find((candidate) => candidate.table === table && candidate.id === id);
  if (!field) throw new Error(`table ${table} has no field ${id}`);
  return field;
}
