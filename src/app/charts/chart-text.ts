/** Words that every chart has about it. */
const zh = {
  asTable: "看成表格",
  png: "存为图片",
  xlsx: "存为 Excel",
  sheet: "图表数据",
  legend: "图例",
  /** A title as the name of a file: no signs that a file system refuses. */
  fileName: (title: string) =>
    title
      .replaceAll(/[\\/:*?"<>|\s]+/gu, " ")
      .trim()
      .slice(0, 60),
  notSaved: (reason: string) => `没有存成：${reason}。请重试。`,
};

const en: typeof zh = {
  asTable: "As a table",
  png: "Save as picture",
  xlsx: "Save as Excel",
  sheet: "Chart data",
  legend: "Legend",
  fileName: zh.fileName,
  notSaved: (reason) => `Not saved: ${reason}. Try again.`,
};

export const chartText = { zh, en };
