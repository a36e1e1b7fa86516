/** Words of the list of cells that were tidied before they were read. */
const zh = {
  heading: "读取前整理的单元格",
  sentence: (tidied: string, left: string) =>
    `整理后读取 ${tidied} 格${left === "0" ? "" : `，按原样 ${left} 格（不采用）`}。原文件不变。`,
  kind: "写法",
  allKinds: "全部写法",
  kindWith: (kind: string, count: string) => `${kind}（${count}）`,
  gridLabel: "读取前整理的单元格。方向键移动，Shift 加方向键选取，Ctrl+C 复制，Ctrl+A 全选。",
  columns: {
    sheet: "工作表",
    cell: "单元格",
    column: "列",
    kind: "写法",
    before: "所填",
    after: "整理为",
    taken: "读取",
  },
  tidied: "已整理",
  left: "按原样",
  leaveKind: "这类全部还原",
  tidyKind: "这类恢复整理",
  leaveCells: (count: string) => `还原所选 ${count} 格`,
  tidyCells: (count: string) => `恢复整理所选 ${count} 格`,
  note: "还原的格按所填的原样对待，读不出的列为问题，不作零计。",
  kindIsLeft: "这一类已全部还原；要逐格决定，请先恢复整理。",
  notRead: (reason: string) => `没有读到这些格：${reason}。`,
};

const en: typeof zh = {
  heading: "Cells tidied before they were read",
  sentence: (tidied, left) =>
    `${tidied} cells are tidied and read${left === "0" ? "" : `, ${left} are left as typed and not used`}. The file itself is not touched.`,
  kind: "Kind",
  allKinds: "all kinds",
  kindWith: (kind, count) => `${kind} (${count})`,
  gridLabel:
    "Cells tidied before they were read. Arrow keys move, Shift with them selects, Ctrl+C copies, Ctrl+A selects all.",
  columns: {
    sheet: "Sheet",
    cell: "Cell",
    column: "Column",
    kind: "Kind",
    before: "As typed",
    after: "Tidied",
    taken: "Read",
  },
  tidied: "tidied",
  left: "as typed",
  leaveKind: "Put this kind back",
  tidyKind: "Tidy this kind again",
  leaveCells: (count) => `Put ${count} selected back`,
  tidyCells: (count) => `Tidy ${count} selected again`,
  note: "A cell put back counts as it was typed: one that cannot be read so is an issue, never zero.",
  kindIsLeft: "All of this kind is put back; tidy it again to decide cell by cell.",
  notRead: (reason) => `These cells were not read: ${reason}.`,
};

export const tidiedText = { zh, en };
