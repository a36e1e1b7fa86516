/** Words of the grounds of an edit. */
const zh = {
  summary: "依据",
  reason: "理由",
  document: "文号",
  examples: { reason: "为什么这样改，报告中列出", document: "例如 西财发〔2026〕8号" },
};

const en: typeof zh = {
  summary: "Grounds",
  reason: "Reason",
  document: "Document number",
  examples: { reason: "why it was changed; the report lists it", document: "e.g. 西财发〔2026〕8号" },
};

export const groundsText = { zh, en };
