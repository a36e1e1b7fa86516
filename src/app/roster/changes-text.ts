/** Words of what changed from one roster to the next. */
const zh = {
  heading: "与上一份名册相比",
  comparing: (file: string) => `正在与「${file}」比对`,
  same: (file: string) => `与「${file}」相比，各表没有变动，金额没有变动。`,
  sentence: (file: string, added: string, gone: string, rows: string, cells: string) =>
    `与「${file}」相比：新增 ${added} 行，减少 ${gone} 行，${rows} 行有变动，共 ${cells} 格。`,
  money: (committed: string, statutory: string, unverified: string) =>
    `已承诺 ${committed}，法定口径 ${statutory}，待核实 ${unverified}。`,
  note: "行按键比对：企业按统一社会信用代码，担保按担保编号，其他表按代码与类别、日期等。金额为同一情景下两份名册各自测算之差。",
  outdated: "情景已改动，上面的金额仍按改动前的情景。",
  again: "重新比对",
  download: "下载全部变动（xlsx）",
  fileName: "名册变动.xlsx",
  tableHeads: ["表", "前一份", "新增", "减少", "后一份", "有变动的行", "变动的格"],
  byMeasure: "金额有变动的措施",
  byDepartment: "金额有变动的部门",
  byEnterprise: "金额变动最大的企业",
  moneyHeads: ["已承诺：前", "后", "差"],
  nobody: "无主体",
  list: "清单",
  kinds: { changed: "变动的格", added: "新增的行", gone: "减少的行" },
  choice: (table: string, kind: string, count: string) => `${table}：${kind}（${count}）`,
  columns: { key: "键", title: "企业或对象", sheet: "工作表", column: "列", before: "原为", after: "现为" },
  gridLabel: (what: string) => `${what}。方向键移动，Shift 选取，Ctrl+C 复制。`,
  lost: "比对结果已不在内存中，请重新比对。",
};

const en: typeof zh = {
  heading: "Against the roster before",
  comparing: (file) => `Comparing with ${file}`,
  same: (file) => `Against ${file}, no table and no amount has changed.`,
  sentence: (file, added, gone, rows, cells) =>
    `Against ${file}: ${added} rows added, ${gone} gone, ${rows} changed in ${cells} cells.`,
  money: (committed, statutory, unverified) =>
    `Committed ${committed}, statutory ${statutory}, unverified ${unverified}.`,
  note: "Rows are told apart by key: enterprises by credit code, guarantees by number, other tables by code, category and date. Amounts are the difference of each roster's own evaluation under one scenario.",
  outdated: "The scenario was edited since; the amounts above are of the scenario before.",
  again: "Compare again",
  download: "Download every change (xlsx)",
  fileName: "roster-changes.xlsx",
  tableHeads: ["Table", "Earlier", "Added", "Gone", "Later", "Changed rows", "Changed cells"],
  byMeasure: "Measures whose money changed",
  byDepartment: "Departments whose money changed",
  byEnterprise: "Enterprises whose money changed most",
  moneyHeads: ["Committed: earlier", "later", "difference"],
  nobody: "no enterprise",
  list: "List",
  kinds: { changed: "changed cells", added: "added rows", gone: "rows gone" },
  choice: (table, kind, count) => `${table}: ${kind} (${count})`,
  columns: { key: "Key", title: "Enterprise or object", sheet: "Sheet", column: "Column", before: "Was", after: "Is" },
  gridLabel: (what) => `${what}. Arrow keys move, Shift selects, Ctrl+C copies.`,
  lost: "The comparison is no longer in memory; please compare again.",
};

export const changesText = { zh, en };
