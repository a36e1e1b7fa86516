/** Chinese words of a firm's timeline; English has the same keys. */
const zh = {
  title: (triggers: number, payments: number, last: number) =>
    `${triggers} 次触发，${payments} 笔付款，最后一笔在 ${last} 年`,
  none: "没有触发和付款，只有称号",
  heading: "触发与付款",
  gross: "限额前",
  net: "应付",
  statutory: "法定口径",
  total: "应付合计",
  payment: (day: string, year: number, part: number) => `${day} 触发，${year} 年付第 ${part} 笔`,
  tail: "期后",
  span: (from: string, to: string, isOpen: boolean) =>
    `${from} 起，${to} 止${isOpen ? "（未填到期日期，此后待核实）" : ""}`,
  paidLane: "拨付台账",
  paid: (day: string, clause: string) => `${day} 拨付，条款 ${clause}`,
  asOf: "基准日",
  signs: "粗线：称号或证书有效；三角：触发；圆点：各年应付，大小按金额；方块：台账拨付。",
  comma: "，",
  description: (title: string, parts: string) => `这家企业的称号、触发与付款的时间线。${title}。${parts}。`,
};

export type TimelineWords = typeof zh;

const en: TimelineWords = {
  title: (triggers, payments, last) => `Triggers: ${triggers}, payments: ${payments}, the last one in ${last}`,
  none: "No trigger and no payment, titles alone",
  heading: "Trigger and payment",
  gross: "Before limits",
  net: "Due",
  statutory: "Statutory",
  total: "Due in all",
  payment: (day, year, part) => `triggered ${day}, payment ${part} in ${year}`,
  tail: "tail",
  span: (from, to, isOpen) => `from ${from} to ${to}${isOpen ? " (no expiry recorded, unverified from then on)" : ""}`,
  paidLane: "Disbursements",
  paid: (day, clause) => `paid ${day}, clause ${clause}`,
  asOf: "As of",
  signs:
    "Thick line: title or certificate valid; triangle: trigger; disc: due in a year, by amount; square: paid by the ledger.",
  comma: ", ",
  description: (title, parts) => `Timeline of this firm's titles, triggers and payments. ${title}. ${parts}.`,
};

export const timelineText = { zh, en } as const;
