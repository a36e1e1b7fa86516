import type { BindName } from "../policy/ledger.ts";
import type { ReportChoice } from "./report-input.ts";

/** What sheets of details say in one language. */
export interface DetailWords {
  readonly title: (article: string, title: string) => string;
  readonly note: string;
  readonly matterNote: string;
  readonly eligibilities: readonly [string, string, string];
  readonly binds: Readonly<Record<BindName, string>>;
  /** What binds a row that takes a payment back. */
  readonly returned: string;
  readonly blank: string;
  readonly unreadable: string;
  readonly heads: Readonly<Record<string, string>>;
  readonly instalment: (position: number) => string;
  readonly paidInstalment: (position: number) => string;
  readonly onBasis: (basis: "planning" | "statutory", heading: string) => string;
}

const zh: DetailWords = {
  title: (article, title) => `${article} ${title}：明细（元）`,
  note: "一行一个已记录的触发（按月、按年支付的一行一年）。金额由公式按“参数”中的单元格与本行数据计算；资格为数值，可由核实人改写。不适用的限额列示限额前金额。",
  matterNote: "同一事项就高：本表按导出时的高低列示让位的一项；改动参数后孰高变化的，须回软件重算。",
  eligibilities: ["否", "是", "待核实"],
  binds: {
    rate: "比例或档次",
    cap: "上限",
    cofund: "配套上限",
    topup: "补足上限",
    contribution: "区级贡献上限",
    moveout: "迁出",
    envelope: "年度额度",
    pool: "担保池余额",
    ineligible: "不符合条件",
  },
  returned: "追回",
  blank: "未填",
  unreadable: "无法识别",
  heads: {
    measureNumber: "措施序号",
    measure: "措施",
    firm: "企业序号",
    code: "统一社会信用代码",
    name: "企业名称",
    sheet: "来源表",
    sheetRow: "来源行",
    trigger: "触发事项",
    date: "触发日",
    testDay: "检验日",
    part: "第几笔",
    year: "预算年度",
    eligible: "资格",
    eligibility: "资格数值（1是 0否 2待核实）",
    opening: "期初已享受",
    running: "本表先前已计",
    earlier: "本条已享受",
    runningInYear: "本条本年已享受",
    reachedTier: "已达档次",
    gross: "限额前金额",
    yields: "同一事项让位",
    amount: "限额后金额",
    added: "计入后续已享受",
    lastYear: "迁出年度",
    total: "应付金额",
    share: "非首列部门每家份额",
    forgone: "未享受金额",
    binds: "受限于",
    quotient1: "符合条件：按额度折算（分）",
    paid1: "符合条件：应付",
    quotient2: "待核实：按余额折算（分）",
    paid2: "待核实：应付",
    envelopeYear: "预算年度",
    score: "评分",
    tie: "同分次序",
    rank: "名次",
    allotted: "分配金额",
    shared1: "符合条件：按比例",
    shared2: "待核实：按比例",
    available1: "年度额度",
    wanted1: "符合条件应奖合计",
    used1: "符合条件应付合计",
    available2: "余额",
    wanted2: "待核实应奖合计",
  },
  instalment: (position) => `第${position}期`,
  paidInstalment: (position) => `第${position}期应付`,
  onBasis: (basis, heading) => `${basis === "planning" ? "预算" : "法定"}·${heading}`,
};

const en: DetailWords = {
  title: (article, title) => `${article} ${title}: details (yuan)`,
  note: "One row a recorded trigger (one a year where months or years are paid). Amounts are formulas over the cells of the parameters and of the row; eligibility is a value that whoever verifies it may change. A limit that does not apply shows the amount before limits.",
  matterNote:
    "Same matter, higher amount: the measure that yields is shown as at export; if an edit changes which is higher, the software is needed.",
  eligibilities: ["no", "yes", "unverified"],
  binds: {
    rate: "rate or tier",
    cap: "cap",
    cofund: "co-funding limit",
    topup: "top-up limit",
    contribution: "contribution to the district",
    moveout: "moving out",
    envelope: "yearly envelope",
    pool: "balance of the pool",
    ineligible: "not eligible",
  },
  returned: "taken back",
  blank: "blank",
  unreadable: "unreadable",
  heads: {
    measureNumber: "Measure no.",
    measure: "Measure",
    firm: "Firm no.",
    code: "Credit code",
    name: "Name",
    sheet: "Source sheet",
    sheetRow: "Source row",
    trigger: "Trigger",
    date: "Trigger date",
    testDay: "Test day",
    part: "Payment",
    year: "Budget year",
    eligible: "Eligible",
    eligibility: "Eligibility (1 yes, 0 no, 2 unverified)",
    opening: "Received before",
    running: "Rows above",
    earlier: "Received so far",
    runningInYear: "Received in the year",
    reachedTier: "Tier reached",
    gross: "Before limits",
    yields: "Yields to the same matter",
    amount: "After limits",
    added: "Adds to received",
    lastYear: "Year of moving out",
    total: "Due",
    share: "Share of each later department",
    forgone: "Forgone",
    binds: "Limited by",
    quotient1: "Eligible: share of the envelope (fen)",
    paid1: "Eligible: due",
    quotient2: "Unverified: share of what is left (fen)",
    paid2: "Unverified: due",
    envelopeYear: "Budget year",
    score: "Score",
    tie: "Order of equal scores",
    rank: "Rank",
    allotted: "Allotted",
    shared1: "Eligible: in proportion",
    shared2: "Unverified: in proportion",
    available1: "Yearly envelope",
    wanted1: "Eligible ask for",
    used1: "Eligible are due",
    available2: "Left",
    wanted2: "Unverified ask for",
  },
  instalment: (position) => `Instalment ${position}`,
  paidInstalment: (position) => `Instalment ${position} due`,
  onBasis: (basis, heading) => `${basis === "planning" ? "Planning" : "Statutory"}: ${heading}`,
};

export const detailWords: Readonly<Record<ReportChoice["language"], DetailWords>> = { zh, en };
