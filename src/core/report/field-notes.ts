import type { Field, TableId } from "../roster/fields.ts";

type Note = readonly [zh: string, en: string];

const owner: Note = [
  "18 位代码，须与「企业」表一致；按文本填写",
  "18 characters, as in the sheet 企业; entered as text",
];

/** What each column means; columns of one kind and several years share a note, `YYYY` standing for the year. */
const notes: Readonly<Record<TableId, Readonly<Record<string, Note>>>> = {
  enterprises: {
    uscc: ["18 位代码，每户一行，不得重复；按文本填写", "18 characters, one row a firm, no repeats; entered as text"],
    name: ["营业执照上的全称", "Full name on the business licence"],
    entityForm: [
      "个体工商户只计担保代偿和就业创业条目",
      "Sole traders (个体工商户) count for guarantees and employment measures only",
    ],
    industryCode: [
      "国民经济行业分类 GB/T 4754-2017，如 I6513 或 6513；最好四位",
      "GB/T 4754-2017, e.g. I6513 or 6513; four digits if possible",
    ],
    employees: ["期末从业人员，用于划型", "At year end, for the size class"],
    revenue: [
      "最近年度营业收入，用于划型；空白取最近已填年度",
      "Latest year, for the size class; if blank the newest year filled in",
    ],
    revenueYYYY: ["该年度营业收入，用于判断连续增长", "Revenue of that year, for continued growth"],
    assets: ["资产总计，用于划型", "Total assets, for the size class"],
    financialAssets: ["金融业企业的资产总额，注意单位为亿元", "Assets of a financial firm, in 亿元"],
    trustAssets: ["信托公司的信托资产，注意单位为亿元", "Trust assets of a trust company, in 亿元"],
    declaredSize: [
      "企业申报的规模；事项当日的规模与现在不同时，填当日的",
      "As declared; the size of the day of the matter if it differs from today's",
    ],
    registered: ["注册地在本区", "Registered in the district"],
    taxed: ["在本区纳税", "Pays taxes in the district"],
    independent: ["独立核算", "Keeps its own accounts"],
    abnormal: ["列入经营异常名录或失信名单；空白视为否", "On a list of abnormal or discredited firms; blank means no"],
    founded: ["营业执照上的成立日期", "Date of establishment on the licence"],
    movedIn: ["迁入本区的日期；一直在区的留空", "Day of moving into the district; blank if always there"],
    movedOut: ["迁出本区的日期；仍在区的留空", "Day of moving out; blank if still there"],
    contributionYYYY: [
      "该年度区级综合贡献；确实没有的填 0",
      "District contribution of that year; 0 where there was none",
    ],
    innovativeDate: ["认定为创新型中小企业的日期", "Day of recognition as an innovative SME"],
    cityTitleDate: ["认定为市级专精特新中小企业的日期", "Day of recognition as a municipal 专精特新 SME"],
    cityTitleExpiry: ["称号有效期的最后一天", "Last day on which the title holds"],
    cityGiantDate: ["认定为市级专精特新小巨人的日期", "Day of recognition as a municipal little giant"],
    cityGiantExpiry: ["称号有效期的最后一天", "Last day on which the title holds"],
    nationalGiantDate: ["认定为国家级专精特新小巨人的日期", "Day of recognition as a national little giant"],
    nationalGiantExpiry: ["称号有效期的最后一天", "Last day on which the title holds"],
    certificateFirst: ["首次取得国家高新技术企业证书的日期", "Day of the first high-tech enterprise certificate"],
    certificateLatest: ["现行证书的发证日期", "Issue date of the current certificate"],
    certificateFirstAward: [
      "已获首次认定奖励的日期；未获的留空",
      "Day of the first award already received; blank if none",
    ],
    certificateSecondAward: [
      "已获再认定奖励的日期；未获的留空",
      "Day of the renewal award already received; blank if none",
    ],
    sameKindReceived: [
      "已从其他渠道获得的同类补助，从第十条奖励中扣除",
      "Grants of the same kind from elsewhere, deducted from Art. 10",
    ],
    paid6: ["第六条名册以外事项的已兑付金额", "Paid under Art. 6 for matters that are not in this roster"],
    paid10: ["第十条名册以外事项的已兑付金额", "Paid under Art. 10 for matters that are not in this roster"],
    paid12: [
      "第十二条上市支持名册以外事项的已兑付金额",
      "Paid under Art. 12 (listing) for matters that are not in this roster",
    ],
    scaleUpAward: ["市级升规奖励金额，用于第九条配套", "Municipal scale-up award, matched under Art. 9"],
    scaleUpDate: ["市级升规奖励的日期", "Day of the municipal scale-up award"],
    neeqDate: ["在新三板挂牌的日期", "Day of admission to NEEQ"],
    listingMarket: ["上市或拟上市的市场", "Market of the listing, done or planned"],
    listingAccepted: ["境内上市申请获受理的日期", "Day on which a domestic application was accepted"],
    listedDate: ["股票上市的日期", "Day of listing"],
    residentStartup: [
      "由本区户籍人员创办，用于创业房租补助",
      "Founded by a resident of the district, for the rent subsidy",
    ],
    annualRent: ["一年的房屋租金", "Rent for one year"],
  },
  projects: {
    uscc: owner,
    projectName: ["项目的名称", "Name of the project"],
    projectType: ["决定适用的条款", "Decides which measure applies"],
    investment: ["项目总投资；能源审计项目不填", "Total investment; not for energy audits"],
    citySubsidy: ["已获市级补助；空白视为 0", "Municipal subsidy received; blank means 0"],
    auditFee: ["能源审计项目必填", "Required for energy audits"],
    acceptedDate: ["通过验收的日期；在建项目留空", "Day of acceptance; blank while the project is running"],
  },
  guarantees: {
    uscc: ["借款人的 18 位代码；按文本填写", "The borrower's code of 18 characters; entered as text"],
    guaranteeNumber: ["担保合同编号，不得重复；按文本填写", "Number of the contract, no repeats; entered as text"],
    guarantor: ["担保机构名称", "Name of the guarantor"],
    governmentGuarantor: ["担保机构为政府性融资担保机构", "The guarantor is a government financing guarantor"],
    guaranteed: ["担保责任金额", "Amount guaranteed"],
    startDate: ["担保责任起始日期", "First day of the guarantee"],
    endDate: [
      "担保责任到期日期；空白视为起始后 12 个月",
      "Last day of the guarantee; blank means 12 months from the start",
    ],
    compensationDate: ["发生代偿的日期；没有代偿的留空", "Day of compensation; blank if none"],
    compensation: ["代偿金额；填有代偿日期时必填", "Amount paid out; required with a 代偿日期"],
    bankShare: ["银行分担的代偿金额；空白视为 0", "Part borne by the bank; blank means 0"],
    reguaranteeShare: ["再担保机构分担的代偿金额；空白视为 0", "Part borne by the re-guarantor; blank means 0"],
    recovered: ["追偿收回的金额；空白视为 0", "Amount recovered; blank means 0"],
    recoveredDate: ["追偿收回的日期；空白不计返还", "Day of the recovery; without it nothing is returned"],
  },
  employment: {
    uscc: owner,
    employmentType: ["岗位补助的档次，或职业培训", "Tier of the job subsidy, or vocational training"],
    headcount: ["享受补助的人数", "Number of persons"],
    jobStart: ["用工或培训开始的日期", "First day of the job or training"],
    jobEnd: ["用工结束的日期；仍在岗的留空", "Last day of the job; blank while it lasts"],
  },
  hrServices: {
    agency: [
      "人力资源机构的 18 位代码，须在「企业」表中；按文本填写",
      "Code of the agency, as in the sheet 企业; entered as text",
    ],
    employer: ["用人单位的 18 位代码；按文本填写", "Code of the employer; entered as text"],
    serviceFee: ["服务合同的费用", "Fee of the service"],
    serviceDate: ["服务费支付或结算的日期", "Day on which the fee was paid or settled"],
  },
  fundInvestments: {
    investee: ["企业或子基金的名称", "Name of the firm or sub-fund"],
    form: ["直接投资企业，或投向子基金", "Direct investment, or into a sub-fund"],
    contributed: ["专项投资基金的出资", "Contribution of the special investment fund"],
    contributedDate: ["实际出资的日期", "Day of the contribution"],
    returned: ["至今收回的金额；空白视为 0", "Amount returned so far; blank means 0"],
  },
  disbursements: {
    uscc: owner,
    clause: ["条款号或措施编号，如 10", "Number of the article or id of the measure, e.g. 10"],
    paidDate: ["资金实际拨付的日期", "Day of the payment"],
    paidAmount: ["实际拨付的金额", "Amount paid"],
  },
};

/**
 * What a column means, in one line.
 * @throws Error for a field without a note: our own mistake
 */
export function fieldNote({ table, id }: Pick<Field, "table" | "id">, language: "zh" | "en"): string {
  const note = notes[table][id.replace(/(?<=^(?:revenue|contribution))\d{4}$/, "YYYY")];
  if (!note) throw new Error(`no note for ${table}.${id}`);
  return note[language === "zh" ? 0 : 1];
}
