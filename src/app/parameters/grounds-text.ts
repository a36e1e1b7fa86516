/** Words of the grounds of an edit, and of what a reading moves. */
const zh = {
  summary: "依据",
  reason: "理由",
  document: "文号",
  examples: { reason: "为什么这样改，报告中列出", document: "例如 西财发〔2026〕8号" },
  spread: {
    price: "各读法的金额",
    spread: (amount: string) => `已承诺相差 ${amount}：`,
    none: "各读法的已承诺相同：",
  },
};

const en: typeof zh = {
  summary: "Grounds",
  reason: "Reason",
  document: "Document number",
  examples: { reason: "why it was changed; the report lists it", document: "e.g. 西财发〔2026〕8号" },
  spread: {
    price: "Amounts under each reading",
    spread: (amount) => `Committed differs by ${amount}:`,
    none: "Committed is the same under each:",
  },
};

export const groundsText = { zh, en };
