/** Words of cells that are edited on the roster page. */
const zh = {
  heading: "改过的单元格",
  sentence: (count: string) => `${count} 格按改后的内容读取，原文件不变；图表、报告和导出都按改后计算。`,
  columns: { sheet: "工作表", cell: "单元格", before: "原为", after: "改为" },
  blank: "（空）",
  takeBack: "恢复原样",
  takeAllBack: "全部恢复原样",
  show: "看这一格",
  more: "再列 200 格",
  was: (before: string) => `原为 ${before}`,
  edit: "改这一格（F2）",
  saveMapping: "导出读法",
  saveNote: "读法文件含以上修改；再导入同一份名册或用命令行（--mapping）时照此读取。",
  rowRefused: (message: string) => `改后整行不采用：${message}`,
  undo: "撤销",
  notHere: {
    title: "这里是企业的名称，请到「企业」表中改。",
    noColumn: "这一行所在的工作表没有这一列，请在文件里补上。",
    file: "这一格不是名册的数据格（如表头），请在文件里改。",
    notHeld: "这份名册太大，不能在页面上改单元格；请在文件里改好后重新导入。",
  },
  notTaken: (reason: string) => `没有改成：${reason}。所填内容仍在。`,
  editIssue: "改这一格",
  typed: "改为（金额不写单位按万元）",
  take: "确定",
  leave: "取消",
};

const en: typeof zh = {
  heading: "Edited cells",
  sentence: (count) =>
    `${count === "1" ? "1 cell is" : `${count} cells are`} read as edited; the file itself is not touched. Charts, reports and exports follow.`,
  columns: { sheet: "Sheet", cell: "Cell", before: "In the file", after: "Read as" },
  blank: "(blank)",
  takeBack: "Put back",
  takeAllBack: "Put all back",
  show: "Show the cell",
  more: "200 more",
  was: (before) => `was ${before}`,
  edit: "Edit this cell (F2)",
  saveMapping: "Save this reading",
  saveNote:
    "The file holds these edits: the same roster imported with it again, or read with --mapping on the command line, is read so.",
  rowRefused: (message) => `With this edit the row is refused: ${message}`,
  undo: "Undo",
  notHere: {
    title: "This is the enterprise's name: edit it in the table of enterprises.",
    noColumn: "The sheet of this row has no such column: add it in the file.",
    file: "This is no data cell of the roster (a header, for instance): edit it in the file.",
    notHeld: "This roster is too large for cells to be edited here: edit the file and import it again.",
  },
  notTaken: (reason) => `Not edited: ${reason}. What was typed is still there.`,
  editIssue: "Edit this cell",
  typed: "Read as (amounts in 万元 unless a unit is given)",
  take: "OK",
  leave: "Cancel",
};

export const editText = { zh, en };
