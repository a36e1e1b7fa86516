/** Words of the overview's charts, gauges, filter and print. */
const zh = {
  comma: "、",
  filter: {
    label: "筛选",
    hint: "点柱段、年份、图例或格子，其余图表随之筛选，并列出付款。",
    tail: "期后",
    onlyTail: "只看期后",
    remove: (name: string) => `去掉“${name}”`,
    clear: "全部去掉（Esc）",
    inside: (committed: string, statutory: string) => `筛选内应付 ${committed}，法定口径 ${statutory}`,
    nothing: "筛选之内没有应付金额",
    bound: (limit: string) => `受限于${limit}`,
  },
  tableNote: (asOf: string, scenario: string, filter: string) =>
    `单位：元；截至 ${asOf}；情景：${scenario}${filter === "" ? "" : `；筛选：${filter}`}`,
  ranked: {
    title: (measure: string, amount: string, share: string) => `${measure}最多，应付 ${amount}，占 ${share}`,
    description: (title: string, parts: string) => `按措施排列的横条图。${title}。${parts}。`,
    part: (name: string, committed: string, statutory: string) => `${name}应付 ${committed}、法定口径 ${statutory}`,
    share: (text: string) => `占合计 ${text}`,
  },
  pool: {
    title: (paid: string, size: string, rest: string) => `担保池已付 ${paid}，规模 ${size}，${rest}`,
    left: (balance: string) => `尚余 ${balance}`,
    exhausted: (month: string) => `${month} 耗尽`,
    ifAllGood: (month: string) => `待核实的若全部成立，${month} 耗尽。`,
    size: "规模",
    additions: "补足",
    recoveries: "追偿返还",
    paid: "已付",
    balance: "余额",
    unpaid: "未获补偿",
    unverified: "待核实",
  },
  fund: {
    title: (drawn: string, size: string, undrawn: string) => `专项基金已出资 ${drawn}，规模 ${size}，未出资 ${undrawn}`,
    size: "规模",
    direct: "直接投资",
    subFund: "子基金",
    planned: (year: number) => `${year} 年计划`,
    undrawn: "未出资",
    recovered: "已回收",
  },
  gauge: {
    item: "项目",
    amount: "金额",
    description: (title: string, parts: string) => `一根横条。${title}。${parts}。`,
  },
  forgone: {
    title: (amount: string, limit: string) => `因各项限制少付 ${amount}，最多的是${limit}`,
    none: "没有因限制少付的金额",
    hint: "限额前金额与应付的差，按最后起作用的限制列出。",
    simulated: (amount: string) => `模拟的触发每次试验平均另少付 ${amount}，见风险页。`,
  },
  heat: {
    title: (measure: string, year: string, amount: string) => `最大的一格是${measure}的 ${year} 年：${amount}`,
    none: "没有已触发的金额",
  },
  print: {
    title: "惠企政策敞口测算报告",
    summary: "摘要",
    notesTitle: "口径说明",
    notes: [
      "已承诺：名册中已记录、资格成立的触发，按本情景的参数、假设和口径计算，不含任何模拟。",
      "法定口径：核定系数取 1，不计软上限与年度额度；担保池规模与基金规模仍为法定上限。",
      "待核实：资格因名册空缺无法判定的金额，单列，不在合计内。",
      "专项基金是股权投资，单独记账，不计入补助合计；期后指政策期最后一个预算年度之后的付款。",
    ],
  },
};

const en: typeof zh = {
  comma: ", ",
  filter: {
    label: "Filter",
    hint: "Click a bar, a year, a legend entry or a cell: the rest follows, and its payments are listed.",
    tail: "Tail",
    onlyTail: "Tail only",
    remove: (name) => `Remove “${name}”`,
    clear: "Remove all (Esc)",
    inside: (committed, statutory) => `${committed} due inside the filter, ${statutory} on the statutory basis`,
    nothing: "Nothing is due inside the filter",
    bound: (limit) => `limited by ${limit}`,
  },
  tableNote: (asOf, scenario, filter) =>
    `Unit: yuan; as of ${asOf}; scenario: ${scenario}${filter === "" ? "" : `; filter: ${filter}`}`,
  ranked: {
    title: (measure, amount, share) => `${measure} is the largest: ${amount} due, ${share} of the total`,
    description: (title, parts) => `Horizontal bars ranked by measure. ${title}. ${parts}.`,
    part: (name, committed, statutory) => `${name} ${committed} due, ${statutory} statutory`,
    share: (text) => `${text} of the total`,
  },
  pool: {
    title: (paid, size, rest) => `The guarantee pool has paid ${paid} of ${size}, ${rest}`,
    left: (balance) => `${balance} left`,
    exhausted: (month) => `exhausted in ${month}`,
    ifAllGood: (month) => `Exhausted in ${month} if every unverified claim is good.`,
    size: "Size",
    additions: "Top-ups",
    recoveries: "Recoveries",
    paid: "Paid",
    balance: "Balance",
    unpaid: "Unpaid claims",
    unverified: "Unverified",
  },
  fund: {
    title: (drawn, size, undrawn) => `The fund has invested ${drawn} of ${size}, ${undrawn} undrawn`,
    size: "Size",
    direct: "Direct investment",
    subFund: "Sub-funds",
    planned: (year) => `Planned ${year}`,
    undrawn: "Undrawn",
    recovered: "Recovered",
  },
  gauge: {
    item: "Item",
    amount: "Amount",
    description: (title, parts) => `One horizontal bar. ${title}. ${parts}.`,
  },
  forgone: {
    title: (amount, limit) => `Limits withhold ${amount}, most of it by ${limit}`,
    none: "No limit withholds anything",
    hint: "The amount before limits less what is due, under the limit that lowered it last.",
    simulated: (amount) => ` Simulated triggers lose ${amount} more a trial on average; see Risk.`,
  },
  heat: {
    title: (measure, year, amount) => `The largest cell is ${measure} in ${year}: ${amount}`,
    none: "Nothing has been triggered",
  },
  print: {
    title: "Policy exposure report",
    summary: "Summary",
    notesTitle: "Notes on the figures",
    notes: [
      "Committed: recorded, eligible triggers of the roster under this scenario's parameters, assumptions and readings; nothing simulated.",
      "Statutory basis: award ratios of 1, no soft caps or envelopes; the pool's and the fund's size remain limits.",
      "Unverified: amounts whose eligibility the roster leaves open; shown apart, in no total.",
      "The fund is equity with an account of its own and in no total of subsidies; the tail is what falls after the last budget year of the term.",
    ],
  },
};

export const overviewText = { zh, en };
