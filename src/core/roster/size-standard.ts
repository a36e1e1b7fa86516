/** What a size standard measures, and the unit its floors are written in. */
export type SizeIndicator = "employees" | "revenue" | "assets" | "financialAssets" | "trustAssets";

/** Floors of 大型, 中型 and 小型, inclusive; a firm below the floor of 小型 is 微型. */
export type Floors = readonly [large: number, medium: number, small: number];

/** One row of a standard: a class needs every floor that is listed. */
export interface SizeRule {
  readonly name: string;
  /** Persons for employees, 万元 for revenue and assets, 亿元 for financialAssets and trustAssets. */
  readonly floors: Readonly<Partial<Record<SizeIndicator, Floors>>>;
}

/**
 * 中小企业划型标准规定 (工信部联企业〔2011〕300号): the floors of its sixteen rows; and 金融业企业划型标准规定
 * (银发〔2015〕309号): 信托公司, 金融控股公司 and other_finance as in a stored copy of the text, the others as
 * generally reported. Its indicator is 资产总额 (信托公司: 信托资产), the mean of four quarter-ends.
 */
export const sizeRules = {
  agriculture: { name: "农、林、牧、渔业", floors: { revenue: [20_000, 500, 50] } },
  industry: { name: "工业", floors: { employees: [1000, 300, 20], revenue: [40_000, 2000, 300] } },
  construction: { name: "建筑业", floors: { revenue: [80_000, 6000, 300], assets: [80_000, 5000, 300] } },
  wholesale: { name: "批发业", floors: { employees: [200, 20, 5], revenue: [40_000, 5000, 1000] } },
  retail: { name: "零售业", floors: { employees: [300, 50, 10], revenue: [20_000, 500, 100] } },
  transport: { name: "交通运输业", floors: { employees: [1000, 300, 20], revenue: [30_000, 3000, 200] } },
  warehousing: { name: "仓储业", floors: { employees: [200, 100, 20], revenue: [30_000, 1000, 100] } },
  postal: { name: "邮政业", floors: { employees: [1000, 300, 20], revenue: [30_000, 2000, 100] } },
  accommodation: { name: "住宿业", floors: { employees: [300, 100, 10], revenue: [10_000, 2000, 100] } },
  catering: { name: "餐饮业", floors: { employees: [300, 100, 10], revenue: [10_000, 2000, 100] } },
  transmission: { name: "信息传输业", floors: { employees: [2000, 100, 10], revenue: [100_000, 1000, 100] } },
  software: { name: "软件和信息技术服务业", floors: { employees: [300, 100, 10], revenue: [10_000, 1000, 50] } },
  development: { name: "房地产开发经营", floors: { revenue: [200_000, 1000, 100], assets: [10_000, 5000, 2000] } },
  property: { name: "物业管理", floors: { employees: [1000, 300, 100], revenue: [5000, 1000, 500] } },
  business: { name: "租赁和商务服务业", floors: { employees: [300, 100, 10], assets: [120_000, 8000, 100] } },
  other: { name: "其他未列明行业", floors: { employees: [300, 100, 10] } },
  depositBank: { name: "银行业存款类金融机构", floors: { financialAssets: [40_000, 5000, 50] } },
  otherBank: { name: "银行业非存款类金融机构", floors: { financialAssets: [1000, 200, 50] } },
  lender: { name: "贷款公司、小额贷款公司及典当行", floors: { financialAssets: [1000, 200, 50] } },
  securities: { name: "证券业金融机构", floors: { financialAssets: [1000, 100, 10] } },
  insurance: { name: "保险业金融机构", floors: { financialAssets: [5000, 400, 20] } },
  trust: { name: "信托公司", floors: { trustAssets: [1000, 400, 20] } },
  holding: { name: "金融控股公司", floors: { financialAssets: [40_000, 5000, 50] } },
  otherFinance: {
    name: "除贷款公司、小额贷款公司、典当行以外的其他金融机构",
    floors: { financialAssets: [1000, 200, 50] },
  },
} as const satisfies Record<string, SizeRule>;

export type SizeRuleId = keyof typeof sizeRules;

/**
 * What an industry code means for size: a rule; `uncovered`, outside both standards; or `open`, the code has
 * too few digits to decide, or stands for a regulator. `provisional` asks for a confirmation.
 */
export interface IndustryMeaning {
  readonly rule: SizeRuleId | "uncovered" | "open";
  readonly provisional?: true;
}

const entry = (rule: IndustryMeaning["rule"]): IndustryMeaning => ({ rule });
const provisional = (rule: SizeRuleId): IndustryMeaning => ({ rule, provisional: true });

/**
 * Code prefixes of GB/T 4754-2017 with their rule; the longest prefix wins. 统计上大中小微型企业划分办法（2017）
 * (国统字〔2017〕213号); section J carries the codes of 银发〔2015〕309号 over to the edition of 2017.
 */
export const industryMeanings: ReadonlyMap<string, IndustryMeaning> = new Map([
  ["A", entry("agriculture")],
  ["B", entry("industry")],
  ["C", entry("industry")],
  ["D", entry("industry")],
  ["E", entry("construction")],
  ["F51", entry("wholesale")],
  ["F52", entry("retail")],
  ["G53", entry("uncovered")], // 铁路运输业 is named as not included
  ["G54", entry("transport")],
  ["G55", entry("transport")],
  ["G56", entry("transport")],
  ["G57", entry("transport")],
  ["G58", entry("transport")],
  ["G591", entry("transport")], // 装卸搬运 counts as 交通运输业
  ["G59", entry("warehousing")],
  ["G60", entry("postal")],
  ["H61", entry("accommodation")],
  ["H62", entry("catering")],
  ["I63", entry("transmission")],
  ["I64", entry("transmission")],
  ["I65", entry("software")],
  ["J661", entry("open")], // 中央银行服务
  ["J662", entry("depositBank")],
  ["J663", entry("otherBank")],
  ["J6633", entry("lender")],
  ["J6635", entry("lender")],
  ["J6637", provisional("lender")],
  ["J664", provisional("otherBank")],
  ["J665", entry("open")], // 银行业监管服务
  ["J67", entry("securities")],
  ["J675", entry("open")], // 证券市场管理和监管服务
  ["J68", entry("insurance")],
  ["J687", entry("open")], // 保险监管服务
  ["J69", entry("otherFinance")],
  ["J6911", entry("trust")],
  ["J692", provisional("holding")], // most of them hold no licence of a 金融控股公司
  ["K701", entry("development")],
  ["K702", entry("property")],
  ["K703", entry("other")],
  ["K704", entry("uncovered")], // 自有房地产经营活动 is named as not included
  ["K709", entry("other")],
  ["L", entry("business")],
  ["M", entry("other")],
  ["N", entry("other")],
  ["O", entry("other")],
  ["P", entry("uncovered")],
  ["Q84", entry("uncovered")],
  ["Q85", entry("other")],
  ["R", entry("other")],
  ["S", entry("uncovered")],
  ["T", entry("uncovered")],
]);

/** Codes read as they stand, without more digits: the rest of their group falls under several rules. */
export const shortCodes: ReadonlyMap<string, IndustryMeaning> = new Map([
  ["G59", provisional("warehousing")],
  ["J69", entry("open")],
  ["J691", entry("open")],
]);

/** First division (大类) of each section (门类) of GB/T 4754-2017; the last of the 97 divisions is T97. */
export const sectionStarts = [
  ["A", 1],
  ["B", 6],
  ["C", 13],
  ["D", 44],
  ["E", 47],
  ["F", 51],
  ["G", 53],
  ["H", 61],
  ["I", 63],
  ["J", 66],
  ["K", 70],
  ["L", 71],
  ["M", 73],
  ["N", 76],
  ["O", 80],
  ["P", 83],
  ["Q", 84],
  ["R", 86],
  ["S", 91],
  ["T", 97],
] as const;

export const lastDivision = 97;
